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

    /// The nearest name that is one: letters as their language writes them without accents, accents dropped, everything else
    /// that cannot stay turned into hyphens. May be empty.
    ///
    /// - Parameter language: The language of the text, a BCP 47 tag; the letters of most languages just lose their accents.
    package static func suggestion(for text: some StringProtocol, in language: String = "") -> String {
        var spelled = String(text).precomposedStringWithCanonicalMapping.lowercased()
        let own = spellings[String(language.prefix { $0 != "-" }).lowercased()] ?? [:]
        for (letter, letters) in usualSpellings.merging(own, uniquingKeysWith: { $1 }) {
            spelled = spelled.replacing(letter, with: letters)
        }
        let decomposed = spelled.decomposedStringWithCanonicalMapping
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

    /// Letters that are no others with an accent.
    private static let usualSpellings = [
        "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i",
    ]

    /// How languages write letters where there are only those from a to z, if it is not the letter without its accent.
    private static let spellings = [
        "de": ["ä": "ae", "ö": "oe", "ü": "ue"],
        "da": ["ø": "oe", "å": "aa"],
    ]
}
