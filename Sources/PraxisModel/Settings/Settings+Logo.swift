package import PraxisDiagnostics

extension Settings {
    /// Points out a logo that is not there.
    ///
    /// - Parameter files: Those that are copied.
    package func logoFindings(files: some Sequence<SourcePath>) -> [Finding] {
        guard let logo, !files.contains(logo.file) else { return [] }
        let nearest = Suggestion.nearest(to: logo.file.rawValue, among: files.map(\.rawValue)).first
        return [
            Finding(
                LinkRules.noFile, at: logo.location, "there is no \(logo.file)",
                advice: nearest.map { "did you mean \($0.dropFirst("content/".count))?" }
                    ?? "put the image there, or name it from content/ on")
        ]
    }
}
