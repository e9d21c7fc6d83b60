internal import PraxisMarkdown
internal import PraxisModel

/// A file of the data interface: all pages of one kind, at `/api/v1/KINDS.json`.
struct DataFile: Sendable {
    let kind: PageKind

    /// The kinds that may have one.
    static let kinds: [PageKind] = [
        .community, .resource, .path, .event, .post, .question, .guide, .programme, .opportunity, .person,
    ]

    /// Those of a site. People are among them only where it says so.
    static func all(of site: Site) -> [DataFile] {
        kinds.filter { $0 != .person || site.settings.people.isInData }.map { DataFile(kind: $0) }
    }

    /// What each page of a kind says besides what all pages do.
    static func namesInEach(of kind: PageKind) -> [Item.CodingKeys] {
        switch kind {
        case .community: [.community]
        case .resource: [.community, .kind, .why]
        case .path: [.community]
        case .event: [.community, .start, .end, .timezone, .dates]
        case .post: [.community, .kind, .date]
        case .question: [.community, .date]
        case .guide: [.community, .kind]
        case .programme, .opportunity: [.kind]
        case .home, .page, .person, .topic, .session: []
        }
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
        return jsonBytes(of: Document(kind: kind.rawValue, items: items))
    }

    /// The version of what is in these files; the number in their address.
    static let version = 1

    private struct Document: Encodable {
        var schema = DataSchema.fileName
        var kind: String
        var version = DataFile.version
        var items: [Item]

        private enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case kind, version, items
        }
    }

    /// One page, as ``DataSchema`` describes it. It names no person but in the list of people.
    struct Item: Encodable {
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
        var dates: [Date]?
        var level: String?
        var minutes: Int?

        /// What it says, by name.
        enum CodingKeys: String, CodingKey, CaseIterable {
            case id, path, title, summary, language, topics, community, reviewed, due, kind, url, why, date, start, end
            case timezone, dates, level, minutes
        }

        /// A date on which an event takes place, by the clock of its time zone.
        struct Date: Encodable {
            var start: String
            var end: String
            /// Where that date is called otherwise than the event.
            var title: String?
            var cancelled: Bool

            enum CodingKeys: String, CodingKey, CaseIterable {
                case start, end, title, cancelled
            }

            init(_ occurrence: Event.Occurrence) {
                start = occurrence.start.description
                end = occurrence.end.description
                title = occurrence.title.map { MailAddresses.leftOut(of: $0) }
                cancelled = occurrence.isCancelled
            }
        }

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
                dates = event.occurrences(since: site.today, through: site.today.advanced(byMonths: 12)).map(Date.init)
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
