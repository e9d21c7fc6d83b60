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

/// The columns of one language's pages, as bytes.
struct FacetColumns {
    private var kind: [UInt8] = []
    private var community: [UInt8] = []
    private var topic: [UInt8] = []
    private var level: [UInt8] = []
    private var status: [UInt8] = []
    private var date: [UInt8] = []
    private var titleLength: [UInt8] = []
    private var titleRank: [UInt8] = []
    private var versions: [UInt8] = []

    /// - Parameter ranks: By address, the place of the title among all the site's.
    init(of pages: [AnalysedPage], values: FacetValues, languages: [String], ranks: [String: Int]) {
        let kinds = Self.numbers(of: values.kinds)
        let communities = Self.numbers(of: values.communities)
        let topics = Self.numbers(of: values.topics)
        let levels = Self.numbers(of: values.levels)
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
            Varints.append(page.titleLength, to: &titleLength)
            Varints.append(ranks[facts.url] ?? 0, to: &titleRank)
            let bits = facts.versions.compactMap { languages.firstIndex(of: $0) }.reduce(0) { $0 | 1 << $1 }
            Varints.append(bits, to: &versions)
        }
    }

    /// The piece `columns`.
    func write(to writer: inout ScriptWriter) {
        let columns: [(String, [UInt8])] = [
            ("kind", kind), ("community", community), ("topic", topic), ("level", level), ("status", status),
            ("date", date), ("titleLength", titleLength), ("titleRank", titleRank), ("versions", versions),
        ]
        for (index, (name, bytes)) in columns.enumerated() {
            writer.raw(index == 0 ? "{" : ",")
            writer.string(name)
            writer.raw(":")
            writer.base64(bytes)
        }
        writer.raw("}")
    }

    private static func numbers(of values: [String]) -> [String: Int] {
        Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
