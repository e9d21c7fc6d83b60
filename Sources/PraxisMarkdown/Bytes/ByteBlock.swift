/// Sixteen bytes that follow each other, looked at side by side.
struct ByteBlock {
    /// How many bytes it has.
    static let width = 16

    /// The index of the first.
    let start: Int
    private let bytes: SIMD16<UInt8>
    private let base: UnsafeRawPointer
    private let count: Int

    /// The block that begins at an index, or, near the end, the last one; `count` bytes may be read from `base` on.
    ///
    /// Where there are fewer than sixteen in all, zeros follow them.
    @inline(__always)
    init(_ base: UnsafePointer<UInt8>, _ count: Int, around index: Int) {
        self.base = UnsafeRawPointer(base)
        self.count = count
        if count >= Self.width {
            start = min(index, count &- Self.width)
            bytes = (self.base + start).loadUnaligned(as: SIMD16<UInt8>.self)
        } else {
            start = 0
            bytes = Self.padded(base, count)
        }
    }

    @inline(never)
    private static func padded(_ base: UnsafePointer<UInt8>, _ count: Int) -> SIMD16<UInt8> {
        var bytes = SIMD16<UInt8>()
        for index in 0..<count { bytes[index] = base[index] }
        return bytes
    }

    /// Where bytes of a kind are.
    @inline(__always)
    func hits(_ kind: ByteKind) -> ByteLanes { kind.lanes(of: bytes) }

    /// Where the byte before is of a kind; where there may be none, everywhere.
    @inline(__always)
    func follows(_ kind: ByteKind) -> ByteLanes {
        guard start > 0 else { return .all }
        return kind.lanes(of: (base + start - 1).loadUnaligned(as: SIMD16<UInt8>.self))
    }

    /// Where the next byte is of a kind; where there may be none, everywhere.
    @inline(__always)
    func precedes(_ kind: ByteKind) -> ByteLanes {
        guard start &+ Self.width < count else { return .all }
        return kind.lanes(of: (base + start + 1).loadUnaligned(as: SIMD16<UInt8>.self))
    }
}

/// A kind of byte: one, or several that differ in certain bits only.
struct ByteKind {
    private let mask: SIMD16<UInt8>
    private let value: SIMD16<UInt8>

    /// The bytes that agree with `value` in the bits of `mask`.
    @inline(__always)
    init(_ value: UInt8, mask: UInt8 = 0xFF) {
        self.mask = SIMD16(repeating: mask)
        self.value = SIMD16(repeating: value & mask)
    }

    /// No byte that occurs in UTF-8.
    static var none: ByteKind { ByteKind(0xFF) }

    @inline(__always)
    fileprivate func lanes(of bytes: SIMD16<UInt8>) -> ByteLanes { ByteLanes((bytes & mask) .== value) }
}

/// Some of the sixteen places in a block: all bits of their bytes are set.
struct ByteLanes {
    // Joined as bytes: the standard library joins larger elements one by one.
    private let bits: SIMD16<UInt8>

    @inline(__always)
    fileprivate init(_ mask: SIMDMask<SIMD16<Int8>>) {
        bits = unsafeBitCast(mask, to: SIMD16<UInt8>.self)
    }

    @inline(__always)
    private init(bits: SIMD16<UInt8>) {
        self.bits = bits
    }

    /// All places.
    fileprivate static var all: ByteLanes {
        @inline(__always) get { ByteLanes(bits: SIMD16(repeating: .max)) }
    }

    @inline(__always)
    static func | (one: ByteLanes, other: ByteLanes) -> ByteLanes { ByteLanes(bits: one.bits | other.bits) }

    @inline(__always)
    static func & (one: ByteLanes, other: ByteLanes) -> ByteLanes { ByteLanes(bits: one.bits & other.bits) }

    /// Those that are not before a place.
    @inline(__always)
    func from(_ place: Int) -> ByteLanes {
        guard place > 0 else { return self }
        let numbers = SIMD16<UInt8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        return self & ByteLanes(numbers .>= SIMD16(repeating: UInt8(truncatingIfNeeded: place)))
    }

    /// The first, if there is any.
    @inline(__always)
    var first: Int? {
        let words = unsafeBitCast(bits, to: SIMD2<UInt64>.self)
        let (low, high) = (words[0], words[1])
        guard low | high != 0 else { return nil }
        return (low != 0 ? low.trailingZeroBitCount : 64 &+ high.trailingZeroBitCount) / 8
    }
}
