import PraxisDiagnostics

/// From a file's bytes to a tree: what is looked for before libcmark, what libcmark finds, and what is added to that.
enum DocumentParser {
    /// A tree, and what in it an author may not have meant.
    struct Result {
        var tree: NodeTree
        /// The tags of raw HTML that are shown as text.
        var shownTags: [ShownTag] = []
        /// The code blocks in which lines may be marked.
        var markedCode: [Int] = []
        /// Lines of tables with too few or too many cells.
        var tableSlips: [TableSlip] = []
        /// Footnotes that readers do not see.
        var footnoteSlips: [FootnoteSlip] = []
    }

    /// What is taken out of a text or hidden in it before libcmark sees it.
    private struct Removed {
        var annex = AnnexText()
        var footnotes: [Definitions.Footnote] = []
        var abbreviations = Abbreviations()
        /// The places of marks within bare addresses.
        var marks: [Int] = []
        /// Whether such marks or quotation marks are hidden.
        var hidesMarks = false
    }

    /// Parses what follows a byte of a file. The caller has checked that the text is within the limits.
    static func parse(_ source: SourceText, from start: Int, _ scan: SourceScan, _ dialect: MarkdownDialect) -> Result {
        var removed = Removed()
        var scan = scan
        guard let rewritten = rewrite(source.bytes, from: start, &scan, dialect, &removed) else {
            return source.bytes.withUnsafeBufferPointer { parse($0, from: start, scan, dialect, removed) }
        }
        return rewritten.withUnsafeBufferPointer { parse($0, from: start, scan, dialect, removed) }
    }

    /// A copy of the file without definitions and blanks, where there are any; each byte stands where it stood. A definition
    /// has become one line, for the scan too.
    private static func rewrite(
        _ bytes: [UInt8], from start: Int, _ scan: inout SourceScan, _ dialect: MarkdownDialect,
        _ removed: inout Removed
    ) -> [UInt8]? {
        let hidesBlanks = dialect.contains(.blanks) && scan.features.contains(.blanks)
        var moves: DefinitionScan.Kinds = []
        if dialect.contains(.footnotes), scan.features.isSuperset(of: [.footnotes, .definitions]) {
            moves.insert(.footnotes)
        }
        if dialect.contains(.abbreviations), scan.features.isSuperset(of: [.abbreviations, .definitions]) {
            moves.insert(.abbreviations)
        }
        let hidesEscapes = TreeBuilder.hidesEscapes(dialect, scan.features)
        if dialect.contains(.bareLinks), scan.features.contains(.bareLinks) {
            removed.marks = bytes.withUnsafeBufferPointer { SourceMask.marksInAddresses(of: $0, scan, dialect) }
        }
        let isSmart = dialect.contains(.smartPunctuation)
        guard hidesBlanks || hidesEscapes || isSmart || !removed.marks.isEmpty || !moves.isEmpty else { return nil }
        var copy = bytes
        SourceMask.hideMarks(at: removed.marks, in: &copy)
        removed.hidesMarks = isSmart && SourceMask.hideQuotationMarks(&copy, from: start) || !removed.marks.isEmpty
        if hidesBlanks || hidesEscapes { SourceMask.hide(&copy, from: start, blanks: hidesBlanks) }
        if !moves.isEmpty {
            let found = DefinitionScan.definitions(in: copy, scan, taking: moves)
            scan.join(found.move(from: &copy, to: &removed.annex))
            removed.footnotes = found.footnotes
            removed.abbreviations = found.abbreviations
        }
        return copy
    }

    private static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ scan: SourceScan, _ dialect: MarkdownDialect,
        _ removed: Removed
    ) -> Result {
        let body = UnsafeBufferPointer(rebasing: bytes[start...])
        guard let main = CmarkTree(parsing: body, dialect: dialect) else { return Result(tree: .empty) }
        var annexText = removed.annex
        var tables: [TableBlock] = []
        var tableSlips: [TableSlip] = []
        if dialect.contains(.tables), !scan.delimiterLines.isEmpty {
            var finder = TableFinder(bytes[start...], scan, annex: annexText)
            main.forEachLongLeafBlock { finder.visit($0) }
            annexText = finder.annex
            tables = finder.tables
            tableSlips = finder.slips
        }
        var builder = TreeBuilder(
            source: bytes, dialect: dialect, scan: scan, lines: LineMap(starts: scan.lineStarts, end: bytes.count),
            footnotes: FootnoteNumbers(labels: removed.footnotes.map(\.label)), abbreviations: removed.abbreviations,
            hidesMarks: removed.hidesMarks, capacity: body.count)
        var annex: Annex?
        if !annexText.isEmpty || !tables.isEmpty {
            annex = Annex(annexText, tables: tables, body: body, scan: scan, end: bytes.count, dialect: dialect)
        }
        main.copy(into: &builder, annex: &annex)
        annex?.copyFootnotes(into: &builder)
        let footnoteSlips = FootnoteSlip.found(among: removed.footnotes, referredTo: builder.footnotes.labels)
        return Result(
            tree: builder.finish(), shownTags: builder.shownTags, markedCode: builder.markedCode,
            tableSlips: tableSlips, footnoteSlips: footnoteSlips)
    }
}
