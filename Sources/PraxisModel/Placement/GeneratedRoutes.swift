/// Addresses that the site has without a file for them: its lists and tools.
package enum GeneratedRoutes {
    /// Folders at the top of the site that no plain page may take, with what is there.
    package static let topFolders: [String: String] = [
        "communities": "the list of communities", "people": "the list of people", "topics": "the list of topics",
        "library": "the library", "guides": "the list of guides", "paths": "the list of learning paths",
        "questions": "the list of questions", "posts": "the list of posts", "events": "the events",
        "programmes": "the list of programmes", "opportunities": "the list of opportunities", "circles": "the circles",
        "ways": "the ways of learning", "archive": "the archive", "find": "the finder", "search": "the search",
        "subscribe": "the feeds", "contribute": "the page for contributors", "stewardship": "the stewardship report",
        "assets": "the theme's files", "api": "the data files",
    ]

    /// The lists and tools at the top of the site.
    package static let lists = Set(topFolders.keys).subtracting(["assets", "api", "circles", "ways"])

    /// Whether readers may be sent to an address that the site has by itself. A letter's page, a part of a list, and what a
    /// topic has more than its page shows, is only on a large site; what has been, once something has.
    package static func isForReaders(_ route: Route) -> Bool {
        let parts = route.path.split(separator: "/")
        if parts.count == 1 { return lists.contains(String(parts[0])) }
        return !["search", "topics", "events"].contains(parts.first) && !isPart(parts) && !isPartInside(parts)
            && occupant(of: route) != nil
    }

    /// What the site puts at an address by itself, in words; `nil` where nothing. The language prefix is left out.
    package static func occupant(of route: Route) -> String? {
        let parts = route.path.split(separator: "/")
        switch parts.count {
        case 1 where parts[0] == "404.html": return "the page for addresses that lead nowhere"
        case 1: return topFolders[String(parts[0])]
        case 2 where parts[0] == "circles":
            return Circle(rawValue: String(parts[1])).map { "the circle \"\($0.rawValue)\"" }
        case 2 where parts[0] == "ways":
            return Way(rawValue: String(parts[1])).map { "the way of learning \"\($0.rawValue)\"" }
        case 3... where parts[0] == "search" && parts[1] == "titles": return "a letter of the index from A to Z"
        case 2... where parts[0] == "events" && parts[1] == "past": return "the list of past events"
        case 3... where parts[0] == "topics" && parts[2] == "resources": return "the topic's list of resources"
        case 3... where isPart(parts): return topFolders[String(parts[0])].map { "a part of \($0)" }
        case 3 where parts[0] == "communities":
            return isListInside(parts) ? "the community's list of \(parts[2])" : nil
        case 5... where isPartInside(parts): return "a part of the community's list of \(parts[2])"
        default: return nil
        }
    }

    /// Whether an address begins as a list inside a community does.
    private static func isListInside(_ parts: [Substring]) -> Bool {
        parts[0] == "communities" && PageKind.insideCommunities.contains { $0.communityFolder == String(parts[2]) }
    }

    /// Whether an address is that of a part of a list inside a community.
    private static func isPartInside(_ parts: [Substring]) -> Bool {
        parts.count > 4 && parts[3] == "all" && isListInside(parts)
    }

    /// Whether an address is that of a part of a list of the whole site, which it has once the list is long. Communities and
    /// programmes may be called `all`; of their lists, parts have names of one letter.
    private static func isPart(_ parts: [Substring]) -> Bool {
        guard parts.count > 2, parts[1] == "all", lists.contains(String(parts[0])) else { return false }
        return !["communities", "programmes"].contains(parts[0]) || parts[2].utf8.count == 1
    }
}
