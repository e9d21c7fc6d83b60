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

    /// At least about so many bytes before they are packed, and more where that would make too many shards.
    private static let leastSize = 14 * 1024
    private static let mostShards = 380
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
        let size = Self.size(of: forms, in: index)
        // Rounded, so that an edit does not move all boundaries.
        let target = max(Self.leastSize, Scale.value(of: Int(Scale.step(of: size / Self.mostShards))))
        var families: [Family] = []
        divide(forms.indices, target: target, letters: Self.stemLetters, into: &families)
        let runs = Boundaries.runs(
            of: families.map(\.size), marks: families.map { StableHash.value(of: Array($0.start)) },
            target: target)
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

    /// The terms whose lists a shard has.
    func terms(of shard: Int) -> Set<Int> { Set(forms[shards[shard]].lazy.map(\.term)) }

    /// Writes an `IndexPieces.Words`.
    func write(_ shard: Int, to writer: inout ScriptWriter) {
        var lists = PostingLists()
        var listOfTerm: [Int: Int] = [:]
        var terms: [Int] = []
        for form in forms[shards[shard]] {
            if let list = listOfTerm[form.term] {
                terms.append(lists.count - list)
            } else {
                listOfTerm[form.term] = lists.count
                terms.append(0)
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
    private func divide(_ range: Range<Int>, target: Int, letters: Int, into families: inout [Family]) {
        var first = range.lowerBound
        while first < range.upperBound {
            let start = Self.prefix(of: forms[first].plain, letters: letters)
            var end = first
            while end < range.upperBound, Self.prefix(of: forms[end].plain, letters: letters) == start { end += 1 }
            let size = Self.size(of: forms[first..<end], in: index)
            if size > target, letters < Self.mostLetters, end - first > 1 {
                divide(first..<end, target: target, letters: letters + 1, into: &families)
            } else {
                families.append(Family(start: start, forms: first..<end, size: size))
            }
            first = end
        }
    }

    /// About how many bytes some forms and their lists take.
    private static func size(of forms: some Collection<InvertedIndex.Form>, in index: InvertedIndex) -> Int {
        var size = 0
        var lastTerm = -1
        for form in forms {
            size += form.word.count + 2
            if form.term != lastTerm { size += index.postings.count(of: form.term) * 3 }
            lastTerm = form.term
        }
        return size
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
