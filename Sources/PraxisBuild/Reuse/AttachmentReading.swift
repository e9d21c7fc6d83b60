internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel
internal import PraxisYAML

/// A file beside pages, with its size if it is a picture, and what speaks against publishing it.
struct AttachmentReading: Sendable {
    let entry: FileEntry
    let attachment: Attachment
    /// What is wrong with publishing it.
    private let faults: [Finding]
    /// What is wrong with showing it on a page.
    private let faultsOnPages: [Finding]
    /// What shows that it was meant to be something else.
    private let slips: [Finding]
    /// Of a page of HTML, the files that it needs.
    private let parts: [SourcePath]
    let isSettled: Bool
    private let isPicture: Bool

    /// How many bytes a picture may have to be looked into.
    private static let pictureLimit = 64 << 20
    /// How many bytes a page of HTML may have to be looked into.
    private static let pageLimit = 4 << 20

    /// Looks at a file.
    init(of file: Inventory.AttachmentFile, in tree: ContentTree) {
        entry = file.entry
        isSettled = entry.isSettled
        var size: ImageSize?
        var faults: [Finding] = []
        var faultsOnPages: [Finding] = []
        var slips: [Finding] = []
        let location = Location(path: entry.path)
        isPicture = PictureForm(ending: entry.path.pathExtension.lowercased()) != nil
        if isPicture {
            if entry.stamp.size > Self.pictureLimit {
                faults.append(
                    Finding(
                        .size, at: location, "this picture has more than \(Self.pictureLimit >> 20) MB",
                        advice: "save it smaller: a page is rarely wider than 1,600 pixels"))
            } else if let bytes = try? tree.bytes(of: entry, limit: Self.pictureLimit) {
                if entry.path.pathExtension.lowercased() == "svg", let script = SVGScript.found(in: bytes) {
                    faults.append(
                        Finding(
                            .script, at: location, "this picture holds \(script), which could run something",
                            advice: "save it again as plain SVG, or as PNG"))
                }
                size = ImageSize(header: bytes)
                let check = PictureCheck(entry.path, bytes: bytes, size: size)
                if let finding = check.finding {
                    if check.isOnlyForPages { faultsOnPages.append(finding) } else { faults.append(finding) }
                }
            }
        }
        let ending = entry.path.pathExtension
        let isPage = ["html", "htm"].contains(ending.lowercased())
        let page = isPage ? try? tree.bytes(of: file.entry, limit: Self.pageLimit) : nil
        parts = page.map { PageParts.files(of: $0, at: file.entry.path) } ?? []
        if ["txt", "text"].contains(ending.lowercased()), case .text(let text) = tree.text(of: entry),
            FrontMatter(of: text).fields != nil
        {
            slips.append(
                Finding(
                    .fileName, at: location, "this begins as a page does, and the file of a page ends in .md",
                    advice: "rename it to \(entry.path.name.dropLast(ending.count))md"))
        }
        self.faults = faults
        self.faultsOnPages = faultsOnPages
        self.slips = slips
        attachment = Attachment(
            source: entry.path, route: file.route, imageSize: size,
            isFaulty: !faults.isEmpty || !faultsOnPages.isEmpty)
    }

    /// Whether its author seems to have meant it as something else than a file beside pages.
    var isMeantOtherwise: Bool { !slips.isEmpty }

    /// What is wrong with the file: of one that nobody will ever get, only what its author may have meant it to be.
    ///
    /// - Parameter files: Those beside pages, by path.
    func findings(_ use: FileUse, among files: [SourcePath: Attachment]) -> [Finding] {
        guard use.isUsed(attachment) else { return slips }
        return faults + (use.isPicture(attachment) ? faultsOnPages : []) + slips + missingParts(use, among: files)
    }

    /// Points out what a page of HTML needs and readers do not get.
    private func missingParts(_ use: FileUse, among files: [SourcePath: Attachment]) -> [Finding] {
        let missing = parts.filter { files[$0].map { !use.isUsed($0) } ?? true }
        guard let first = missing.first else { return [] }
        let name = first.relative(toFolder: entry.path.folder)
        let others = missing.count == 1 ? "" : " and \(missing.count - 1) more"
        let isThere = missing.contains { files[$0] != nil }
        return [
            Finding(
                .pageParts, at: Location(path: entry.path),
                "this page of HTML needs \(name)\(others), which \(missing.count == 1 ? "is" : "are") "
                    + (isThere ? "not published with it" : "not there"),
                advice: isThere
                    ? "name what it needs, or the folder, under files: in site.yaml; or offer the page as a PDF"
                    : "put what it needs beside it, and name that under files: in site.yaml; or offer the page as a PDF"
            )
        ]
    }

    /// Whether looking at a file now would give the same.
    func holds(for entry: FileEntry) -> Bool { isSettled && entry == self.entry }

    /// What readers get instead of the file: a picture without what it says of where and by whom it was taken. `nil` where
    /// they get the file as it is.
    func shownBytes(in tree: ContentTree) -> [UInt8]? {
        guard isPicture, let bytes = try? tree.bytes(of: entry, limit: Self.pictureLimit) else { return nil }
        return PictureMetadata.removed(from: bytes)
    }
}
