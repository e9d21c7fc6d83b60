extension SourceMask {
    /// The marks of emphasis that are hidden in bare addresses, and what smart punctuation would change in them.
    private static let marks: [(byte: UInt8, hidden: UInt8)] = [
        (UInt8(ascii: "*"), 0x1A), (UInt8(ascii: "_"), 0x1B), (UInt8(ascii: "'"), 0x10), (UInt8(ascii: "-"), 0x11),
        (UInt8(ascii: "."), 0x12),
    ]

    /// Hides bytes at some places.
    static func hideMarks(at places: [Int], in bytes: inout [UInt8]) {
        for place in places {
            if let mark = marks.first(where: { $0.byte == bytes[place] }) { bytes[place] = mark.hidden }
        }
    }

    /// Hides the quotation marks that are curly already, from where the body begins, so that they can be told from those
    /// that smart punctuation makes; whether there is any. Commas beside each hidden byte keep it punctuation.
    static func hideQuotationMarks(_ bytes: inout [UInt8], from start: Int) -> Bool {
        let places = bytes.withUnsafeBufferPointer { quotationMarks(in: $0, from: start) }
        for place in places {
            bytes[place + 1] = hiddenQuotationMarks.lowerBound | bytes[place + 2] & 1 | bytes[place + 2] >> 1 & 2
            bytes[place] = UInt8(ascii: ",")
            bytes[place + 2] = UInt8(ascii: ",")
        }
        return !places.isEmpty
    }

    /// Single and double, opening and closing.
    private static let hiddenQuotationMarks: ClosedRange<UInt8> = 0x14...0x17

    /// Where the quotation marks of English are in a text that ends a buffer: each has three bytes.
    static func quotationMarks(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [Int] {
        var places: [Int] = []
        var index = start
        while true {
            index = ByteSearch.first(in: bytes, from: index, to: bytes.count) { $0.hits(ByteKind(0xE2)) }
            guard index + 2 < bytes.count else { return places }
            // ‘ ’ “ ” end in 98, 99, 9C, 9D.
            if bytes[index + 1] == 0x80, bytes[index + 2] & 0xFA == 0x98 { places.append(index) }
            index += 1
        }
    }

    /// Restores marks and quotation marks in bytes that end an array.
    static func restoreMarks(_ bytes: inout [UInt8], from start: Int) {
        for index in start..<bytes.count {
            let byte = bytes[index]
            guard byte < 0x1C, byte >= 0x10 else { continue }
            if let mark = marks.first(where: { $0.hidden == byte }) {
                bytes[index] = mark.byte
            } else if hiddenQuotationMarks.contains(byte), index > start, index + 1 < bytes.count,
                bytes[index - 1] == UInt8(ascii: ","), bytes[index + 1] == UInt8(ascii: ",")
            {
                bytes[index - 1] = 0xE2
                bytes[index] = 0x80
                bytes[index + 1] = 0x98 | byte & 1 | (byte & 2) << 1
            }
        }
    }
}
