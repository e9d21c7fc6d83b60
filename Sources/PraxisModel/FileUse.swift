package import PraxisDiagnostics
internal import PraxisMarkdown

/// Which files beside pages are on the site: those that something uses that is there itself.
///
/// That is a page whose text links to the file or shows it, or whose front matter names it, or site.yaml. So what belongs to a
/// draft is as hidden as the draft.
package struct FileUse: Sendable {
    /// On the site.
    private var shown: Set<Route> = []
    /// Used by pages, on the site or not.
    private var used: Set<Route> = []
    /// Shown as a picture by pages, on the site or not.
    private var pictures: Set<Route> = []
    private let settings: Settings

    /// What one page uses.
    package struct OfPage: Sendable {
        /// On the site while the page is.
        fileprivate var shown: [Route] = []
        fileprivate var used: [Route] = []
        fileprivate var pictures: [Route] = []

        /// Linear in the number of links.
        ///
        /// - Parameter files: Those beside pages, by path.
        package init(of part: SiteFreezer.Part, files: [SourcePath: Attachment]) {
            let entry = part.decoded.entry
            for case .attachment(let route, _) in part.text.links { used.append(route) }
            if !used.isEmpty {
                for (link, target) in zip(part.text.document.links, part.text.links) where link.isImage {
                    if case .attachment(let route, _) = target { pictures.append(route) }
                }
            }
            let linked = used.count
            if case .person(let person) = part.decoded.content, let photo = person.photo { used.append(photo.file) }
            for text in part.decoded.metadata.extra.texts {
                if let file = entry.source.folder.resolving(text).flatMap({ files[$0] }) { used.append(file.route) }
            }
            if entry.page != nil, part.isAgreedTo { shown = used }
            // What front matter names need not be shown: a photo of somebody who has not agreed to it.
            for use in part.decoded.uses where use.kinds.isEmpty {
                if let file = use.target.flatMap({ files[$0] }) { used.append(file.route) }
            }
            // What front matter names is a photo, or the theme may show it.
            pictures += used.dropFirst(linked)
        }
    }

    /// Linear in the number of pages and of the files that they use.
    ///
    /// - Parameters:
    ///   - pages: All, those too that are not on the site today.
    ///   - files: Those beside pages, by path.
    package init(of pages: some Sequence<OfPage>, settings: Settings, files: [SourcePath: Attachment]) {
        self.settings = settings
        for page in pages {
            shown.formUnion(page.shown)
            used.formUnion(page.used)
            pictures.formUnion(page.pictures)
        }
        if let logo = settings.logo {
            shown.insert(logo.route)
            pictures.insert(logo.route)
        }
        for text in settings.theme.settings.texts {
            if let file = Placement.contentFolder.resolving(text).flatMap({ files[$0] }) {
                shown.insert(file.route)
                pictures.insert(file.route)
            }
        }
    }

    /// Whether a file is on the site. Linear in the number of places under `files` in site.yaml.
    package func isShown(_ file: Attachment) -> Bool {
        shown.contains(file.route) || settings.files.contains { $0.holds(file.source) }
    }

    /// Whether anything uses a file, be it on the site or not.
    package func isUsed(_ file: Attachment) -> Bool { used.contains(file.route) || isShown(file) }

    /// Whether a page or the theme may show a file as a picture, and does not only lead to it.
    package func isPicture(_ file: Attachment) -> Bool { pictures.contains(file.route) }
}
