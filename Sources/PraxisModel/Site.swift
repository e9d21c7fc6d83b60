package import PraxisDiagnostics

/// The whole site, read and resolved; nothing in it changes any more.
///
/// It holds only what is on the site on `today`: drafts, unlisted people and what is outside its dates are not in it, so
/// that nothing downstream can show them.
package struct Site: Sendable {
    package let settings: Settings
    /// The day that the build takes for today.
    package let today: Day
    /// In the order of topics.yaml.
    package let topics: [Topic]
    /// Files beside pages that are copied as they are, by route.
    package let attachments: [Attachment]
    /// What leads where, both ways.
    package let relations: Relations

    private let allPages: [Page]
    private let topicIndices: [TopicID: Int]
    private let routes: [Route: PageID]
    private var log: ReadLog?

    package init(
        settings: Settings, today: Day, pages: [Page], topics: [Topic], attachments: [Attachment]
    ) {
        self.settings = settings
        self.today = today
        allPages = pages
        self.topics = topics
        self.attachments = attachments
        topicIndices = Dictionary(topics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        routes = Dictionary(pages.map { ($0.route, $0.id) }, uniquingKeysWith: { first, _ in first })
        relations = Relations(of: pages, today: today)
    }

    /// By `PageID.index`.
    package var pages: [Page] {
        log?.noteEverything()
        return allPages
    }

    /// A page; what only looks at a part of it copies no more than that.
    package subscript(id: PageID) -> Page {
        _read {
            log?.note(id)
            yield allPages[id.index]
        }
    }

    package func topic(_ id: TopicID) -> Topic? { topicIndices[id].map { topics[$0] } }

    package func page(at route: Route) -> PageID? { routes[route] }

    // MARK: Changes

    /// The same site, which notes each page that is read of it.
    package func noting(in log: ReadLog) -> Site {
        var site = self
        site.log = log
        return site
    }

    /// The pages that are not as they were on an earlier site; `nil` where more than pages differs: which there are and
    /// where, how they are related, topics, settings, the day. Linear in the number of pages.
    package func changedPages(since old: Site) -> Set<PageID>? {
        guard settings == old.settings, today == old.today, topics == old.topics, attachments == old.attachments,
            allPages.count == old.allPages.count,
            zip(allPages, old.allPages).allSatisfy({ $0.route == $1.route }), relations == old.relations
        else { return nil }
        return Set(zip(allPages, old.allPages).lazy.filter { $0 != $1 }.map(\.0.id))
    }
}

/// A file beside a page: an image or a download.
package struct Attachment: Equatable, Sendable {
    package let source: SourcePath
    package let route: Route
    package let imageSize: ImageSize?

    package init(source: SourcePath, route: Route, imageSize: ImageSize? = nil) {
        self.source = source
        self.route = route
        self.imageSize = imageSize
    }
}
