/// What stands in a text but cannot be read by libcmark in its place: the cells of its tables and its footnotes.
///
/// They make up a second text, one line a cell, which libcmark parses once for all of them; then each is copied into the
/// tree where it belongs. The first text is added at the end where link definitions may be needed from it.
struct Annex: ~Copyable {
    private var tree: CmarkTree
    private let tables: [TableBlock]
    /// The line on which each footnote starts, by its name; the first counts where there are two.
    private let footnoteLines: [[UInt8]: Int32]
    private let lines: LineMap
    private var nextTable = 0

    /// Parses an annex; `nil` where there is nothing in it.
    init?(
        _ text: consuming AnnexText, tables: [TableBlock], body: UnsafeBufferPointer<UInt8>, scan: SourceScan, end: Int,
        dialect: MarkdownDialect
    ) {
        if scan.features.contains(.definitions), text.bytes.contains(UInt8(ascii: "[")) { text.append(body: body) }
        guard let tree = CmarkTree(parsing: text.bytes, dialect: dialect) else { return nil }
        self.tree = tree
        self.tables = tables
        footnoteLines = Dictionary(text.footnotes.map { ($0.label, $0.line) }) { first, _ in first }
        lines = LineMap(starts: text.origins, end: end)
    }

    /// The line on which the paragraph starts that holds the next table.
    var nextTableLine: Int32? { nextTable < tables.count ? tables[nextTable].startLine : nil }

    /// Copies the next table with what else its paragraph holds.
    mutating func copyTable(into builder: inout TreeBuilder) {
        let table = tables[nextTable]
        nextTable += 1
        if let leading = table.leading {
            builder.open(.paragraph, source: leading.source)
            if tree.copyBlock(at: leading.line, into: &builder) { builder.close() } else { builder.discard() }
        }
        builder.open(.table, source: table.source)
        for (number, row) in table.rows.enumerated() {
            let flags: Node.Flags = number == 0 ? .header : []
            builder.open(.tableRow, flags: flags, source: row.source)
            for (cell, alignment) in zip(row.cells, table.alignments) {
                builder.open(.tableCell, flags: flags, value: alignment.rawValue, source: cell.source)
                if let line = cell.line { _ = tree.copyBlock(at: line, into: &builder) }
                builder.close()
            }
            builder.close()
        }
        builder.close()
        if let end = table.thematicBreak { builder.appendThematicBreak(source: end) }
    }

    /// Copies those footnotes that the text refers to, in the order in which it does; those may refer to more.
    mutating func copyFootnotes(into builder: inout TreeBuilder) {
        guard !builder.footnotes.labels.isEmpty else { return }
        builder.lines = lines
        builder.open(.footnotes)
        var number = 0
        while number < builder.footnotes.labels.count {
            let label = builder.footnotes.labels[number]
            number += 1
            guard let line = footnoteLines[label] else { continue }
            builder.open(.footnote, value: UInt16(truncatingIfNeeded: number))
            tree.copyItem(at: line, into: &builder)
            builder.appendBackLink(number)
            builder.close()
        }
        builder.close()
    }
}
