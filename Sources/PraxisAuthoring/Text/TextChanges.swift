internal import PraxisDiagnostics

/// Stretches of a text to be replaced, the rest left byte for byte as it is.
struct TextChanges {
    private var changes: [(range: Range<Int>, new: [UInt8])] = []

    var isEmpty: Bool { changes.isEmpty }

    /// Replaces a stretch; one that was already to be replaced stays with what was said first.
    mutating func replace(_ range: Range<Int>, with text: String) {
        // Where nothing is replaced, there is room for several.
        guard !changes.contains(where: { $0.range.overlaps(range) || $0.range == range && !range.isEmpty }) else {
            return
        }
        changes.append((range, Array(text.utf8)))
    }

    /// Takes a stretch out, with all that was to be replaced in it.
    mutating func remove(_ range: Range<Int>) {
        changes.removeAll { range.contains($0.range.lowerBound) }
        changes.append((range, []))
    }

    /// The text with its changes; of several at the same place, in the order in which they were asked for. Linear in its length.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64)
        var offset = 0
        let sorted = changes.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for change in sorted.map(\.element) {
            guard change.range.lowerBound >= offset else { continue }
            result += bytes[offset..<change.range.lowerBound]
            result += change.new
            offset = change.range.upperBound
        }
        return result + bytes[offset...]
    }
}

/// Where the lines of a text begin, to find places by line and column.
struct LineStarts {
    private let starts: [Int]
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    /// The byte at a place; the end of the text for a place behind it.
    func offset(of position: SourcePosition) -> Int {
        guard position.line <= starts.count else { return bytes.count }
        return min(starts[max(0, position.line - 1)] + position.column - 1, bytes.count)
    }

    func bytes(of range: SourceRange) -> Range<Int> {
        let start = offset(of: range.start)
        return start..<max(start, offset(of: range.end))
    }

    /// The lines that a stretch is on, whole, with the end of the last.
    func wholeLines(of range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        // A text over several lines ends at the start of the next.
        var end = range.upperBound
        if end > range.lowerBound, bytes[end - 1] == 0x0A { return start..<end }
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return start..<min(end + 1, bytes.count)
    }

    /// How the text ends its lines.
    var lineEnd: String {
        guard let first = bytes.firstIndex(of: 0x0A), first > 0, bytes[first - 1] == 0x0D else { return "\n" }
        return "\r\n"
    }
}
