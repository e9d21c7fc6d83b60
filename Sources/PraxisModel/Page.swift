package import PraxisDiagnostics
package import PraxisMarkdown

/// One file under `content/` that has a page on the site, read, checked and resolved.
///
/// What it says is kept once, however many hold the page: copying it copies two references. A page of a site that notes
/// reads (``Site/noting(in:)``) notes when its text is asked for, and when where that leads is.
package struct Page: Equatable, Sendable {
    private let kept: Kept<Facts>
    private let text: Kept<Text>
    private var log: ReadLog?

    package init(_ facts: Facts, _ text: Text) {
        kept = Kept(facts)
        self.text = Kept(text)
    }

    /// What a page is and what it says of itself, the summary that may be the first sentence of its text included.
    package struct Facts: Equatable, Sendable, Encodable {
        package let id: PageID
        package let source: SourcePath
        /// The last part of its identity: `anna-lind`.
        package let slug: String
        package let kind: PageKind
        package let route: Route
        /// A BCP 47 tag.
        package let language: String
        /// The community that it belongs to, itself if it is one.
        package let community: PageID?
        /// The page that this one translates.
        package let original: PageID?
        package var metadata: Metadata
        package var content: Content
    }

    /// Of what a page is, all that decides which addresses there are and which of them search engines may have.
    package struct Standing: Equatable, Sendable {
        package let id: PageID
        package let kind: PageKind
        package let route: Route
        package let language: String
        package let original: PageID?
        /// What it is the page of.
        package let topic: TopicID?
        package let status: Status
        package let aliases: [Route]
    }

    /// What stands below the front matter.
    package struct Text: Equatable, Sendable {
        package var document: MarkdownDocument
        /// Where each link and image of the document leads, in the document's order.
        package var links: [LinkTarget]
        /// What each list in the document is to hold, in the document's order; `nil` for one that cannot be had.
        package var lists: [ListRequest?]

        package init(document: MarkdownDocument, links: [LinkTarget], lists: [ListRequest?]) {
            self.document = document
            self.links = links
            self.lists = lists
        }
    }

    // MARK: Facts

    package var facts: Facts { _read { yield kept.value } }
    package var id: PageID { kept.value.id }
    package var source: SourcePath { kept.value.source }
    package var slug: String { kept.value.slug }
    package var kind: PageKind { kept.value.kind }
    package var route: Route { kept.value.route }
    package var language: String { kept.value.language }
    package var community: PageID? { kept.value.community }
    package var original: PageID? { kept.value.original }
    package var metadata: Metadata { _read { yield kept.value.metadata } }
    package var content: Content { _read { yield kept.value.content } }
    /// Its metadata's, for those who ask many pages and want no more of it.
    package var title: String { kept.value.metadata.title }
    /// Its metadata's too.
    package var isArchived: Bool { kept.value.metadata.isArchived }

    /// Nothing is noted of it; see ``Site/standings``.
    var standing: Standing {
        let topic: TopicID? = if case .topic(let id) = content { id } else { nil }
        return Standing(
            id: id, kind: kind, route: route, language: language, original: original, topic: topic,
            status: metadata.status, aliases: metadata.aliases)
    }

    // MARK: Text

    package var document: MarkdownDocument {
        log?.note(.text, of: id)
        return text.value.document
    }

    package var links: [LinkTarget] {
        log?.note(.links, of: id)
        return text.value.links
    }

    package var lists: [ListRequest?] {
        log?.note(.links, of: id)
        return text.value.lists
    }

    // MARK: Changes

    /// The same page, which notes what is read of its text.
    func noting(in log: ReadLog) -> Page {
        var page = self
        page.log = log
        return page
    }

    /// The same page with another text. Nothing is noted of it.
    package func exchanging(_ text: Text) -> Page { Page(kept: kept, text: Kept(text)) }

    private init(kept: Kept<Facts>, text: Kept<Text>) {
        self.kept = kept
        self.text = text
    }

    /// Whether ``Relations`` have it where they have another page of the same kind at the same address, whatever the two are
    /// called.
    func isRelated(as other: Page) -> Bool {
        kept === other.kept
            || metadata.isArchived == other.metadata.isArchived && metadata.topics == other.metadata.topics
                && metadata.circle == other.metadata.circle && metadata.way == other.metadata.way
                && metadata.owners == other.metadata.owners
                && content == other.content
    }

    /// In what it is not as it was. Constant where both come from the same reading.
    func differences(from old: Page) -> PageAspects {
        var aspects: PageAspects = []
        if kept != old.kept {
            aspects.insert(.facts)
            if standing != old.standing { aspects.insert(.standing) }
        }
        guard text !== old.text else { return aspects }
        if text.value.links != old.text.value.links || text.value.lists != old.text.value.lists {
            aspects.insert(.links)
        }
        if text.value.document != old.text.value.document { aspects.insert(.text) }
        return aspects
    }

    package static func == (left: Page, right: Page) -> Bool { left.differences(from: right).isEmpty }

    /// The facts of each kind. A topic's page, the home page and plain pages have none of their own.
    package enum Content: Equatable, Sendable, Encodable {
        case plain
        case topic(TopicID)
        case person(Person)
        case community(Community)
        case resource(Resource)
        case path(LearningPath)
        case event(Event)
        case post(Post)
        case question(Question)
        case guide(Guide)
        case programme(Programme)
        case session(Session)
        case opportunity(Opportunity)
    }
}

/// A value that many hold and nobody changes.
final class Kept<Value: Equatable & Sendable>: Equatable, Sendable {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }

    static func == (left: Kept, right: Kept) -> Bool { left === right || left.value == right.value }
}

/// Where a link or an image in a page's text leads.
package enum LinkTarget: Hashable, Sendable, Encodable {
    /// An address elsewhere, as written.
    case external(String)
    /// A page of the site, with the identifier of a heading.
    case page(PageID, fragment: String?)
    /// An output that no single page stands for, such as a list, with a fragment.
    case route(Route, fragment: String?)
    /// A file beside the page.
    case attachment(Route, size: ImageSize?)
    /// A page that is not on the site today, or an address that must not be linked: its text stands alone.
    case text
}

/// The size of a picture in pixels.
package struct ImageSize: Hashable, Sendable, Encodable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

extension Page {
    package var person: Person? { if case .person(let person) = content { person } else { nil } }
    package var communityContent: Community? { if case .community(let value) = content { value } else { nil } }
    package var resource: Resource? { if case .resource(let resource) = content { resource } else { nil } }
    package var learningPath: LearningPath? { if case .path(let path) = content { path } else { nil } }
    package var event: Event? { if case .event(let event) = content { event } else { nil } }
    package var post: Post? { if case .post(let post) = content { post } else { nil } }
    package var question: Question? { if case .question(let question) = content { question } else { nil } }
    package var guide: Guide? { if case .guide(let guide) = content { guide } else { nil } }
    package var programme: Programme? { if case .programme(let programme) = content { programme } else { nil } }
    package var session: Session? { if case .session(let session) = content { session } else { nil } }
    package var opportunity: Opportunity? {
        if case .opportunity(let opportunity) = content { opportunity } else { nil }
    }
}
