/// A file as the build put it into the program.
package struct EmbeddedFile: Sendable {
    /// Below the folder that was put there: `commons/theme.yaml`.
    package let path: String
    package let bytes: [UInt8]

    /// A text.
    package init(path: String, text: String) {
        self.path = path
        bytes = Array(text.utf8)
    }

    /// Other bytes in base 64 (RFC 4648, 4).
    package init(path: String, base64: String) {
        self.path = path
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for character in base64.utf8 {
            guard let value = Self.value(of: character) else { continue }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        self.bytes = bytes
    }

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
