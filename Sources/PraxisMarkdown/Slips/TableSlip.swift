/// A line of a table, or of what was to become one, that has too few or too many cells.
struct TableSlip {
    /// In bytes of the file.
    let range: Range<Int>
    let kind: Kind

    enum Kind: Equatable {
        /// The line of hyphens does not fit the head, so there is no table.
        case delimiters(count: Int, columns: Int)
        /// A row has cells beyond the last column, which nobody sees.
        case row(count: Int, columns: Int)
    }

    var slip: MarkdownSlip {
        switch kind {
        case .delimiters(let count, let columns):
            MarkdownSlip(
                rule: MarkdownSlip.table, range: range,
                message: "this line has \(Self.cells(count)) and the one above \(columns), so readers see no table",
                advice: "write \(Self.delimiters(columns))")
        case .row(let count, let columns):
            MarkdownSlip(
                rule: MarkdownSlip.table, range: range,
                message:
                    "this row has \(Self.cells(count)), and what stands beyond the \(columns) of the table is left out",
                advice: "take a | away, or write \\| for one that readers should see")
        }
    }

    /// The line below a head of so many cells.
    static func delimiters(_ columns: Int) -> String {
        "|" + String(repeating: "---|", count: min(columns, 20))
    }

    private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}
