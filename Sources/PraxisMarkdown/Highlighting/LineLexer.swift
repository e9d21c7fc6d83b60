/// Takes apart what is made of lines: differences, and commands with what they print. Linear.
struct LineLexer {
    private let code: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var index: Int
    private let isConsole: Bool
    /// The rest of a line that holds a command.
    private var command: CodeLexer?

    init(_ code: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isConsole: Bool) {
        self.code = code
        self.isConsole = isConsole
        index = range.lowerBound
        end = range.upperBound
    }

    /// The next stretch that is something.
    mutating func next() -> (range: Range<Int>, token: CodeToken)? {
        if let found = command?.next() { return found }
        command = nil
        while index < end {
            let start = index
            var close = start
            while close < end, code[close] != UInt8(ascii: "\n") { close += 1 }
            index = min(end, close + 1)
            if let found = isConsole ? prompt(start, close) : change(start, close) { return found }
        }
        return nil
    }

    private mutating func prompt(_ start: Int, _ close: Int) -> (range: Range<Int>, token: CodeToken)? {
        guard start + 1 < close, code[start + 1] == UInt8(ascii: " "), "$#%>".utf8.contains(code[start]) else {
            return nil
        }
        command = CodeLexer(.shell, code, start + 2..<close)
        return (start..<start + 1, .meta)
    }

    private func change(_ start: Int, _ close: Int) -> (range: Range<Int>, token: CodeToken)? {
        guard start < close else { return nil }
        let line = code[start..<close]
        switch code[start] {
        case UInt8(ascii: "+"): return (start..<close, line.starts(with: "+++ ".utf8) ? .meta : .inserted)
        case UInt8(ascii: "-"): return (start..<close, line.starts(with: "--- ".utf8) ? .meta : .deleted)
        case UInt8(ascii: "@"): return (start..<close, .meta)
        default:
            let isHead = line.starts(with: "diff ".utf8) || line.starts(with: "index ".utf8)
            return isHead ? (start..<close, .meta) : nil
        }
    }
}
