package import PraxisDiagnostics

/// The rules of which site.yaml and pages may speak: those of the whole program, which knows more than this part of it.
package struct KnownRules: Sendable {
    private let severities: [String: Severity]

    /// Without any, every name is taken for that of a rule.
    package init(_ rules: [Rule] = []) {
        severities = Dictionary(rules.map { ($0.id, $0.severity) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is wrong with a name; `nil` for that of a rule that may be broken.
    ///
    /// - Parameter keepsErrors: Whether what is asked for leaves an error what it is.
    func finding(about name: String, keepsErrors: Bool = false, at location: Location) -> Finding? {
        guard !severities.isEmpty else { return nil }
        guard let severity = severities[name] else {
            let nearest = Suggestion.nearest(to: name, among: severities.keys).first
            return Finding(
                Self.unknown, at: location, "no rule \"\(name)\"",
                advice: nearest.map { "did you mean \"\($0)\"?" }
                    ?? "write the name in brackets at the end of a finding, such as review.overdue")
        }
        guard severity == .error, !keepsErrors else { return nil }
        return Finding(
            Self.fixed, at: location, "\"\(name)\" is an error by its nature and stays one",
            advice: "take this out, and mend what breaks the rule")
    }

    static let unknown = Rule("rule.unknown", .advice, "Settings and waivers name rules that there are.")
    static let fixed = Rule("rule.fixed", .advice, "Settings and waivers are of rules that give advice.")

    /// The rules about names of rules.
    static let all = [unknown, fixed]
}
