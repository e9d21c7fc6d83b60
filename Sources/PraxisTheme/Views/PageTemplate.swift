/// A template that the program asks for, and the view that it gets.
package enum PageTemplate: String, CaseIterable, Sendable {
    case home, communities, community, person, library, resource, path, find, events, event, topic, programme, session
    case guide, question, post, opportunity, plain, list, archive, search, titles, subscribe, contribute, stewardship
    case notFound = "not-found"
    case redirect
    /// Not a page: what stands in a text for a list that its author asked for.
    case inlineList = "inline-list"

    /// What other templates and findings call it.
    package var name: String { self == .inlineList ? "components/\(rawValue)" : "pages/\(rawValue)" }

    /// The view below which the shell lies.
    var view: any View.Type {
        switch self {
        case .home: HomePage.self
        case .communities: CommunitiesPage.self
        case .community: CommunityPage.self
        case .person: PersonPage.self
        case .library: LibraryPage.self
        case .resource: ResourcePage.self
        case .path: PathPage.self
        case .find: FindPage.self
        case .events: EventsPage.self
        case .event: EventPage.self
        case .topic: TopicPage.self
        case .programme: ProgrammePage.self
        case .session: SessionPage.self
        case .guide: GuidePage.self
        case .question: QuestionPage.self
        case .post: PostPage.self
        case .opportunity: OpportunityPage.self
        case .plain: PlainPage.self
        case .list: ListPage.self
        case .archive: ArchivePage.self
        case .search: SearchPage.self
        case .titles: TitlesPage.self
        case .subscribe: SubscribePage.self
        case .contribute: ContributePage.self
        case .stewardship: StewardshipPage.self
        case .notFound: NotFoundPage.self
        case .redirect: RedirectPage.self
        case .inlineList: InlineList.self
        }
    }

    /// What the page is, in words, as findings say it.
    var summary: String {
        switch self {
        case .list: "lists of pages"
        case .notFound: "addresses that there is nothing at"
        case .redirect: "old addresses"
        case .inlineList: "lists in the text of pages"
        default: view.description.summary.prefix { $0 != "." && $0 != ";" && $0 != ":" }.description.lowercasedFirst
        }
    }

    /// What the template sees.
    var scope: TemplateScope {
        TemplateScope(self == .inlineList ? [view.description] : [ShellView.description, view.description])
    }
}

extension String {
    /// The text with its first letter in lower case.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
