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
    /// What shows that it was meant to be something else.
    private let slips: [Finding]
    let isSettled: Bool
    private let isPicture: Bool

    /// How many bytes a picture may have to be looked into.
    private static let pictureLimit = 64 << 20

    /// Looks at a file.
    init(of file: Inventory.AttachmentFile, in tree: ContentTree) {
        entry = file.entry
        isSettled = entry.isSettled
        var size: ImageSize?
        var faults: [Finding] = []
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
                if let finding = PictureCheck(entry.path, bytes: bytes, size: size).finding { faults.append(finding) }
            }
        }
        let ending = entry.path.pathExtension
        if ["txt", "text"].contains(ending.lowercased()), case .text(let text) = tree.text(of: entry),
            FrontMatter(of: text).fields != nil
        {
            slips.append(
                Finding(
                    .fileName, at: location, "this begins as a page does, and the file of a page ends in .md",
                    advice: "rename it to \(entry.path.name.dropLast(ending.count))md"))
        }
        self.faults = faults
        self.slips = slips
        attachment = Attachment(source: entry.path, route: file.route, imageSize: size)
    }

    /// What is wrong with the file: of one that nobody will ever get, only what its author may have meant it to be.
    func findings(isUsed: Bool) -> [Finding] { isUsed ? faults + slips : slips }

    /// Whether looking at a file now would give the same.
    func holds(for entry: FileEntry) -> Bool { isSettled && entry == self.entry }

    /// What readers get instead of the file: a picture without what it says of where and by whom it was taken. `nil` where
    /// they get the file as it is.
    func shownBytes(in tree: ContentTree) -> [UInt8]? {
        guard isPicture, let bytes = try? tree.bytes(of: entry, limit: Self.pictureLimit) else { return nil }
        return PictureMetadata.removed(from: bytes)
    }
}
