/// The character references that occur in hand-written HTML.
enum HTMLEntities {
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
        "trade": "™", "mdash": "—", "ndash": "–", "hellip": "…", "laquo": "«", "raquo": "»", "lsquo": "‘",
        "rsquo": "’", "ldquo": "“", "rdquo": "”", "middot": "·", "bull": "•", "times": "×", "rarr": "→", "larr": "←",
        "check": "✓", "deg": "°", "euro": "€", "pound": "£", "sect": "§", "para": "¶", "shy": "\u{AD}",
    ]

    /// A text with its references decoded; one that is not known stays as it is. Linear.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var i = bytes.startIndex
        while i < bytes.endIndex {
            // No name or number that is known is longer than ten bytes.
            if bytes[i] == UInt8(ascii: "&"),
                let end = bytes[i..<min(i + 12, bytes.endIndex)].firstIndex(of: UInt8(ascii: ";")),
                let character = character(String(decoding: bytes[(i + 1)..<end], as: UTF8.self))
            {
                text += character.utf8
                i = end + 1
            } else {
                text.append(bytes[i])
                i += 1
            }
        }
        return text
    }

    private static func character(_ reference: String) -> String? {
        guard reference.hasPrefix("#") else { return named[reference] }
        let digits = reference.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10),
            let scalar = Unicode.Scalar(value)
        else { return nil }
        // Control characters are no text.
        return value < 0x20 && value != 0x09 && value != 0x0A || value >= 0x7F && value < 0xA0
            ? "\u{FFFD}" : String(Character(scalar))
    }
}
