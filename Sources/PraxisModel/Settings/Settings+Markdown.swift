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

/// Rules about folders whose authors may use more HTML.
package enum TrustRules {
    package static let folder = Rule("site.trust", .error, "Folders under trust are folders with pages.")

    package static let all = [folder]
}
