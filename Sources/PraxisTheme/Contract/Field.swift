/// One name of a contract, with how its value is read from a view.
package struct Field<Content: View>: Sendable {
    let description: FieldDescription
    let read: @Sendable (ViewContent<Content>) -> Value
    /// For a list, the flag `hasNAME` that says whether there is anything in it.
    private(set) var presence: [Field] = []

    private init(
        _ name: String, _ summary: String, _ shape: Shape, isOptional: Bool = false,
        read: @escaping @Sendable (ViewContent<Content>) -> Value
    ) {
        description = FieldDescription(name: name, summary: summary, shape: shape, isOptional: isOptional)
        self.read = read
    }

    /// The flag of a list, named after it: `hasTopics` of `topics`.
    private static func presence(of name: String, _ isPresent: @escaping @Sendable (Content) -> Bool) -> Field {
        Field(
            "has\(name.prefix(1).uppercased())\(name.dropFirst())", "Whether there is anything in `\(name)`.", .flag
        ) { .flag(isPresent($0.view)) }
    }

    /// A text that is always there.
    package static func text(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (Content) -> String
    ) -> Field {
        Field(name, summary, .text) { .text(get($0.view)) }
    }

    /// A text that may be missing; an empty one counts as missing.
    package static func optional(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (Content) -> String?
    ) -> Field {
        Field(name, summary, .text, isOptional: true) { Value(get($0.view)) }
    }

    /// A whole number, in digits.
    package static func number(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (Content) -> Int
    ) -> Field {
        Field(name, summary, .text) { .text(String(get($0.view))) }
    }

    /// Markup; missing where it is empty.
    package static func html(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (Content) -> HTML?
    ) -> Field {
        Field(name, summary, .html, isOptional: true) { Value(get($0.view)) }
    }

    /// Something that is so or not.
    package static func flag(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (Content) -> Bool
    ) -> Field {
        Field(name, summary, .flag) { .flag(get($0.view)) }
    }

    /// Another view that is always there.
    package static func view<Part: View>(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (Content) -> Part
    ) -> Field {
        Field(name, summary, .view(Part.self)) { .view(get($0.view).boxed) }
    }

    /// Another view that is always there, held for templates that ask for many of its fields.
    static func view<Part: View>(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (Content) -> ViewContent<Part>
    ) -> Field {
        Field(name, summary, .view(Part.self)) { .view(BoxedView(get($0.view))) }
    }

    /// Another view that may be missing.
    package static func optional<Part: View>(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (Content) -> Part?
    ) -> Field {
        Field(name, summary, .view(Part.self), isOptional: true) { content in
            get(content.view).map { .view($0.boxed) } ?? .absent
        }
    }

    /// A list of views, with its flag.
    package static func list<Item: View>(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (Content) -> [Item]
    ) -> Field {
        var field = Field(name, summary, .views(Item.self)) { .views(get($0.view).map(\.boxed)) }
        field.presence = [presence(of: name) { !get($0).isEmpty }]
        return field
    }

    /// A list of texts, with its flag.
    package static func texts(
        _ name: String, _ summary: String, _ get: @escaping @Sendable (Content) -> [String]
    ) -> Field {
        var field = Field(name, summary, .texts) { .texts(get($0.view)) }
        field.presence = [presence(of: name) { !get($0).isEmpty }]
        return field
    }

    /// The name of one of several templates.
    package static func template(
        _ name: String, _ summary: String, among choices: [String], _ get: @escaping @Sendable (Content) -> String
    ) -> Field {
        Field(name, summary, .template(choices)) { .text(get($0.view)) }
    }
}

extension Field {
    /// The fields of a part as if they were the view's own.
    static func all<Part: View>(of part: @escaping @Sendable (Content) -> Part) -> [Field] {
        Part.contract.fields.map { field in
            var lifted = Field(field.description) { field.read(ViewContent(part($0.view))) }
            lifted.presence = []
            return lifted
        }
    }

    private init(_ description: FieldDescription, read: @escaping @Sendable (ViewContent<Content>) -> Value) {
        self.description = description
        self.read = read
    }
}
