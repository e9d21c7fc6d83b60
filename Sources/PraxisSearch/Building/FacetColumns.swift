internal import PraxisBytes

/// The values that pages can be chosen by, numbered for a whole site.
struct FacetValues {
    let kinds: [String]
    let communities: [String]
    let topics: [String]
    /// By attribute those that pages have.
    let attributes: [SearchFacet: [String]]

    init(of pages: [AnalysedPage]) {
        kinds = Set(pages.map(\.facts.kind)).sorted()
        communities = Set(pages.compactMap(\.facts.community)).sorted()
        topics = Set(pages.flatMap(\.facts.topics)).sorted()
        attributes = Dictionary(
            uniqueKeysWithValues: SearchFacet.attributes.map { facet in
                (facet, Set(pages.compactMap { $0.facts.attributes[facet] }).sorted())
            })
    }

    /// As the manifest holds them.
    func byFacet(languages: [String]) -> [String: [String]] {
        var values: [SearchFacet: [String]] = [
            .kind: kinds, .community: communities, .topic: topics, .language: languages, .status: ["live", "archived"],
        ]
        for (facet, own) in attributes { values[facet] = own }
        return Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
    }
}

/// The columns of one language's pages, given in the order of columns.
struct FacetColumns {
    private var kind: [Int] = []
    private var community: [Int] = []
    private var topicCounts: [Int] = []
    private var topics: [Int] = []
    /// Those of attributes that any page has.
    private var attributes: [SearchFacet: [Int]] = [:]
    private var status: [Int] = []
    private var date: [Int] = []
    private var titleRank: [Int] = []
    private var versions: [Int] = []
    private var length: [Int] = []
    /// Whether any page has a topic or an attribute.
    let hasFacets: Bool

    /// - Parameters:
    ///   - versions: By address of the original, the number of a page in several languages.
    ///   - ranks: By address, the place of the title among all the site's.
    init(of pages: [AnalysedPage], values: FacetValues, versions: [String: Int], ranks: [String: Int]) {
        let kinds = Self.numbers(of: values.kinds)
        let communities = Self.numbers(of: values.communities)
        let topics = Self.numbers(of: values.topics)
        hasFacets = pages.contains { !$0.facts.topics.isEmpty || !$0.facts.attributes.isEmpty }
        for page in pages {
            let facts = page.facts
            kind.append(kinds[facts.kind] ?? 0)
            community.append(facts.community.flatMap { communities[$0] }.map { $0 + 1 } ?? 0)
            let numbers = Set(facts.topics.compactMap { topics[$0] }).sorted()
            topicCounts.append(numbers.count)
            self.topics += numbers
            status.append(facts.isArchived ? 1 : 0)
            date.append(facts.date.map { max(0, $0 + 1) } ?? 0)
            titleRank.append(ranks[facts.url] ?? 0)
            self.versions.append(facts.original.flatMap { versions[$0] } ?? 0)
            length.append(Scale.halfOctave(of: page.length))
        }
        for (facet, own) in values.attributes {
            let numbers = Self.numbers(of: own)
            let column = pages.map { $0.facts.attributes[facet].flatMap { numbers[$0] }.map { $0 + 1 } ?? 0 }
            if column.contains(where: { $0 > 0 }) { attributes[facet] = column }
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
        // Clients that know no other attribute look for the level whether or not a page has one.
        let columns = SearchFacet.attributes.compactMap { facet in
            (attributes[facet] ?? (facet == .level ? Array(repeating: 0, count: topicCounts.count) : nil)).map {
                (facet.rawValue, $0)
            }
        }
        writer.object(packing: [("topicCounts", topicCounts), ("topics", topics)] + columns)
    }

    /// Writes an `IndexPieces.Sorting`.
    func writeSorting(to writer: inout ScriptWriter) {
        writer.object(["date": { $0.packed(date) }, "title": { $0.packed(titleRank) }])
    }

    private static func numbers(of values: [String]) -> [String: Int] {
        Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
