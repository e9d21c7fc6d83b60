internal import PraxisModel

/// What the files of the data interface hold, as a JSON Schema (2020-12): `/api/v1/schema.json`, which each of them names.
enum DataSchema {
    /// Beside the files, so that they name it by its name alone wherever the site lies.
    static let fileName = "schema.json"
    static let route = Route("/api/v1/\(fileName)")

    /// The same for every site with these words.
    static func bytes(in site: Site) -> [UInt8] {
        let item = object(
            DataFile.Item.CodingKeys.allCases.map { ($0.rawValue, schema(of: $0, in: site.settings)) },
            required: ["id", "path", "title", "summary", "language", "topics"], "A page of the site.")
        let date = object(
            DataFile.Item.Date.CodingKeys.allCases.map { ($0.rawValue, schema(of: $0)) },
            required: ["start", "end", "cancelled"], "A date on which an event takes place.")
        let file: [String: JSONValue] = [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "All pages of one kind",
            "type": "object",
            "required": ["$schema", "kind", "version", "items"],
            "additionalProperties": false,
            "properties": [
                "$schema": ["const": .text(fileName)],
                "kind": words(DataFile.kinds.map(\.rawValue), "The kind of all these pages."),
                "version": ["const": .number(DataFile.version)],
                "items": ["type": "array", "items": ["$ref": "#/$defs/item"]],
            ],
            // What each page of a kind has besides.
            "allOf": .list(
                DataFile.kinds.compactMap { kind in
                    let names = DataFile.namesInEach(of: kind)
                    guard !names.isEmpty else { return nil }
                    return [
                        "if": ["properties": ["kind": ["const": .text(kind.rawValue)]]],
                        "then": [
                            "properties": [
                                "items": ["items": ["required": .list(names.map { .text($0.rawValue) })]]
                            ]
                        ],
                    ]
                }),
            "$defs": ["item": item, "date": date],
        ]
        return jsonBytes(of: JSONValue.object(file))
    }

    private static func schema(of name: DataFile.Item.CodingKeys, in settings: Settings) -> JSONValue {
        switch name {
        case .id: text("Its identifier, once for its kind and community.")
        case .path: text("Its address, from the top of the site.", pattern: "^/.*/$")
        case .title: text("What it is called, or a person's name.")
        case .summary: text("One or two sentences, or nothing.")
        case .language: text("A BCP 47 tag.")
        case .topics:
            ["type": "array", "items": ["type": "string"], "description": "Identifiers of topics."]
        case .community: text("The identifier of the community that it belongs to, its own if it is one.")
        case .reviewed: day("When somebody last looked at it.")
        case .due: day("By when somebody should look again.")
        case .kind:
            words(
                ResourceKind.allCases.map(\.rawValue) + PostKind.allCases.map(\.rawValue)
                    + EventKind.allCases.map(\.rawValue) + GuideKind.allCases.map(\.rawValue)
                    + ProgrammeKind.allCases.map(\.rawValue) + OpportunityKind.allCases.map(\.rawValue),
                "What sort of resource, post, event, guide, programme or opportunity it is.")
        case .url: text("Where a resource is.")
        case .why: text("What a resource is good for, as its curator says.")
        case .date:
            day("When a resource was added, a post written, a question asked; when an opportunity closes.")
        case .start: time("When an event begins, or the first of its series, by the clock of its time zone.")
        case .end: time("When it ends.")
        case .timezone: text("An IANA name.")
        case .dates:
            [
                "type": "array", "items": ["$ref": "#/$defs/date"],
                "description": "The dates of an event from the day on which the site was built, for a year.",
            ]
        case .level: words(settings.levels.map(\.id), "For whom a resource is.")
        case .minutes:
            ["type": "integer", "minimum": 0, "description": "How long a resource or a guide takes."]
        }
    }

    private static func schema(of name: DataFile.Item.Date.CodingKeys) -> JSONValue {
        switch name {
        case .start: time("When it begins, by the clock of the event's time zone.")
        case .end: time("When it ends.")
        case .title: text("What it is called on that date, where that differs.")
        case .cancelled: ["type": "boolean", "description": "Whether it does not take place."]
        }
    }

    // MARK: Forms

    private static func object(
        _ properties: [(name: String, schema: JSONValue)], required: [String], _ description: String
    ) -> JSONValue {
        [
            "type": "object", "description": .text(description), "additionalProperties": false,
            "required": .list(required.map { .text($0) }),
            "properties": .object(Dictionary(properties, uniquingKeysWith: { first, _ in first })),
        ]
    }

    private static func text(_ description: String, pattern: String? = nil) -> JSONValue {
        var schema: [String: JSONValue] = ["type": "string", "description": .text(description)]
        if let pattern { schema["pattern"] = .text(pattern) }
        return .object(schema)
    }

    private static func words(_ words: [String], _ description: String) -> JSONValue {
        var seen: Set<String> = []
        let each = words.filter { seen.insert($0).inserted }
        return ["enum": .list(each.map { .text($0) }), "description": .text(description)]
    }

    private static func day(_ description: String) -> JSONValue {
        text(description, pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    }

    private static func time(_ description: String) -> JSONValue {
        text(description, pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$")
    }
}
