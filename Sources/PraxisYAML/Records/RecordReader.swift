package import PraxisDiagnostics

/// Reads the fields of a record by the types that they are expected to have.
///
/// The same calls serve two ends. Over a document they give values, and findings for what is wrong, each of which leaves
/// the other fields as they are. In `describe` there is no document: each call only records the field it asks for, so
/// that schemas, templates and tables say exactly what is read. A function that reads a record therefore asks for all its
/// fields before it looks at any of them.
///
/// ```swift
/// let title = reader.text("title", "what the page is called", .required(example: "Agile teams"))
/// let owners = reader.values("owners", of: Name.self, "who answers for the page")
/// ```
package struct RecordReader {
    /// What is read, with its article: `a community`.
    package let subject: String
    let source: SourceText
    /// Where a missing field is reported.
    let place: SourceRange
    let fields: [YAMLNode.Field]
    let isDescribing: Bool
    /// Whether required fields must be there.
    let isComplete: Bool
    package internal(set) var findings: [Finding] = []

    var descriptions: [FieldDescription] = []
    var knownKeys: [String] = []
    var wasRead: [Bool]
    /// Indices of fields whose names have capitals, spaces or hyphens.
    private let irregularKeys: [Int]
    var missing: [Missing] = []
    /// Whether the page has front matter at all.
    let hasFrontMatter: Bool
    /// Whether there may be comments behind values.
    let mayHoldComments: Bool
    /// How many comments behind values have been reported in this file.
    var commentCount = 0

    /// A field that ought to be there.
    struct Missing {
        let key: String
        let message: String
        /// How to write it.
        let line: String
    }

    /// Whether a field must be there.
    package enum Need: Sendable {
        case optional
        /// With a value as an author would write it.
        case required(example: String)
    }

    /// Reads a document's outermost record; findings about the document's form are not repeated.
    ///
    /// A record that `isComplete: false` may lack required fields: a translation takes them from its original.
    package init(_ document: YAMLDocument, subject: String, isComplete: Bool = true) {
        let isReadable = document.root?.content != .unreadable
        self.init(
            subject: subject, source: document.source, place: document.opening, fields: document.root?.fields ?? [],
            isComplete: isComplete && isReadable, mayHoldComments: document.mayHoldComments)
        guard let root = document.root, isReadable, root.fields == nil, !root.isEmpty else { return }
        findings.append(
            Finding(
                FieldRules.wrongShape, at: source.location(root.range),
                "\(YAMLPhrase.thing(root)) stands where fields are expected",
                advice: "write each field as a name, a colon, a space and its value"))
    }

    /// A record without anything in it, for a page that has no front matter.
    package init(emptyIn source: SourceText, subject: String, isComplete: Bool = true) {
        self.init(
            subject: subject, source: source,
            place: SourceRange(line: 1, column: 1, length: source.line(1)?.utf8.count ?? 0), fields: [],
            isComplete: isComplete, hasFrontMatter: false)
    }

    init(
        subject: String, source: SourceText, place: SourceRange, fields: [YAMLNode.Field], isComplete: Bool = true,
        isDescribing: Bool = false, hasFrontMatter: Bool = true, mayHoldComments: Bool = false
    ) {
        self.subject = subject
        self.source = source
        self.place = place
        self.fields = fields
        self.isComplete = isComplete
        self.isDescribing = isDescribing
        self.hasFrontMatter = hasFrontMatter
        self.mayHoldComments = mayHoldComments
        wasRead = Array(repeating: false, count: fields.count)
        irregularKeys = fields.indices.filter { index in
            fields[index].key.value.utf8.contains { !(0x61...0x7A ~= $0) && $0 != 0x5F }
        }
    }

    /// What a function reads.
    package static func describe(
        _ subject: String, _ read: (inout RecordReader) -> Void
    ) -> RecordDescription {
        var reader = RecordReader(
            subject: subject, source: SourceText(path: SourcePath(""), bytes: []),
            place: SourceRange(line: 1, column: 1, length: 0), fields: [], isDescribing: true)
        read(&reader)
        return RecordDescription(subject: subject, fields: reader.descriptions)
    }

    /// Whether a field is written, whatever its value is.
    package func has(_ key: String) -> Bool { fields.contains { $0.key.value == key } }

    /// Of some fields, the last above another that is written with fields of its own, or with items that have such.
    package func records(above key: String, among names: [String]) -> String? {
        let above = fields.prefix { $0.key.value != key }
        return above.last { field in
            guard names.contains(field.key.value) else { return false }
            switch field.value.content {
            case .mapping: return true
            case .sequence(let items): return items.contains { $0.fields != nil }
            case .scalar, .unreadable: return false
            }
        }?.key.value
    }

    /// The text of a field, if the next one is another. Only a text that needs no quotes within brackets.
    package func text(of key: String, rightAbove other: String) -> String? {
        for (field, next) in zip(fields, fields.dropFirst())
        where field.key.value == key && next.key.value == other {
            guard case .scalar(let scalar) = field.value.content,
                !scalar.text.isEmpty, !scalar.text.contains(where: { ",:{}[]#\n".contains($0) })
            else { return nil }
            return scalar.text
        }
        return nil
    }

    /// Where a key is written.
    package func keyRange(_ key: String) -> SourceRange? { fields.first { $0.key.value == key }?.key.range }

    /// The field for a key, if it is there and has a value; describes it or reports that it is missing.
    mutating func field(
        _ key: String, _ need: Need, _ documentation: String, _ shape: @autoclosure () -> FieldShape
    ) -> YAMLNode.Field? {
        if isDescribing {
            var example: String?
            if case .required(let value) = need { example = value }
            descriptions.append(
                FieldDescription(
                    key: key, shape: shape(), isRequired: example != nil, documentation: documentation,
                    example: example))
            return nil
        }
        knownKeys.append(key)
        let index = fields.firstIndex { $0.key.value == key } ?? similarlyWritten(key)
        if let index {
            wasRead[index] = true
            if fields[index].value.content == .unreadable { return nil }
            if !fields[index].value.saysNothing { return fields[index] }
        }
        if case .required(let example) = need {
            miss(key, "\(subject) needs \"\(key)\": \(documentation)", advice: "\(key): \(example)")
        }
        return nil
    }

    /// Notes that a field ought to be there; where it is, and empty, that is what `finish` reports.
    ///
    /// Nothing is noted of a field that has a value, or in a record that need not be complete.
    ///
    /// - Parameter advice: a line to write.
    package mutating func miss(_ key: String, _ message: String, advice: String) {
        guard isComplete, !isDescribing, !hasValue(key) else { return }
        missing.append(Missing(key: key, message: message, line: advice))
    }

    /// Whether a field is written and has a value, if perhaps a wrong one.
    package func hasValue(_ key: String) -> Bool {
        fields.contains { field in
            !field.value.saysNothing && (field.key.value == key || Words.normal(field.key.value) == Words.normal(key))
        }
    }

    /// A field that is the wanted one but for capitals, spaces and hyphens.
    private mutating func similarlyWritten(_ key: String) -> Int? {
        for index in irregularKeys where !wasRead[index] {
            let field = fields[index]
            guard Words.normal(field.key.value) == Words.normal(key) else { continue }
            findings.append(
                Finding(
                    FieldRules.unknown, at: source.location(field.key.range),
                    "the field \"\(key)\" is written \"\(field.key.value)\" here", advice: "write \(key):"))
            return index
        }
        return nil
    }

    /// Adds a finding at a place of this file.
    package mutating func report(
        _ rule: Rule, at range: SourceRange, _ message: String, advice: String? = nil, notes: [Finding.Note] = []
    ) {
        findings.append(Finding(rule, at: source.location(range), message, advice: advice, notes: notes))
    }
}
