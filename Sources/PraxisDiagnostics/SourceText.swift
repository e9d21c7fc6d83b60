/// A file as its author wrote it: where it is and its text, from which findings quote.
package struct SourceText: Equatable, Sendable {
    package let path: SourcePath
    /// The text, valid UTF-8, line ends as in the file.
    package let bytes: [UInt8]
    /// Where each line after the first begins. Kept, since a file may have as many findings as lines.
    private let laterLines: [Int32]

    /// Linear in the length of the text.
    package init(path: SourcePath, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        laterLines = bytes.withUnsafeBufferPointer { bytes in
            var starts: [Int32] = []
            for index in bytes.indices where bytes[index] == 0x0A { starts.append(Int32(clamping: index + 1)) }
            return starts
        }
    }

    package init(path: SourcePath, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The text of a line, from 1, without its line end; `nil` past the last. Linear in the length of the line.
    package func line(_ number: Int) -> String? { bytes(ofLine: number).map { String(decoding: $0, as: UTF8.self) } }

    /// The bytes of a line, from 1, without its line end; `nil` past the last.
    package func bytes(ofLine number: Int) -> ArraySlice<UInt8>? {
        guard number >= 1, number <= laterLines.count + 1 else { return nil }
        let start = number == 1 ? 0 : Int(laterLines[number - 2])
        let end = number <= laterLines.count ? Int(laterLines[number - 1]) - 1 : bytes.count
        return bytes[start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)]
    }

    /// The position of a byte of the text. Logarithmic in the number of lines.
    package func position(of offset: Int) -> SourcePosition {
        let offset = min(offset, bytes.count)
        var low = 0
        var high = laterLines.count
        while low < high {
            let middle = (low + high) / 2
            if Int(laterLines[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        let start = low == 0 ? 0 : Int(laterLines[low - 1])
        return SourcePosition(line: low + 1, column: offset - start + 1)
    }

    /// Where a range of this text is, with the line that it starts on.
    package func location(_ range: SourceRange? = nil) -> Location {
        Location(path: path, range: range, excerpt: range.flatMap { line($0.start.line) })
    }
}
