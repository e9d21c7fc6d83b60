/// The names that templates may use in a view, what each means, and how it is read.
package struct Contract<Content: View>: Sendable {
    /// In the order of the documentation; the flag that a list brings along stands right after it.
    let fields: [Field<Content>]
    /// How each of them is read of a `ViewContent<Content>`: all that rendering needs of them. Their type is the same for all
    /// views, so that it need not be worked out anew at each reading.
    let readings: [@Sendable (any AnyObject & Sendable) -> Value]
    /// The same without the view's type.
    let description: ContractDescription

    /// A contract.
    ///
    /// - Parameters:
    ///   - name: What the documentation and findings call the view: `ResourceCard`.
    ///   - summary: What it shows, in a sentence.
    package init(_ name: String, _ summary: String, _ fields: [Field<Content>]) {
        self.fields = fields.flatMap { [$0] + $0.presence }
        readings = self.fields.map { field in
            // Only `BoxedView` calls these, and with the content of a view of this contract.
            { field.read(unsafeDowncast($0, to: ViewContent<Content>.self)) }
        }
        description = ContractDescription(name: name, summary: summary, fields: self.fields.map(\.description))
    }
}

/// A contract as templates are checked against it and as it is documented.
package final class ContractDescription: Sendable {
    package let name: String
    package let summary: String
    package let fields: [FieldDescription]
    private let indices: [String: Int]

    init(name: String, summary: String, fields: [FieldDescription]) {
        self.name = name
        self.summary = summary
        self.fields = fields
        indices = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The place of a field among `fields`.
    func index(of name: String) -> Int? { indices[name] }
}

/// A name that a view offers.
package struct FieldDescription: Sendable {
    package let name: String
    /// What it is, for whoever writes a template.
    package let summary: String
    package let shape: Shape
    /// Whether it may be missing.
    package let isOptional: Bool
}

/// What kind of value a name stands for.
package enum Shape: Sendable {
    /// Written as `{{name}}`.
    case text
    /// Written as `{{{name}}}`.
    case html
    /// Asked as `{{#name}}` or `{{^name}}`.
    case flag
    /// Entered as `{{#name}}`, or reached into as `{{name.field}}`.
    case view(any View.Type)
    /// Repeated by `{{#name}}`.
    case views(any View.Type)
    /// Repeated by `{{#name}}`, each item written as `{{.}}`.
    case texts
    /// The name of a template, included by `{{>*name}}`: one of these.
    case template([String])
}
