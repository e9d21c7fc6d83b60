/// Takes HTML and XML apart: tags, attributes, comments, entities, and what scripts and styles hold. Linear.
struct MarkupLexer {
    private let code: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var index: Int
    private var isInTag = false
    /// The element whose contents are no markup, while its tag is read.
    private var element: Element?
    /// The contents of that element.
    private var contents: CodeLexer?
    /// Whether a value has begun that no `"`, or no `'`, ends: none that begins later has an end either.
    private var unclosed: (double: Bool, single: Bool) = (false, false)

    private enum Element {
        case script, style

        var language: CodeLanguage { self == .script ? .javaScript : .css }
        var end: StaticString { self == .script ? "</script" : "</style" }
    }

    init(_ code: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.code = code
        index = range.lowerBound
        end = range.upperBound
    }

    /// The next stretch that is something.
    mutating func next() -> (range: Range<Int>, token: CodeToken)? {
        while true {
            if let found = contents?.next() { return found }
            contents = nil
            guard index < end else { return nil }
            let start = index
            if let token = isInTag ? insideTag() : outside() { return (start..<index, token) }
        }
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
            let isClosing = index + 1 < end && code[index + 1] == UInt8(ascii: "/")
            let name = index + (isClosing ? 2 : 1)
            guard name < end, beginsName(code[name]), isClosed(from: name) else {
                index += 1
                return nil
            }
            index = name
            while index < end, isName(code[index]) { index += 1 }
            isInTag = true
            let word = String(decoding: code[name..<index].prefix(8), as: UTF8.self).lowercased()
            element = isClosing ? nil : word == "script" ? .script : word == "style" ? .style : nil
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
            if let element, code[index - 2] != UInt8(ascii: "/") { takeContents(of: element) }
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

    private mutating func takeContents(of element: Element) {
        let start = index
        while index < end, !starts(with: element.end, ignoringCase: true) { index += 1 }
        contents = CodeLexer(element.language, code, start..<index)
    }

    /// Whether a tag ends before another begins, or with the code.
    private mutating func isClosed(from start: Int) -> Bool {
        var next = start
        while next < end {
            switch code[next] {
            case UInt8(ascii: ">"): return true
            case UInt8(ascii: "<"): return false
            case UInt8(ascii: "\"") where code[next - 1] == UInt8(ascii: "=") && !unclosed.double:
                next = valueEnd(next)
                if next == end { unclosed.double = true }
            case UInt8(ascii: "'") where code[next - 1] == UInt8(ascii: "=") && !unclosed.single:
                next = valueEnd(next)
                if next == end { unclosed.single = true }
            default: break
            }
            next += 1
        }
        return true
    }

    private func valueEnd(_ quote: Int) -> Int {
        var next = quote + 1
        while next < end, code[next] != code[quote] { next += 1 }
        return next
    }

    private mutating func skip(past mark: StaticString) {
        while index < end, !starts(with: mark) { index += 1 }
        index = min(end, index + mark.utf8CodeUnitCount)
    }

    private func starts(with text: StaticString, ignoringCase: Bool = false) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= end else { return false }
        for offset in 0..<count {
            let byte = code[index + offset]
            let folded = ignoringCase && byte &- 0x41 < 26 ? byte | 0x20 : byte
            if folded != text.utf8Start[offset] { return false }
        }
        return true
    }

    private func beginsName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte == UInt8(ascii: "_")
    }

    private func isName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: ".")
    }
}
