/// Takes HTML and XML apart: tags, attributes, comments, entities. Linear.
struct MarkupLexer {
    private let code: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var index: Int
    private var isInTag = false

    init(_ code: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.code = code
        index = range.lowerBound
        end = range.upperBound
    }

    /// The next stretch that is something.
    mutating func next() -> (range: Range<Int>, token: CodeToken)? {
        while index < end {
            let start = index
            if let token = isInTag ? insideTag() : outside() { return (start..<index, token) }
        }
        return nil
    }

    private mutating func outside() -> CodeToken? {
        switch code[index] {
        case UInt8(ascii: "<"):
            if starts(with: "<!--") {
                skip(past: "-->")
                return .comment
            }
            if starts(with: "<!") || starts(with: "<?") {
                skip(past: ">")
                return .meta
            }
            index += index + 1 < end && code[index + 1] == UInt8(ascii: "/") ? 2 : 1
            guard index < end, isName(code[index]) else { return nil }
            while index < end, isName(code[index]) { index += 1 }
            isInTag = true
            return .tag
        case UInt8(ascii: "&"):
            var close = index + 1
            while close < end, close - index < 12, isName(code[close]) || code[close] == UInt8(ascii: "#") {
                close += 1
            }
            guard close < end, code[close] == UInt8(ascii: ";") else {
                index += 1
                return nil
            }
            index = close + 1
            return .constant
        default:
            index += 1
            return nil
        }
    }

    private mutating func insideTag() -> CodeToken? {
        let byte = code[index]
        if byte == UInt8(ascii: ">") {
            isInTag = false
            index += 1
            return nil
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            index += 1
            while index < end, code[index] != byte { index += 1 }
            index = min(end, index + 1)
            return .string
        }
        guard isName(byte) else {
            index += 1
            return nil
        }
        while index < end, isName(code[index]) { index += 1 }
        return .key
    }

    private mutating func skip(past mark: StaticString) {
        while index < end, !starts(with: mark) { index += 1 }
        index = min(end, index + mark.utf8CodeUnitCount)
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= end else { return false }
        for offset in 0..<count where code[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private func isName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: ".")
    }
}
