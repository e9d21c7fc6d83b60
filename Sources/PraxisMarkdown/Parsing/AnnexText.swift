/// The text of an annex while it is written.
struct AnnexText {
    private(set) var bytes: [UInt8] = []
    /// Where in the file the first column of each line would be.
    private(set) var origins: [Int32] = []
    private(set) var footnotes: [Footnote] = []

    /// A footnote's name and the line on which it starts.
    struct Footnote {
        var label: [UInt8]
        var line: Int32
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// Adds a table's cell, in which `\|` stands for `|`; returns its line, from 1.
    ///
    /// A cell is written as a heading: that is the one block that holds inline content on one line whatever the content
    /// begins with. The closing `#` keeps one at the end of the cell from being taken for such.
    mutating func append(cell: Slice<UnsafeBufferPointer<UInt8>>) -> Int32 {
        origins.append(Int32(truncatingIfNeeded: cell.startIndex) - 2)
        bytes.append(UInt8(ascii: "#"))
        bytes.append(UInt8(ascii: " "))
        let text = cell.base
        for index in cell.startIndex..<cell.endIndex {
            let isEscape = text[index] == UInt8(ascii: "\\") && index + 1 < cell.endIndex
            if !isEscape || text[index + 1] != UInt8(ascii: "|") { bytes.append(text[index]) }
        }
        bytes.append(UInt8(ascii: " "))
        bytes.append(UInt8(ascii: "#"))
        bytes.append(UInt8(ascii: "\n"))
        return Int32(origins.count)
    }

    /// Adds the lines of a paragraph; returns the first one's number, from 1.
    ///
    /// All but the first are indented, so that none can begin a block of its own.
    mutating func append(paragraph lines: [Slice<UnsafeBufferPointer<UInt8>>]) -> Int32 {
        let first = Int32(origins.count) + 1
        for (number, line) in lines.enumerated() {
            let indent = number == 0 ? 0 : 4
            origins.append(Int32(truncatingIfNeeded: line.startIndex - indent))
            bytes += repeatElement(UInt8(ascii: " "), count: indent)
            bytes += line
            bytes.append(UInt8(ascii: "\n"))
        }
        return first
    }

    /// Adds a footnote, as a list item: that holds any blocks.
    mutating func append(footnote label: [UInt8], lines: [FootnoteLine], of text: [UInt8]) {
        footnotes.append(Footnote(label: FootnoteNumbers.folded(label), line: Int32(origins.count) + 1))
        for (number, line) in lines.enumerated() {
            let prefix = number == 0 ? "1. " : line.isLazy ? "" : "   "
            origins.append(Int32(truncatingIfNeeded: line.text.lowerBound - prefix.utf8.count - line.indent))
            bytes += prefix.utf8
            bytes += repeatElement(UInt8(ascii: " "), count: line.indent)
            bytes += text[line.text]
            if line.holdsDefinition { bytes += SourceMask.definition }
            bytes.append(UInt8(ascii: "\n"))
        }
        // A paragraph that follows must not continue the footnote's last one.
        origins.append(Int32(truncatingIfNeeded: lines.last?.text.upperBound ?? 0))
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Adds the text that link definitions are wanted from.
    mutating func append(body: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\n"))
        bytes += body
    }
}

/// A line of a footnote, without what belongs to the blocks around it.
struct FootnoteLine {
    /// How many columns of space are before the text.
    var indent: Int
    var text: Range<Int>
    /// Whether it continues a paragraph without being indented as the footnote is.
    var isLazy = false
    /// Whether another footnote is defined at its end.
    var holdsDefinition = false
}
