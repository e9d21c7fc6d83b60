/// Writes bits, or reads them: what is to be written both ways is said once, by asking for each bit with what it is.
protocol BitCoder {
    /// Codes one bit. A writer gives it back; a reader pays no heed to it and gives the one that was written.
    ///
    /// - Parameter chance: Of a zero, in 65536ths; never none, never all.
    mutating func code(_ bit: Int, chance: UInt32) -> Int
}

/// Writes bits so that each takes as much room as it is unlikely. (A range coder after G. N. N. Martin, “Range encoding”,
/// 1979, with the carry of LZMA's.)
struct RangeEncoder: BitCoder {
    private var done: [UInt8] = []
    private var low: UInt64 = 0
    private var range: UInt32 = .max
    /// The last byte, and how many of 255 after it, which a carry may still change.
    private var held: UInt8?
    private var heldFull = 0

    @inline(__always)
    mutating func code(_ bit: Int, chance: UInt32) -> Int {
        let bound = (range >> 16) &* chance
        // Chosen without a branch, which nobody could foresee.
        low &+= bit == 0 ? 0 : UInt64(bound)
        range = bit == 0 ? bound : range &- bound
        while range < RangeDecoder.leastRange {
            range <<= 8
            shift()
        }
        return bit
    }

    /// What was written. Zeros at the end are left out, since a reader takes what is not there for zeros.
    var bytes: [UInt8] {
        var end = self
        // The roundest number in the range.
        let mask = UInt64(RangeDecoder.leastRange - 1)
        end.low = (low + mask) & ~mask
        for _ in 0..<5 { end.shift() }
        return Array(end.done.prefix((end.done.lastIndex { $0 != 0 } ?? -1) + 1))
    }

    /// Takes a byte off the top. Seldom called, and too long to stand in the loops that code bits.
    @inline(never)
    private mutating func shift() {
        let carry = UInt8(truncatingIfNeeded: low >> 32)
        if carry == 0, low >= 0xFF00_0000, held != nil {
            heldFull += 1
        } else {
            if let held { done.append(held &+ carry) }
            while heldFull > 0 {
                done.append(0xFF &+ carry)
                heldFull -= 1
            }
            held = UInt8(truncatingIfNeeded: low >> 24)
        }
        low = (low & 0x00FF_FFFF) << 8
    }
}

/// Reads what a `RangeEncoder` wrote; of anything else it makes bits too.
struct RangeDecoder: BitCoder {
    private let bytes: [UInt8]
    private var position = 0
    private var offset: UInt32 = 0
    private var range: UInt32 = .max

    fileprivate static let leastRange: UInt32 = 1 << 24

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        for _ in 0..<4 { shift() }
    }

    /// Whether there are no more bytes to read.
    var isAtEnd: Bool { position >= bytes.count }

    mutating func code(_ bit: Int, chance: UInt32) -> Int {
        let bound = (range >> 16) &* chance
        let isZero = offset < bound
        if isZero {
            range = bound
        } else {
            offset &-= bound
            range &-= bound
        }
        while range < Self.leastRange {
            range <<= 8
            shift()
        }
        return isZero ? 0 : 1
    }

    private mutating func shift() {
        offset = offset << 8 | UInt32(position < bytes.count ? bytes[position] : 0)
        position += 1
    }
}
