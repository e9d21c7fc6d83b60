import PraxisDiagnostics

/// From a file's bytes to a tree: what is looked for before libcmark, what libcmark finds, and what is added to that.
enum DocumentParser {
    /// Parses what follows a byte of a file. The caller has checked that the text is within the limits.
    static func tree(of source: SourceText, from start: Int, _ scan: SourceScan, _ dialect: MarkdownDialect) -> NodeTree
    {
        var annex = AnnexText()
        var labels: [[UInt8]] = []
        guard let rewritten = rewrite(source.bytes, from: start, scan, dialect, &annex, &labels) else {
            return source.bytes.withUnsafeBufferPointer { tree(of: $0, from: start, scan, dialect, annex, labels) }
        }
        return rewritten.withUnsafeBufferPointer { tree(of: $0, from: start, scan, dialect, annex, labels) }
    }

    /// A copy of the file without footnotes and blanks, where there are any; each byte stands where it stood.
    private static func rewrite(
        _ bytes: [UInt8], from start: Int, _ scan: SourceScan, _ dialect: MarkdownDialect, _ annex: inout AnnexText,
        _ labels: inout [[UInt8]]
    ) -> [UInt8]? {
        let hidesBlanks = dialect.contains(.blanks) && scan.features.contains(.blanks)
        let movesFootnotes =
            dialect.contains(.footnotes) && scan.features.isSuperset(of: [.footnotes, .definitions])
        let hidesEscapes = TreeBuilder.hidesEscapes(dialect, scan.features)
        guard hidesBlanks || hidesEscapes || movesFootnotes else { return nil }
        var copy = bytes
        if hidesBlanks || hidesEscapes { SourceMask.hide(&copy, from: start, blanks: hidesBlanks) }
        if movesFootnotes {
            var footnotes = FootnoteScan(scan)
            footnotes.move(from: &copy, to: &annex)
            labels = footnotes.labels
        }
        return copy
    }

    private static func tree(
        of bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ scan: SourceScan, _ dialect: MarkdownDialect,
        _ annexText: AnnexText, _ labels: [[UInt8]]
    ) -> NodeTree {
        let body = UnsafeBufferPointer(rebasing: bytes[start...])
        guard let main = CmarkTree(parsing: body, dialect: dialect) else { return .empty }
        var annexText = annexText
        var tables: [TableBlock] = []
        if dialect.contains(.tables), !scan.delimiterLines.isEmpty {
            var finder = TableFinder(bytes[start...], scan, annex: annexText)
            main.forEachLongLeafBlock { finder.visit($0) }
            annexText = finder.annex
            tables = finder.tables
        }
        var builder = TreeBuilder(
            source: bytes, dialect: dialect, scan: scan, lines: LineMap(starts: scan.lineStarts, end: bytes.count),
            footnotes: FootnoteNumbers(labels: labels), capacity: body.count)
        var annex: Annex?
        if !annexText.isEmpty || !tables.isEmpty {
            annex = Annex(annexText, tables: tables, body: body, scan: scan, end: bytes.count, dialect: dialect)
        }
        main.copy(into: &builder, annex: &annex)
        annex?.copyFootnotes(into: &builder)
        return builder.finish()
    }
}
