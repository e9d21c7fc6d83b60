package import PraxisBytes
package import PraxisDiagnostics

/// The whole site, read and resolved; nothing in it changes any more.
///
/// It holds only what is on the site on `today`: drafts, unlisted people and what is outside its dates are not in it, so
/// that nothing downstream can show them.
package struct Site: Sendable {
    private let frame: Frame
    private let allPages: [Page]
    private var log: ReadLog?

    package init(
        settings: Settings, today: Day, pages: [Page], topics: [Topic], attachments: [Attachment]
    ) {
        allPages = pages
        frame = Frame(
            settings: settings, today: today, facts: pages.map(\.facts), topics: topics, attachments: attachments)
    }

    /// The same site with other texts on some of its pages.
    package init(_ other: Site, exchanging texts: [PageID: Page.Text]) {
        frame = other.frame
        var pages = other.allPages
        for (id, text) in texts { pages[id.index] = pages[id.index].exchanging(text) }
        allPages = pages
    }

    package var settings: Settings { _read { yield frame.settings } }
    /// The day that the build takes for today.
    package var today: Day { frame.today }
    /// In the order of topics.yaml.
    package var topics: [Topic] { frame.topics }
    /// Files beside pages that are copied as they are, by route.
    package var attachments: [Attachment] { frame.attachments }
    /// What leads where, both ways.
    package var relations: Relations { _read { yield frame.relations } }

    /// By `PageID.index`.
    package var pages: [Page] {
        guard let log else { return allPages }
        log.noteOfAll(.facts)
        return allPages.map { $0.noting(in: log) }
    }

    package subscript(id: PageID) -> Page {
        guard let log else { return allPages[id.index] }
        log.note(.facts, of: id)
        return allPages[id.index].noting(in: log)
    }

    package func topic(_ id: TopicID) -> Topic? { frame.topicIndices[id].map { frame.topics[$0] } }

    package func page(at route: Route) -> PageID? { frame.routes[route] }

    // MARK: Changes

    /// The same site, which notes what is read of its pages.
    package func noting(in log: ReadLog) -> Site {
        var site = self
        site.log = log
        return site
    }

    /// The pages that are not as they were on an earlier site, and in what; `nil` where more than pages differs: which
    /// there are and where, how they are related, topics, settings, the day. Linear in the number of pages.
    package func changes(since old: Site) -> [PageID: PageAspects]? {
        guard frame.isSame(as: old.frame) else { return nil }
        var changes: [PageID: PageAspects] = [:]
        for (page, old) in zip(allPages, old.allPages) {
            let aspects = page.differences(from: old)
            if !aspects.isEmpty { changes[page.id] = aspects }
        }
        return changes
    }
}

extension Site {
    /// Of all that could make ``changes(since:)`` say that anything may be different. Linear in the size of the site.
    package var frameFingerprint: Fingerprint { frame.fingerprint }
}

/// All of a site but its pages, and what follows from facts of them.
private final class Frame: Sendable {
    let settings: Settings
    let today: Day
    let topics: [Topic]
    let attachments: [Attachment]
    let relations: Relations
    let topicIndices: [TopicID: Int]
    /// By `PageID.index`.
    let addresses: [Route]
    let routes: [Route: PageID]

    init(settings: Settings, today: Day, facts: [Page.Facts], topics: [Topic], attachments: [Attachment]) {
        self.settings = settings
        self.today = today
        self.topics = topics
        self.attachments = attachments
        topicIndices = Dictionary(topics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        addresses = facts.map(\.route)
        routes = Dictionary(facts.map { ($0.route, $0.id) }, uniquingKeysWith: { first, _ in first })
        relations = Relations(of: facts, today: today)
    }

    /// Of what `isSame` compares.
    var fingerprint: Fingerprint {
        Fingerprint(combining: [
            Fingerprint(of: settings), Fingerprint(of: today), Fingerprint(of: topics), Fingerprint(of: attachments),
            Fingerprint(of: addresses), Fingerprint(of: relations),
        ])
    }

    /// Whether two sites differ in no more than what their pages say.
    func isSame(as other: Frame) -> Bool {
        self === other
            || settings == other.settings && today == other.today && topics == other.topics
                && attachments == other.attachments && addresses == other.addresses && relations == other.relations
    }
}

/// A file beside a page: an image or a download.
package struct Attachment: Equatable, Sendable, Encodable {
    package let source: SourcePath
    package let route: Route
    package let imageSize: ImageSize?

    package init(source: SourcePath, route: Route, imageSize: ImageSize? = nil) {
        self.source = source
        self.route = route
        self.imageSize = imageSize
    }
}
