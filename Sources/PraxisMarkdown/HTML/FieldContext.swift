/// What is around the node that is being written, as far as the names of boxes and blanks need it.
///
/// It is kept while the tree is walked, since looking for it from each field would take quadratic time.
struct FieldContext {
    /// The paragraph, heading or cell.
    private(set) var block = 0
    /// Where the text starts that belongs to the next blank of the block.
    var textStart = 0
    /// The last heading.
    private(set) var heading: Int?
    /// The cells of the table's head.
    private(set) var headCells: [Int] = []
    /// The first cell of the row.
    private(set) var rowHead: Int?
    /// The number of the cell in its row, from 0; -1 outside of rows.
    private(set) var column = -1

    mutating func enterBlock(_ index: Int) {
        block = index
        textStart = index + 1
    }

    mutating func enterHeading(_ index: Int) {
        enterBlock(index)
        heading = index
    }

    mutating func enterRow(isHead: Bool) {
        if isHead { headCells.removeAll(keepingCapacity: true) }
        rowHead = nil
        column = -1
    }

    mutating func enterCell(_ index: Int, isHead: Bool) {
        enterBlock(index)
        column += 1
        if isHead { headCells.append(index) }
        if column == 0 { rowHead = index }
    }

    mutating func leaveTable() {
        column = -1
        headCells.removeAll(keepingCapacity: true)
    }

    /// The head of the column, outside of the head itself.
    var columnHead: Int? { column >= 0 && column < headCells.count ? headCells[column] : nil }
}
