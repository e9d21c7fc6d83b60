internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisYAML

extension FrontMatterText {
    /// Somebody who begins a term in a role.
    struct NextTerm {
        /// As front matter names them.
        let person: String
        let since: Day

        /// As an entry of a list.
        var text: String { "{person: \(PlainScalar.written(person, isInBrackets: true)), since: \(since)}" }
    }

    /// Ends the term of an entry of a field that lists people in a role, and lets somebody else follow in the next one.
    ///
    /// Returns `false` where the entry is written in a way that has no safe place for it; then nothing is changed.
    ///
    /// - Parameters:
    ///   - position: The entry, in the field's list; of a single value, 0.
    ///   - day: The last day of the term; `nil` where it has ended.
    ///   - next: Who follows.
    mutating func endTerm(_ position: Int, of field: YAMLNode.Field, on day: Day?, then next: NextTerm?) -> Bool {
        var ended = self
        let next = next?.text
        guard case .sequence(let items) = field.value.content else {
            guard ended.endOnlyTerm(field.value, on: day, then: next) else { return false }
            self = ended
            return true
        }
        let item = items[position]
        switch item.content {
        case .scalar(let scalar):
            guard let day, let entry = entry(of: scalar, item, until: day) else { return false }
            ended.changes.replace(lines.bytes(of: item.range), with: entry)
        case .mapping(let fields):
            guard day.map({ ended.end(fields, of: item, on: $0) }) ?? true else { return false }
        case .sequence, .unreadable: return false
        }
        if let next { ended.follow(item, of: field, with: next) }
        self = ended
        return true
    }

    /// A single entry, which stands for a list of one.
    private mutating func endOnlyTerm(_ value: YAMLNode, on day: Day?, then next: String?) -> Bool {
        let range = lines.bytes(of: value.range)
        switch value.content {
        case .scalar(let scalar):
            guard let day, let entry = entry(of: scalar, value, until: day) else { return false }
            changes.replace(range, with: next.map { "[\(entry), \($0)]" } ?? entry)
            return true
        case .mapping(let fields):
            guard let next else { return day.map { end(fields, of: value, on: $0) } ?? true }
            guard bytes[range.lowerBound] == UInt8(ascii: "{") else {
                return makeList(of: fields, in: value, on: day, then: next)
            }
            changes.replace(range.lowerBound..<range.lowerBound, with: "[")
            guard day.map({ end(fields, of: value, on: $0) }) ?? true else { return false }
            changes.replace(range.upperBound..<range.upperBound, with: ", \(next)]")
            return true
        case .sequence, .unreadable: return false
        }
    }

    /// Makes a record over several lines the first entry of a list, and adds another.
    private mutating func makeList(
        of fields: [YAMLNode.Field], in record: YAMLNode, on day: Day?, then next: String
    ) -> Bool {
        guard let first = fields.first, let last = fields.last else { return false }
        let start = lines.bytes(of: first.key.range).lowerBound
        let line = lines.wholeLines(of: start..<start)
        let indentation = text(line.lowerBound..<start)
        guard indentation.allSatisfy({ $0 == " " }), !indentation.isEmpty else { return false }
        let range =
            line
            .lowerBound..<lines.wholeLines(
                of: lines.bytes(of: last.value.isEmpty ? last.key.range : last.value.range)
            ).upperBound
        var ended = FrontMatterText(page)
        guard day.map({ ended.end(fields, of: record, on: $0) }) ?? true else { return false }
        let changed = ended.changed
        let end = range.upperBound + changed.count - bytes.count
        let written = String(decoding: changed[range.lowerBound..<end], as: UTF8.self)
        let entries = written.split(whereSeparator: \.isNewline).enumerated().map { number, text in
            number == 0 ? "\(indentation)- \(text.dropFirst(indentation.count))" : "  \(text)"
        }
        let all = entries + ["\(indentation)- \(next)"]
        changes.replace(range, with: all.map { $0 + lines.lineEnd }.joined())
        return true
    }

    /// Lets the term of an entry begin on another day.
    mutating func beginTerm(_ position: Int, of field: YAMLNode.Field, on day: Day) {
        guard case .sequence(let items) = field.value.content, items.indices.contains(position),
            let since = items[position]["since"], !since.isEmpty
        else { return }
        changes.replace(lines.bytes(of: since.range), with: day.description)
    }

    /// A name with the end of its term.
    private func entry(of scalar: YAMLNode.Scalar, _ node: YAMLNode, until day: Day) -> String? {
        switch scalar.style {
        case .plain: "{person: \(PlainScalar.written(scalar.text, isInBrackets: true)), until: \(day)}"
        case .quoted: "{person: \(text(lines.bytes(of: node.range))), until: \(day)}"
        case .block: nil
        }
    }

    /// Writes the end into a record.
    private mutating func end(_ fields: [YAMLNode.Field], of record: YAMLNode, on day: Day) -> Bool {
        if let until = fields.first(where: { $0.key.value == "until" }) {
            guard !until.value.isEmpty else { return fill(until, with: day.description) }
            changes.replace(lines.bytes(of: until.value.range), with: day.description)
            return true
        }
        let start = lines.bytes(of: record.range).lowerBound
        guard let last = fields.last(where: { ["person", "since"].contains($0.key.value) }), !last.value.isEmpty,
            last.value.range.start.line == last.value.range.end.line
        else { return false }
        let end = lines.bytes(of: last.value.range)
        if bytes[start] == UInt8(ascii: "{") {
            changes.replace(end.upperBound..<end.upperBound, with: ", until: \(day)")
        } else {
            let line = lines.wholeLines(of: end)
            let key = lines.bytes(of: last.key.range).lowerBound
            let indentation = String(repeating: " ", count: key - line.lowerBound)
            changes.replace(line.upperBound..<line.upperBound, with: "\(indentation)until: \(day)\(lines.lineEnd)")
        }
        return true
    }

    /// Adds an entry behind another of a list.
    private mutating func follow(_ item: YAMLNode, of field: YAMLNode.Field, with entry: String) {
        let range = lines.bytes(of: item.range)
        if bytes[lines.bytes(of: field.value.range).lowerBound] == UInt8(ascii: "[") {
            changes.replace(range.upperBound..<range.upperBound, with: ", \(entry)")
            return
        }
        let first = lines.wholeLines(of: range.lowerBound..<range.lowerBound).lowerBound
        // A record's own end is where the next thing begins.
        let last = item.fields?.last.map { lines.bytes(of: $0.value.isEmpty ? $0.key.range : $0.value.range) } ?? range
        let end = lines.wholeLines(of: last).upperBound
        changes.replace(end..<end, with: "\(text(first..<range.lowerBound))\(entry)\(lines.lineEnd)")
    }
}
