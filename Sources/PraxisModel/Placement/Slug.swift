internal import Foundation

/// Names that can stand in an address: a–z, 0–9 and single hyphens between them.
package enum Slug {
    /// Whether a name is one.
    package static func isValid(_ name: some StringProtocol) -> Bool {
        var previous = UInt8(ascii: "-")
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where previous != byte: break
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "-")
    }

    /// The nearest name that is one: accents dropped, everything else that cannot stay turned into hyphens. May be empty.
    package static func suggestion(for text: some StringProtocol) -> String {
        var spelled = String(text)
        for (letter, letters) in ["ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ł": "l", "þ": "th", "ı": "i"] {
            spelled = spelled.replacing(letter, with: letters).replacing(letter.uppercased(), with: letters)
        }
        let decomposed = spelled.decomposedStringWithCanonicalMapping.lowercased()
        var slug = ""
        for scalar in decomposed.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
            case _ where scalar.properties.generalCategory == .nonspacingMark, "'", "’": continue
            default: if !slug.isEmpty, !slug.hasSuffix("-") { slug += "-" }
            }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        return slug
    }
}
