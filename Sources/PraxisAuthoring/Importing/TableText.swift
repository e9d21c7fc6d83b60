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
        guard String(validating: bytes, as: UTF8.self) != nil || !hasSignWithinWord(bytes) else {
            throw AuthoringError(
                "\(path) is in an encoding that cannot be told for certain",
                advice: "save the sheet as CSV in UTF-8 and import that file, so that no letter becomes another")
        }
        return SourceText(path: path, text: text)
    }

    /// Whether the text would have a sign or a capital between a letter and a small one: then it is none in Windows-1252, but one of an
    /// older Mac or of DOS, in which these bytes are letters: `KŠrlek` for `Kärlek`.
    private static func hasSignWithinWord(_ bytes: [UInt8]) -> Bool {
        let small = UInt8(ascii: "a")...UInt8(ascii: "z")
        return bytes.indices.dropFirst().dropLast().contains { index in
            signs.contains(bytes[index]) && small.contains(bytes[index - 1] | 0x20) && small.contains(bytes[index + 1])
        }
    }

    /// What in Windows-1252 stands within no word: `€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™›Ÿ`.
    private static let signs: Set<UInt8> = [
        0x80, 0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x98, 0x99, 0x9B, 0x9F,
    ]

    private static func text(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return String(bytes: bytes, encoding: .utf16)
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let unmarked = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
        return String(validating: unmarked, as: UTF8.self) ?? String(bytes: unmarked, encoding: .windowsCP1252)
    }
}
