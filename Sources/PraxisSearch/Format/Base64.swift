/// Bytes as text that any script file can hold (RFC 4648, section 4).
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// Adds the text of some bytes. Linear in their number.
    static func append(_ bytes: some RandomAccessCollection<UInt8>, to text: inout [UInt8]) {
        var group: UInt32 = 0
        var count = 0
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            count += 1
            if count == 3 {
                text.append(alphabet[Int(group >> 18 & 63)])
                text.append(alphabet[Int(group >> 12 & 63)])
                text.append(alphabet[Int(group >> 6 & 63)])
                text.append(alphabet[Int(group & 63)])
                group = 0
                count = 0
            }
        }
        guard count > 0 else { return }
        group <<= UInt32(8 * (3 - count))
        for place in 0..<4 {
            text.append(place <= count ? alphabet[Int(group >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
        }
    }

    /// The bytes of a text; `nil` if it is not Base64. Linear in its length.
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var group: UInt32 = 0
        var count = 0
        for letter in text.utf8 where letter != UInt8(ascii: "=") {
            let value = values[Int(letter)]
            guard value != 0xFF else { return nil }
            group = group << 6 | UInt32(value)
            count += 1
            if count == 4 {
                bytes.append(UInt8(truncatingIfNeeded: group >> 16))
                bytes.append(UInt8(truncatingIfNeeded: group >> 8))
                bytes.append(UInt8(truncatingIfNeeded: group))
                group = 0
                count = 0
            }
        }
        guard count != 1 else { return nil }
        if count > 1 { bytes.append(UInt8(truncatingIfNeeded: group >> (count == 3 ? 10 : 4))) }
        if count > 2 { bytes.append(UInt8(truncatingIfNeeded: group >> 2)) }
        return bytes
    }
}
