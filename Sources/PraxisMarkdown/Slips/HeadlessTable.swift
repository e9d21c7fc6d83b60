/// A table without the line of hyphens below its head.
enum HeadlessTable {
    /// Looks at a paragraph that begins with `|`: its first two lines begin and end so, and have as many cells.
    static func found(in text: Slice<UnsafeBufferPointer<UInt8>>) -> MarkdownSlip? {
        let lines = text.split(separator: 0x0A, maxSplits: 2).map(trimmed)
        guard lines.count >= 2, lines[..<2].allSatisfy({ $0.first == stroke && $0.last == stroke }) else { return nil }
        // With a line that is one, if of another length, something else has been said.
        guard !lines[1].allSatisfy({ $0 == stroke || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20 })
        else { return nil }
        let columns = lines[0].count { $0 == stroke } - 1
        guard columns >= 2, lines[1].count(where: { $0 == stroke }) == columns + 1 else { return nil }
        return MarkdownSlip(
            rule: MarkdownSlip.table, range: lines[0].startIndex..<lines[0].endIndex,
            message: "no line of hyphens follows the head of this table, so readers see no table",
            advice: "write below it: \(TableSlip.delimiters(columns))")
    }

    private static let stroke = UInt8(ascii: "|")

    private static func trimmed(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var line = line.drop { $0 == 0x20 }
        while let last = line.last, last == 0x20 || last == 0x0D { line.removeLast() }
        return line
    }
}
