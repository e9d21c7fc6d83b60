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
        settings: Settings, today: Day, menu: [MenuItem] = [], pages: [Page], topics: [Topic],
        attachments: [Attachment]
    ) {
        allPages = pages
        frame = Frame(
            settings: settings, today: today, menu: menu, pages: pages, topics: topics, attachments: attachments)
    }

    /// The same site with others in the place of some of its pages, of the same kinds and at the same addresses.
    package init(_ other: Site, exchanging changed: [PageID: Page]) {
        var pages = other.allPages
        for (id, page) in changed { pages[id.index] = page }
        allPages = pages
        let moved = changed.filter { id, page in
            let old = other.allPages[id.index]
            return page.metadata.title != old.metadata.title || !page.isRelated(as: old)
        }
        frame =
            moved.isEmpty ? other.frame : Frame(other.frame, exchanging: moved, among: pages, before: other.allPages)
    }

    package var settings: Settings { _read { yield frame.settings } }
    /// The day that the build takes for today.
    package var today: Day { frame.today }
    /// The menu that site.yaml gives; empty where the theme's own stands.
    package var menu: [MenuItem] { frame.menu }
    /// In the order of topics.yaml.
    package var topics: [Topic] { frame.topics }
    /// Files beside pages, on the site or not (``FileUse``), by route.
    package var attachments: [Attachment] { frame.attachments }
    /// What leads where, both ways.
    package var relations: Relations { log.map(frame.relations.noting) ?? frame.relations }

    /// By `PageID.index`.
    package var pages: [Page] {
        guard let log else { return allPages }
        log.noteOfAll(.facts)
        return allPages.map { $0.noting(in: log) }
    }

    /// By `PageID.index`.
    package var standings: [Page.Standing] {
        log?.noteOfAll(.standing)
        return allPages.map(\.standing)
    }

    package subscript(id: PageID) -> Page {
        guard let log else { return allPages[id.index] }
        log.note(.facts, of: id)
        return allPages[id.index].noting(in: log)
    }

    package func topic(_ id: TopicID) -> Topic? { frame.topicIndices[id].map { frame.topics[$0] } }

    package func page(at route: Route) -> PageID? { frame.routes[route] }

    // MARK: Changes

    /// The same site, which notes what is read of its pages and relations.
    package func noting(in log: ReadLog) -> Site {
        var site = self
        site.log = log
        return site
    }

    /// Notes that something was used which had been made of the site, and what had been read of it for that.
    package func note(_ reads: SiteReads?) {
        guard let log, let reads else { return }
        log.note(reads)
    }

    /// How pages and relations differ from those of an earlier site; `nil` where more does: which pages there are and where,
    /// topics, settings, the day. Linear in the number of pages.
    package func changes(since old: Site) -> SiteChanges? {
        guard frame.isSame(as: old.frame) else { return nil }
        var changes = SiteChanges(relations: frame.relations.differences(from: old.frame.relations))
        for (page, old) in zip(allPages, old.allPages) {
            let aspects = page.differences(from: old)
            changes.note(aspects, of: page.id)
        }
        return changes
    }
}

extension Site {
    /// Of all that sets two sites apart besides their pages, and of their relations. Linear in the size of the site.
    package var frameFingerprint: Fingerprint { frame.fingerprint }
}

/// All of a site but its pages, and what is worked out of them.
private final class Frame: Sendable {
    let settings: Settings
    let today: Day
    let menu: [MenuItem]
    let topics: [Topic]
    let attachments: [Attachment]
    let relations: Relations
    private let order: NaturalOrder
    let topicIndices: [TopicID: Int]
    /// By `PageID.index`.
    let addresses: [Route]
    let routes: [Route: PageID]

    init(
        settings: Settings, today: Day, menu: [MenuItem], pages: [Page], topics: [Topic], attachments: [Attachment]
    ) {
        self.settings = settings
        self.today = today
        self.menu = menu
        self.topics = topics
        self.attachments = attachments
        topicIndices = Dictionary(topics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        addresses = pages.map(\.route)
        routes = Dictionary(pages.map { ($0.route, $0.id) }, uniquingKeysWith: { first, _ in first })
        order = NaturalOrder(of: pages)
        relations = Relations(of: pages, in: order, today: today)
    }

    /// - Parameters:
    ///   - changed: The pages that are called or related otherwise than those that they take the place of.
    ///   - pages: All, by `PageID.index`.
    ///   - old: As they were.
    init(_ other: Frame, exchanging changed: [PageID: Page], among pages: [Page], before old: [Page]) {
        settings = other.settings
        today = other.today
        menu = other.menu
        topics = other.topics
        attachments = other.attachments
        topicIndices = other.topicIndices
        addresses = other.addresses
        routes = other.routes
        order = other.order.exchanging(changed)
        let isCalledOtherwise = changed.allSatisfy { $1.isRelated(as: old[$0.index]) }
        relations =
            isCalledOtherwise
            ? other.relations.moving(Set(changed.keys), of: pages, in: order)
            : Relations(of: pages, in: order, today: today)
    }

    /// Of what `isSame` compares, and of the relations.
    var fingerprint: Fingerprint {
        Fingerprint(combining: [
            Fingerprint(of: settings), Fingerprint(of: today), Fingerprint(of: menu), Fingerprint(of: topics),
            Fingerprint(of: attachments),
            Fingerprint(of: addresses), Fingerprint(of: relations),
        ])
    }

    /// Whether two sites differ in no more than what their pages say and how these are related.
    func isSame(as other: Frame) -> Bool {
        self === other
            || settings == other.settings && today == other.today && menu == other.menu && topics == other.topics
                && attachments == other.attachments && addresses == other.addresses
    }
}

/// A file beside a page: an image or a download.
package struct Attachment: Equatable, Sendable, Encodable {
    package let source: SourcePath
    package let route: Route
    package let imageSize: ImageSize?
    /// Whether it has the name of a picture and something keeps readers from seeing it.
    package let isFaulty: Bool

    package init(source: SourcePath, route: Route, imageSize: ImageSize? = nil, isFaulty: Bool = false) {
        self.source = source
        self.route = route
        self.imageSize = imageSize
        self.isFaulty = isFaulty
    }
}
