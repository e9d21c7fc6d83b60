import PraxisDiagnostics

extension RecordReader {
    /// A text.
    package mutating func text(
        _ key: String, _ documentation: String, _ need: Need = .optional
    ) -> Located<String>? {
        value(key, documentation, need)
    }

    /// A value of one text: a date, a number, a word.
    package mutating func value<Value: ScalarValue>(
        _ key: String, as type: Value.Type = Value.self, _ documentation: String, _ need: Need = .optional
    ) -> Located<Value>? {
        guard let field = field(key, need, documentation, Value.shape) else { return nil }
        return about(key) { reader in
            reader.singleText(field.value, key: key, beside: field.key.range).flatMap {
                reader.scalar($0, key: key, documentation)
            }
        }
    }

    /// Several values, or one that stands for a list of one. Values that are wrong are reported and left out.
    package mutating func values<Value: ScalarValue>(
        _ key: String, of type: Value.Type = Value.self, _ documentation: String, _ need: Need = .optional
    ) -> [Located<Value>] {
        guard let field = field(key, need, documentation, .list(Value.shape)) else { return [] }
        return about(key) { reader in
            reader.items(of: field.value, key: key, separatesCommas: !Value.mayContainComma).compactMap { item in
                reader.singleText(item, key: key).flatMap { reader.scalar($0, key: key, documentation) }
            }
        }
    }

    /// A word of a vocabulary that the site has made its own.
    package mutating func word(
        _ key: String, among words: [String], _ documentation: String, _ need: Need = .optional
    ) -> Located<String>? {
        guard let field = field(key, need, documentation, .words(words)),
            let text = singleText(field.value, key: key, beside: field.key.range)
        else { return nil }
        let wanted = Words.normal(text.value)
        if let word = words.first(where: { Words.normal($0) == wanted }) { return text.map { _ in word } }
        report(
            FieldRules.unknownWord, at: text.range, "\"\(text.value)\" is not a word for \"\(key)\"",
            advice: Words.advice(for: text.value, among: words))
        return nil
    }

    /// Whatever the author has written under a key.
    package mutating func anything(_ key: String, _ documentation: String) -> YAMLNode? {
        field(key, .optional, documentation, .anything)?.value
    }

    /// Takes a text for a value, or reports that it is none. `documentation` is that of the field.
    mutating func scalar<Value: ScalarValue>(
        _ text: Located<String>, key: String, _ documentation: String
    ) -> Located<Value>? {
        if let value = Value(text: text.value) {
            if Value.self == String.self, let marked = text.value.firstMarkdown {
                report(
                    FieldRules.markup, at: text.range, "readers see \"\(marked)\" as it is written",
                    advice: "write the words alone, or put them into the text below the front matter")
            }
            if Value.self == String.self, mayHoldComments { reportComment(behind: text, documentation) }
            return Located(value, at: text.range)
        }
        if case .words = Value.shape {
            report(
                FieldRules.unknownWord, at: text.range, "\"\(text.value)\" is not a word for \"\(key)\"",
                advice: Value.advice(for: text.value))
        } else {
            report(
                FieldRules.wrongValue, at: text.range, "\"\(text.value)\" is not \(Value.expectation)",
                advice: Value.advice(for: text.value) ?? "write \(Value.expectation)")
        }
        return nil
    }

    /// Says of a text in an author's own words that it is cut off by what reads as a comment.
    ///
    /// Behind dates, names and words of a vocabulary people write comments on purpose, and behind what names a thing, such as
    /// a folder; what the field is for stands behind values in pages that were begun from a template. A number sign without
    /// a space behind it has been reported whatever the field is.
    private mutating func reportComment(behind text: Located<String>, _ documentation: String) {
        let range = text.range
        guard commentCount < Self.mostComments, range.start.line == range.end.line, !text.value.isEmpty,
            !text.value.namesThing, let line = source.bytes(ofLine: range.end.line)
        else { return }
        let start = line.startIndex + range.start.column - 1
        let end = line.startIndex + range.end.column - 1
        guard line.startIndex <= start, start < end, end < line.endIndex, !"\"'|>".utf8.contains(line[start]) else {
            return
        }
        let comment = line[end...].drop { $0.isBlank }
        guard comment.startIndex > end, comment.first == 0x23, let next = comment.dropFirst().first,
            next.isBlank || next == 0x23, comment.contains(where: { !$0.isBlank && $0 != 0x23 })
        else { return }
        let words = comment.drop { $0.isBlank || $0 == 0x23 }
        if words.starts(with: documentation.utf8) { return }
        commentCount += 1
        let whole = String(decoding: line[start...], as: UTF8.self).trimmingBlanks
        let shown = String(decoding: comment, as: UTF8.self).trimmingBlanks
        let column = comment.startIndex - line.startIndex + 1
        report(
            YAMLRules.numberSign, at: SourceRange(line: range.end.line, column: column, length: shown.utf8.count),
            "\"\(shown)\" is taken for a comment and left out",
            advice: "if it belongs to the text, put quotes around all of it: \(Self.quoted(whole)); "
                + "else put it on a line of its own")
    }

    /// So many comments of a file are reported: who writes more of them means them.
    private static let mostComments = 20

    /// The text of a node that should be one; what else it may be is reported, and read as it was meant where that is
    /// plain.
    ///
    /// - Parameter name: where the name of the field stands, if the node is not an item of a list.
    mutating func singleText(_ node: YAMLNode, key: String, beside name: SourceRange? = nil) -> Located<String>? {
        switch node.content {
        case .scalar(let scalar):
            if node.isEmpty {
                report(
                    FieldRules.wrongValue, at: node.range, "a list item of \"\(key)\" is empty",
                    advice: "write its text behind the hyphen, or take it away")
                return nil
            }
            return Located(scalar.text.trimmingBlanks, at: node.range)
        case .unreadable:
            return nil
        case .mapping:
            if let written = textOnOneLine(node.range), name == nil || name?.start.line == node.range.start.line {
                report(
                    YAMLRules.unquotedColon, at: node.range, "a text with a colon in it stands without quotes",
                    advice: "put quotes around it: \(Self.quoted(written))")
                return Located(written, at: node.range)
            }
            report(
                FieldRules.wrongShape, at: node.range, "\"\(key)\" is a text, and fields stand below it",
                advice: "write the text on the field's own line: \(key): …")
            return nil
        case .sequence(let items):
            let isBracket = textOnOneLine(node.range)?.first == "["
            if items.count == 1, let item = items.first, case .scalar(let scalar) = item.content, !item.isEmpty {
                report(
                    FieldRules.wrongShape, at: node.range, "\"\(key)\" has one value, and a list stands here",
                    advice: "write \(key): \(isBracket ? scalar.text : scalar.text.trimmingBlanks)")
                return Located(scalar.text.trimmingBlanks, at: item.range)
            }
            report(
                FieldRules.wrongShape, at: node.range, "\"\(key)\" has one value, and a list stands here",
                advice: "write one of them: \(key): …")
            return nil
        }
    }

    /// The items of a list; a single value stands for a list of one.
    mutating func items(of node: YAMLNode, key: String, separatesCommas: Bool = false) -> [YAMLNode] {
        switch node.content {
        case .sequence(let items): return items
        case .scalar(let scalar) where separatesCommas && scalar.text.contains(","):
            let parts = scalar.text.split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
            report(
                FieldRules.commaList, at: node.range, "several values stand in one text",
                advice: "write them in brackets: \(key): [\(parts.joined(separator: ", "))]")
            return parts.map { YAMLNode(.scalar(YAMLNode.Scalar($0)), at: node.range) }
        case .scalar(let scalar)
        where separatesCommas && scalar.style == .plain && node.range.start.line < node.range.end.line:
            let items = linesApart(of: node.range)
            guard items.count > 1, let first = items.first, case .scalar(let text) = first.content else {
                return [node]
            }
            report(
                FieldRules.commaList, at: first.range, "the values of a list stand below each other without hyphens",
                advice: "begin each line with a hyphen and a space: - \(text.text)")
            return items
        default: return [node]
        }
    }

    /// A text over several lines as one on each.
    private func linesApart(of range: SourceRange) -> [YAMLNode] {
        (range.start.line...range.end.line).compactMap { number in
            guard let line = source.line(number) else { return nil }
            let before = number == range.start.line ? range.start.column - 1 : 0
            let whole =
                number == range.end.line
                ? String(decoding: line.utf8.prefix(range.end.column - 1), as: UTF8.self) : line
            let blanks = whole.utf8.dropFirst(before).prefix { $0 <= 0x20 }.count
            let text = String(decoding: whole.utf8.dropFirst(before + blanks), as: UTF8.self).trimmingBlanks
            guard !text.isEmpty else { return nil }
            return YAMLNode(
                .scalar(YAMLNode.Scalar(text)),
                at: SourceRange(line: number, column: before + blanks + 1, length: text.utf8.count))
        }
    }

    /// Reads something, and says of what is found which field it is about.
    private mutating func about<Value>(_ key: String, _ read: (inout RecordReader) -> Value) -> Value {
        let first = findings.count
        let value = read(&self)
        for index in first..<findings.count { findings[index].field = key }
        return value
    }

    /// What stands at a place that lies on one line.
    func textOnOneLine(_ range: SourceRange) -> String? {
        guard range.start.line == range.end.line, let line = source.bytes(ofLine: range.start.line),
            range.start.column <= range.end.column, range.end.column - 1 <= line.count
        else { return nil }
        let start = line.startIndex + range.start.column - 1
        return String(decoding: line[start..<start + range.end.column - range.start.column], as: UTF8.self)
    }

    private static func quoted(_ text: String) -> String {
        text.contains("\"") || text.contains("\\")
            ? "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
            : "\"\(text)\""
    }
}

extension String {
    /// Whether this is one word in small letters, as names of folders, branches and identifiers are.
    fileprivate var namesThing: Bool {
        utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || "-_./:@".utf8.contains($0) }
    }

    /// The first words that are marked as Markdown marks them: `*so*`, `**so**`, `` `so` ``, `[so](address)`.
    fileprivate var firstMarkdown: Substring? {
        guard utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "[") })
        else { return nil }
        let marked = /(?:^|[\s(\["'])(\*{1,2}[^\s*][^*]*\*{1,2}|`[^`]+`|\[[^\]]+\]\([^)\s]+\))(?=$|[\s.,;:!?)\]"'])/
        return firstMatch(of: marked)?.1
    }

    /// Without spaces, tabs and line ends at either end.
    var trimmingBlanks: String {
        guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else { return self }
        let start = utf8.firstIndex { $0 > 0x20 } ?? endIndex
        let end = utf8.lastIndex { $0 > 0x20 }.map { utf8.index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
