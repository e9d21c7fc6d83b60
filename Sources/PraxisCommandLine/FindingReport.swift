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

    /// As text, on standard error.
    ///
    /// - Parameters:
    ///   - most: How many of each rule to show; the rest is counted.
    ///   - whereRest: Where the rest is to be seen.
    func show(atMostOfEachRule most: Int = .max, whereRest: String = "praxis check shows them all") {
        let format = FindingTextFormat(usesColor: console.usesColor(.errors))
        var counts: [String: Int] = [:]
        for finding in findings {
            counts[finding.rule.id, default: 0] += 1
            if counts[finding.rule.id, default: 0] <= most { console.say(format.text(for: finding) + "\n") }
        }
        for (rule, count) in counts.sorted(by: { $0.key < $1.key }) where count > most {
            console.say("… and \(count - most) more of \(rule); \(whereRest)")
        }
    }

    /// How many findings of a rule a build shows: enough to see what is wrong, few enough to see what else is.
    static let mostInABuild = 20

    /// As data, on standard output.
    func print(as format: Format) throws {
        switch format {
        case .text: show()
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
