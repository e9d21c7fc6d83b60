internal import PraxisBytes

/// Some of a language's forms with the lists of their terms: what one file holds.
///
/// A form finds its list in its own shard. A term whose forms stand in several (`fly`, `flies`) has its list in each.
struct WordShards {
    /// With which letters the words of a shard begin, without accents.
    private(set) var starts: [String] = []
    private var shards: [Range<Int>] = []
    private let forms: [InvertedIndex.Form]
    private let index: InvertedIndex
    private let numbers: [Int]

    /// About so many bytes before they are packed.
    private static let target = 14 * 1024
    /// Words of as many first letters in common stay together, unless they are too many.
    private static let stemLetters = 3
    private static let mostLetters = 8

    /// - Parameters:
    ///   - forms: Those whose terms are not common, in order.
    ///   - numbers: By place the number of a page.
    init(_ forms: [InvertedIndex.Form], of index: InvertedIndex, numbers: [Int]) {
        self.forms = forms
        self.index = index
        self.numbers = numbers
        var families: [Family] = []
        divide(forms.indices, letters: Self.stemLetters, into: &families)
        let runs = Boundaries.runs(
            of: families.map(\.size), marks: families.map { StableHash.value(of: Array($0.start)) },
            target: Self.target)
        for run in runs {
            starts.append(String(decoding: families[run.lowerBound].start, as: UTF8.self))
            shards.append(families[run.lowerBound].forms.lowerBound..<families[run.upperBound - 1].forms.upperBound)
        }
        if runs.isEmpty {
            starts = [""]
            shards = [0..<0]
        }
    }

    var count: Int { shards.count }

    /// Writes an `IndexPieces.Words`.
    func write(_ shard: Int, to writer: inout ScriptWriter) {
        var lists = PostingLists()
        var listOfTerm: [Int: Int] = [:]
        var terms: [UInt8] = []
        for form in forms[shards[shard]] {
            if let list = listOfTerm[form.term] {
                Varints.append(lists.count - list, to: &terms)
            } else {
                listOfTerm[form.term] = lists.count
                Varints.append(0, to: &terms)
                lists.append(index.postings[form.term], numbers: numbers)
            }
        }
        writer.object([
            "forms": { $0.words(forms[shards[shard]].lazy.map(\.word)) }, "terms": { $0.packed(terms) },
            "lists": { lists.write(to: &$0) },
        ])
    }

    /// Words with the same first letters.
    private struct Family {
        var start: ArraySlice<UInt8>
        var forms: Range<Int>
        var size: Int
    }

    /// Divides forms in a row by their first letters, and what is too large by more of them.
    private func divide(_ range: Range<Int>, letters: Int, into families: inout [Family]) {
        var first = range.lowerBound
        while first < range.upperBound {
            let start = Self.prefix(of: forms[first].plain, letters: letters)
            var size = 0
            var end = first
            var lastTerm = -1
            while end < range.upperBound, Self.prefix(of: forms[end].plain, letters: letters) == start {
                size += forms[end].word.count + 2
                if forms[end].term != lastTerm { size += index.postings[forms[end].term].count * 3 }
                lastTerm = forms[end].term
                end += 1
            }
            if size > Self.target, letters < Self.mostLetters, end - first > 1 {
                divide(first..<end, letters: letters + 1, into: &families)
            } else {
                families.append(Family(start: start, forms: first..<end, size: size))
            }
            first = end
        }
    }

    private static func prefix(of word: ArraySlice<UInt8>, letters: Int) -> ArraySlice<UInt8> {
        var seen = 0
        for index in word.indices where word[index] & 0xC0 != 0x80 {
            seen += 1
            if seen > letters { return word[..<index] }
        }
        return word
    }
}
