internal import PraxisDiagnostics

extension Array where Element == Finding {
    /// Without advice on what a page as a whole lacks because of an error in the field that would say it, a misspelt name for
    /// example: whoever mends the one mends both.
    func withoutEchoes() -> [Finding] {
        var wrong: [SourcePath: Set<String>] = [:]
        for finding in self where finding.severity == .error {
            if let field = finding.field { wrong[finding.location.path, default: []].insert(field) }
        }
        guard !wrong.isEmpty else { return self }
        return filter { finding in
            guard let field = finding.field, finding.severity == .advice, finding.location.range == nil else {
                return true
            }
            return wrong[finding.location.path]?.contains(field) != true
        }
    }
}
