internal import PraxisModel

/// What the files of the data interface hold, as a JSON Schema (2020-12): `/api/v1/schema.json`, which each of them names.
enum DataSchema {
    /// Beside the files, so that they name it by its name alone wherever the site lies.
    static let fileName = "schema.json"
    static let route = Route("/api/v1/\(fileName)")

    /// The same for every site with these words.
    static func bytes(in site: Site) -> [UInt8] {
        let item = JSONSchema.object(
            DataFile.Item.CodingKeys.allCases.map { ($0.rawValue, schema(of: $0, in: site.settings)) },
            required: ["id", "path", "title", "summary", "language", "topics"], "A page of the site.")
        let date = JSONSchema.object(
            DataFile.Item.Date.CodingKeys.allCases.map { ($0.rawValue, schema(of: $0)) },
            required: ["start", "end", "cancelled"], "A date on which an event takes place.")
        let file: [String: JSONValue] = [
            "$schema": JSONSchema.version,
            "title": "All pages of one kind",
            "type": "object",
            "required": ["$schema", "kind", "version", "items"],
            "additionalProperties": false,
            "properties": [
                "$schema": ["const": .text(fileName)],
                "kind": JSONSchema.words(DataFile.kinds.map(\.rawValue), "The kind of all these pages."),
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
        case .id: JSONSchema.text("Its identifier, once for its kind and community.")
        case .path: JSONSchema.text("Its address, from the top of the site.", pattern: "^/.*/$")
        case .title: JSONSchema.text("What it is called, or a person's name.")
        case .summary: JSONSchema.text("One or two sentences, or nothing.")
        case .language: JSONSchema.text("A BCP 47 tag.")
        case .topics:
            ["type": "array", "items": ["type": "string"], "description": "Identifiers of topics."]
        case .community: JSONSchema.text("The identifier of the community that it belongs to, its own if it is one.")
        case .reviewed: JSONSchema.day("When somebody last looked at it.")
        case .due: JSONSchema.day("By when somebody should look again.")
        case .kind:
            JSONSchema.words(
                ResourceKind.allCases.map(\.rawValue) + PostKind.allCases.map(\.rawValue)
                    + EventKind.allCases.map(\.rawValue) + GuideKind.allCases.map(\.rawValue)
                    + ProgrammeKind.allCases.map(\.rawValue) + OpportunityKind.allCases.map(\.rawValue),
                "What sort of resource, post, event, guide, programme or opportunity it is.")
        case .url: JSONSchema.text("Where a resource is.")
        case .why: JSONSchema.text("What a resource is good for, as its curator says.")
        case .date:
            JSONSchema.day("When a resource was added, a post written, a question asked; when an opportunity closes.")
        case .start: JSONSchema.time("When an event begins, or the first of its series, by the clock of its time zone.")
        case .end: JSONSchema.time("When it ends.")
        case .timezone: JSONSchema.text("An IANA name.")
        case .dates:
            [
                "type": "array", "items": ["$ref": "#/$defs/date"],
                "description": "The dates of an event from the day on which the site was built, for a year.",
            ]
        case .level: JSONSchema.words(settings.levels.map(\.id), "For whom a resource is.")
        case .minutes:
            JSONSchema.count("How long a resource or a guide takes.")
        }
    }

    private static func schema(of name: DataFile.Item.Date.CodingKeys) -> JSONValue {
        switch name {
        case .start: JSONSchema.time("When it begins, by the clock of the event's time zone.")
        case .end: JSONSchema.time("When it ends.")
        case .title: JSONSchema.text("What it is called on that date, where that differs.")
        case .cancelled: ["type": "boolean", "description": "Whether it does not take place."]
        }
    }
}
