package import PraxisDiagnostics
package import PraxisModel

/// What site.yaml says of rules: which are errors, which advice, which are off.
package struct SeverityPolicy: Sendable {
    private let severities: [String: Severity?]

    package init(of settings: Settings) {
        severities = settings.severities
    }

    /// The findings that remain, with their severity. What is an error by its nature stays one: a site with a link to
    /// nothing is wrong whatever its settings say.
    package func applied(to findings: [Finding]) -> [Finding] {
        findings.compactMap { finding in
            guard finding.rule.severity == .advice, let severity = severities[finding.rule.id] else { return finding }
            guard let severity else { return nil }
            var finding = finding
            finding.severity = severity
            return finding
        }
    }
}
