/// A checksum, for names of files by what is in them and numbers of pages by their addresses: the same on every machine and
/// in every run, and no protection against anybody who wants two files with one name.
///
/// Eight bytes at a time are mixed in as FNV-1a mixes in one (Fowler, Noll, Vo), with a shift between.
package struct StableHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    /// - Parameter secret: What nobody knows who might want to make up bytes with a certain checksum.
    package init(secret: UInt64) {
        mix(secret)
    }

    /// Mixes in some bytes. Linear in their number.
    package mutating func combine(_ bytes: [UInt8]) {
        let whole = bytes.count & ~7
        bytes.withUnsafeBytes { bytes in
            // Of each word all eight bytes lie before `whole`.
            for index in stride(from: 0, to: whole, by: 8) {
                mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            }
        }
        var rest = UInt64(bytes.count)
        for byte in bytes[whole...] { rest = rest << 8 | UInt64(byte) }
        mix(rest)
    }

    /// All bits depend on all bytes.
    package var value: UInt64 {
        var mixed = state
        mixed ^= mixed >> 29
        mixed = mixed &* 0xbf58_476d_1ce4_e5b9
        return mixed ^ mixed >> 32
    }

    /// The checksum of some bytes.
    package static func value(of bytes: [UInt8]) -> UInt64 {
        var hash = StableHash()
        hash.combine(bytes)
        return hash.value
    }

    /// How many digits `hexadecimal` has.
    package static let digits = 12

    /// Twelve hexadecimal digits, enough to tell a million files apart.
    package var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String((String(repeating: "0", count: 16 - digits.utf8.count) + digits).prefix(Self.digits))
    }

    private mutating func mix(_ word: UInt64) {
        state = (state ^ word) &* 0x0000_0100_0000_01b3
        state ^= state >> 32
    }
}
