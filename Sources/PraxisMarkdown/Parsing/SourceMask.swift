/// Hides from libcmark what it would read in its own way, and from us what an author has escaped.
///
/// Each byte that is hidden becomes a control character that nobody types, so that the text keeps its length and every
/// place in it stays true; when text comes back from libcmark, it is restored.
///
/// - A blank: each underscore of a run of four or more, which libcmark could take for strong emphasis. A line of nothing
///   but underscores stays: it is a thematic break.
/// - The backslash before a character at which we look for something, since libcmark joins what was escaped with the text
///   around it. An entity is taken for what it stands for.
/// - The caret after an escaped bracket, which would begin a footnote's name.
/// - The marks within a bare address, which is taken whole: see `marksInAddresses(of:_:_:)`.
/// - A curly quotation mark that the author has typed, where punctuation is smart.
/// - A footnote's definition: all of it becomes one line that libcmark takes for a processing instruction, a block that may
///   stand anywhere and leaves what is around it as it was. That one is never restored.
enum SourceMask {
    static let blank: UInt8 = 0x1F
    static let escape: UInt8 = 0x1E
    static let caret: UInt8 = 0x1D
    /// What stands in the place of a footnote's definition; as short as the shortest of those.
    static let definition: [UInt8] = [UInt8(ascii: "<"), UInt8(ascii: "?"), 0x1C, UInt8(ascii: "?"), UInt8(ascii: ">")]

    /// Whether a block of raw HTML stands in the place of a footnote's definition.
    static func isDefinition(_ block: UnsafeRawBufferPointer) -> Bool {
        block.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.starts(with: definition)
    }

    /// Hides what is to be hidden in a file from where its body begins. Linear.
    static func hide(_ bytes: inout [UInt8], from start: Int, blanks: Bool) {
        bytes.withUnsafeMutableBufferPointer { hide($0, from: start, blanks: blanks) }
    }

    private static func hide(_ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, blanks: Bool) {
        var i = start
        while true {
            i = ByteSearch.first(in: UnsafeBufferPointer(bytes), from: i, to: bytes.count) { block in
                block.hits(ByteKind(UInt8(ascii: "\\"))) | block.hits(ByteKind(UInt8(ascii: "_")))
            }
            guard i < bytes.count else { return }
            if bytes[i] == UInt8(ascii: "\\") {
                hideEscape(bytes, i)
                i += 2
            } else {
                var end = i
                while end < bytes.count, bytes[end] == UInt8(ascii: "_") { end += 1 }
                if blanks, end - i >= 4, !isAlone(bytes, start, i, end) {
                    for index in i..<end { bytes[index] = blank }
                }
                i = end
            }
        }
    }

    private static func hideEscape(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ index: Int) {
        guard index + 1 < bytes.count else { return }
        switch bytes[index + 1] {
        case UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "@"): bytes[index] = escape
        case UInt8(ascii: "["):
            if index + 2 < bytes.count, bytes[index + 2] == UInt8(ascii: "^") { bytes[index + 2] = caret }
        default: break
        }
    }

    /// Restores what was hidden in bytes that end an array. What libcmark takes literally gets its backslashes back; from
    /// where it would have resolved escapes, they go.
    static func restore(_ bytes: inout [UInt8], from start: Int, keepingEscapes: Bool) {
        restoreMarks(&bytes, from: start)
        var end = start
        for index in start..<bytes.count {
            var byte = bytes[index]
            switch byte {
            case blank: byte = UInt8(ascii: "_")
            case caret: byte = UInt8(ascii: "^")
            case escape:
                guard keepingEscapes else { continue }
                byte = UInt8(ascii: "\\")
            default: break
            }
            bytes[end] = byte
            end += 1
        }
        bytes.removeLast(bytes.count - end)
    }

    /// Whether there is nothing else on the line but what a thematic break may have around it.
    private static func isAlone(
        _ bytes: UnsafeMutableBufferPointer<UInt8>, _ floor: Int, _ start: Int, _ end: Int
    ) -> Bool {
        var next = end
        while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
        guard next == bytes.count || bytes[next] == UInt8(ascii: "\n") || bytes[next] == UInt8(ascii: "\r") else {
            return false
        }
        var previous = start - 1
        while previous >= floor, bytes[previous] == UInt8(ascii: " ") || bytes[previous] == UInt8(ascii: ">") {
            previous -= 1
        }
        return previous < floor || bytes[previous] == UInt8(ascii: "\n") || bytes[previous] == UInt8(ascii: "\r")
    }
}
