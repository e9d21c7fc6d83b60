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
    private var kind: [UInt8] = []
    private var community: [UInt8] = []
    private var topic: [UInt8] = []
    private var level: [UInt8] = []
    private var status: [UInt8] = []
    private var date: [UInt8] = []
    private var titleRank: [UInt8] = []
    private var versions: [UInt8] = []
    private var length: [UInt8] = []
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
            Varints.append(kinds[facts.kind] ?? 0, to: &kind)
            Varints.append(facts.community.flatMap { communities[$0] }.map { $0 + 1 } ?? 0, to: &community)
            let numbers = Set(facts.topics.compactMap { topics[$0] }).sorted()
            Varints.append(numbers.count, to: &topic)
            for number in numbers { Varints.append(number, to: &topic) }
            Varints.append(facts.level.flatMap { levels[$0] }.map { $0 + 1 } ?? 0, to: &level)
            Varints.append(facts.isArchived ? 1 : 0, to: &status)
            Varints.append(facts.date.map { max(0, $0 + 1) } ?? 0, to: &date)
            Varints.append(ranks[facts.url] ?? 0, to: &titleRank)
            Varints.append(facts.original.flatMap { versions[$0] } ?? 0, to: &self.versions)
            Varints.append(Scale.halfOctave(of: page.length), to: &length)
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
            number: Self.packed(gaps), titles: Self.packed(titles), kind: PackedText.text(of: kind),
            community: PackedText.text(of: community), status: PackedText.text(of: status),
            versions: PackedText.text(of: versions), length: PackedText.text(of: length),
            titleLength: Self.packed(titleLengths), commonInTitle: Self.packed(commonInTitle))
    }

    /// Writes an `IndexPieces.Facets`.
    func writeFacets(to writer: inout ScriptWriter) {
        writer.object(["topic": { $0.packed(topic) }, "level": { $0.packed(level) }])
    }

    /// Writes an `IndexPieces.Sorting`.
    func writeSorting(to writer: inout ScriptWriter) {
        writer.object(["date": { $0.packed(date) }, "title": { $0.packed(titleRank) }])
    }

    private static func packed(_ numbers: [Int]) -> String {
        var bytes: [UInt8] = []
        for number in numbers { Varints.append(number, to: &bytes) }
        return PackedText.text(of: bytes)
    }

    private static func numbers(of values: [String]) -> [String: Int] {
        Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
