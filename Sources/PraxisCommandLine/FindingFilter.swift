internal import PraxisBuild
internal import PraxisDiagnostics

/// Which of the findings somebody asks for: those of some rules, in some files and folders.
struct FindingFilter {
    /// Identifiers of rules; empty for all.
    private let rules: Set<String>
    /// Files and folders; empty for all.
    private let paths: [SourcePath]
    /// What is said of them behind a sum: ` of link.no-page in content/communities/agile`.
    let words: String

    /// - Parameters:
    ///   - names: Identifiers, or what several begin with, up to a dot.
    ///   - paths: The site's own folder stands for all.
    init(rules names: [String], paths: [SourcePath]) throws(Failure) {
        let known = BuildRules.all.map(\.id)
        var rules: Set<String> = []
        for name in names {
            let meant = known.filter { $0 == name || $0.hasPrefix("\(name).") }
            guard !meant.isEmpty else {
                let nearest = Suggestion.nearest(to: name, among: known).first
                throw .wrongUse(
                    "there is no rule \"\(name)\"; "
                        + (nearest.map { "did you mean \"\($0)\"?" } ?? "praxis check --rules lists them"))
            }
            rules.formUnion(meant)
        }
        self.rules = rules
        let paths = paths.contains { $0.rawValue.isEmpty } ? [] : paths
        self.paths = paths
        words =
            (names.isEmpty ? "" : " of \(names.joined(separator: ", "))")
            + (paths.isEmpty ? "" : " in \(paths.map(\.rawValue).joined(separator: ", "))")
    }

    func includes(_ finding: Finding) -> Bool {
        let file = finding.location.path
        return (rules.isEmpty || rules.contains(finding.rule.id))
            && (paths.isEmpty || paths.contains { $0 == file || file.rawValue.hasPrefix("\($0)/") })
    }
}
