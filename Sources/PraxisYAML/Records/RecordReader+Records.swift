import PraxisDiagnostics

extension RecordReader {
    /// A record below a key. `subject` names it with its article.
    package mutating func record<Value>(
        _ key: String, _ documentation: String, _ need: Need = .optional, subject: String,
        _ read: (inout RecordReader) -> Value?
    ) -> Located<Value>? {
        guard let field = field(key, need, documentation, .record(Self.description(subject, read))) else { return nil }
        return record(field.value, key: key, subject: subject, read)
    }

    /// Several records, or one that stands for a list of one. Where `read` gives `nil` it has reported why.
    package mutating func records<Value>(
        _ key: String, _ documentation: String, _ need: Need = .optional, subject: String,
        _ read: (inout RecordReader) -> Value?
    ) -> [Located<Value>] {
        guard let field = field(key, need, documentation, .list(.record(Self.description(subject, read)))) else {
            return []
        }
        return items(of: field.value, key: key).compactMap { record($0, key: key, subject: subject, read) }
    }

    /// A value that is written as a text or as a record.
    package mutating func entry<Scalar: ScalarValue, Value>(
        _ key: String, _ documentation: String, _ need: Need = .optional, subject: String,
        scalar: (Located<Scalar>) -> Value?, record read: (inout RecordReader) -> Value?
    ) -> Located<Value>? {
        guard
            let field = field(
                key, need, documentation, .either([Scalar.shape, .record(Self.description(subject, read))]))
        else { return nil }
        return entry(
            field.value, key: key, documentation, beside: field.key.range, subject: subject, scalar: scalar,
            record: read)
    }

    /// Several values, each written as a text or as a record; a single one stands for a list of one.
    package mutating func entries<Scalar: ScalarValue, Value>(
        _ key: String, _ documentation: String, _ need: Need = .optional, subject: String,
        scalar: (Located<Scalar>) -> Value?, record read: (inout RecordReader) -> Value?
    ) -> [Located<Value>] {
        guard
            let field = field(
                key, need, documentation, .list(.either([Scalar.shape, .record(Self.description(subject, read))])))
        else { return [] }
        return items(of: field.value, key: key, separatesCommas: !Scalar.mayContainComma).compactMap {
            entry($0, key: key, documentation, subject: subject, scalar: scalar, record: read)
        }
    }

    /// Records by names that are the author's own, in their order. `keys` says what the names are.
    package mutating func table<Value>(
        _ key: String, _ documentation: String, keys: String, subject: String,
        _ read: (inout RecordReader) -> Value?
    ) -> [(key: Located<String>, value: Located<Value>)] {
        guard
            let field = field(
                key, .optional, documentation, .table(keys: keys, .record(Self.description(subject, read))))
        else { return [] }
        return tableFields(field.value, key: key, keys: keys).compactMap { entry in
            guard !entry.value.isEmpty else {
                report(
                    FieldRules.wrongShape, at: entry.key.range,
                    "\"\(entry.key.value)\" is empty, and \(subject) has fields",
                    advice: "write its fields below it, or take the line away")
                return nil
            }
            return record(entry.value, key: entry.key.value, subject: subject, read).map { (entry.key, $0) }
        }
    }

    /// Values of one text by names that are the author's own, in their order. `keys` says what the names are.
    package mutating func valueTable<Value: ScalarValue>(
        _ key: String, of type: Value.Type = Value.self, _ documentation: String, keys: String
    ) -> [(key: Located<String>, value: Located<Value>)] {
        guard let field = field(key, .optional, documentation, .table(keys: keys, Value.shape)) else { return [] }
        return tableFields(field.value, key: key, keys: keys).filter { !$0.value.isEmpty }.compactMap { entry in
            guard let text = singleText(entry.value, key: entry.key.value),
                let value: Located<Value> = scalar(text, key: entry.key.value, documentation)
            else { return nil }
            return (entry.key, value)
        }
    }

    /// The outermost record as a table: every name in it is the author's own.
    package mutating func rows<Value>(
        subject: String, _ read: (inout RecordReader) -> Value?
    ) -> [(key: Located<String>, value: Located<Value>)] {
        fields.compactMap { entry in
            record(entry.value, key: entry.key.value, subject: subject, read).map { (entry.key, $0) }
        }
    }

    private mutating func tableFields(_ node: YAMLNode, key: String, keys: String) -> [YAMLNode.Field] {
        switch node.content {
        case .mapping(let fields): return fields
        case .unreadable: return []
        case .scalar, .sequence:
            report(
                FieldRules.wrongShape, at: node.range,
                "\"\(key)\" has fields, and \(YAMLPhrase.thing(node)) stands here",
                advice: "write a line for each below it, named for \(keys), with a colon and a value")
            return []
        }
    }

    private mutating func entry<Scalar: ScalarValue, Value>(
        _ node: YAMLNode, key: String, _ documentation: String, beside name: SourceRange? = nil, subject: String,
        scalar read: (Located<Scalar>) -> Value?,
        record readRecord: (inout RecordReader) -> Value?
    ) -> Located<Value>? {
        if case .mapping(let fields) = node.content {
            // A text with a colon in it reads as a record of one field, whose name no record knows.
            let isText =
                fields.count == 1 && textOnOneLine(node.range)?.first != "{"
                && !Self.description(subject, readRecord).keys.contains { known in
                    fields.contains { Words.normal($0.key.value) == Words.normal(known) }
                } && textOnOneLine(node.range) != nil
                && (name == nil || name?.start.line == node.range.start.line)
            if !isText { return record(node, key: key, subject: subject, readRecord) }
        }
        guard let text = singleText(node, key: key),
            let value: Located<Scalar> = scalar(text, key: key, documentation)
        else { return nil }
        return read(value).map { Located($0, at: node.range) }
    }

    mutating func record<Value>(
        _ node: YAMLNode, key: String, subject: String, _ read: (inout RecordReader) -> Value?
    ) -> Located<Value>? {
        switch node.content {
        case .mapping(let fields):
            var reader = RecordReader(
                subject: subject, source: source, place: node.range, fields: fields, mayHoldComments: mayHoldComments)
            reader.commentCount = commentCount
            let value = read(&reader)
            reader.finish()
            commentCount = reader.commentCount
            findings += reader.findings.map { finding in
                var finding = finding
                finding.field = finding.field.map { "\(key).\($0)" }
                return finding
            }
            return value.map { Located($0, at: node.range) }
        case .unreadable: return nil
        case .scalar, .sequence:
            report(
                FieldRules.wrongShape, at: node.range,
                "\(subject) has fields, and \(YAMLPhrase.thing(node)) stands here",
                advice: "write for example \(line(upTo: node))"
                    + RecordExample(of: Self.description(subject, read), with: node).text)
            return nil
        }
    }

    /// The name of the field that a value stands behind, as it is written; nothing for an item of a list.
    private func line(upTo node: YAMLNode) -> String {
        let start = SourcePosition(line: node.range.start.line, column: 1)
        guard let name = textOnOneLine(SourceRange(start: start, end: node.range.start))?.trimmingBlanks,
            name.last == ":", name.first != "-"
        else { return "" }
        return name + " "
    }

    private static func description<Value>(
        _ subject: String, _ read: (inout RecordReader) -> Value?
    ) -> RecordDescription {
        describe(subject) { reader in _ = read(&reader) }
    }
}
