package import PraxisDiagnostics
package import PraxisMarkdown

extension Settings {
    /// What the text of a file may use.
    package func dialect(of file: SourcePath) -> MarkdownDialect {
        var dialect = MarkdownDialect.site
        if hasSmartPunctuation { dialect.insert(.smartPunctuation) }
        if trust.contains(where: { $0.holds(file) }) { dialect.insert(.trustedHTML) }
        return dialect
    }

    /// Folders that are trusted and hold no page of the site.
    package func trustFindings(pages: some Sequence<SourcePath>) -> [Finding] {
        let empty = trust.filter { folder in !pages.contains { folder.holds($0) } }
        return empty.map { folder in
            Finding(
                TrustRules.folder, at: folder.location, "no page is in \(folder.path)/",
                advice: "name a folder with pages, or take this line out")
        }
    }
}

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

extension Settings.TrustedFolder {
    /// Whether a file is in it.
    func holds(_ file: SourcePath) -> Bool { file.rawValue.hasPrefix("\(path.rawValue)/") }
}

/// Rules about folders whose authors may use more HTML.
package enum TrustRules {
    package static let folder = Rule("site.trust", .error, "Folders under trust are folders with pages.")

    package static let all = [folder]
}
