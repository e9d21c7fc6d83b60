import PraxisDiagnostics

extension Proofreader {
    /// Whether a line's end is `|` or `>` with nothing behind it but how lines and spaces are kept (YAML 1.2, 8.1.1).
    func isBlockHeader(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound + 1
        var count = 0
        while offset < range.upperBound, count < 2,
            [0x2B, 0x2D].contains(bytes[offset]) || 0x31...0x39 ~= bytes[offset]
        {
            offset += 1
            count += 1
        }
        guard offset < range.upperBound else { return true }
        guard bytes[offset].isBlank else { return false }
        while offset < range.upperBound, bytes[offset].isBlank { offset += 1 }
        return offset == range.upperBound || bytes[offset] == 0x23
    }

    /// Reads the lines of a text below `|` or `>`, all further right than `parent`.
    mutating func readBlock(parent: Int, line: Int) -> Int {
        var next = line + 1
        var column: Int?
        while next < text.lines.count {
            let range = text.lines[next]
            if text.isBlank(range) {
                next += 1
                continue
            }
            let startsWithTab = bytes[range.lowerBound] == 0x09
            let indent = startsWithTab ? indentation(of: next).indent : text.indent(range)
            guard indent > parent else { break }
            if let column, indent < column {
                let start = range.lowerBound + indent
                report(
                    YAMLRules.indentation, at: range.lowerBound..<start,
                    "this line begins further left than the first line of the text",
                    advice: "begin it with \(column) spaces, like the first line")
                edits.insert(String(repeating: " ", count: column - indent), at: range.lowerBound)
            } else if column == nil {
                column = indent
            }
            next += 1
        }
        tail = column == nil ? .pending : .closed
        return next
    }

    /// Reads a value in brackets, perhaps over several lines.
    mutating func readBrackets(at start: Int, parent: Int, line: Int, field: Range<Int>?) -> Int {
        var brackets: [Int] = []
        var line = line
        var offset = start
        var isItemStart = true
        while true {
            guard offset < text.lines[line].upperBound else {
                guard line + 1 < text.lines.count, !endsBrackets(line + 1, parent: parent) else {
                    return closeBrackets(brackets, line: line)
                }
                line += 1
                offset = text.lines[line].lowerBound
                continue
            }
            let lineRange = text.lines[line]
            switch bytes[offset] {
            case 0x20, 0x09: offset += 1
            case 0x5B, 0x7B:
                brackets.append(offset)
                guard levels.count + brackets.count <= limits.depth else {
                    refuse(tooDeepAt: offset)
                    return line + 1
                }
                isItemStart = true
                offset += 1
            case 0x5D, 0x7D:
                brackets.removeLast()
                offset += 1
                isItemStart = false
                if brackets.isEmpty { return endBrackets(start: start, end: offset, line: line, parent: parent) }
            case 0x2C:
                isItemStart = true
                offset += 1
            case 0x3A where offset + 1 == lineRange.upperBound || bytes[offset + 1].isBlank:
                isItemStart = true
                offset += 1
            case 0x23 where offset == lineRange.lowerBound || bytes[offset - 1].isBlank:
                offset = lineRange.upperBound
            case let byte where isItemStart && (byte == 0x22 || byte == 0x27):
                isItemStart = false
                offset = quoteEnd(from: offset, end: lineRange.upperBound) ?? closeItemQuote(at: offset, line: line)
            case let byte where isItemStart && Self.specialCharacters.contains(byte):
                isItemStart = false
                offset = quoteItem(at: offset, line: line)
            default:
                isItemStart = false
                offset += 1
            }
        }
    }

    /// What a text without quotes cannot begin with inside brackets: @ ` % & * ! | >
    private static let specialCharacters: Set<UInt8> = [0x40, 0x60, 0x25, 0x26, 0x2A, 0x21, 0x7C, 0x3E]

    /// Whether a line cannot be part of the brackets that are open above it.
    private func endsBrackets(_ index: Int, parent: Int) -> Bool {
        let line = text.lines[index]
        let indent = text.indent(line)
        let start = line.lowerBound + indent
        guard start < line.upperBound, indent <= parent else { return false }
        switch bytes[start] {
        case 0x5D, 0x7D, 0x2C, 0x23, 0x22, 0x27: return false
        default: break
        }
        return kind(ofLineAt: start, end: line.upperBound) != .text
    }

    private mutating func closeBrackets(_ brackets: [Int], line: Int) -> Int {
        let end = scanPlain(text.lines[line]).end
        let closing = brackets.reversed().map { bytes[$0] == 0x5B ? "]" : "}" }.joined()
        if let first = brackets.last {
            let open = text.text(first..<first + 1)
            report(
                YAMLRules.unclosedBracket, at: first..<first + 1, "the bracket \(open) is never closed",
                advice: "add \(closing) at the end of the \(bytes[first] == 0x5B ? "list" : "record")")
        }
        edits.insert(closing, at: end)
        tail = .closed
        return line + 1
    }

    /// What follows the last bracket on its line.
    private mutating func endBrackets(start: Int, end: Int, line: Int, parent: Int) -> Int {
        let lineEnd = text.lines[line].upperBound
        let rest = scanPlain(start..<lineEnd)
        tail = .closed
        guard rest.end > end, text.index(of: start) == line else { return line + 1 }
        let whole =
            wholeText(from: start, line: line, parent: parent) ?? PlainText(range: start..<rest.end, lastLine: line)
        edits.removeEdits(in: start..<rest.end)
        report(
            YAMLRules.textAfterBracket, at: start..<end,
            "a value that begins with a bracket has text behind the bracket",
            advice: quotesAdvice(whole.range))
        setQuotes(around: whole.range)
        return whole.lastLine + 1
    }

    /// Quotes an item in brackets that begins with a special character; gives the byte behind it.
    private mutating func quoteItem(at start: Int, line: Int) -> Int {
        let end = itemEnd(from: start, line: line)
        let word = bytes[start + 1..<end]
        if bytes[start] == 0x2A, anchors.contains(word) { return end }
        if bytes[start] == 0x26 || (bytes[start] == 0x21 && word.first == 0x21) {
            let name = word.prefix { !$0.isBlank }
            if bytes[start] == 0x21 || aliases.contains(name) { return name.endIndex }
        }
        // Once a line is enough; a long list would say the same of each item.
        reportOnce(
            YAMLRules.specialCharacter, key: "special character on \(line)", at: start..<start + 1,
            "\(text.text(start..<start + 1)) has a special meaning at the beginning of a value",
            advice: "put quotes around it: \(quoted(start..<end))")
        setQuotes(around: start..<end)
        return end
    }

    /// Closes a quote that opens an item in brackets; gives the byte behind the item.
    private mutating func closeItemQuote(at start: Int, line: Int) -> Int {
        let end = itemEnd(from: start, line: line)
        let mark = text.text(start..<start + 1)
        reportOnce(
            YAMLRules.unclosedQuote, key: "unclosed quote on \(line)", at: start..<start + 1,
            "the quote \(mark) is never closed",
            advice: "add \(mark) behind it: \(text.text(start..<end))\(mark)")
        edits.insert(mark, at: end)
        return end
    }

    private func itemEnd(from start: Int, line: Int) -> Int {
        let lineEnd = text.lines[line].upperBound
        let end = bytes[start..<lineEnd].firstIndex { $0 == 0x2C || $0 == 0x5D || $0 == 0x7D } ?? lineEnd
        return trimmedEnd(of: start..<end)
    }
}
