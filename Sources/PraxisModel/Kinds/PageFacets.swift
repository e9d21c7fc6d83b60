/// A property by which readers narrow lists and the search.
package enum Facet: String, CaseIterable, Sendable {
    case kind, topic, community, level, length, freshness, way, circle, language
}

/// What a page has of each facet.
package struct PageFacets: Sendable {
    /// The word that readers choose by: what kind of resource or post it is, else what kind of page.
    package let kind: String
    /// What it is about, or what a person knows or offers; each once.
    package let topics: [TopicID]
    /// The community that it belongs to, itself if it is one.
    package let community: PageID?
    /// A word of the vocabulary `levels`.
    package let level: String?
    package let length: LengthClass?
    package let freshness: Freshness?
    package let way: Way?
    package let circle: Circle?
    /// A BCP 47 tag.
    package let language: String

    package init(of page: Page, on today: Day) {
        let metadata = page.metadata
        switch page.content {
        case .resource(let resource): kind = resource.kind.rawValue
        case .post(let post): kind = post.kind.rawValue
        default: kind = page.kind.rawValue
        }
        var seen: Set<TopicID> = []
        switch page.content {
        case .topic(let topic): topics = ([topic] + metadata.topics).filter { seen.insert($0).inserted }
        case .person(let person):
            topics = (person.skills.map(\.topic) + person.offers.flatMap(\.topics)).filter { seen.insert($0).inserted }
        default: topics = metadata.topics
        }
        community = page.community
        level = page.resource?.level
        length = page.lengthClass
        freshness = page.freshness(on: today)
        way = metadata.way
        circle = metadata.circle
        language = page.language
    }

    /// The values of a facet as words: of a topic its identifier, of a community its own.
    package func values(of facet: Facet, in site: Site) -> [String] {
        switch facet {
        case .kind: [kind]
        case .topic: topics.map(\.rawValue)
        case .community: community.map { [site[$0].slug] } ?? []
        case .level: level.map { [$0] } ?? []
        case .length: length.map { [$0.rawValue] } ?? []
        case .freshness: freshness.map { [$0.rawValue] } ?? []
        case .way: way.map { [$0.rawValue] } ?? []
        case .circle: circle.map { [$0.rawValue] } ?? []
        case .language: [language]
        }
    }
}
