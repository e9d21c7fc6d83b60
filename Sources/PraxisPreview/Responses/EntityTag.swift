import PraxisFiles

/// Tells two versions of a file apart: the same bytes have the same tag (RFC 9110, 8.8.3).
struct EntityTag: Hashable, Sendable, CustomStringConvertible {
    private var value: UInt64

    /// The tag of some bytes. Linear, a fraction of a nanosecond a byte.
    init(of bytes: [UInt8]) {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
        bytes.withUnsafeBytes { bytes in
            var offset = 0
            while offset + 8 <= bytes.count {
                Self.mix(&value, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset += 8
            }
            for byte in bytes[offset...] { Self.mix(&value, UInt64(byte)) }
        }
        self.value = value
    }

    /// The tag of a file that is copied: what the system says of it, so that it need not be read.
    init(of stamp: FileStamp) {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in [UInt64(bitPattern: Int64(stamp.size)), UInt64(bitPattern: stamp.modified), stamp.number] {
            Self.mix(&value, part)
        }
        self.value = value
    }

    /// The tag of the same bytes once something has been put into them.
    func mixed(with text: String) -> EntityTag {
        var tag = self
        for byte in text.utf8 { Self.mix(&tag.value, UInt64(byte)) }
        return tag
    }

    // After FNV-1a, by words; the turn lets high bits reach low ones.
    private static func mix(_ value: inout UInt64, _ word: UInt64) {
        value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 29
    }

    /// The tag as it stands in a header, with its quotation marks.
    var description: String { "\"\(String(value, radix: 36))\"" }

    /// Whether an `If-None-Match` field names this tag (RFC 9110, 13.1.2).
    func isNamed(in field: String) -> Bool {
        field.split(separator: ",").contains { part in
            var name = part.drop { $0 == " " }
            while name.last == " " { name.removeLast() }
            return name == "*" || (name.hasPrefix("W/") ? name.dropFirst(2) : name) == description
        }
    }
}
