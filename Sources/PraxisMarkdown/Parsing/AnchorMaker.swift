/// Makes the identifiers of headings as code hosts do.
///
/// The text in lower case, without what is neither letter, digit, mark, underscore nor hyphen, spaces as hyphens; a
/// second one of the same name gets `-1`, the next `-2`.
struct AnchorMaker {
    /// Where the anchors so far are, each with the last number that was put behind it.
    private var known: [(anchor: Range<Int>, count: Int)] = []
    /// Where each is in `known`, once there are so many that looking through them would cost more.
    private var positions: [[UInt8]: Int] = [:]
    private static let few = 24

    /// Makes of the text that ends an array, from an index on, the identifier of a heading with that text.
    ///
    /// It is unlike all before and never empty: what leaves nothing is `section`.
    mutating func makeAnchor(ofTextFrom start: Int, in bytes: inout [UInt8]) {
        Self.makeSlug(ofTextFrom: start, in: &bytes)
        let end = bytes.count
        if let position = position(of: start..<end, in: bytes) {
            repeat {
                known[position].count += 1
                bytes.removeLast(bytes.count - end)
                bytes += "-\(known[position].count)".utf8
            } while self.position(of: start..<bytes.count, in: bytes) != nil
        }
        add(start..<bytes.count, in: bytes)
    }

    private func position(of anchor: Range<Int>, in bytes: [UInt8]) -> Int? {
        guard known.count <= Self.few else { return positions[Array(bytes[anchor])] }
        return known.firstIndex { $0.anchor.count == anchor.count && bytes[$0.anchor] == bytes[anchor] }
    }

    private mutating func add(_ anchor: Range<Int>, in bytes: [UInt8]) {
        if known.isEmpty { known.reserveCapacity(Self.few) }
        known.append((anchor, 0))
        if known.count == Self.few + 1 {
            for (position, entry) in known.enumerated() { positions[Array(bytes[entry.anchor])] = position }
        } else if known.count > Self.few {
            positions[Array(bytes[anchor])] = known.count - 1
        }
    }

    private static func makeSlug(ofTextFrom start: Int, in bytes: inout [UInt8]) {
        let end = bytes.withUnsafeMutableBufferPointer { asciiSlugEnd(ofTextFrom: start, in: $0) }
        if let end {
            bytes.removeLast(bytes.count - end)
        } else {
            let slug = unicodeSlug(of: String(decoding: bytes[start...], as: UTF8.self))
            bytes.replaceSubrange(start..., with: slug.utf8)
        }
        if bytes.count == start { bytes += "section".utf8 }
    }

    /// Makes a slug of a text that ends a buffer; returns where it ends, or `nil`, with nothing changed, where there is more
    /// than ASCII.
    private static func asciiSlugEnd(ofTextFrom start: Int, in bytes: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        guard bytes[start...].allSatisfy({ $0 < 0x80 }) else { return nil }
        var end = start
        for index in start..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                bytes[end] = bytes[index]
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes[end] = bytes[index] | 0x20
            case UInt8(ascii: " "), UInt8(ascii: "\n"): bytes[end] = UInt8(ascii: "-")
            default: continue
            }
            end += 1
        }
        return end
    }

    private static func unicodeSlug(of text: String) -> String {
        var slug = ""
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\n" {
                slug += "-"
            } else if scalar == "-" || isWordCharacter(scalar) {
                slug += scalar.properties.lowercaseMapping
            }
        }
        return slug
    }

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: true
        default: scalar.properties.isAlphabetic
        }
    }
}
