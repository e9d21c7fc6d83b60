internal import PraxisMarkdown
internal import PraxisModel

/// What a feed is about.
enum FeedSubject: Sendable {
    case site
    case community(PageID)
    case topic(TopicID)
    case curator(PageID)
    case path(PageID)

    /// The folder in which the feed lies.
    func route(in site: Site) -> Route {
        switch self {
        case .site: .home
        case .community(let id), .curator(let id), .path(let id): site[id].route
        case .topic(let id): Route("/topics/\(id)/")
        }
    }

    /// What a feed reader shows as its name.
    func title(in site: Site) -> String {
        let part: String
        switch self {
        case .site: return site.settings.title
        case .community(let id), .curator(let id), .path(let id): part = site[id].metadata.title
        case .topic(let id): part = site.topic(id)?.label ?? id.rawValue
        }
        return "\(MailAddresses.leftOut(of: part)) · \(site.settings.title)"
    }

    /// The pages whose news it brings.
    func pages(in site: Site) -> [PageID] {
        let relations = site.relations
        switch self {
        case .site:
            return Feed.kinds.flatMap { relations.byKind[$0] ?? [] }
        case .community(let id):
            return Feed.kinds.flatMap { relations.inside(id, $0) }
        case .topic(let id):
            return (relations.byTopic[id] ?? []).filter { Feed.kinds.contains(site[$0].kind) }
        case .curator(let id):
            return (relations.involvements[id] ?? [])
                .filter { $0.part == .curator && !site[$0.page].metadata.isArchived }.map(\.page)
        case .path(let id):
            return (site[id].learningPath?.items ?? []).compactMap { item in
                if case .reference(.page(let page)) = item.target { page } else { nil }
            }.filter { !site[$0].metadata.isArchived }
        }
    }
}

extension Site {
    /// Every subject that has a feed: the site, each community, topic, curator and path with something in it.
    var feedSubjects: [FeedSubject] {
        var subjects: [FeedSubject] = [.site]
        subjects += (relations.byKind[.community] ?? []).map { .community($0) }
        subjects += topics.map(\.id).filter { relations.byTopic[$0]?.isEmpty == false }.map { .topic($0) }
        subjects += (relations.byKind[.person] ?? [])
            .filter { person in relations.involvements[person]?.contains { $0.part == .curator } == true }
            .map { .curator($0) }
        subjects += (relations.byKind[.path] ?? []).map { .path($0) }
        return subjects
    }
}
