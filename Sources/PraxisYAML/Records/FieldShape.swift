/// What a field holds, as far as its form goes.
package indirect enum FieldShape: Sendable, Hashable {
    case text
    /// A text of a certain form: what it is in words, and a regular expression (ECMA 262) where one says it.
    case scalar(expectation: String, pattern: String?)
    case integer
    case boolean
    /// One of a few words.
    case words([String])
    /// Fields of its own.
    case record(RecordDescription)
    /// Several values; a single one stands for a list of one.
    case list(FieldShape)
    /// Any of several forms.
    case either([FieldShape])
    /// Fields whose names are the author's own, by what they mean.
    case table(keys: String, FieldShape)
    /// Whatever the author likes.
    case anything

    /// The fields of its own that it may have, or that its items may have.
    package var record: RecordDescription? {
        switch self {
        case .record(let record): record
        case .list(let item): item.record
        case .either(let shapes): shapes.lazy.compactMap(\.record).first
        case .text, .scalar, .integer, .boolean, .words, .table, .anything: nil
        }
    }
}

/// One field of a record, for schemas, templates and tables.
package struct FieldDescription: Sendable, Hashable {
    package let key: String
    package let shape: FieldShape
    package let isRequired: Bool
    /// What it means, in one line.
    package let documentation: String
    /// A value as an author would write it.
    package let example: String?
}

/// A record's fields, in the order in which they are best written.
package struct RecordDescription: Sendable, Hashable {
    /// What it describes, with its article: `a community`.
    package let subject: String
    package let fields: [FieldDescription]

    package init(subject: String, fields: [FieldDescription]) {
        self.subject = subject
        self.fields = fields
    }

    /// The names of all fields.
    package var keys: [String] { fields.map(\.key) }
}
