package import PraxisDiagnostics
package import PraxisFiles
package import PraxisModel
internal import PraxisYAML

/// Archiving a page, or a folder with every page in it: a community that has come to its end, with all that it leaves.
///
/// Drafts stay drafts: readers have never seen them.
package struct Archiving: Sendable {
    package private(set) var edits = FileEdits()
    /// What is changed, a line each.
    package private(set) var report: [String] = []
    /// What could not be changed.
    package private(set) var remaining: [Finding] = []

    /// Works out the changes. Linear in the size of the site.
    ///
    /// - Parameter path: A file or folder, with or without `content/` in front.
    package init(_ path: SourcePath, in sources: SiteSources) throws(AuthoringError) {
        let target = MovePlan.inContent(path)
        let names = FileNames(of: sources)
        guard names.files.contains(target) || names.folders.contains(target) else {
            let near = names.nearest(to: target)
            throw AuthoringError("there is no \(target)", advice: near.map { "did you mean \($0)?" })
        }
        let pages = sources.pages.filter { $0.source.path == target || $0.source.path.rawValue.hasPrefix("\(target)/") }
        guard target != Placement.contentFolder, !pages.contains(where: { $0.candidate.placement.kind == .home }) else {
            throw AuthoringError("the home page is not archived", advice: "name a page, or the folder of a community")
        }
        guard !pages.isEmpty else { throw AuthoringError("there is no page in \(target)") }
        for page in pages { archive(page) }
    }

    private mutating func archive(_ page: ParsedPage) {
        let path = page.source.path
        var text = FrontMatterText(page)
        // A translation takes its status over from its original, unless it says otherwise.
        guard page.candidate.placement.translation == nil || text.fields.contains(where: { $0.key.value == "status" })
        else { return }
        switch page.candidate.status {
        case .archived: return
        case .draft: report.append("\(path): a draft, which stays one")
        case .live:
            guard text.set("status", to: Status.archived.rawValue) else {
                remaining.append(
                    Finding(
                        AuthoringRules.byHand, at: Location(path: path), "the page could not be archived",
                        advice: "mend the front matter and add: status: archived"))
                return
            }
            report.append("\(path): archived")
            edits.writes.append(FileEdits.Write(path: path, old: page.source.bytes, new: text.changed))
        }
    }
}
