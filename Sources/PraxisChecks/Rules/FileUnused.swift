package import PraxisDiagnostics
package import PraxisModel

/// A file beside pages is there for a page.
package enum FileUnused {
    package static let rule = Rule("files.unused", .advice, "A file beside pages is used by a page.")

    /// - Parameter use: Which files are on the site, and which pages that are not there today use.
    package static func findings(for files: [Attachment], use: FileUse) -> [Finding] {
        files.filter { !use.isUsed($0) }.map { file in
            Finding(
                rule, at: Location(path: file.source), "no page uses this file, so it is not published",
                advice: "link to it from a page, name it under files: in site.yaml, or take it out of content/")
        }
    }
}
