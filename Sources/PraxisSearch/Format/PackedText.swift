internal import PraxisBytes

/// Bytes as text that a script can hold between quotation marks, one character each.
///
/// A byte stands as the character 35 after it, so that the small numbers of an index are printable letters: one byte each
/// on the wire, and repeated where the numbers are, which compresses better than Base64. The backslash is written as `!`.
enum PackedText {
    private static let shift: UInt32 = 35
    private static let backslash: UInt8 = 0x5C
    private static let instead: UInt8 = 0x21

    /// Adds the text of some bytes, in UTF-8. Linear in their number.
    static func append(_ bytes: some Sequence<UInt8>, to text: inout [UInt8]) {
        for byte in bytes {
            let code = UInt32(byte) + shift
            if code == backslash {
                text.append(instead)
            } else if code < 0x80 {
                text.append(UInt8(code))
            } else {
                text.append(UInt8(0xC0 | code >> 6))
                text.append(UInt8(0x80 | code & 0x3F))
            }
        }
    }

    /// Some bytes as text.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        append(bytes, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text; `nil` if it is none of this kind. Linear in its length.
    static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.value == instead {
                bytes.append(backslash - UInt8(shift))
            } else if scalar.value >= shift, scalar.value - shift < 256 {
                bytes.append(UInt8(scalar.value - shift))
            } else {
                return nil
            }
        }
        return bytes
    }

    /// The numbers that `Varints` wrote into a text; `nil` if it is not of this kind.
    static func numbers(of text: String) -> [Int]? {
        guard let bytes = bytes(of: text) else { return nil }
        var reader = VarintReader(bytes)
        var numbers: [Int] = []
        numbers.reserveCapacity(bytes.count)
        while !reader.isAtEnd { numbers.append(reader.number()) }
        return numbers
    }
}
