package import PraxisDiagnostics
internal import PraxisFiles

/// What keeps readers from seeing a picture, or lets them see more than the picture.
package struct PictureCheck {
    package let finding: Finding?
    /// Whether that only matters where a page shows the picture, and not to those who download it.
    package private(set) var isOnlyForPages = false

    /// Looks at a file by its name and its bytes. Linear in their number.
    package init(_ path: SourcePath, bytes: [UInt8], size: ImageSize?) {
        let ending = path.pathExtension
        let location = Location(path: path)
        guard let promised = PictureForm(ending: ending.lowercased()) else {
            finding = nil
            return
        }
        func broken(_ message: String, _ advice: String) -> Finding {
            Finding(.picture, at: location, message, advice: advice)
        }
        switch PictureForm(of: bytes) {
        case .empty:
            finding = broken("this picture is an empty file", "save or download it again")
        case .pointer:
            finding = broken(
                "this is not the picture but a pointer of Git LFS to it", "fetch the picture itself with: git lfs pull")
        case .page:
            finding = broken(
                "this is a page of HTML with the name of a picture",
                "open the address that it came from in a browser, and save the picture itself")
        case .pdf:
            finding = broken(
                "this is a PDF with the name of a picture", "export it as PNG or JPEG, or name it .pdf and link to it")
        case nil where promised == .svg:
            finding = Finding(
                .pictureForm, at: location, "this does not begin as SVG does, and browsers may not show it",
                advice: "save it again as plain SVG, or as PNG")
        case nil:
            finding = broken(
                "this is not \(promised.rawValue), nor any other picture that is known",
                "save or export it again as JPEG or PNG")
        case let form? where size == nil && [.png, .jpeg, .webP].contains(form):
            finding = broken("this \(form.rawValue) is damaged near its beginning", "save or download it again")
        case let form?:
            if let drawback = form.drawback(in: bytes) {
                isOnlyForPages = drawback.isOnlyForPages
                let name = form == promised ? form.rawValue : "\(form.rawValue) with the name of another"
                finding = Finding(
                    drawback.rule, at: location, "this picture is \(name), \(drawback.reason)",
                    advice: "export it as \(drawback.better.rawValue), and name that file in the page")
            } else if form != promised {
                finding = Finding(
                    .pictureForm, at: location, "this picture is \(form.rawValue), and its name ends in .\(ending)",
                    advice:
                        "rename it to \(path.name.dropLast(ending.count))\(Self.ending(of: form)), also where a page names it"
                )
            } else if !PictureBytes(bytes).isWhole {
                finding = Finding(
                    .pictureForm, at: location, "the end of this picture is missing",
                    advice: "save or download it again")
            } else {
                finding = nil
            }
        }
    }

    private static func ending(of form: PictureForm) -> String { form == .jpeg ? "jpg" : form.rawValue.lowercased() }
}

extension PictureBytes {
    /// Whether nothing is cut off at its end, as far as its form tells.
    fileprivate var isWhole: Bool {
        if isPNG { return endsAfterChunks }
        if isWebP, let length = littleEndian(4, 4) { return bytes.count >= length + 8 }
        return !isJPEG || endsAfterScans
    }

    /// JPEG (ITU-T T.81, annex B): EOI ends it, behind coded data in which no marker stands but restarts.
    private var endsAfterScans: Bool {
        var offset = 2
        while let marker = bigEndian(offset, 2), marker >> 8 == 0xFF {
            switch marker & 0xFF {
            case 0xD9: return true
            case 0xFF: offset += 1
            case 0xDA:
                guard let length = bigEndian(offset + 2, 2) else { return false }
                offset = endOfScan(from: offset + 2 + length)
            default:
                guard let length = bigEndian(offset + 2, 2), length >= 2 else { return false }
                offset += 2 + length
            }
        }
        return false
    }

    /// PNG: each chunk has a length, a name, data and a checksum; IEND is the last.
    private var endsAfterChunks: Bool {
        var offset = 8
        while let length = bigEndian(offset, 4) {
            if hasText("IEND", at: offset + 4) { return true }
            offset += length + 12
        }
        return false
    }
}
