package import PraxisDiagnostics

/// Which files beside pages are on the site: those that something uses that is there itself.
///
/// That is a page whose text links to the file or shows it, or whose front matter names it, or site.yaml. So what belongs to a
/// draft is as hidden as the draft.
package struct FileUse: Sendable {
    /// On the site.
    private var shown: Set<Route> = []
    /// Used by pages, on the site or not.
    private var used: Set<Route> = []
    private let settings: Settings

    /// Linear in the number of pages and of the links in them.
    ///
    /// - Parameters:
    ///   - parts: All pages, those too that are not on the site today.
    ///   - files: Those beside pages, by path.
    package init(
        of parts: some Sequence<SiteFreezer.Part>, settings: Settings, files: [SourcePath: Attachment]
    ) {
        self.settings = settings
        for part in parts {
            let entry = part.decoded.entry
            var routes: Set<Route> = []
            for case .attachment(let route, _) in part.text.links { routes.insert(route) }
            if case .person(let person) = part.decoded.content, let photo = person.photo { routes.insert(photo.file) }
            for text in part.decoded.metadata.extra.texts {
                let file = entry.source.folder.resolving(text).flatMap { files[$0] }
                if let file { routes.insert(file.route) }
            }
            used.formUnion(routes)
            if entry.page != nil { shown.formUnion(routes) }
            // What front matter names need not be shown: a photo of somebody who has not agreed to it.
            for use in part.decoded.uses where use.kinds.isEmpty {
                if let file = use.target.flatMap({ files[$0] }) { used.insert(file.route) }
            }
        }
        if let logo = settings.logo { shown.insert(logo.route) }
        for text in settings.theme.settings.texts {
            if let file = Placement.contentFolder.resolving(text).flatMap({ files[$0] }) { shown.insert(file.route) }
        }
    }

    /// Whether a file is on the site. Linear in the number of places under `files` in site.yaml.
    package func isShown(_ file: Attachment) -> Bool {
        shown.contains(file.route) || settings.files.contains { $0.holds(file.source) }
    }

    /// Whether anything uses a file, be it on the site or not.
    package func isUsed(_ file: Attachment) -> Bool { used.contains(file.route) || isShown(file) }
}
