/// What a camera or an editor writes into a picture besides the picture: where it was taken, when, with what, by whom.
///
/// Only what browsers need to show the picture stays: the picture, its colours, and which way up it is. Of a file that
/// is cut off or broken, what comes after the break is left out, since nobody can tell what it is.
package enum PictureMetadata {
    /// The bytes of a JPEG, PNG or WebP file without it; `nil` where there is none, and for anything else: other forms that may
    /// hold it are no pictures for pages. Linear.
    package static func removed(from bytes: [UInt8]) -> [UInt8]? {
        let reader = PictureBytes(bytes)
        guard let kept = reader.keptOfJPEG ?? reader.keptOfPNG ?? reader.keptOfWebP, kept != bytes else { return nil }
        return kept
    }
}

extension PictureBytes {
    // MARK: JPEG

    /// The segments of a JPEG file (ITU-T T.81, annex B) that show the picture; what follows its end goes too, which is
    /// where phones put a second picture or a film.
    fileprivate var keptOfJPEG: [UInt8]? {
        guard isJPEG else { return nil }
        var kept = Array(bytes.prefix(2))
        kept.reserveCapacity(bytes.count)
        if let orientation, orientation != 1 { kept += Self.exif(orientation: orientation) }
        var offset = 2
        while let marker = bigEndian(offset, 2), marker >> 8 == 0xFF {
            if marker == 0xFFFF {
                offset += 1
                continue
            }
            if marker == 0xFFD9 { return kept + [0xFF, 0xD9] }
            guard let length = bigEndian(offset + 2, 2), length >= 2, offset + 2 + length <= bytes.count else { break }
            var end = offset + 2 + length
            if marker == 0xFFDA { end = endOfScan(from: end) }
            if shows(marker & 0xFF, at: offset + 4) { kept += bytes[offset..<end] }
            offset = end
        }
        return kept
    }

    /// Whether a segment belongs to the picture: everything but comments and applications' own, of which colour profiles
    /// (ICC.1, annex B) and Adobe's word on the colour space stay.
    private func shows(_ marker: Int, at offset: Int) -> Bool {
        switch marker {
        case 0xE0, 0xEE: true
        case 0xE2: hasText("ICC_PROFILE\0", at: offset)
        case 0xE1...0xEF, 0xFE: false
        default: true
        }
    }

    /// Where the coded data that begin at an offset end: at the next marker that is neither a restart nor stuffing.
    func endOfScan(from start: Int) -> Int {
        var offset = start
        while offset + 1 < bytes.count {
            if bytes[offset] == 0xFF, bytes[offset + 1] != 0, !(0xD0...0xD7 ~= bytes[offset + 1]) { return offset }
            offset += 1
        }
        return bytes.count
    }

    /// A segment that says which way up a picture is (Exif 2.32, 4.6.4) and nothing else.
    private static func exif(orientation: Int) -> [UInt8] {
        [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM\0*".utf8)
            + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0, 0, 0, 0, 0]
    }

    // MARK: PNG

    /// The chunks of a PNG file (ISO/IEC 15948) that show the picture.
    fileprivate var keptOfPNG: [UInt8]? {
        guard isPNG else { return nil }
        var kept = Array(bytes.prefix(8))
        kept.reserveCapacity(bytes.count)
        var offset = 8
        while let length = bigEndian(offset, 4), offset + 12 + length <= bytes.count {
            let end = offset + 12 + length
            let name = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
            let isCritical = bytes[offset + 4] & 0x20 == 0
            if isCritical || Self.shownChunks.contains(name) { kept += bytes[offset..<end] }
            if name == "IEND" { break }
            offset = end
        }
        return kept
    }

    /// The chunks that a decoder may do without and that change what is seen.
    private static let shownChunks: Set<String> = [
        "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL",
        "fcTL", "fdAT",
    ]

    // MARK: WebP

    /// The chunks of a WebP file (RFC 9649) that show the picture.
    fileprivate var keptOfWebP: [UInt8]? {
        guard isWebP else { return nil }
        var kept = Array(bytes.prefix(12))
        kept.reserveCapacity(bytes.count)
        var offset = 12
        while let length = littleEndian(offset + 4, 4), offset + 8 + length <= bytes.count {
            let end = min(offset + 8 + length + length % 2, bytes.count)
            if hasText("VP8X", at: offset), length > 0 {
                kept += bytes[offset..<end]
                let flags = kept.count - (end - offset) + 8
                kept[flags] &= ~0b1100
            } else if ["VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"].contains(where: { hasText($0, at: offset) }) {
                kept += bytes[offset..<end]
            }
            offset = end
        }
        let size = kept.count - 8
        for position in 0..<4 { kept[4 + position] = UInt8(truncatingIfNeeded: size >> (8 * position)) }
        return kept
    }
}
