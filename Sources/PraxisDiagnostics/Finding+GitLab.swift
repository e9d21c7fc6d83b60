package import FoundationEssentials

/// Writes findings as a code quality report, which GitLab shows in a merge request (docs.gitlab.com, *Code Quality*,
/// *Code Quality report format*).
package enum FindingGitLabFormat {
    package static func data(for findings: [Finding]) throws -> Data {
        var counts: [String: Int] = [:]
        let issues = findings.map { finding in
            // Line numbers are not in it: a finding that only moves is not a new one.
            let key = [finding.rule.id, finding.location.path.rawValue, finding.message].joined(separator: "\n")
            counts[key, default: 0] += 1
            return Issue(finding, fingerprint: fingerprint("\(key)\n\(counts[key, default: 0])"))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(issues)
    }

    /// Tells findings of one report apart: two checksums of 64 bits (FNV-1a, with two beginnings).
    private static func fingerprint(_ key: String) -> String {
        [0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4].map { (start: UInt64) in
            let value = key.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}

// The names are those of the format.

private struct Issue: Encodable {
    var description: String
    var checkName: String
    var fingerprint: String
    var severity: String
    var location: Place

    init(_ finding: Finding, fingerprint: String) {
        description = finding.plainWords
        checkName = finding.rule.id
        self.fingerprint = fingerprint
        severity = finding.severity == .error ? "major" : "minor"
        location = Place(
            path: finding.location.path.rawValue, lines: Lines(begin: finding.location.range?.start.line ?? 1))
    }

    private enum CodingKeys: String, CodingKey {
        case description, fingerprint, severity, location
        case checkName = "check_name"
    }
}

private struct Place: Encodable {
    var path: String
    var lines: Lines
}

private struct Lines: Encodable {
    var begin: Int
}
