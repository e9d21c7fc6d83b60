// What the text of a line may begin with, by CommonMark's rules; the caller has seen that it is not indented by four
// columns.

extension LineCursor {
    /// Whether it is a heading with `#`.
    var beginsHeading: Bool {
        var next = text
        while next < end, bytes[next] == UInt8(ascii: "#") { next += 1 }
        return 1...6 ~= next - text && (next == end || Self.isSpace(bytes[next]))
    }

    /// Whether it is the line under a heading.
    var underlinesHeading: Bool {
        guard first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return false }
        var next = text
        while next < end, bytes[next] == first { next += 1 }
        return bytes[next..<end].allSatisfy(Self.isSpace)
    }

    /// Whether it is a line across. Where it is none, `failure` is the byte that shows it: nothing before that is one.
    func beginsThematicBreak(failure: inout Int) -> Bool {
        guard text >= failure, "*-_".utf8.contains(first) else { return false }
        var marks = 0
        for index in text..<end {
            if bytes[index] == first {
                marks += 1
            } else if !Self.isSpace(bytes[index]) {
                failure = index
                return false
            }
        }
        return marks >= 3
    }

    /// The fence that it opens.
    var openingFence: CodeFence? {
        guard let fence = fence else { return nil }
        let rest = bytes[(text + fence.length)..<end]
        return fence.mark == UInt8(ascii: "~") || !rest.contains(fence.mark) ? fence : nil
    }

    /// Whether it closes a fence.
    func closes(_ open: CodeFence) -> Bool {
        guard indent < 4, let fence, fence.mark == open.mark, fence.length >= open.length else { return false }
        return bytes[(text + fence.length)..<end].allSatisfy(Self.isSpace)
    }

    private var fence: CodeFence? {
        guard first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
        let length = bytes[text..<end].prefix { $0 == first }.count
        return length >= 3 ? CodeFence(mark: first, length: length) : nil
    }

    /// Passes the marker of a list item; gives how many columns what belongs to the item is indented by.
    mutating func takeListMarker(interruptingParagraph interrupts: Bool) -> Int? {
        guard let length = listMarkerLength(interrupts) else { return nil }
        let offset = indent
        skip(bytes: length)
        // With nothing or with code behind it, one column belongs to the marker.
        let space = isBlank || indent >= 5 ? 1 : indent
        skip(columns: space)
        return offset + length + space
    }

    private func listMarkerLength(_ interrupts: Bool) -> Int? {
        var next = text
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): next += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            var number = 0
            while next < end, next < text + 9, bytes[next] &- 0x30 < 10 {
                number = number * 10 + Int(bytes[next] - 0x30)
                next += 1
            }
            guard next < end, bytes[next] == UInt8(ascii: ".") || bytes[next] == UInt8(ascii: ")"),
                !interrupts || number == 1
            else { return nil }
            next += 1
        default: return nil
        }
        guard next == end || Self.isSpace(bytes[next]) else { return nil }
        return interrupts && bytes[next..<end].allSatisfy(Self.isSpace) ? nil : next - text
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}

/// The line that opens fenced code.
struct CodeFence {
    var mark: UInt8
    var length: Int
}
