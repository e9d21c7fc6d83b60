package import PraxisModel

/// A list that grows with its site.
package enum GrowingList: Hashable, Sendable, Encodable {
    /// A list of the whole site.
    case section(SiteList)
    /// The pages of a kind in a community, told by its original.
    case inside(PageID, PageKind)

    /// All lists that there may be of a site, whatever is in them. Linear in the number of communities.
    static func all(of site: Site) -> [GrowingList] {
        let sections = SiteList.allCases.filter { $0 == .archive || $0.kind != nil }.map(GrowingList.section)
        let communities = site.standings.filter { $0.kind == .community && $0.original == nil }
        return sections
            + communities.flatMap { community in
                PageKind.insideCommunities.map { GrowingList.inside(community.id, $0) }
            }
    }

    /// The kind of its pages; `nil` where they are of several.
    var kind: PageKind? {
        switch self {
        case .section(let list): list.kind
        case .inside(_, let kind): kind
        }
    }

    /// Its pages in their natural order.
    func pages(of site: Site) -> [PageID] {
        switch self {
        case .section(.archive): return site.relations.archived
        case .section(.people):
            // Nobody can learn from whoever left.
            return (site.relations.byKind[.person] ?? []).filter { site[$0].person?.alumni == nil }
        case .section(let list): return list.kind.flatMap { site.relations.byKind[$0] } ?? []
        case .inside(let community, let kind): return site.relations.inside(community, kind)
        }
    }

    /// What its pages are parted by, level by level.
    var levels: [PartLevel] {
        switch kind {
        case .resource, .post: [.kind, .year, .month] + PartLevel.letters
        case .question, .event: [.year, .month] + PartLevel.letters
        case .guide, .opportunity: [.kind] + PartLevel.letters
        case nil: [.pageKind] + PartLevel.letters
        default: PartLevel.letters
        }
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
