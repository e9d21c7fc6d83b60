/// Makes the identifiers of headings as code hosts do.
///
/// The text in lower case, without what is neither letter, digit, mark, underscore nor hyphen, spaces as hyphens; a
/// second one of the same name gets `-1`, the next `-2`.
struct AnchorMaker {
    /// The anchors so far, each with the last number that was put behind it.
    private var known: [(anchor: [UInt8], count: Int)] = []
    /// Where each is in `known`, once there are so many that looking through them would cost more.
    private var positions: [[UInt8]: Int] = [:]
    private static let few = 24

    /// The identifier of a heading with this text, unlike all before. Never empty: what leaves nothing is `section`.
    mutating func anchor(for text: [UInt8]) -> [UInt8] {
        let slug = Self.slug(of: text)
        guard let position = position(of: slug) else {
            add(slug)
            return slug
        }
        var anchor = slug
        repeat {
            known[position].count += 1
            anchor = slug + "-\(known[position].count)".utf8
        } while self.position(of: anchor) != nil
        add(anchor)
        return anchor
    }

    private func position(of anchor: [UInt8]) -> Int? {
        known.count > Self.few ? positions[anchor] : known.firstIndex { $0.anchor == anchor }
    }

    private mutating func add(_ anchor: [UInt8]) {
        known.append((anchor, 0))
        if known.count == Self.few + 1 {
            for (position, entry) in known.enumerated() { positions[entry.anchor] = position }
        } else if known.count > Self.few {
            positions[anchor] = known.count - 1
        }
    }

    private static func slug(of text: [UInt8]) -> [UInt8] {
        var isASCII = true
        let slug = [UInt8](unsafeUninitializedCapacity: text.count) { slug, count in
            for byte in text {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                    UInt8(ascii: "_"):
                    slug[count] = byte
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug[count] = byte | 0x20
                case UInt8(ascii: " "), UInt8(ascii: "\n"): slug[count] = UInt8(ascii: "-")
                case 0x80...:
                    isASCII = false
                    return
                default: continue
                }
                count += 1
            }
        }
        guard isASCII else { return unicodeSlug(of: text) }
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
