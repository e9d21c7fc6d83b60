internal import PraxisMarkdown

/// A table as comma-separated values (RFC 4180), safe to open in a spreadsheet.
///
/// It begins with a byte order mark: without one Excel takes it for the letters of its own country, and colleagues called Åsa
/// come out wrong for whoever opens the file by a double click. Programs read it as UTF-8 that may have a mark.
package struct CSVText {
    package private(set) var bytes: [UInt8] = Array("\u{FEFF}".utf8)
    private let keepsMailAddresses: Bool

    /// - Parameter keepsMailAddresses: Whether mail addresses stay in it. In what is published they do not.
    package init(keepsMailAddresses: Bool = false) {
        self.keepsMailAddresses = keepsMailAddresses
    }

    /// Writes a row. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    package mutating func row(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(cell)
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    private mutating func write(_ cell: String) {
        var cell = keepsMailAddresses ? cell : MailAddresses.leftOut(of: cell)
        if let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { cell = "'" + cell }
        guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
            bytes.append(contentsOf: cell.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
