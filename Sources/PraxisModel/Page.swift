package import PraxisDiagnostics
package import PraxisMarkdown

/// One file under `content/` that has a page on the site, read, checked and resolved.
package struct Page: Equatable, Sendable {
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
    package let document: MarkdownDocument
    /// Where each link and image of the document leads, in the document's order.
    package var links: [LinkTarget]
    /// What each list in the document is to hold, in the document's order; `nil` for one that cannot be had.
    package var lists: [ListRequest?]

    /// The facts of each kind. A topic's page, the home page and plain pages have none of their own.
    package enum Content: Equatable, Sendable {
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

/// Where a link or an image in a page's text leads.
package enum LinkTarget: Hashable, Sendable {
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
package struct ImageSize: Hashable, Sendable {
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
