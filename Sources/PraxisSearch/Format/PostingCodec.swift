/// That a term stands on a page.
struct Posting: Equatable {
    /// The page's number.
    var number: Int
    /// How much it weighs there, as a step of `Scale`.
    var weight: UInt8
    var places: WordPlaces
}

/// How lists of postings are coded, for whoever writes them and whoever reads them. The client's `blockOf` reads the same.
struct PostingCodec: ~Copyable {
    private var counts = NumberModels()
    private var firsts = NumberModels()
    private var gaps = NumberModels(contexts: (mostOctaves + 1) * listSizes)
    private var titles = BitModels(count: listSizes)
    private var headings = BitModels(count: listSizes * 2)
    private var weights = NumberModels(contexts: 4)
    private var sentenceCounts = NumberModels(contexts: weightClasses)

    /// Gaps are learned apart by how large the one before was, up to so many binary digits.
    private static let mostOctaves = 12
    /// And by how long the list is: half its binary logarithm, below this.
    private static let listSizes = 4
    /// How many sentences a word is in is learned apart by how much it weighs, two steps together.
    private static let weightClasses = 21

    /// Begins a list of so many pages.
    mutating func code(count: Int, with coder: inout some BitCoder) -> Int {
        counts.code(count, with: &coder)
    }

    /// One list, in the order of page numbers.
    ///
    /// - Parameters:
    ///   - count: Of pages.
    ///   - write: Gives each posting, by its place.
    ///   - read: Is given each.
    @inline(__always)
    mutating func code(
        count: Int, with coder: inout some BitCoder, write: (Int) -> Posting, read: (Posting) -> Void
    ) {
        let size = min(Self.listSizes - 1, Scale.octave(of: count) / 2)
        var number = -1
        var octave = 0
        for place in 0..<count {
            let posting = write(place)
            let gap: Int
            if place == 0 {
                gap = firsts.code(posting.number, with: &coder)
                octave = Self.mostOctaves
            } else {
                let context = size * (Self.mostOctaves + 1) + octave
                gap = gaps.code(posting.number - number - 1, context: context, with: &coder)
                octave = min(Self.mostOctaves, Scale.octave(of: gap + 1))
            }
            number += gap + 1
            var places: WordPlaces = []
            let title = titles.code(posting.places.contains(.title) ? 1 : 0, at: size, with: &coder)
            if title == 1 { places.insert(.title) }
            let heading = headings.code(
                posting.places.contains(.heading) ? 1 : 0, at: size * 2 + title, with: &coder)
            if heading == 1 { places.insert(.heading) }
            let weight = weights.code(Int(posting.weight), context: title * 2 + heading, with: &coder)
            places.formUnion(code(posting.places, weight: weight, with: &coder))
            read(Posting(number: number, weight: UInt8(truncatingIfNeeded: weight), places: places))
        }
    }

    /// The sentences of places: how many, then which, each as likely as any.
    private mutating func code(_ places: WordPlaces, weight: Int, with coder: inout some BitCoder) -> WordPlaces {
        let context = min(weight / 2, Self.weightClasses - 1)
        var left = sentenceCounts.code(places.sentenceCount, context: context, with: &coder)
        var found: WordPlaces = []
        for number in 0..<WordPlaces.mostSentences where left > 0 {
            let rest = WordPlaces.mostSentences - number
            let sentence = WordPlaces.sentence(number)
            let isThere =
                left >= rest
                || coder.code(places.contains(sentence) ? 1 : 0, chance: Self.chance(of: rest - left, in: rest)) == 1
            if isThere {
                found.insert(sentence)
                left -= 1
            }
        }
        return found
    }

    /// A part of a whole in 65536ths.
    private static func chance(of part: Int, in whole: Int) -> UInt32 {
        65536 * UInt32(truncatingIfNeeded: part) / UInt32(truncatingIfNeeded: whole)
    }
}
