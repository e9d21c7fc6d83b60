import PraxisDiagnostics

extension Proofreader {
    /// The byte behind the quote that closes the one at `start`, before `end`.
    func quoteEnd(from start: Int, end: Int) -> Int? {
        var offset = start + 1
        return closingQuote(bytes[start], from: &offset, end: end)
    }

    /// The byte behind the next quote that closes a text; where there is none before `end`, `offset` is moved there.
    private func closingQuote(_ mark: UInt8, from offset: inout Int, end: Int) -> Int? {
        while offset < end {
            if bytes[offset] == 0x5C, mark == 0x22 {
                offset += 2
            } else if bytes[offset] == mark {
                if mark == 0x27, offset + 1 < end, bytes[offset + 1] == mark {
                    offset += 2
                } else {
                    return offset + 1
                }
            } else {
                offset += 1
            }
        }
        return nil
    }

    /// Reads a text in quotes, perhaps over several lines.
    mutating func readQuoted(at start: Int, parent: Int, line: Int, field: Range<Int>?) -> Int {
        guard let (close, lastLine) = findQuoteEnd(from: start, line: line, parent: parent) else {
            return closeQuote(at: start, line: line)
        }
        let rest = scanPlain(close..<text.lines[lastLine].upperBound)
        tail = .closed
        if rest.end > close, rest.comment != close {
            // A quote further down that has text behind it opens another text.
            guard lastLine == line else { return closeQuote(at: start, line: line) }
            return quoteAll(from: start, close: close, line: line, parent: parent)
        }
        if bytes[start] == 0x22, let backslash = wrongEscape(in: start + 1..<close - 1) {
            let inner = start + 1..<close - 1
            report(
                YAMLRules.backslash, at: backslash..<backslash + 1,
                "a backslash between double quotes has a special meaning",
                advice: "use single quotes: \(repaired(start..<close, as: "'\(doubled(inner))'"))")
            edits.replace(start..<close, with: "'\(doubled(inner))'")
        }
        return lastLine + 1
    }

    /// The end of a text in quotes; it may go on below, further right than `parent`.
    private func findQuoteEnd(from start: Int, line: Int, parent: Int) -> (close: Int, lastLine: Int)? {
        var offset = start + 1
        var current = line
        while true {
            if let close = closingQuote(bytes[start], from: &offset, end: text.lines[current].upperBound) {
                return (close, current)
            }
            current += 1
            guard current < text.lines.count else { return nil }
            let next = text.lines[current]
            guard text.isBlank(next) || text.indent(next) > parent else { return nil }
            offset = max(offset, next.lowerBound)
        }
    }

    private mutating func closeQuote(at start: Int, line: Int) -> Int {
        let end = trimmedEnd(of: start..<text.lines[line].upperBound)
        let mark = text.text(start..<start + 1)
        report(
            YAMLRules.unclosedQuote, at: start..<start + 1, "the quote \(mark) is never closed",
            advice: "add \(mark) at the end: \(repaired(start..<end, as: text.text(start..<end) + mark))")
        edits.insert(mark, at: end)
        tail = .closed
        return line + 1
    }

    /// Puts quotes around all of a text that has them around its first words, or has one of its own kind in it.
    private mutating func quoteAll(from start: Int, close: Int, line: Int, parent: Int) -> Int {
        let whole =
            wholeText(from: start, line: line, parent: parent) ?? PlainText(range: start..<close, lastLine: line)
        let end = whole.range.upperBound
        let isAroundAll = bytes[end - 1] == bytes[start] && end - 1 > close
        let inner = isAroundAll ? start + 1..<end - 1 : whole.range
        report(
            YAMLRules.textAfterQuote, at: close - 1..<close,
            isAroundAll ? "the quote in this text ends it" : "text follows the quote that ends this value",
            advice: "put other quotes around all of it: \(repaired(start..<end, as: quoted(inner)))")
        edits.removeEdits(in: whole.range)
        setQuotes(around: inner)
        if isAroundAll {
            edits.replace(start..<start + 1, with: "")
            edits.replace(end - 1..<end, with: "")
        }
        return whole.lastLine + 1
    }

    /// The first backslash that does not begin one of YAML's escapes (YAML 1.2, 5.7).
    private func wrongEscape(in range: Range<Int>) -> Int? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard bytes[offset] == 0x5C else {
                offset += 1
                continue
            }
            guard offset + 1 < range.upperBound else { return offset }
            let digits: Int
            switch bytes[offset + 1] {
            case 0x78: digits = 2
            case 0x75: digits = 4
            case 0x55: digits = 8
            case 0x30, 0x61, 0x62, 0x74, 0x6E, 0x76, 0x66, 0x72, 0x65, 0x20, 0x22, 0x2F, 0x5C, 0x4E, 0x5F, 0x4C, 0x50,
                0x09, 0x0A, 0x0D:
                digits = 0
            default: return offset
            }
            let hexadecimal = bytes[offset + 2..<min(offset + 2 + digits, range.upperBound)]
            guard hexadecimal.count == digits, hexadecimal.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit })
            else {
                return offset
            }
            offset += 2 + digits
        }
        return nil
    }

    /// Edits a text so that it stands in quotes.
    mutating func setQuotes(around range: Range<Int>) {
        let mark = quoteMark(for: range)
        edits.insert(mark, at: range.lowerBound)
        if mark == "'" {
            for offset in range where bytes[offset] == 0x27 { edits.insert("'", at: offset) }
        }
        edits.insert(mark, at: range.upperBound)
    }

    /// A text as it is written in quotes.
    func quoted(_ range: Range<Int>) -> String {
        let mark = quoteMark(for: range)
        return mark == "'" ? "'\(doubled(range))'" : "\"\(text.text(range))\""
    }

    private func quoteMark(for range: Range<Int>) -> String {
        bytes[range].contains { $0 == 0x22 || $0 == 0x5C } ? "'" : "\""
    }

    private func doubled(_ range: Range<Int>) -> String {
        var result: [UInt8] = []
        for offset in range {
            if bytes[offset] == 0x27 { result.append(0x27) }
            result.append(bytes[offset])
        }
        return String(decoding: result, as: UTF8.self)
    }
}
