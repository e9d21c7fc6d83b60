package import PraxisDiagnostics

extension Settings {
    /// Points out files that site.yaml names and that are not there: the logo, and what is published though no page uses it.
    ///
    /// - Parameter files: Those beside pages.
    package func fileFindings(files: [SourcePath]) -> [Finding] {
        func finding(_ path: SourcePath, _ location: Location, orElse advice: String) -> Finding {
            let nearest = Suggestion.nearest(to: path.rawValue, among: files.map(\.rawValue)).first
            return Finding(
                LinkRules.noFile, at: location, "there is no \(path)",
                advice: nearest.map { "did you mean \($0.dropFirst("content/".count))?" } ?? advice)
        }
        var findings: [Finding] = []
        if let logo, !files.contains(logo.file) {
            findings.append(
                finding(logo.file, logo.location, orElse: "put the image there, or name it from content/ on"))
        }
        for place in self.files where !files.contains(where: place.holds) {
            findings.append(
                finding(place.path, place.location, orElse: "name a file or a folder of files from content/ on"))
        }
        return findings
    }
}
