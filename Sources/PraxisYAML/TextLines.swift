import PraxisDiagnostics

/// A stretch of a file, by lines.
struct TextLines {
    /// All bytes of the file.
    let bytes: [UInt8]
    /// The stretch.
    let range: Range<Int>
    /// The number, in the file, of the stretch's first line.
    let firstNumber: Int
    /// Each line without its end.
    private(set) var lines: [Range<Int>] = []
    /// What columns of the first line count from; before `range` where a byte order mark opens the file.
    private let firstLineStart: Int

    /// Linear in the length of the stretch, which begins at the start of a line or after a byte order mark.
    init(_ source: SourceText, range: Range<Int>, firstNumber: Int) {
        bytes = source.bytes
        self.range = range
        self.firstNumber = firstNumber
        firstLineStart = range.lowerBound == 3 && firstNumber == 1 ? 0 : range.lowerBound
        var start = range.lowerBound
        bytes.withUnsafeBufferPointer { bytes in
            for offset in range where bytes[offset] == 0x0A {
                lines.append(start..<(offset > start && bytes[offset - 1] == 0x0D ? offset - 1 : offset))
                start = offset + 1
            }
        }
        if start < range.upperBound { lines.append(start..<range.upperBound) }
    }

    /// The line that a byte is on, from 0. Logarithmic.
    func index(of offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    /// A byte's place in the file.
    func position(of offset: Int) -> SourcePosition {
        let index = index(of: offset)
        let start = index == 0 ? firstLineStart : lines[index].lowerBound
        return SourcePosition(line: firstNumber + index, column: offset - start + 1)
    }

    /// A stretch's place in the file.
    func sourceRange(_ range: Range<Int>) -> SourceRange {
        SourceRange(start: position(of: range.lowerBound), end: position(of: range.upperBound))
    }

    /// The text of a stretch.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The length of the run of spaces that a line begins with.
    func indent(_ line: Range<Int>) -> Int {
        var offset = line.lowerBound
        while offset < line.upperBound, bytes[offset] == 0x20 { offset += 1 }
        return offset - line.lowerBound
    }

    /// Whether a line is empty or holds nothing but spaces and tabs.
    func isBlank(_ line: Range<Int>) -> Bool {
        bytes[line].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
