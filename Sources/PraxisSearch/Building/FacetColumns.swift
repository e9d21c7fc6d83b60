internal import PraxisBytes

/// The values that pages can be chosen by, numbered for a whole site.
struct FacetValues {
    let kinds: [String]
    let communities: [String]
    let topics: [String]
    let levels: [String]

    init(of pages: [AnalysedPage]) {
        kinds = Set(pages.map(\.facts.kind)).sorted()
        communities = Set(pages.compactMap(\.facts.community)).sorted()
        topics = Set(pages.flatMap(\.facts.topics)).sorted()
        levels = Set(pages.compactMap(\.facts.level)).sorted()
    }

    /// As the manifest holds them.
    func byFacet(languages: [String]) -> [String: [String]] {
        [
            SearchFacet.kind.rawValue: kinds, SearchFacet.community.rawValue: communities,
            SearchFacet.topic.rawValue: topics, SearchFacet.level.rawValue: levels,
            SearchFacet.language.rawValue: languages, SearchFacet.status.rawValue: ["live", "archived"],
        ]
    }
}

/// The columns of one language's pages, given in the order of columns.
struct FacetColumns {
    private var kind: [Int] = []
    private var community: [Int] = []
    private var topicCounts: [Int] = []
    private var topics: [Int] = []
    private var level: [Int] = []
    private var status: [Int] = []
    private var date: [Int] = []
    private var titleRank: [Int] = []
    private var versions: [Int] = []
    private var length: [Int] = []
    /// Whether any page has a topic or a level.
    let hasFacets: Bool

    /// - Parameters:
    ///   - versions: By address of the original, the number of a page in several languages.
    ///   - ranks: By address, the place of the title among all the site's.
    init(of pages: [AnalysedPage], values: FacetValues, versions: [String: Int], ranks: [String: Int]) {
        let kinds = Self.numbers(of: values.kinds)
        let communities = Self.numbers(of: values.communities)
        let topics = Self.numbers(of: values.topics)
        let levels = Self.numbers(of: values.levels)
        hasFacets = pages.contains { !$0.facts.topics.isEmpty || $0.facts.level != nil }
        for page in pages {
            let facts = page.facts
            kind.append(kinds[facts.kind] ?? 0)
            community.append(facts.community.flatMap { communities[$0] }.map { $0 + 1 } ?? 0)
            let numbers = Set(facts.topics.compactMap { topics[$0] }).sorted()
            topicCounts.append(numbers.count)
            self.topics += numbers
            level.append(facts.level.flatMap { levels[$0] }.map { $0 + 1 } ?? 0)
            status.append(facts.isArchived ? 1 : 0)
            date.append(facts.date.map { max(0, $0 + 1) } ?? 0)
            titleRank.append(ranks[facts.url] ?? 0)
            self.versions.append(facts.original.flatMap { versions[$0] } ?? 0)
            length.append(Scale.halfOctave(of: page.length))
        }
    }

    /// The manifest's columns.
    ///
    /// - Parameters:
    ///   - numbers: Of the pages.
    ///   - titles: By piece of titles how many pages it has.
    ///   - titleLengths: Different words in each title.
    ///   - commonInTitle: How many of them are common.
    func columns(numbers: [Int], titles: [Int], titleLengths: [Int], commonInTitle: [Int]) -> IndexManifest.Columns {
        var gaps: [Int] = []
        for count in titles {
            let piece = numbers[gaps.count..<gaps.count + count]
            gaps += zip(piece, [0] + piece).map { $0 - $1 }
        }
        return IndexManifest.Columns(
            number: PackedNumbers.text(of: gaps), titles: PackedNumbers.text(of: titles),
            kind: PackedNumbers.text(ofRuns: kind),
            community: PackedNumbers.text(ofRuns: community), status: PackedNumbers.text(ofRuns: status),
            versions: PackedNumbers.text(ofRuns: versions), length: PackedNumbers.text(of: length),
            titleLength: PackedNumbers.text(of: titleLengths), commonInTitle: PackedNumbers.text(of: commonInTitle))
    }

    /// Writes an `IndexPieces.Facets`.
    func writeFacets(to writer: inout ScriptWriter) {
        writer.object([
            "topicCounts": { $0.packed(topicCounts) }, "topics": { $0.packed(topics) }, "level": { $0.packed(level) },
        ])
    }

    /// Writes an `IndexPieces.Sorting`.
    func writeSorting(to writer: inout ScriptWriter) {
        writer.object(["date": { $0.packed(date) }, "title": { $0.packed(titleRank) }])
    }

    private static func numbers(of values: [String]) -> [String: Int] {
        Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
