/// Hides blanks from libcmark, which could take two of them for strong emphasis.
///
/// Each underscore of a run of four or more becomes a control character that nobody types: the text keeps its length,
/// and libcmark takes it for a letter. A line of nothing but underscores stays: it is a thematic break.
enum BlankMask {
    /// What stands for an underscore: the unit separator.
    static let byte: UInt8 = 0x1F

    /// Hides the blanks in a text. Linear.
    static func hide(_ bytes: inout [UInt8], from start: Int) {
        var i = start
        var lineStart = start
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "\n") || bytes[i] == UInt8(ascii: "\r") { lineStart = i + 1 }
            guard bytes[i] == UInt8(ascii: "_") else {
                i += 1
                continue
            }
            var end = i
            while end < bytes.count, bytes[end] == UInt8(ascii: "_") { end += 1 }
            if end - i >= 4, !isAlone(bytes, i, end, lineStart) {
                for index in i..<end { bytes[index] = byte }
            }
            i = end
        }
    }

    /// Turns hidden blanks back into underscores.
    static func reveal(_ bytes: inout [UInt8], from start: Int) {
        reveal(&bytes, in: start..<bytes.count)
    }

    /// Turns hidden blanks back into underscores.
    static func reveal(_ bytes: inout [UInt8], in range: Range<Int>) {
        for index in range where bytes[index] == byte { bytes[index] = UInt8(ascii: "_") }
    }

    private static func isAlone(_ bytes: [UInt8], _ start: Int, _ end: Int, _ lineStart: Int) -> Bool {
        var next = end
        while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
        guard next == bytes.count || bytes[next] == UInt8(ascii: "\n") || bytes[next] == UInt8(ascii: "\r") else {
            return false
        }
        return bytes[lineStart..<start].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
    }
}
