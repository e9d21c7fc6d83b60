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
        guard !Self.shelves.contains(target) else {
            throw AuthoringError("\(target) holds more than one thing", advice: "name one of those in it")
        }
        if let page = pages.first(where: { $0.source.path == target }), Self.followsOriginal(page) {
            throw AuthoringError(
                "\(target) is a translation, which is archived with its original",
                advice: "name the original, or add \"status: archived\" to the translation")
        }
        let refused = sources.refused.filter { $0 == target || $0.rawValue.hasPrefix("\(target)/") }
        guard !pages.isEmpty || !refused.isEmpty else { throw AuthoringError("there is no page in \(target)") }
        for page in pages { archive(page) }
        for path in refused { leave(path, advice: "give it a name that a page can have, and archive it then") }
        if report.isEmpty, remaining.isEmpty { report = ["\(target) is archived already"] }
    }

    /// The folders of everybody and of all communities.
    private static let shelves: Set<SourcePath> = [SourcePath("content/people"), SourcePath("content/communities")]

    /// Whether a page takes its status over from its original: a translation that says nothing else.
    private static func followsOriginal(_ page: ParsedPage) -> Bool {
        page.candidate.placement.translation != nil
            && !FrontMatterText(page).fields.contains { $0.key.value == "status" }
    }

    private mutating func leave(_ path: SourcePath, advice: String) {
        remaining.append(
            Finding(
                AuthoringRules.byHand, at: Location(path: path), "the page could not be archived", advice: advice))
    }

    private mutating func archive(_ page: ParsedPage) {
        let path = page.source.path
        var text = FrontMatterText(page)
        guard !Self.followsOriginal(page) else { return }
        switch page.candidate.status {
        case .archived: return
        case .draft: report.append("\(path): a draft, which stays one")
        case .live:
            guard text.set("status", to: Status.archived.rawValue) else {
                return leave(path, advice: "mend the front matter and add: status: archived")
            }
            report.append("\(path): archived")
            edits.writes.append(FileEdits.Write(path: path, old: page.source.bytes, new: text.changed))
        }
    }
}
