/// The text of a block in one piece, and the block as it stands in the file.
struct SlipText {
    let text: [UInt8]
    private let source: UnsafeBufferPointer<UInt8>
    private let block: Range<Int>
    /// What has been found lies before this: places are asked for in order.
    private var cursor: Int
    /// How often something was not to be found.
    var misses = 0
    /// Stars that opened something, see ``BoldSlip``.
    var stars: BoldSlip.Opening?

    init(_ text: [UInt8], in source: UnsafeBufferPointer<UInt8>, at block: Range<Int>) {
        self.text = text
        self.source = source
        self.block = block
        cursor = block.lowerBound
    }

    /// Where a stretch of the text stands in the file, letter by letter; `nil` where a backslash stands before it or where
    /// the file has it otherwise.
    mutating func place(of stretch: Range<Int>) -> Range<Int>? {
        let wanted = text[stretch]
        guard let first = wanted.first else { return nil }
        var start = cursor
        while start + wanted.count <= block.upperBound {
            start = ByteSearch.first(in: source, from: start, to: block.upperBound) { $0.hits(ByteKind(first)) }
            guard start + wanted.count <= block.upperBound else { break }
            if source[start...].starts(with: wanted) {
                cursor = start + 1
                return isEscaped(start) ? nil : start..<start + wanted.count
            }
            start += 1
        }
        misses += 1
        return nil
    }

    /// The bracket in the file that the one at a place closes.
    func opening(of close: Int, _ open: UInt8, _ end: UInt8) -> Int? {
        var depth = 0
        var index = close
        while index >= block.lowerBound, close - index <= Self.longest {
            if source[index] == end, !isEscaped(index) { depth += 1 }
            if source[index] == open, !isEscaped(index) {
                depth -= 1
                if depth == 0 { return index }
            }
            index -= 1
        }
        return nil
    }

    /// Where the block begins in the file.
    var start: Int { block.lowerBound }

    /// Bytes of the file as a text.
    func words(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

    /// The rest of a line of the text, or as much of it as is looked at: no further than another inline node.
    func line(from start: Int) -> Range<Int> {
        let end = text[start...].prefix(Self.longest).firstIndex { $0 == 0x0A || $0 == 0 }
        return start..<(end ?? min(text.count, start + Self.longest))
    }

    /// How far is looked for what belongs together.
    static let longest = 300

    private func isEscaped(_ index: Int) -> Bool {
        var start = index
        while start > block.lowerBound, source[start - 1] == UInt8(ascii: "\\") { start -= 1 }
        return (index - start) % 2 == 1
    }
}
