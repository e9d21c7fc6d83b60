internal import Foundation
package import PraxisDiagnostics

/// The text of a file that a spreadsheet program wrote.
package enum TableText {
    /// Reads UTF-8 with or without a byte order mark, UTF-16 with one, and what is neither as Windows-1252, which is what
    /// spreadsheet programs write in western Europe unless they are told otherwise.
    ///
    /// - Throws: What the file is instead, and how to make a table of it.
    package static func source(_ path: SourcePath, _ bytes: [UInt8]) throws(AuthoringError) -> SourceText {
        if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw AuthoringError(
                "\(path) is a workbook, not a table of plain text",
                advice: "in the spreadsheet program, save or download the sheet as CSV and import that file")
        }
        guard let text = text(bytes), !text.contains("\0") else {
            throw AuthoringError(
                "\(path) is no text", advice: "save the sheet as CSV in UTF-8 and import that file")
        }
        return SourceText(path: path, text: text)
    }

    private static func text(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return String(bytes: bytes, encoding: .utf16)
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let unmarked = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
        return String(validating: unmarked, as: UTF8.self) ?? String(bytes: unmarked, encoding: .windowsCP1252)
    }
}
