package import PraxisDiagnostics
package import PraxisModel

/// What site.yaml and single pages say of rules: which are errors, which advice, which are off, which are waived.
package struct SeverityPolicy: Sendable {
    private let severities: [String: Severity?]
    private let waivers: [SourcePath: [Waiver]]
    private let today: Day

    package init(of settings: Settings, on site: Site) {
        severities = settings.severities
        today = site.today
        waivers = Dictionary(
            site.pages.lazy.filter { !$0.metadata.waivers.isEmpty }.map { ($0.source, $0.metadata.waivers) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The findings that remain, with their severity. What is an error by its nature stays one: a site with a link to
    /// nothing is wrong whatever its settings say.
    package func applied(to findings: [Finding]) -> [Finding] {
        findings.compactMap { finding in
            guard finding.rule.severity == .advice, !isWaived(finding) else {
                return finding.rule.severity == .error ? finding : nil
            }
            guard let severity = severities[finding.rule.id] else { return finding }
            guard let severity else { return nil }
            var finding = finding
            finding.severity = severity
            return finding
        }
    }

    /// Whether the page that a finding is about has leave to break its rule. The day in `until` is the last one.
    private func isWaived(_ finding: Finding) -> Bool {
        waivers[finding.location.path]?.contains { $0.rule == finding.rule.id && $0.until >= today } ?? false
    }
}
