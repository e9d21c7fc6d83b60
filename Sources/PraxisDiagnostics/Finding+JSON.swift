package import FoundationEssentials

/// Writes findings for programs: one JSON array of objects with the keys `rule`, `severity`, `path`, `line`, `column`,
/// `endLine`, `endColumn`, `message`, `advice` and `notes`.
///
/// Lines and columns count from 1, columns in characters; what does not apply is left out.
package enum FindingJSONFormat {
    package static func data(for findings: [Finding]) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(findings.map(FindingObject.init))
    }
}

private struct FindingObject: Encodable {
    var rule: String
    var severity: String
    var place: PlaceObject
    var message: String
    var advice: String?
    var notes: [NoteObject]

    init(_ finding: Finding) {
        rule = finding.rule.id
        severity = finding.severity.rawValue
        place = PlaceObject(finding.location)
        message = finding.message
        advice = finding.advice
        notes = finding.notes.map { NoteObject(message: $0.message, place: PlaceObject($0.location)) }
    }

    private enum Key: CodingKey {
        case rule, severity, message, advice, notes
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(rule, forKey: .rule)
        try container.encode(severity, forKey: .severity)
        try container.encode(message, forKey: .message)
        try container.encodeIfPresent(advice, forKey: .advice)
        if !notes.isEmpty { try container.encode(notes, forKey: .notes) }
        try place.encode(to: encoder)
    }
}

private struct NoteObject: Encodable {
    var message: String
    var place: PlaceObject

    private enum Key: CodingKey {
        case message
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(message, forKey: .message)
        try place.encode(to: encoder)
    }
}

private struct PlaceObject: Encodable {
    var path: String
    var line: Int?
    var column: Int?
    var endLine: Int?
    var endColumn: Int?

    init(_ location: Location) {
        path = location.path.rawValue
        line = location.range?.start.line
        column = location.characterColumn
        endLine = location.range?.end.line
        endColumn = location.characterEndColumn
    }
}
