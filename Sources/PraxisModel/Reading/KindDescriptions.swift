internal import PraxisDiagnostics
internal import PraxisMarkdown
package import PraxisYAML

/// What each kind of page has: every field with its form and meaning, as the code that reads it asks for it.
package enum KindDescriptions {
    /// The kinds that have fields of their own, in the order in which the handbook shows them.
    package static let kinds: [PageKind] = [
        .community, .person, .resource, .path, .event, .post, .question, .guide, .programme, .session, .opportunity,
        .topic, .page,
    ]

    /// The fields of a kind, its own first.
    package static func description(of kind: PageKind, in settings: Settings) -> RecordDescription {
        let (catalogue, _) = Catalogue.make(of: [], settings: settings, today: Day(number: 0), includesDrafts: false)
        let context = ReadingContext(
            catalogue: catalogue, settings: settings, topics: [], attachments: [:], today: Day(number: 0))
        let source = SourceText(path: SourcePath(""), bytes: [])
        var findings: [Finding] = []
        let nothing = MarkdownDocument(parsing: source, findings: &findings)
        let placement = Placement(
            kind: kind, slug: "", community: nil, programme: nil, sessionNumber: nil, translation: nil, route: .home)
        return RecordReader.describe(subject(of: kind)) { fields in
            var reader = PageReader(fields, of: source, in: context)
            _ = reader.read(placement, document: nothing, entry: nil)
            fields = reader.fields
        }
    }

    /// The fields of site.yaml.
    package static var settings: RecordDescription {
        RecordReader.describe("site.yaml") { fields in
            var reader = SettingsReader(fields, of: SourceText(path: Placement.settingsFile, bytes: []))
            _ = reader.settings()
            fields = reader.fields
        }
    }

    /// The fields of one topic in topics.yaml.
    package static var topic: RecordDescription {
        RecordReader.describe("a topic") { record in _ = Topic.Row(&record) }
    }

    /// A kind in words, with its article.
    package static func subject(of kind: PageKind) -> String {
        switch kind {
        case .home: "the home page"
        case .page: "a page"
        case .event: "an event"
        case .opportunity: "an opportunity"
        case .path: "a learning path"
        default: "a \(kind.rawValue)"
        }
    }

    /// Which kind has a field that another kind has not, in words.
    static func kind(having key: String, besides kind: PageKind) -> String? {
        owners[key]?.first { $0 != kind }.map { subject(of: $0) }
    }

    /// A field that holds records.
    struct Holder {
        let key: String
        /// What such a record begins with.
        let first: String
    }

    /// The fields of a kind that hold records which have a field of some name.
    static func fields(holding key: String, in kind: PageKind) -> [Holder] { holders[kind]?[key] ?? [] }

    private static let holders: [PageKind: [String: [Holder]]] = {
        var holders: [PageKind: [String: [Holder]]] = [:]
        for kind in kinds {
            for field in description(of: kind, in: .plain).fields {
                let keys = field.shape.record?.keys ?? []
                for key in keys {
                    holders[kind, default: [:]][key, default: []].append(Holder(key: field.key, first: keys[0]))
                }
            }
        }
        return holders
    }()

    /// The kinds by their fields, worked out once.
    private static let owners: [String: [PageKind]] = {
        var owners: [String: [PageKind]] = [:]
        for kind in kinds {
            for key in description(of: kind, in: .plain).keys { owners[key, default: []].append(kind) }
        }
        return owners
    }()
}
