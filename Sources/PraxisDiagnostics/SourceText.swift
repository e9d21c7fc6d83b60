/// A file as its author wrote it: where it is and its text, from which findings quote.
package struct SourceText: Equatable, Sendable {
    package let path: SourcePath
    /// The text, valid UTF-8, line ends as in the file.
    package let bytes: [UInt8]

    package init(path: SourcePath, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: SourcePath, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The text of a line, from 1, without its line end; `nil` past the last. Linear in the length of the text.
    package func line(_ number: Int) -> String? {
        guard number >= 1 else { return nil }
        var current = 1
        var start = 0
        while current < number {
            guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
            start = end + 1
            current += 1
        }
        var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The position of a byte of the text. Linear in its length.
    package func position(of offset: Int) -> SourcePosition {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return SourcePosition(line: line, column: before.count - start + 1)
    }

    /// Where a range of this text is, with the line that it starts on.
    package func location(_ range: SourceRange? = nil) -> Location {
        Location(path: path, range: range, excerpt: range.flatMap { line($0.start.line) })
    }
}
