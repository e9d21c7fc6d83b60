internal import PraxisDiagnostics

/// How many findings there are of each rule, what the rule is, and which command helps with it.
struct FindingSummary {
    /// The errors first, and what is found most often.
    let lines: [String]
    /// In the same order.
    let rules: [Rule]

    init(of findings: [Finding]) {
        var counts: [Kind: Int] = [:]
        for finding in findings { counts[Kind(rule: finding.rule, severity: finding.severity), default: 0] += 1 }
        let sorted = counts.sorted { left, right in
            if left.key.severity != right.key.severity { return left.key.severity == .error }
            return left.value == right.value ? left.key.rule.id < right.key.rule.id : left.value > right.value
        }
        rules = sorted.map(\.key.rule)
        lines =
            TextTable(
                ["found", "", "rule", "what it says"],
                sorted.map { kind, count in
                    let help = Self.commands[kind.rule.id].map { " (\($0))" } ?? ""
                    return [String(count), kind.severity.rawValue, kind.rule.id, kind.rule.summary + help]
                }, numbers: [0]
            ).lines
    }

    private struct Kind: Hashable {
        let rule: Rule
        let severity: Severity
    }

    /// What does the work, or lists it by people and communities, where a command does.
    static let commands = [
        "community.archived": "praxis archive FOLDER",
        "community.no-owner": "praxis report",
        "community.quiet": "praxis report",
        "community.role-of-leaver": "praxis leave PERSON",
        "opportunity.closed": "praxis archive FILE",
        "person.no-profile": "praxis new person NAME",
        "review.overdue": "praxis report --due",
    ]
}
