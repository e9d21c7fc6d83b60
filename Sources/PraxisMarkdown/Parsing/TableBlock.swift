/// A table that stands in what libcmark took for a paragraph or heading.
struct TableBlock {
    /// The line on which that paragraph starts.
    var startLine: Int32
    /// The lines of the paragraph before the table.
    var leading: (line: Int32, source: Range<UInt32>)?
    var alignments: [TableAlignment]
    /// The rows, the head first; each has as many cells as the head.
    var rows: [Row] = []
    var source: Range<UInt32>
    /// The line of dashes after the table that made libcmark see a heading.
    var thematicBreak: Range<UInt32>?

    /// A row and where it stands.
    struct Row {
        var cells: [Cell]
        var source: Range<UInt32>
    }

    /// A cell: its line in the annex, if there is anything in it, and where it stands.
    struct Cell {
        var line: Int32?
        var source: Range<UInt32>
    }
}
