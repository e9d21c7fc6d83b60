/// A short name for some bytes that changes when they do: FNV-1a, 64 bits. Not for anything that somebody could forge.
struct Checksum {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes in more bytes, apart from those before. Linear.
    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        value = (value ^ 0xFF) &* 0x100_0000_01B3
    }

    /// How many digits `text` has.
    static let digits = 10

    /// Ten digits of it.
    var text: String {
        let digits = String(value, radix: 16)
        return String((String(repeating: "0", count: 16 - digits.count) + digits).suffix(Self.digits))
    }
}
