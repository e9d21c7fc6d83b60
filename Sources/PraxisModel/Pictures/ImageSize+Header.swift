extension ImageSize {
    /// Reads the size of a picture from the bytes of its file: PNG, JPEG, GIF, WebP or SVG. `nil` for anything else and
    /// for what is cut off. Only headers are looked at; linear in their length.
    package init?(header bytes: [UInt8]) {
        let reader = PictureBytes(bytes)
        guard let size = reader.png ?? reader.gif ?? reader.jpeg ?? reader.webP ?? reader.svg,
            size.width > 0, size.height > 0
        else { return nil }
        self.init(width: size.width, height: size.height)
    }
}

extension PictureBytes {
    fileprivate typealias Size = (width: Int, height: Int)

    /// PNG (ISO/IEC 15948): the first chunk is IHDR.
    fileprivate var png: Size? {
        guard isPNG, hasText("IHDR", at: 12), let width = bigEndian(16, 4),
            let height = bigEndian(20, 4)
        else { return nil }
        return (width, height)
    }

    /// GIF89a: the logical screen follows the signature.
    fileprivate var gif: Size? {
        guard isGIF, let width = littleEndian(6, 2), let height = littleEndian(8, 2) else {
            return nil
        }
        return (width, height)
    }

    /// JPEG (ITU-T T.81): the size stands in the first start-of-frame segment, as the picture lies in the file.
    fileprivate var jpeg: Size? {
        guard isJPEG else { return nil }
        var offset = 2
        while let marker = bigEndian(offset, 2), marker >> 8 == 0xFF {
            // Before a marker there may be any number of these.
            if marker == 0xFFFF {
                offset += 1
                continue
            }
            let isFrame = 0xC0...0xCF ~= marker & 0xFF && ![0xC4, 0xC8, 0xCC].contains(marker & 0xFF)
            if isFrame, let height = bigEndian(offset + 5, 2), let width = bigEndian(offset + 7, 2) {
                return (orientation ?? 1) >= 5 ? (height, width) : (width, height)
            }
            guard let length = bigEndian(offset + 2, 2), length >= 2 else { return nil }
            offset += 2 + length
        }
        return nil
    }

    /// WebP (RFC 9649): lossy, lossless or extended.
    fileprivate var webP: Size? {
        guard isWebP else { return nil }
        if hasText("VP8X", at: 12), let width = littleEndian(24, 3), let height = littleEndian(27, 3) {
            return (width + 1, height + 1)
        }
        if hasText("VP8L", at: 12), let packed = littleEndian(21, 4) {
            return ((packed & 0x3FFF) + 1, ((packed >> 14) & 0x3FFF) + 1)
        }
        if hasText("VP8 ", at: 12), let width = littleEndian(26, 2), let height = littleEndian(28, 2) {
            return (width & 0x3FFF, height & 0x3FFF)
        }
        return nil
    }

    /// SVG: `width` and `height` of the root element in pixels, else the last two numbers of its `viewBox`.
    fileprivate var svg: Size? {
        var scanner = MarkupScanner(bytes: Array(bytes.prefix(65_536)))
        while let tag = scanner.nextTag() {
            guard case .element(let name, let attributes) = tag else { continue }
            guard name == "svg" || name.hasSuffix(":svg") else { return nil }
            func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
            if let width = pixels(value("width")), let height = pixels(value("height")) { return (width, height) }
            let box = value("viewBox")?.split { $0 == "," || $0.isWhitespace }.compactMap { Double($0) } ?? []
            return box.count == 4 ? (rounded(box[2]), rounded(box[3])) : nil
        }
        return nil
    }

    private func pixels(_ text: String?) -> Int? {
        guard let text else { return nil }
        return Double(text.hasSuffix("px") ? String(text.dropLast(2)) : text).map(rounded)
    }

    private func rounded(_ number: Double) -> Int {
        number.isFinite && 0...100_000 ~= number ? Int(number.rounded(.up)) : 0
    }
}
