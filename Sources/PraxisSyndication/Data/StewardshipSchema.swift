internal import PraxisModel

/// What the data of the stewardship report holds, as a JSON Schema (2020-12): `/stewardship/schema.json`.
enum StewardshipSchema {
    /// Beside the file, so that it names it by its name alone wherever the site lies.
    static let fileName = "schema.json"
    static let route = Route("/stewardship/\(fileName)")

    /// The same for every site with these stages.
    static func bytes(in site: Site) -> [UInt8] {
        let totals = JSONSchema.object(
            StewardshipData.Totals.CodingKeys.allCases.map { ($0.rawValue, schema(of: $0)) },
            required: StewardshipData.Totals.CodingKeys.allCases.filter { $0 != .reviewedInTime }.map(\.rawValue),
            "The figures of the whole site.")
        let optional: [StewardshipData.Row.CodingKeys] = [
            .members, .target, .reviewedInTime, .nextMeeting, .ownerNames, .moderatorNames, .askableNames,
        ]
        let row = JSONSchema.object(
            StewardshipData.Row.CodingKeys.allCases.map { ($0.rawValue, schema(of: $0, in: site.settings)) },
            required: StewardshipData.Row.CodingKeys.allCases.filter { !optional.contains($0) }.map(\.rawValue),
            "How a community is kept.")
        let file: [String: JSONValue] = [
            "$schema": JSONSchema.version,
            "title": "How the communities of a site are kept",
            "type": "object",
            "required": ["$schema", "version", "today", "totals", "communities"],
            "additionalProperties": false,
            "properties": [
                "$schema": ["const": .text(fileName)],
                "version": ["const": .number(StewardshipData.version)],
                "today": JSONSchema.day("The day for which it was made."),
                "totals": totals,
                "communities": ["type": "array", "items": row],
            ],
        ]
        return jsonBytes(of: JSONValue.object(file))
    }

    private static func schema(of name: StewardshipData.Totals.CodingKeys) -> JSONValue {
        switch name {
        case .communities: JSONSchema.count("How many communities there are.")
        case .withoutOwner: JSONSchema.count("How many of them go on and have no owner.")
        case .pages: JSONSchema.count("How many pages there are, in communities and outside.")
        case .reviewedInTime:
            JSONSchema.count("How many of a hundred pages with a day for it are not due for review.", upTo: 100)
        case .due: JSONSchema.count("How many pages are due for review.")
        case .openQuestions: JSONSchema.count("How many questions have no accepted answer.")
        case .topicsSoughtAndNotOffered: JSONSchema.count("How many topics somebody seeks and nobody offers.")
        }
    }

    private static func schema(of name: StewardshipData.Row.CodingKeys, in settings: Settings) -> JSONValue {
        switch name {
        case .id: JSONSchema.text("Its identifier.")
        case .community: JSONSchema.text("What it is called.")
        case .stage: JSONSchema.words(settings.stages.map(\.id), "Where it is in its life.")
        case .owners: JSONSchema.count("How many owners it has.")
        case .moderators: JSONSchema.count("How many moderators it has.")
        case .members: JSONSchema.count("The latest count of its members, unless that is too small to be told.")
        case .target: JSONSchema.count("How many members it hopes for.")
        case .pages: JSONSchema.count("How many pages it has, its own among them.")
        case .reviewedInTime:
            JSONSchema.count("How many of a hundred of its pages with a day for it are not due for review.", upTo: 100)
        case .due: JSONSchema.count("How many of its pages are due for review.")
        case .lonely: JSONSchema.count("How many of its pages no page leads to but lists.")
        case .openQuestions: JSONSchema.count("How many of its questions have no accepted answer.")
        case .nextMeeting: JSONSchema.day("The day of its next meeting, of those in sight.")
        case .meetingsIn12Months: JSONSchema.count("How many meetings there were in the last twelve months.")
        case .addedIn12Months:
            JSONSchema.count("How many posts, questions and resources were added in the last twelve months.")
        case .missing:
            [
                "type": "array", "description": "The roles that nobody holds.",
                "items": JSONSchema.words([Role.owner, .moderator].map(\.rawValue), "A role."),
            ]
        case .address: JSONSchema.text("Its address; without the site's own, where site.yaml gives none.")
        case .ownerNames: names("The names of its owners, where site.yaml lets people into data.")
        case .moderatorNames: names("The names of its moderators, where site.yaml lets people into data.")
        case .askableNames: names("Whom to ask where nobody owns it, where site.yaml lets people into data.")
        }
    }

    private static func names(_ description: String) -> JSONValue {
        ["type": "array", "items": ["type": "string"], "description": .text(description)]
    }
}
