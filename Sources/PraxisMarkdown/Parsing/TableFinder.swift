/// Finds tables in the paragraphs of a parsed text, by GitHub's specification, and writes their cells to an annex.
///
/// A row ends where its paragraph does. Two things differ from cmark-gfm, both of no use to an author: a line that
/// follows a quoted table without `>` is still its row, and so is one indented by four columns.
struct TableFinder {
    /// The body, indexed as the file is.
    private let bytes: Slice<UnsafeBufferPointer<UInt8>>
    private let starts: [Int32]
    /// The lines under a table's head, from 1, if they are that.
    private let candidates: [Int]
    private var nextCandidate = 0
    private(set) var tables: [TableBlock] = []
    /// Lines with too few or too many cells.
    private(set) var slips: [TableSlip] = []
    var annex: AnnexText

    /// Looks through the file's bytes, of which `base` is the first that was parsed.
    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ scan: SourceScan, annex: AnnexText) {
        self.bytes = bytes
        starts = scan.lineStarts
        candidates = scan.delimiterLines.map { $0 + 1 }
        self.annex = annex
    }

    private typealias Text = Slice<UnsafeBufferPointer<UInt8>>

    /// Looks for a table in a block; blocks come in ascending order.
    mutating func visit(_ found: CmarkTree.LeafBlock) {
        var block = found
        if block.isHeading, block.endLine - 1 > block.startLine, isUnderline(block.endLine - 1, block) {
            block.endLine -= 1
        }
        while nextCandidate < candidates.count, candidates[nextCandidate] <= block.startLine { nextCandidate += 1 }
        while nextCandidate < candidates.count, candidates[nextCandidate] <= block.endLine {
            let line = candidates[nextCandidate]
            nextCandidate += 1
            if let alignments = Self.alignments(content(of: line, block)) {
                let head = Self.cells(content(of: line - 1, block))
                if head.count == alignments.count { return add(block, head, alignments, under: line) }
                if head.count > 1 { note(.delimiters(count: alignments.count, columns: head.count), line, block) }
            }
        }
    }

    private mutating func note(_ kind: TableSlip.Kind, _ line: Int, _ block: CmarkTree.LeafBlock) {
        let text = content(of: line, block)
        slips.append(TableSlip(range: text.startIndex..<text.endIndex, kind: kind))
    }

    private func isUnderline(_ line: Int, _ block: CmarkTree.LeafBlock) -> Bool {
        let text = content(of: line, block)
        guard let mark = text.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=") else { return false }
        return text.allSatisfy { $0 == mark }
    }

    private mutating func add(
        _ block: CmarkTree.LeafBlock, _ head: [Text], _ alignments: [TableAlignment], under line: Int
    ) {
        let first = content(of: line - 1, block)
        var last = block.endLine
        let ending = content(of: last, block)
        let dashes = ending.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
        // Dashes below a paragraph make it a heading; below a table they are a break.
        let isBreak = last > line && ending.count > 1 && dashes && block.endLine > line
        if isBreak { last -= 1 }
        var table = TableBlock(
            startLine: Int32(block.startLine), alignments: alignments,
            source: Self.source(first.startIndex..<content(of: last, block).endIndex))
        if line - 1 > block.startLine {
            let lines = (block.startLine..<(line - 1)).map { content(of: $0, block) }
            if let start = lines.first?.startIndex, let end = lines.last?.endIndex {
                table.leading = (annex.append(paragraph: lines), Self.source(start..<end))
            }
        }
        table.rows.reserveCapacity(last - line + 1)
        table.rows.append(row(head, first, alignments.count))
        for number in (line + 1)..<(last + 1) {
            let text = content(of: number, block)
            let cells = Self.cells(text)
            if cells.dropFirst(alignments.count).contains(where: { !$0.isEmpty }) {
                note(.row(count: cells.count, columns: alignments.count), number, block)
            }
            table.rows.append(row(cells, text, alignments.count))
        }
        if isBreak { table.thematicBreak = Self.source(ending.startIndex..<ending.endIndex) }
        tables.append(table)
    }

    private mutating func row(_ cells: [Text], _ text: Text, _ columns: Int) -> TableBlock.Row {
        var row = TableBlock.Row(cells: [], source: Self.source(text.startIndex..<text.endIndex))
        row.cells.reserveCapacity(columns)
        for cell in cells.prefix(columns) {
            let line = cell.isEmpty ? nil : annex.append(cell: cell)
            row.cells.append(TableBlock.Cell(line: line, source: Self.source(cell.startIndex..<cell.endIndex)))
        }
        let end = Self.source(text.endIndex..<text.endIndex)
        row.cells += repeatElement(TableBlock.Cell(line: nil, source: end), count: columns - row.cells.count)
        return row
    }

    /// A line of a block without what belongs to the blocks around it, and without spaces at both ends.
    private func content(of line: Int, _ block: CmarkTree.LeafBlock) -> Text {
        let lineStart = Int(starts[line - 1])
        let lineEnd = line < starts.count ? Int(starts[line]) : bytes.endIndex
        var start = lineStart
        if line == block.startLine {
            start = min(lineStart + block.startColumn - 1, lineEnd)
        } else {
            for _ in 0..<block.quotes {
                let mark = Self.skipSpace(bytes, start, lineEnd)
                guard mark < lineEnd, bytes[mark] == UInt8(ascii: ">") else { break }
                start = mark + 1
            }
        }
        return Self.trimmed(bytes[start..<lineEnd])
    }

    /// The alignments that the line under a head gives, or `nil` where it is no such line.
    private static func alignments(_ line: Text) -> [TableAlignment]? {
        var alignments: [TableAlignment] = []
        for cell in cells(line) {
            guard let first = cell.first, let last = cell.last else { return nil }
            let isLeft = first == UInt8(ascii: ":")
            let isRight = last == UInt8(ascii: ":")
            let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
        }
        return alignments.isEmpty ? nil : alignments
    }

    /// The cells of a row: divided at each `|` that no backslash escapes, with one at either end optional.
    private static func cells(_ line: Text) -> [Text] {
        var cells: [Text] = []
        cells.reserveCapacity(8)
        var start = line.startIndex
        if line.first == UInt8(ascii: "|") { start += 1 }
        var i = start
        while i < line.endIndex {
            if line[i] == UInt8(ascii: "\\") {
                i += 2
            } else {
                if line[i] == UInt8(ascii: "|") {
                    cells.append(trimmed(line[start..<i]))
                    start = i + 1
                }
                i += 1
            }
        }
        if start < line.endIndex { cells.append(trimmed(line[start..<line.endIndex])) }
        return cells
    }

    private static func trimmed(_ text: Text) -> Text {
        let start = skipSpace(text, text.startIndex, text.endIndex)
        var end = text.endIndex
        while end > start, isSpace(text[end - 1]) { end -= 1 }
        return text[start..<end]
    }

    private static func skipSpace(_ text: Text, _ start: Int, _ end: Int) -> Int {
        var i = start
        while i < end, isSpace(text[i]) { i += 1 }
        return i
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

    private static func source(_ range: Range<Int>) -> Range<UInt32> {
        UInt32(truncatingIfNeeded: range.lowerBound)..<UInt32(truncatingIfNeeded: range.upperBound)
    }
}
