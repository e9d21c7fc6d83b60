internal import PraxisDiagnostics

/// What is to be imported, as a table: by column a field, by row a page.
struct ImportTable {
    struct Cell {
        /// Without what quotes it and without blanks at its ends.
        let text: String
        let range: SourceRange
    }

    struct Row {
        /// As the program counts that wrote the table, from 1. Its cells may have lines of their own.
        let number: Int
        /// There may be fewer than columns.
        let cells: [Cell]

        /// The cell of a column, if there is something in it.
        func cell(_ column: Int) -> Cell? {
            cells.indices.contains(column) && !cells[column].text.isEmpty ? cells[column] : nil
        }
    }

    /// The names of the columns.
    let header: [Cell]
    /// Those with something in them.
    let rows: [Row]
    let origin: ImportOrigin
    /// What rows have that no column can say.
    var leftToPeople: [Finding] = []

    init(header: [Cell], rows: [Row], origin: ImportOrigin) {
        self.header = header
        self.rows = rows
        self.origin = origin
    }
}
