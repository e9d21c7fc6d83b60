/// The bytes of a picture's file, and what they tell by themselves.
struct PictureBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func hasText(_ text: String, at offset: Int) -> Bool {
        bytes.count >= offset + text.utf8.count && bytes[offset...].starts(with: text.utf8)
    }

    func bigEndian(_ offset: Int, _ count: Int) -> Int? {
        guard offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    func littleEndian(_ offset: Int, _ count: Int) -> Int? {
        guard offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    var isJPEG: Bool { bytes.starts(with: [0xFF, 0xD8, 0xFF]) }
    var isPNG: Bool { bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) }
    var isGIF: Bool { hasText("GIF8", at: 0) }
    var isWebP: Bool { hasText("RIFF", at: 0) && hasText("WEBP", at: 8) }

    /// Whether a picture in AVIF or HEIC holds what cameras write beside it, as Exif or as XMP: both are named in the boxes
    /// around the coded picture (ISO/IEC 14496-12, 4.2). Linear.
    var holdsMetadata: Bool {
        var offset = 0
        while let short = bigEndian(offset, 4) {
            let rest = bytes.count - offset
            let length =
                switch short {
                case 0: rest
                case 1: bigEndian(offset + 8, 8) ?? rest
                default: short
                }
            let box = bytes[offset..<(length >= 8 && length <= rest ? offset + length : bytes.count)]
            if !hasText("mdat", at: offset + 4),
                ["Exif", "rdf+xml"].contains(where: { box.firstRange(of: Array($0.utf8)) != nil })
            {
                return true
            }
            offset = box.endIndex
        }
        return false
    }

    /// Which way up a JPEG is to be shown, from 1 to 8 (Exif 2.32, 4.6.4); `nil` where it does not say.
    var orientation: Int? {
        guard isJPEG else { return nil }
        var offset = 2
        while let marker = bigEndian(offset, 2), marker >> 8 == 0xFF, marker != 0xFFDA,
            let length = bigEndian(offset + 2, 2), length >= 2
        {
            if marker == 0xFFE1, hasText("Exif\0\0", at: offset + 4) { return orientation(inTIFFAt: offset + 10) }
            offset += 2 + length
        }
        return nil
    }

    private func orientation(inTIFFAt start: Int) -> Int? {
        let isBig = hasText("MM", at: start)
        guard isBig || hasText("II", at: start) else { return nil }
        func number(_ offset: Int, _ count: Int) -> Int? {
            isBig ? bigEndian(start + offset, count) : littleEndian(start + offset, count)
        }
        guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
        for entry in 0..<count where number(directory + 2 + entry * 12, 2) == 0x0112 {
            return number(directory + 2 + entry * 12 + 8, 2).flatMap { 1...8 ~= $0 ? $0 : nil }
        }
        return nil
    }
}
