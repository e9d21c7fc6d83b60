/// A set of ASCII characters that is asked for millions of bytes.
struct ByteSet {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// The set of the characters of a text.
    init(_ characters: StaticString = "") {
        characters.withUTF8Buffer { for byte in $0 { insert(byte) } }
    }

    mutating func insert(_ byte: UInt8) {
        if byte < 0x40 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 0x3F) }
    }

    var isEmpty: Bool { low | high == 0 }

    /// Whether a byte is in the set; none from 128 up is.
    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let word = byte < 0x40 ? low : high
        return byte < 0x80 && (word &>> UInt64(byte & 0x3F)) & 1 != 0
    }
}
