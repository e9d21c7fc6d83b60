internal import PraxisDiagnostics

extension ImportTable {
    /// Reads rows of cells between commas, semicolons or tabs, some in quotation marks (RFC 4180, and what spreadsheet programs
    /// make of it in countries where the comma is in numbers). Linear in the length of the text.
    ///
    /// - Throws: A quotation mark that is never closed, since all behind it would be one cell.
    init(csv source: SourceText) throws(UnclosedCell) {
        var reader = Reader(source)
        var header: [Cell] = []
        var rows: [Row] = []
        var number = 0
        while let cells = try reader.row() {
            number += 1
            guard cells.contains(where: { !$0.text.isEmpty }) else { continue }
            if header.isEmpty || rows.isEmpty && Self.isHeading(header, above: cells) {
                header = cells
            } else {
                rows.append(Row(number: number, cells: cells))
            }
        }
        self.init(header: header, rows: rows, origin: .spreadsheet)
    }

    /// Whether a row is what a table is called, in one wide cell above the names of its columns.
    private static func isHeading(_ row: [Cell], above next: [Cell]) -> Bool {
        func count(_ row: [Cell]) -> Int { row.count { !$0.text.isEmpty } }
        return count(row) == 1 && count(next) > 1
    }
}

/// Where a cell begins that has no end.
struct UnclosedCell: Error {
    let range: SourceRange
}

private struct Reader {
    private let source: SourceText
    private let bytes: [UInt8]
    private var position = 0
    private let delimiter: UInt8

    private static let quote = UInt8(ascii: "\"")
    private static let lineEnds: Set<UInt8> = [0x0A, 0x0D]

    init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
        // Excel reads a first line that says so, and some programs write it.
        let line = bytes.prefix { !Self.lineEnds.contains($0) }
        if line.count == 5, line.starts(with: Array("sep=".utf8)) {
            delimiter = bytes[4]
            position = line.endIndex
            skipLineEnd()
        } else {
            delimiter = Self.delimiter(of: bytes)
        }
    }

    /// The delimiter that the first line with any has most of, outside quotation marks; the comma if there is none.
    private static func delimiter(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [UInt8(ascii: ","): 0, UInt8(ascii: ";"): 0, UInt8(ascii: "\t"): 0]
        var isQuoted = false
        for byte in bytes {
            if byte == quote { isQuoted.toggle() }
            guard !isQuoted else { continue }
            counts[byte]? += 1
            if lineEnds.contains(byte), counts.values.contains(where: { $0 > 0 }) { break }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
    }

    mutating func row() throws(UnclosedCell) -> [ImportTable.Cell]? {
        guard position < bytes.count else { return nil }
        var cells = [try cell()]
        while position < bytes.count, bytes[position] == delimiter {
            position += 1
            cells.append(try cell())
        }
        skipLineEnd()
        return cells
    }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        let isReturn = bytes[position] == 0x0D
        position += 1
        if isReturn, position < bytes.count, bytes[position] == 0x0A { position += 1 }
    }

    private mutating func cell() throws(UnclosedCell) -> ImportTable.Cell {
        let start = position
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
        guard position < bytes.count, bytes[position] == Self.quote else {
            while position < bytes.count, bytes[position] != delimiter, !Self.lineEnds.contains(bytes[position]) {
                position += 1
            }
            return made(of: bytes[start..<position], from: start)
        }
        var content: [UInt8] = []
        let opening = position
        position += 1
        while true {
            guard position < bytes.count else { throw UnclosedCell(range: range(opening, opening + 1)) }
            let byte = bytes[position]
            position += 1
            if byte == Self.quote {
                guard position < bytes.count, bytes[position] == Self.quote else { break }
                position += 1
            }
            content.append(byte)
        }
        // What stands behind the closing quotation mark belongs to the cell as well; nothing is lost.
        while position < bytes.count, bytes[position] != delimiter, !Self.lineEnds.contains(bytes[position]) {
            content.append(bytes[position])
            position += 1
        }
        return made(of: content[...], from: start)
    }

    private func made(of content: ArraySlice<UInt8>, from start: Int) -> ImportTable.Cell {
        var text = String(decoding: content, as: UTF8.self)[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        text = text.drop(while: \.isWhitespace)
        // An apostrophe before what would be a formula keeps it a text.
        if text.first == "'", let second = text.dropFirst().first, "=+-@".contains(second) { text.removeFirst() }
        return ImportTable.Cell(text: String(text), range: range(start, position))
    }

    private func range(_ start: Int, _ end: Int) -> SourceRange {
        SourceRange(start: source.position(of: start), end: source.position(of: end))
    }
}
