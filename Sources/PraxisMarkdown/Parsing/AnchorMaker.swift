/// Makes the identifiers of headings as code hosts do.
///
/// The text in lower case, without what is neither letter, digit, mark, underscore nor hyphen, spaces as hyphens; a
/// second one of the same name gets `-1`, the next `-2`.
struct AnchorMaker {
    private var occurrences: [String: Int] = [:]

    /// The identifier of a heading with this text, unlike all before. Never empty: what leaves nothing is `section`.
    mutating func anchor(for text: [UInt8]) -> [UInt8] {
        let bytes = Self.slug(of: text)
        let slug = String(decoding: bytes, as: UTF8.self)
        guard var count = occurrences[slug] else {
            occurrences[slug] = 0
            return bytes
        }
        var anchor = slug
        while occurrences[anchor] != nil {
            count += 1
            anchor = "\(slug)-\(count)"
        }
        occurrences[slug] = count
        occurrences[anchor] = 0
        return Array(anchor.utf8)
    }

    private static func slug(of text: [UInt8]) -> [UInt8] {
        var slug: [UInt8] = []
        slug.reserveCapacity(text.count)
        for byte in text {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                slug.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
            case UInt8(ascii: " "), UInt8(ascii: "\n"): slug.append(UInt8(ascii: "-"))
            case 0x80...: return unicodeSlug(of: text)
            default: break
            }
        }
        return slug.isEmpty ? Array("section".utf8) : slug
    }

    private static func unicodeSlug(of text: [UInt8]) -> [UInt8] {
        var slug = ""
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar == " " || scalar == "\n" {
                slug += "-"
            } else if scalar == "-" || isWordCharacter(scalar) {
                slug += scalar.properties.lowercaseMapping
            }
        }
        return slug.isEmpty ? Array("section".utf8) : Array(slug.utf8)
    }

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: true
        default: scalar.properties.isAlphabetic
        }
    }
}
