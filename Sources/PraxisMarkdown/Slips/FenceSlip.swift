/// Code blocks that go on further than their author meant.
enum FenceSlip {
    typealias Text = Slice<UnsafeBufferPointer<UInt8>>

    /// Looks at the lines around some code, which is a stretch of a tree's text; a block that has none is left alone.
    static func found(
        at block: Range<Int>, in source: UnsafeBufferPointer<UInt8>, code: Range<Int>,
        in codeText: UnsafeBufferPointer<UInt8>
    ) -> MarkdownSlip? {
        let text = source[block]
        guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let fence = text.prefix { $0 == mark }
        // Of code that is indented, what looks like a fence is the first line.
        guard fence.count >= 3, !codeText[code].starts(with: text.prefix { $0 > 0x0D }) else { return nil }
        let shown = String(decoding: fence, as: UTF8.self)
        if !isFence(lastLine(of: text), mark, fence.count) {
            return MarkdownSlip(
                rule: MarkdownSlip.fence, range: fence.startIndex..<fence.endIndex,
                message: "this code block never ends, so whatever follows is shown as code",
                advice: "write \(shown) on a line of its own below the code")
        }
        guard let other = beginning(in: code, of: codeText, mark, fence.count) else { return nil }
        return MarkdownSlip(
            rule: MarkdownSlip.fence, range: fence.startIndex..<fence.endIndex,
            message: "this code block goes on past \"\(other)\", which begins another",
            advice:
                "end it before that with \(shown), or begin and end it with \(shown)\(shown.prefix(1)) if readers should "
                + "see that line")
    }

    /// The last line, without what belongs to the blocks around it. Of a block of one line, nothing.
    private static func lastLine(of text: Text) -> Text {
        guard let end = text.lastIndex(of: 0x0A) else { return text[text.endIndex...] }
        return text[(end + 1)...].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    }

    private static func isFence(_ line: Text, _ mark: UInt8, _ count: Int) -> Bool {
        let marks = line.prefix { $0 == mark }
        return marks.count >= count && line[marks.endIndex...].allSatisfy { $0 <= 0x20 }
    }

    /// The first line of the code that would begin code in some language, had this ended.
    private static func beginning(
        in code: Range<Int>, of text: UnsafeBufferPointer<UInt8>, _ mark: UInt8, _ count: Int
    ) -> String? {
        var start = code.lowerBound
        while start < code.upperBound {
            let marks = text[start..<code.upperBound].prefix { $0 == mark }
            let name = text[marks.endIndex..<code.upperBound].prefix { $0 > 0x0D }
            if marks.count >= count, let first = name.first, 0x61...0x7A ~= first | 0x20, name.count <= 30,
                !name.contains(mark)
            {
                return String(decoding: text[start..<name.endIndex], as: UTF8.self)
            }
            start = ByteSearch.first(in: text, from: max(start + 1, marks.endIndex), to: code.upperBound) {
                $0.hits(ByteKind(mark)) & $0.follows(ByteKind(UInt8(ascii: "\n")))
            }
        }
        return nil
    }
}
