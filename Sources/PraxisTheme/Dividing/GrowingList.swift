package import PraxisModel

/// A list that grows with its site.
package enum GrowingList: Hashable, Sendable, Encodable {
    /// A list of the whole site.
    case section(SiteList)
    /// The pages of a kind in a community, told by its original.
    case inside(PageID, PageKind)
    /// Events whose last date has been.
    case pastEvents
    /// The resources of one topic.
    case resources(on: TopicID)
    /// All titles from A to Z, with the topics that have no page.
    case titles

    /// All lists that there may be of a site, whatever is in them. Linear in the number of communities.
    static func all(of site: Site) -> [GrowingList] {
        let sections = SiteList.allCases.filter { $0 == .archive || $0.kind != nil }.map(GrowingList.section)
        let communities = site.standings.filter { $0.kind == .community && $0.original == nil }
        let inside = communities.flatMap { community in
            PageKind.insideCommunities.map { GrowingList.inside(community.id, $0) }
        }
        return sections + inside + site.topics.map { .resources(on: $0.id) } + [.pastEvents, .titles]
    }

    /// The kind of its pages; `nil` where they are of several.
    var kind: PageKind? {
        switch self {
        case .section(let list): list.kind
        case .inside(_, let kind): kind
        case .pastEvents: .event
        case .resources: .resource
        case .titles: nil
        }
    }

    /// Its pages in their natural order, events that have been by their last date.
    func pages(of site: Site) -> [PageID] {
        switch self {
        case .section(.archive): return site.relations.archived
        case .section(.people):
            // Nobody can learn from whoever left.
            return (site.relations.byKind[.person] ?? []).filter { site[$0].person?.alumni == nil }
        case .section(let list): return list.kind.flatMap { site.relations.byKind[$0] } ?? []
        case .inside(let community, let kind): return site.relations.inside(community, kind)
        case .pastEvents: return site.pastEvents
        case .resources(let topic): return (site.relations.byTopic[topic] ?? []).filter { site[$0].kind == .resource }
        case .titles:
            return site.pages.filter { $0.original == nil && $0.kind != .home && !$0.metadata.isArchived }.map(\.id)
        }
    }

    /// What else is in it: topics without a page.
    func topics(of site: Site) -> [Topic] { self == .titles ? site.topics.filter { $0.page == nil } : [] }

    /// What its pages are parted by, level by level.
    var levels: [PartLevel] {
        switch kind {
        case _ where self == .titles: PartLevel.letters
        case .resource, .post: [.kind, .year, .month] + PartLevel.letters
        case .question, .event: [.year, .month] + PartLevel.letters
        case .guide, .opportunity: [.kind] + PartLevel.letters
        case nil: [.pageKind] + PartLevel.letters
        default: PartLevel.letters
        }
    }

    /// The folder of its parts, in its own. No page of a file is in a folder of that name there.
    var folder: String { self == .titles ? "titles" : "all" }
}

extension Site {
    /// Events whose last date has been, the latest first. Linear in the number of their dates, but for sorting.
    var pastEvents: [PageID] {
        let dated = (relations.byKind[.event] ?? []).compactMap { id -> (id: PageID, date: Event.Occurrence)? in
            self[id].event?.shownDate(on: today).map { (id, $0) }
        }
        return dated.filter { $0.date.end.day < today }
            .sorted { ($1.date.start, $0.id) < ($0.date.start, $1.id) }.map(\.id)
    }
}

extension SiteList {
    /// The kind of the pages that are in it; `nil` for tools, and where they are of several.
    var kind: PageKind? {
        switch self {
        case .communities: .community
        case .people: .person
        case .library: .resource
        case .guides: .guide
        case .paths: .path
        case .questions: .question
        case .posts: .post
        case .programmes: .programme
        case .opportunities: .opportunity
        // The agenda looks only so far ahead, and shows what repeats once.
        case .events: nil
        case .topics, .archive, .find, .search, .subscribe, .contribute, .stewardship: nil
        }
    }
}
