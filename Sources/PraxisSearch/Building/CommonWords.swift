internal import PraxisBytes

/// The terms that stand on so many pages that their lists are kept apart, so that rarer words load without them.
struct CommonWords {
    /// Their forms, in order.
    let forms: [InvertedIndex.Form]
    /// In the order of their stems.
    private let terms: [Int]
    private let isCommon: Set<Int>
    /// The terms whose lists stand in one file.
    private let bundles: [Range<Int>]

    /// A term on more pages is common.
    static let mostPages = 1400
    /// At least about so many bytes before they are packed go into a bundle, and more where that would make too many.
    private static let leastSize = 8 * 1024
    private static let mostBundles = 256

    init(of index: InvertedIndex) {
        terms = (0..<index.postings.count).filter { index.postings.count(of: $0) > Self.mostPages }
        let isCommon = Set(terms)
        self.isCommon = isCommon
        forms = terms.isEmpty ? [] : index.forms.filter { isCommon.contains($0.term) }
        let sizes = terms.map { index.postings.count(of: $0) * 3 }
        // Rounded, so that an edit does not move all boundaries.
        let average = sizes.reduce(0, +) / Self.mostBundles
        bundles = Boundaries.runs(
            of: sizes, marks: terms.map { StableHash.value(of: Array(index.stems[$0])) },
            target: max(Self.leastSize, Scale.value(of: Int(Scale.step(of: average)))))
    }

    var bundleCount: Int { bundles.count }

    func contains(_ term: Int) -> Bool { isCommon.contains(term) }

    /// The terms whose lists a bundle has, in order.
    func terms(of bundle: Int) -> ArraySlice<Int> { terms[bundles[bundle]] }

    /// What a bundle is called: the first form of its first term.
    func name(of bundle: Int) -> String {
        let first = terms(of: bundle).first
        return forms.first { $0.term == first }.map { String(decoding: $0.word, as: UTF8.self) } ?? ""
    }

    /// Writes an `IndexPieces.Lists`.
    func write(_ bundle: Int, of index: InvertedIndex, numbers: [Int], to writer: inout ScriptWriter) {
        var lists = PostingLists()
        for term in terms(of: bundle) { lists.append(index.postings[term], numbers: numbers) }
        lists.write(to: &writer)
    }

    /// By page, how many of them stand in its title.
    func countsInTitles(of pages: [AnalysedPage], in index: InvertedIndex) -> [Int] {
        var counts = [Int](repeating: 0, count: pages.count)
        for term in terms {
            for posting in index.postings[term] where posting.places.contains(.title) { counts[Int(posting.page)] += 1 }
        }
        return zip(counts, pages).map { min($0, $1.titleLength) }
    }

    /// What the manifest says of them.
    func entry(of index: InvertedIndex, files: [String]) -> IndexManifest.Common {
        let place = Dictionary(terms.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return IndexManifest.Common(
            forms: forms.map { String(decoding: $0.word, as: UTF8.self) }.joined(separator: " "),
            terms: PackedNumbers.text(of: forms.map { place[$0.term] ?? 0 }),
            octaves: PackedNumbers.text(of: terms.map { Scale.octave(of: index.postings.count(of: $0)) }),
            bundles: PackedNumbers.text(of: bundles.map(\.count)), files: files)
    }
}
