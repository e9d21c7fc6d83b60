import PraxisDiagnostics

extension Proofreader {
    /// A text without quotes, perhaps on several lines.
    struct PlainText {
        var range: Range<Int>
        var lastLine: Int
    }

    /// Reads a value that begins at a byte, below a field or item in column `parent`; gives the line to read next.
    mutating func readValue(at start: Int, parent: Int, line: Int, field: Range<Int>?) -> Int {
        let end = text.lines[line].upperBound
        switch bytes[start] {
        case 0x22, 0x27: return readQuoted(at: start, parent: parent, line: line, field: field)
        case 0x5B, 0x7B: return readBrackets(at: start, parent: parent, line: line, field: field)
        case 0x7C, 0x3E:
            if isBlockHeader(start..<end) { return readBlock(parent: parent, line: line) }
        case 0x2D:
            if start + 1 < end, bytes[start + 1].isBlank, field != nil {
                return readListOnLine(at: start, parent: parent, line: line, field: field)
            }
            if start + 1 < end, !bytes[start + 1].isBlank {
                return readPlain(at: start, parent: parent, line: line, field: field)
            }
        case 0x3F:
            if start + 1 < end, !bytes[start + 1].isBlank {
                return readPlain(at: start, parent: parent, line: line, field: field)
            }
        case 0x40, 0x60, 0x25, 0x2C, 0x5D, 0x7D: break
        case 0x26, 0x2A, 0x21:
            if let next = readProperty(at: start, parent: parent, line: line, field: field) { return next }
        default: return readPlain(at: start, parent: parent, line: line, field: field)
        }
        return quoteForSpecialCharacter(at: start, parent: parent, line: line)
    }

    /// Reads text without quotes.
    private mutating func readPlain(at start: Int, parent: Int, line: Int, field: Range<Int>?) -> Int {
        let part = scanPlain(start..<text.lines[line].upperBound)
        if let curly = curlyQuoteLengths(of: start..<part.end) {
            return straighten(start..<part.end, curly, line: line)
        }
        if let colon = part.colon, let whole = wholeText(from: start, line: line, parent: parent) {
            return quoteForColon(at: colon, whole: whole, field: field)
        }
        if let comment = part.comment, comment + 1 < text.lines[line].upperBound, !bytes[comment + 1].isBlank,
            bytes[comment + 1] != 0x23
        {
            let rest = comment..<trimmedEnd(of: comment..<text.lines[line].upperBound)
            report(
                YAMLRules.numberSign, at: rest, "\"\(text.text(rest))\" is taken for a comment and left out",
                advice:
                    "if it belongs to the text, write \(repaired(start..<rest.upperBound, as: quoted(start..<rest.upperBound)))"
            )
        }
        tail = .plain(start: start, line: line)
        return line + 1
    }

    /// Where text without quotes ends on its line, and what in it has a meaning of its own.
    func scanPlain(_ range: Range<Int>) -> (end: Int, colon: Int?, comment: Int?) {
        var colon: Int?
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte == 0x3A, colon == nil, offset + 1 == range.upperBound || bytes[offset + 1].isBlank {
                colon = offset
            } else if byte == 0x23, offset > range.lowerBound, bytes[offset - 1].isBlank {
                return (trimmedEnd(of: range.lowerBound..<offset), colon, offset)
            }
            offset += 1
        }
        return (trimmedEnd(of: range), colon, nil)
    }

    /// The end of a stretch without the spaces at its end.
    func trimmedEnd(of range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
        return end
    }

    /// The text that begins at a byte, with the lines below that go on with it; `nil` if a comment cuts it off before
    /// its last line.
    func wholeText(from start: Int, line: Int, parent: Int) -> PlainText? {
        var result = PlainText(range: start..<start, lastLine: line)
        var next = line
        while next < text.lines.count {
            let range = text.lines[next]
            let begin = next == line ? start : range.lowerBound + text.indent(range)
            if next > line {
                guard begin < range.upperBound, begin - range.lowerBound > parent, bytes[begin] != 0x23 else { break }
                switch kind(ofLineAt: begin, end: range.upperBound) {
                case .item: return result
                case .field(let key, _): if !isSentence(key) { return result }
                case .text: break
                }
            }
            let part = scanPlain(begin..<range.upperBound)
            result = PlainText(range: start..<part.end, lastLine: next)
            if part.comment != nil { break }
            next += 1
        }
        return result
    }

    /// Puts a text in quotes that has a colon and a space in it.
    mutating func quoteForColon(at colon: Int, whole: PlainText, field: Range<Int>?) -> Int {
        report(
            YAMLRules.unquotedColon, at: colon..<colon + 1,
            "the colon in this text reads as if another field began",
            advice: quotesAdvice(whole.range))
        return quote(whole)
    }

    /// Puts a text in quotes that would be a comment without them.
    mutating func quoteForNumberSign(from start: Int, line: Int, field: Range<Int>) -> Int {
        let whole = start..<trimmedEnd(of: start..<text.lines[line].upperBound)
        report(
            YAMLRules.numberSign, at: whole, "a value that begins with # reads as a comment",
            advice: quotesAdvice(whole))
        return quote(PlainText(range: whole, lastLine: line))
    }

    private mutating func quoteForSpecialCharacter(at start: Int, parent: Int, line: Int) -> Int {
        guard let whole = wholeText(from: start, line: line, parent: parent) else { return line + 1 }
        let character = text.text(start..<start + 1)
        report(
            YAMLRules.specialCharacter, at: start..<start + 1,
            "\(character) has a special meaning at the beginning of a value", advice: quotesAdvice(whole.range))
        return quote(whole)
    }

    private mutating func quote(_ whole: PlainText) -> Int {
        setQuotes(around: whole.range)
        tail = .closed
        return whole.lastLine + 1
    }

    /// Takes straight quotes for curly ones.
    private mutating func straighten(_ range: Range<Int>, _ curly: (open: Int, close: Int), line: Int) -> Int {
        let inner = range.lowerBound + curly.open..<range.upperBound - curly.close
        report(
            YAMLRules.curlyQuotes, at: range, "these curly quotes do not count as quotes around a text",
            advice: "use straight ones: \(repaired(range, as: quoted(inner)))")
        setQuotes(around: inner)
        edits.replace(range.lowerBound..<inner.lowerBound, with: "")
        edits.replace(inner.upperBound..<range.upperBound, with: "")
        tail = .closed
        return line + 1
    }

    /// The lengths of the curly quotes that a text begins and ends with.
    private func curlyQuoteLengths(of range: Range<Int>) -> (open: Int, close: Int)? {
        guard range.count > 6, bytes[range.lowerBound] == 0xE2, bytes[range.lowerBound + 1] == 0x80,
            bytes[range.upperBound - 3] == 0xE2, bytes[range.upperBound - 2] == 0x80
        else { return nil }
        let curly: ClosedRange<UInt8> = 0x98...0x9F
        guard curly ~= bytes[range.lowerBound + 2], curly ~= bytes[range.upperBound - 1] else { return nil }
        return (3, 3)
    }

    /// Reads `name: - item`: the item moves to a line of its own.
    private mutating func readListOnLine(at dash: Int, parent: Int, line: Int, field: Range<Int>?) -> Int {
        let end = trimmedEnd(of: dash..<text.lines[line].upperBound)
        var item = dash + 1
        while item < end, bytes[item].isBlank { item += 1 }
        let needsQuotes = bytes[item..<end].contains { [0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D, 0x23].contains($0) }
        report(
            YAMLRules.listOnLine, at: dash..<dash + 1, "a list with hyphens begins on the field's own line",
            advice:
                "use brackets, \(repaired(dash..<end, as: "[\(needsQuotes ? quoted(item..<end) : text.text(item..<end))]")), "
                + "or begin the list on the next line")
        var indent = parent + 2
        if let next = text.lines.indices.dropFirst(line + 1).first(where: { !isBlankOrComment($0) }) {
            let range = text.lines[next]
            let column = text.indent(range)
            if column > parent, case .item = kind(ofLineAt: range.lowerBound + column, end: range.upperBound) {
                indent = column
            }
        }
        edits.insert("\n\(String(repeating: " ", count: indent))", at: dash)
        return readItem(at: dash, indent: indent, line: line)
    }

    /// Reads `&name`, `*name` or `!!type` where they are used as YAML means them; `nil` where they are text.
    private mutating func readProperty(at start: Int, parent: Int, line: Int, field: Range<Int>?) -> Int? {
        let end = text.lines[line].upperBound
        let word = start + 1..<(bytes[(start + 1)..<end].firstIndex { $0.isBlank } ?? end)
        switch bytes[start] {
        case 0x2A:
            guard anchors.contains(bytes[word]), scanPlain(start..<end).end == word.upperBound else { return nil }
            tail = .closed
            return line + 1
        case 0x26: guard aliases.contains(bytes[word]) else { return nil }
        default: guard bytes[word].first == 0x21 else { return nil }
        }
        var next = word.upperBound
        while next < end, bytes[next].isBlank { next += 1 }
        guard next < end, bytes[next] != 0x23 else {
            tail = .pending
            return line + 1
        }
        return readValue(at: next, parent: parent, line: line, field: field)
    }
}
