internal import PraxisBytes

/// The terms that stand on so many pages that their lists are kept apart, so that rarer words load without them.
struct CommonWords {
    /// Their forms, in order.
    let forms: [InvertedIndex.Form]
    /// In order.
    let terms: [Int]
    private let isCommon: Set<Int>
    private let bundleOfTerm: [Int]
    let bundleCount: Int

    /// A term on more pages is common.
    static let mostPages = 1400
    /// About so many bytes before they are packed go into a bundle, more where that would make too many.
    private static let target = 8 * 1024
    private static let mostBundles = 256

    init(of index: InvertedIndex) {
        let terms = index.postings.indices.filter { index.postings[$0].count > Self.mostPages }
        let isCommon = Set(terms)
        var count = 1
        let size = terms.reduce(0) { $0 + index.postings[$1].count * 3 }
        while count * Self.target < size, count < Self.mostBundles { count *= 2 }
        self.terms = terms
        self.isCommon = isCommon
        bundleCount = terms.isEmpty ? 0 : count
        bundleOfTerm = terms.map { Int(StableHash.value(of: Array(index.stems[$0])) & UInt64(count - 1)) }
        forms = terms.isEmpty ? [] : index.forms.filter { isCommon.contains($0.term) }
    }

    func contains(_ term: Int) -> Bool { isCommon.contains(term) }

    /// Writes an `IndexPieces.Lists`.
    func write(_ bundle: Int, of index: InvertedIndex, numbers: [Int], to writer: inout ScriptWriter) {
        var lists = PostingLists()
        for (place, term) in terms.enumerated() where bundleOfTerm[place] == bundle {
            lists.append(index.postings[term], numbers: numbers)
        }
        lists.write(to: &writer)
    }

    /// By page, how many of them stand in its title.
    func countsInTitles(of pages: [AnalysedPage], in index: InvertedIndex) -> [Int] {
        var counts = [Int](repeating: 0, count: pages.count)
        for term in terms {
            for posting in index.postings[term] where posting.places.contains(.title) { counts[posting.page] += 1 }
        }
        return zip(counts, pages).map { min($0, $1.titleLength) }
    }

    /// What the manifest says of them.
    func entry(of index: InvertedIndex, files: [String]) -> IndexManifest.Common {
        let place = Dictionary(terms.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return IndexManifest.Common(
            forms: forms.map { String(decoding: $0.word, as: UTF8.self) }.joined(separator: " "),
            terms: PackedNumbers.text(of: forms.map { place[$0.term] ?? 0 }),
            octaves: PackedNumbers.text(of: terms.map { Scale.octave(of: index.postings[$0].count) }),
            bundles: PackedNumbers.text(of: bundleOfTerm), files: files)
    }
}
