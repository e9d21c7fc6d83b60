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
enum SourceMask {
    static let blank: UInt8 = 0x1F
    static let escape: UInt8 = 0x1E
    static let caret: UInt8 = 0x1D

    /// The characters whose escape is hidden.
    private static let escapable = ByteSet("~:.@")

    /// Hides what is to be hidden in a file from where its body begins. Linear.
    static func hide(_ bytes: inout [UInt8], from start: Int, blanks: Bool) {
        var i = start
        var lineStart = start
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): lineStart = i + 1
            case UInt8(ascii: "\\") where i + 1 < bytes.count:
                if escapable.contains(bytes[i + 1]) {
                    bytes[i] = escape
                } else if bytes[i + 1] == UInt8(ascii: "["), i + 2 < bytes.count, bytes[i + 2] == UInt8(ascii: "^") {
                    bytes[i + 2] = caret
                }
                if bytes[i + 1] != UInt8(ascii: "\n"), bytes[i + 1] != UInt8(ascii: "\r") { i += 1 }
            case UInt8(ascii: "_") where blanks:
                var end = i
                while end < bytes.count, bytes[end] == UInt8(ascii: "_") { end += 1 }
                if end - i >= 4, !isAlone(bytes, i, end, lineStart) {
                    for index in i..<end { bytes[index] = blank }
                }
                i = end - 1
            default: break
            }
            i += 1
        }
    }

    /// Restores what was hidden in bytes that end an array. What libcmark takes literally gets its backslashes back; from
    /// where it would have resolved escapes, they go.
    static func restore(_ bytes: inout [UInt8], from start: Int, keepingEscapes: Bool) {
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

    private static func isAlone(_ bytes: [UInt8], _ start: Int, _ end: Int, _ lineStart: Int) -> Bool {
        var next = end
        while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
        guard next == bytes.count || bytes[next] == UInt8(ascii: "\n") || bytes[next] == UInt8(ascii: "\r") else {
            return false
        }
        return bytes[lineStart..<start].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
    }
}
