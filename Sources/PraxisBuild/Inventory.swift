internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel

/// The files of a site's folder, sorted by what they are for.
struct Inventory: Sendable {
    /// A file that becomes a page.
    struct PageFile: Sendable {
        fileprivate(set) var entry: FileEntry
        let placement: Placement
    }

    /// A file that is copied.
    struct AttachmentFile: Sendable {
        fileprivate(set) var entry: FileEntry
        let route: Route
    }

    private(set) var settings: FileEntry?
    private(set) var topics: FileEntry?
    private(set) var pages: [PageFile] = []
    private(set) var attachments: [AttachmentFile] = []
    /// Files that are neither read nor copied.
    private(set) var refused: [FileEntry] = []
    private(set) var findings: [Finding] = []

    init(of tree: ContentTree) {
        for entry in tree.entries(below: Placement.contentFolder) {
            guard entry.kind == .file else {
                // A folder that bears a page's name was meant to be one.
                if entry.path.pathExtension == "md" { findings.append(Self.folderInPlaceOfFile(entry.path)) }
                continue
            }
            switch Placement.outcome(for: entry.path) {
            case .settings: settings = entry
            case .topics: topics = entry
            case .page(let placement): pages.append(PageFile(entry: entry, placement: placement))
            case .attachment(let route): attachments.append(AttachmentFile(entry: entry, route: route))
            case .refused(let finding):
                refused.append(entry)
                findings.append(finding)
            }
        }
        if settings == nil {
            findings.append(
                Finding(
                    BuildRules.noSettings, at: Location(path: Placement.settingsFile), "the site has no site.yaml",
                    advice: "add content/site.yaml with two lines: title: and language:"))
        }
    }

    /// The same files after a tree of the same paths has been looked at again. Linear.
    func updated(from tree: ContentTree) -> Inventory {
        func current(_ entry: FileEntry) -> FileEntry { tree[entry.path] ?? entry }
        var inventory = self
        inventory.settings = settings.map(current)
        inventory.topics = topics.map(current)
        for place in pages.indices { inventory.pages[place].entry = current(pages[place].entry) }
        for place in attachments.indices { inventory.attachments[place].entry = current(attachments[place].entry) }
        inventory.refused = refused.map(current)
        return inventory
    }

    private static func folderInPlaceOfFile(_ path: SourcePath) -> Finding {
        Finding(
            Rule.notAFile, at: Location(path: path), "this is a folder where a file should be",
            advice: "rename the folder, or put the page's text into a file of that name")
    }
}
