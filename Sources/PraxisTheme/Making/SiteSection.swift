/// A list or tool at the top of the site, for its navigation.
enum SiteSection: String, CaseIterable, Sendable, Encodable {
    case communities, find, library, guides, events, questions, programmes
    case people, topics, paths, posts, opportunities
    case archive, subscribe, contribute, stewardship, search

    /// Its folder: `library/`.
    var path: String { "\(rawValue)/" }

    /// Its title.
    var title: TextKey {
        switch self {
        case .communities: .navCommunities
        case .find: .navFind
        case .library: .navLibrary
        case .guides: .navGuides
        case .events: .navEvents
        case .questions: .navQuestions
        case .programmes: .navProgrammes
        case .people: .navPeople
        case .topics: .navTopics
        case .paths: .navPaths
        case .posts: .navPosts
        case .opportunities: .navOpportunities
        case .archive: .navArchive
        case .subscribe: .navSubscribe
        case .contribute: .navContribute
        case .stewardship: .navStewardship
        case .search: .navSearch
        }
    }

    /// What stands in the main navigation, unless site.yaml says what does.
    static let main: [SiteSection] = [.communities, .find, .library, .guides, .events, .questions, .programmes]
}
