/// Numbers in as few bytes as they need: seven bits a byte, the lowest first, the eighth bit says that more follow.
package enum Varints {
    /// Adds one number.
    package static func append(_ number: Int, to bytes: inout [UInt8]) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Adds a number that may be negative: 0, -1, 1, -2 are written as 0, 1, 2, 3.
    package static func appendSigned(_ number: Int, to bytes: inout [UInt8]) {
        append(number << 1 ^ number >> (Int.bitWidth - 1), to: &bytes)
    }
}

/// Reads what `Varints` wrote; after the end of the bytes everything is 0.
package struct VarintReader {
    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package var isAtEnd: Bool { position >= bytes.count }

    /// One byte as it stands.
    package mutating func byte() -> Int {
        guard position < bytes.count else { return 0 }
        defer { position += 1 }
        return Int(bytes[position])
    }

    /// Some bytes as they stand, fewer where there are no more.
    package mutating func bytes(_ count: Int) -> ArraySlice<UInt8> {
        let end = position + max(0, min(count, bytes.count - position))
        defer { position = end }
        return bytes[position..<end]
    }

    package mutating func number() -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while position < bytes.count, shift < 63 {
            let byte = bytes[position]
            position += 1
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int(truncatingIfNeeded: value)
    }

    package mutating func signed() -> Int {
        let value = number()
        return value & 1 == 0 ? value / 2 : -(value / 2) - 1
    }
}
