package import PraxisDiagnostics

/// Where the front matter of a page is and where its body begins.
package struct FrontMatter: Sendable {
    /// Absent where the file begins with its text.
    package let fields: Fields?
    /// The first byte of the body.
    package let bodyOffset: Int
    /// The line that the body begins on, from 1.
    package let bodyLine: Int
    /// What is wrong with the lines that enclose the front matter.
    package let findings: [Finding]

    /// The lines between the two lines of hyphens.
    package struct Fields: Sendable, Hashable {
        /// The bytes from the start of the first line to just after the end of the last.
        package let range: Range<Int>
        /// The number of the first line.
        package let firstLine: Int
        /// The opening line of hyphens, where what is missing is reported.
        package let opening: SourceRange
    }

    /// Looks for front matter at the top of a file. Linear in the length of the front matter.
    package init(of source: SourceText) {
        var splitter = FrontMatterSplitter(source)
        self = splitter.split()
    }

    fileprivate init(fields: Fields?, bodyOffset: Int, bodyLine: Int, findings: [Finding]) {
        self.fields = fields
        self.bodyOffset = bodyOffset
        self.bodyLine = bodyLine
        self.findings = findings
    }
}

/// Goes through the first lines of a file.
private struct FrontMatterSplitter {
    let source: SourceText
    /// The next byte to read.
    var offset: Int
    /// The number of the line that `offset` is on.
    var line = 1
    /// Where the first line's columns count from.
    let start: Int

    init(_ source: SourceText) {
        self.source = source
        start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        offset = start
    }

    /// The line at `offset`, without its end; moves to the next. `nil` at the end of the file.
    mutating func nextLine() -> Range<Int>? {
        let bytes = source.bytes
        guard offset < bytes.count else { return nil }
        let begin = offset
        let end = bytes[begin...].firstIndex(of: 0x0A) ?? bytes.endIndex
        offset = min(end + 1, bytes.endIndex)
        line += 1
        return begin..<(end > begin && bytes[end - 1] == 0x0D ? end - 1 : end)
    }

    mutating func split() -> FrontMatter {
        guard let (opening, mistake) = findOpening() else {
            return FrontMatter(fields: nil, bodyOffset: start, bodyLine: 1, findings: [])
        }
        let firstLine = line
        let first = offset
        var findings = mistake.map { [$0] } ?? []
        func fields(to end: Int) -> FrontMatter.Fields {
            FrontMatter.Fields(range: first..<end, firstLine: firstLine, opening: opening)
        }

        var lastField: (line: Int, range: Range<Int>, end: Int)?
        var isAfterBlank = false
        while case let number = line, let range = nextLine() {
            let text = source.bytes[range]
            switch Fence(text) {
            case .exact:
                return FrontMatter(
                    fields: fields(to: range.lowerBound), bodyOffset: offset, bodyLine: line, findings: findings)
            case .mistaken:
                findings.append(fenceFinding(at: number, of: range, ends: true))
                return FrontMatter(
                    fields: fields(to: range.lowerBound), bodyOffset: offset, bodyLine: line, findings: findings)
            case nil:
                let isBlank = text.allSatisfy { $0 == 0x20 || $0 == 0x09 }
                if isAfterBlank, !isBlank, !Self.canBelongToFields(text) {
                    return unclosed(after: lastField, opening: opening, fields: fields, findings: findings)
                }
                if !isBlank, Self.canBelongToFields(text), text.first != 0x23 { lastField = (number, range, offset) }
                isAfterBlank = isBlank || (isAfterBlank && text.first == 0x23)
            }
        }
        return unclosed(after: lastField, opening: opening, fields: fields, findings: findings)
    }

    /// The opening line, or what was probably meant as one.
    private mutating func findOpening() -> (SourceRange, Finding?)? {
        while case let number = line, let range = nextLine() {
            let text = source.bytes[range]
            if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            let indent = text.prefix { $0 == 0x20 || $0 == 0x09 }.count
            guard let fence = Fence(text.dropFirst(indent)) else { return nil }
            let place = SourceRange(
                line: number, column: range.lowerBound + indent + 1 - (number == 1 ? 0 : range.lowerBound),
                length: Self.trimmed(text).count - indent)
            if fence == .exact, number == 1, indent == 0, text.first == 0x2D { return (place, nil) }
            guard nextLineIsField() else { return nil }
            if fence == .mistaken { return (place, fenceFinding(at: number, of: range, ends: false)) }
            guard text.dropFirst(indent).first == 0x2D else { return nil }
            return (
                place,
                Finding(
                    YAMLRules.fence, at: source.location(place),
                    number > 1
                        ? "front matter begins on line \(number) of the file"
                        : "front matter begins with spaces before its hyphens",
                    advice: number > 1 ? "make --- the very first line" : "begin the line with ---")
            )
        }
        return nil
    }

    private func nextLineIsField() -> Bool {
        var ahead = self
        guard let range = ahead.nextLine() else { return false }
        return Self.isField(source.bytes[range])
    }

    private func unclosed(
        after last: (line: Int, range: Range<Int>, end: Int)?, opening: SourceRange,
        fields: (Int) -> FrontMatter.Fields, findings: [Finding]
    ) -> FrontMatter {
        guard let last else {
            // A line of hyphens with no field below it is a rule across the page.
            return FrontMatter(fields: nil, bodyOffset: start, bodyLine: 1, findings: [])
        }
        let text = String(decoding: source.bytes[last.range], as: UTF8.self)
        let lastRange = SourceRange(line: last.line, column: 1, length: last.range.count)
        let finding = Finding(
            YAMLRules.unclosedFence, at: source.location(opening), "front matter that begins here never ends",
            advice: "write --- on a line of its own after the last field",
            notes: [
                Finding.Note(
                    "this looks like the last field",
                    at: Location(path: source.path, range: lastRange, excerpt: text))
            ])
        return FrontMatter(
            fields: fields(last.end), bodyOffset: last.end, bodyLine: last.line + 1, findings: findings + [finding])
    }

    private func fenceFinding(at number: Int, of range: Range<Int>, ends: Bool) -> Finding {
        let written = String(decoding: Self.trimmed(source.bytes[range]), as: UTF8.self)
        let place = SourceRange(line: number, column: 1, length: written.utf8.count)
        return Finding(
            YAMLRules.fence, at: source.location(place),
            "\"\(written)\" stands where front matter \(ends ? "ends" : "begins")",
            advice: "write exactly three hyphens: ---")
    }

    /// Whether a line reads like `name: value` with nothing before it.
    private static func isField(_ text: ArraySlice<UInt8>) -> Bool {
        guard let colon = text.firstIndex(of: 0x3A), colon > text.startIndex, colon - text.startIndex <= 40,
            text[..<colon].allSatisfy({ $0.isWordByte || $0 == 0x2D || $0 == 0x20 }), text.first?.isWordByte == true
        else { return false }
        return true
    }

    /// Whether a line that follows an empty one can still be part of the fields.
    private static func canBelongToFields(_ text: ArraySlice<UInt8>) -> Bool {
        switch text.first {
        case 0x20, 0x09, 0x23, 0x5D, 0x7D, 0x22, 0x27: true
        case 0x2D: text.dropFirst().first == 0x20
        default: isField(text)
        }
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
        return text
    }
}

/// A line of hyphens.
private enum Fence {
    /// `---`, or at the end `...`.
    case exact
    /// Too few, too many, or the dashes that a word processor makes of them.
    case mistaken

    init?(_ line: ArraySlice<UInt8>) {
        var text = line
        while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
        if text.elementsEqual([0x2D, 0x2D, 0x2D]) || text.elementsEqual([0x2E, 0x2E, 0x2E]) {
            self = .exact
            return
        }
        guard let first = text.first, first == 0x2D || first == 0xE2, text.count >= 2 else { return nil }
        let isDashes = String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
            $0 == "-" || $0 == "\u{2013}" || $0 == "\u{2014}"
        }
        guard isDashes else { return nil }
        self = .mistaken
    }
}
