/// Finds the next byte of some kind eight bytes at a time: most text is passed over.
///
/// The vector types of the standard library are compared lane by lane, so this is arithmetic on words instead.
enum ByteSearch {
    /// The index of the first byte of some kinds, or `end`.
    ///
    /// - Parameter hits: Joins, with `|`, what the kinds say to a word.
    @inline(__always)
    static func first(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hits: (UInt64) -> UInt64
    ) -> Int {
        guard start < end, let base = bytes.baseAddress.map({ UnsafeRawPointer($0) }) else { return end }
        var index = start
        while index &+ 8 <= end {
            let word = UInt64(littleEndian: (base + index).loadUnaligned(as: UInt64.self))
            let found = hits(word) & 0x8080_8080_8080_8080
            if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
            index &+= 8
        }
        guard index < end else { return end }
        var rest: UInt64 = 0
        for offset in stride(from: end &- 1, through: index, by: -1) { rest = rest << 8 | UInt64(bytes[offset]) }
        let found = hits(rest) & 0x8080_8080_8080_8080
        return found == 0 ? end : min(index &+ found.trailingZeroBitCount / 8, end)
    }
}

/// A kind of byte: one, or several that differ in certain bits only.
struct ByteKind {
    private let mask: UInt64
    private let value: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The bytes that agree with `value` in the bits of `mask`.
    @inline(__always)
    init(_ value: UInt8, mask: UInt8 = 0xFF) {
        self.mask = UInt64(mask) &* Self.ones
        self.value = UInt64(value & mask) &* Self.ones
    }

    /// No byte that occurs in UTF-8.
    static let none = ByteKind(0xFF)

    /// Sets the highest bit of the first byte of a word that is of this kind. What it says of later bytes is not reliable,
    /// nor are the lower bits.
    @inline(__always)
    func hits(_ word: UInt64) -> UInt64 {
        let difference = (word & mask) ^ value
        return (difference &- Self.ones) & ~difference
    }
}
