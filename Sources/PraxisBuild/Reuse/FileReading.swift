internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisMarkdown
internal import PraxisModel

/// A page's file as it was read, and what follows from its text alone. What is taken over from an earlier build is the
/// same object, so that a build of thousands of pages copies none and sees at once which are new.
final class FileReading: Sendable {
    let entry: FileEntry
    let dialect: MarkdownDialect
    /// `nil` where the file cannot be read as a page.
    let page: ParsedPage?
    let findings: [Finding]
    let naming: Naming
    /// Whether it can be read as a page.
    let isPage: Bool
    private let isSettled: Bool

    /// What the decoding of other pages may ask of a page's file.
    struct Naming: Equatable, Sendable {
        let path: SourcePath
        let candidate: CatalogueCandidate?
        /// The identifiers of its headings.
        let anchors: Set<String>
    }

    /// Reads and parses a file.
    init(of file: Inventory.PageFile, in tree: ContentTree, dialect: MarkdownDialect) {
        entry = file.entry
        self.dialect = dialect
        isSettled = entry.isSettled
        switch tree.text(of: file.entry) {
        case .refused(let finding): (page, findings) = (nil, [finding])
        case .text(let source):
            let parsed = ParsedPage(parsing: source, placement: file.placement, dialect: dialect)
            (page, findings) = (parsed, parsed.findings)
        }
        isPage = page != nil
        naming = Naming(
            path: entry.path, candidate: page?.candidate,
            anchors: Set(page?.document.headings.map(\.anchor) ?? []))
    }

    /// Whether reading a file now would give the same.
    func holds(for entry: FileEntry, _ dialect: MarkdownDialect) -> Bool {
        isSettled && entry == self.entry && dialect == self.dialect
    }
}

extension FileEntry {
    /// Whether the file has been left alone long enough that a later change shows in its stamp.
    var isSettled: Bool { stamp.isSettled(at: FileStamp.now) }
}
