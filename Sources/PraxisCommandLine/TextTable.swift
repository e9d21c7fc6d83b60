/// A table as lines of text: columns as wide as what stands in them, numbers to the right.
struct TextTable {
    let lines: [String]

    /// - Parameter numbers: Which columns hold numbers.
    init(_ heads: [String], _ rows: [[String]], numbers: Set<Int> = []) {
        let widths = heads.indices.map { column in ([heads] + rows).map { $0[column].count }.max() ?? 0 }
        lines = ([heads] + rows).map { row in
            var line = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return numbers.contains(column) ? space + row[column] : row[column] + space
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
