internal import PraxisMarkdown
internal import PraxisModel

/// The newest things of a subject, in a form that both feed formats write.
struct Feed {
    let title: String
    /// The address of the page that the feed is about, and of the folder that the feed lies in.
    let page: String
    let language: String
    let summary: String?
    let entries: [Entry]
    let today: Day

    /// One page in a feed. It names no person unless the site puts people into its data.
    struct Entry {
        let url: String
        let title: String
        let summary: String
        let date: Day
        let author: String?
        /// The address that a resource recommends.
        let related: String?
        let categories: [String]
        let language: String
    }

    /// The kinds of page that are news.
    static let kinds: [PageKind] = [.post, .resource, .guide, .path, .question, .event, .opportunity]

    /// How many entries a feed has at the most.
    static let limit = 50

    /// Needs the site's address; without it no feed is made.
    init(of subject: FeedSubject, in site: Site) {
        let route = subject.route(in: site)
        title = subject.title(in: site)
        page = site.settings.address(of: route)
        language = site.settings.language
        summary = site.settings.summary.map { MailAddresses.leftOut(of: $0) }
        today = site.today
        let dated = subject.pages(in: site).map { id in (date: Self.date(of: site[id]), id: id) }
        entries =
            dated
            .sorted { ($1.date ?? .distantPast, $0.id) < ($0.date ?? .distantPast, $1.id) }
            .prefix(Self.limit)
            .map { Entry(of: site[$0.id], date: $0.date ?? .distantPast, in: site) }
    }

    /// The day of the newest entry; a feed without any is as old as time.
    var updated: Day { entries.map(\.date).max() ?? .distantPast }

    /// The day on which a page became news.
    private static func date(of page: Page) -> Day? {
        switch page.content {
        case .post(let post): post.date
        case .question(let question): question.asked
        case .resource(let resource): resource.added ?? page.metadata.review.reviewed
        default: page.metadata.shownFrom ?? page.metadata.review.reviewed
        }
    }
}

extension Feed.Entry {
    init(of page: Page, date: Day, in site: Site) {
        url = site.settings.address(of: page.route)
        title = MailAddresses.leftOut(of: page.metadata.title)
        summary = MailAddresses.leftOut(of: page.resource?.why ?? page.metadata.summary)
        related = page.resource?.url
        categories = page.metadata.topics.compactMap { site.topic($0).map { MailAddresses.leftOut(of: $0.label) } }
        language = page.language
        self.date = date
        let name = site.settings.people.isInData ? Self.author(of: page)?.name(in: site) : nil
        author = name.map { MailAddresses.leftOut(of: $0) }
    }

    private static func author(of page: Page) -> PersonMention? {
        switch page.content {
        case .post(let post): post.author
        case .resource(let resource): resource.curator
        case .path(let path): path.curator
        default: nil
        }
    }
}

extension Day {
    /// A day before everything: where a format asks for a date and there is none.
    static let distantPast = Day(number: 0)

    /// The beginning of the day in UTC, as RFC 3339 writes it.
    var timestamp: String { "\(self)T00:00:00Z" }
}
