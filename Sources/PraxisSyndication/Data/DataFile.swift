internal import PraxisMarkdown
internal import PraxisModel

/// A file of the data interface: all pages of one kind, at `/api/v1/KINDS.json`.
struct DataFile: Sendable {
    let kind: PageKind

    /// The kinds that have one. People are among them only where the site says so.
    static func all(of site: Site) -> [DataFile] {
        var kinds: [PageKind] = [
            .community, .resource, .path, .event, .post, .question, .guide, .programme, .opportunity,
        ]
        if site.settings.people.isInData { kinds.append(.person) }
        return kinds.map { DataFile(kind: $0) }
    }

    var route: Route {
        let plural =
            switch kind {
            case .person: "people"
            case .community: "communities"
            case .opportunity: "opportunities"
            default: "\(kind.rawValue)s"
            }
        return Route("/api/v1/\(plural).json")
    }

    func bytes(in site: Site) -> [UInt8] {
        let items = (site.relations.byKind[kind] ?? []).map { Item(of: site[$0], in: site) }
        return jsonBytes(of: Document(kind: kind.rawValue, version: 1, items: items))
    }

    private struct Document: Encodable {
        var kind: String
        var version: Int
        var items: [Item]
    }

    /// One page. It names no person but in the list of people.
    private struct Item: Encodable {
        var id: String
        var path: String
        var title: String
        var summary: String
        var language: String
        var topics: [String]
        var community: String?
        var reviewed: String?
        var due: String?
        var kind: String?
        var url: String?
        var why: String?
        var date: String?
        var start: String?
        var end: String?
        var timezone: String?
        var level: String?
        var minutes: Int?

        init(of page: Page, in site: Site) {
            id = page.slug
            path = page.route.path
            title = MailAddresses.leftOut(of: page.metadata.title)
            summary = MailAddresses.leftOut(of: page.metadata.summary)
            language = page.language
            topics = page.metadata.topics.map(\.rawValue)
            community = page.community.map { site[$0].slug }
            reviewed = page.metadata.review.reviewed?.description
            due = page.metadata.review.due?.description
            switch page.content {
            case .resource(let resource):
                kind = resource.kind.rawValue
                url = resource.url
                why = MailAddresses.leftOut(of: resource.why)
                date = resource.added?.description
                level = resource.level
                minutes = resource.minutes
            case .post(let post):
                kind = post.kind.rawValue
                date = post.date.description
            case .question(let question):
                date = question.asked.description
            case .event(let event):
                kind = event.kind?.rawValue
                start = event.start.description
                end = event.end.description
                timezone = event.timeZone
            case .guide(let guide):
                kind = guide.kind.rawValue
                minutes = guide.minutes
            case .programme(let programme):
                kind = programme.kind.rawValue
            case .opportunity(let opportunity):
                kind = opportunity.kind.rawValue
                date = opportunity.closes?.description
            default: break
            }
        }
    }
}
