internal import ArgumentParser
internal import Foundation
internal import PraxisDiagnostics

/// Shows findings on the console in the form that was asked for.
struct FindingReport {
    /// The forms in which findings are shown.
    enum Format: String, CaseIterable, Sendable {
        case text, json, sarif, github, gitlab
    }

    let findings: [Finding]
    let console: Console

    var errors: Int { findings.count { $0.severity == .error } }
    var advice: Int { findings.count - errors }

    /// As text, on standard error: each finding, or the first of each rule where there are too many to read; then, of more than
    /// fit on a screen, how many there are of each rule.
    ///
    /// - Parameters:
    ///   - isWhole: Whether all are shown, however many there are.
    ///   - areOfSite: Whether `praxis check` finds them too, and so shows the rest.
    func show(isWhole: Bool = false, areOfSite: Bool = true) {
        let format = FindingTextFormat(usesColor: console.usesColor(.errors))
        let most = isWhole || findings.count <= Self.readable ? Int.max : Self.mostOfEachRule
        var counts: [String: Int] = [:]
        for finding in findings {
            counts[finding.rule.id, default: 0] += 1
            if counts[finding.rule.id, default: 0] <= most { console.say(format.text(for: finding) + "\n") }
        }
        guard findings.count > Self.onAScreen else { return }
        let summary = FindingSummary(of: findings)
        for line in summary.lines { console.say(line) }
        console.say("")
        let shown = counts.values.reduce(0) { $0 + min($1, most) }
        guard shown < findings.count, let rule = summary.rules.first else { return }
        let extent = "Shown: \(shown) of \(findings.count), at most \(most) of each rule."
        guard areOfSite else { return console.say(extent + " Mend these first.\n") }
        console.say(extent + " The rest is shown by")
        let ways = [
            ["praxis check --rule \(rule.id)", "all that breaks a rule"],
            ["praxis check communities/NAME", "what there is in one folder"], ["praxis check --all", "everything"],
        ]
        for line in TextTable(ways[0], Array(ways.dropFirst())).lines { console.say("  \(line)") }
        console.say("")
    }

    /// So many findings are all shown; of more, so many of each rule: enough to see what is wrong, few enough to see what else is.
    private static let readable = 50
    private static let mostOfEachRule = 10

    /// Who gets more than this sees only the last of them.
    private static let onAScreen = 20

    /// As data, on standard output.
    ///
    /// - Parameter isWhole: Of texts, which go to standard error, whether all are shown; all other forms hold all.
    func print(as format: Format, isWhole: Bool = false) throws {
        switch format {
        case .text: show(isWhole: isWhole)
        case .json:
            console.write(String(decoding: try FindingJSONFormat.data(for: findings), as: UTF8.self) + "\n", .output)
        case .github: console.write(FindingGitHubFormat.text(for: findings), .output)
        case .gitlab:
            console.write(String(decoding: try FindingGitLabFormat.data(for: findings), as: UTF8.self) + "\n", .output)
        case .sarif:
            let data = try FindingSARIFFormat.data(for: findings, version: Praxis.configuration.version)
            console.write(String(decoding: data, as: UTF8.self) + "\n", .output)
        }
    }

    /// `2 errors, 1 piece of advice`
    var summary: String {
        let errors = errors == 0 ? "no errors" : errors == 1 ? "1 error" : "\(errors) errors"
        let advice = advice == 0 ? "no advice" : advice == 1 ? "1 piece of advice" : "\(advice) pieces of advice"
        return "\(errors), \(advice)"
    }
}

extension Duration {
    /// Seconds with two decimals: `1.25 s`.
    var inSeconds: String {
        let seconds = Double(components.seconds) + Double(components.attoseconds) / 1e18
        return "\((seconds * 100).rounded() / 100) s"
    }
}
