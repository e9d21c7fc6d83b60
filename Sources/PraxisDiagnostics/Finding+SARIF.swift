package import FoundationEssentials

/// Writes findings for code hosts: SARIF 2.1.0 (OASIS), which shows them beside the changed lines of a merge request.
package enum FindingSARIFFormat {
    package static func data(for findings: [Finding], version: String) throws -> Data {
        let rules = Set(findings.map(\.rule)).sorted { $0.id < $1.id }
        let log = Log(
            schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0",
            runs: [
                Run(
                    tool: Tool(
                        driver: Driver(
                            name: "praxis", version: version,
                            rules: rules.map { RuleObject(id: $0.id, shortDescription: Message(text: $0.summary)) })),
                    columnKind: "unicodeCodePoints", results: findings.map(Result.init))
            ])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(log)
    }
}

// The names are those of the format.

private struct Log: Encodable {
    var schema: String
    var version: String
    var runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }
}

private struct Run: Encodable {
    var tool: Tool
    var columnKind: String
    var results: [Result]
}

private struct Tool: Encodable {
    var driver: Driver
}

private struct Driver: Encodable {
    var name: String
    var version: String
    var rules: [RuleObject]
}

private struct RuleObject: Encodable {
    var id: String
    var shortDescription: Message
}

private struct Message: Encodable {
    var text: String
}

private struct Result: Encodable {
    var ruleId: String
    var level: String
    var message: Message
    var locations: [LocationObject]

    init(_ finding: Finding) {
        ruleId = finding.rule.id
        level = finding.severity == .error ? "error" : "warning"
        message = Message(text: finding.advice.map { "\(finding.message) (\($0))" } ?? finding.message)
        locations = [LocationObject(physicalLocation: PhysicalLocation(finding.location))]
    }
}

private struct LocationObject: Encodable {
    var physicalLocation: PhysicalLocation
}

private struct PhysicalLocation: Encodable {
    var artifactLocation: Artifact
    var region: Region?

    init(_ location: Location) {
        artifactLocation = Artifact(uri: location.path.rawValue)
        region = location.range.map { range in
            Region(
                startLine: range.start.line, startColumn: location.characterColumn, endLine: range.end.line,
                endColumn: location.characterEndColumn)
        }
    }
}

private struct Artifact: Encodable {
    var uri: String
}

private struct Region: Encodable {
    var startLine: Int
    var startColumn: Int?
    var endLine: Int
    var endColumn: Int?
}
