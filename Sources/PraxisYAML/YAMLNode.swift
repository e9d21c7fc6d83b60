package import PraxisDiagnostics

/// A value of front matter or of a data file, with its place in the file.
package struct YAMLNode: Sendable, Hashable {
    package let content: Content
    /// From the first byte of the value to just after its last; empty where nothing is written.
    package let range: SourceRange

    package init(_ content: Content, at range: SourceRange) {
        self.content = content
        self.range = range
    }

    /// What is written there.
    package enum Content: Sendable, Hashable {
        case scalar(Scalar)
        case sequence([YAMLNode])
        /// In the order of the file, each key once.
        case mapping([Field])
        /// Something that a finding has been reported for; it is there, but nothing is known of it.
        case unreadable
    }

    /// A text, without its quotes, not yet taken for a date or a number.
    package struct Scalar: Sendable, Hashable {
        package let text: String
        package let style: Style

        package init(_ text: String, style: Style = .plain) {
            self.text = text
            self.style = style
        }
    }

    /// How a text is written.
    package enum Style: Sendable, Hashable {
        case plain, quoted, block
    }

    /// A key with its value.
    package struct Field: Sendable, Hashable {
        package let key: Located<String>
        package let value: YAMLNode

        package init(key: Located<String>, value: YAMLNode) {
            self.key = key
            self.value = value
        }
    }

    /// Whether nothing is written where a value could be.
    package var isEmpty: Bool {
        if case .scalar(let scalar) = content { scalar.text.isEmpty && scalar.style == .plain } else { false }
    }

    /// Whether a field of this value says no more than one that is not there: it is empty, or an empty list.
    package var saysNothing: Bool {
        if case .sequence(let items) = content { items.isEmpty } else { isEmpty }
    }

    /// The fields, if it is a mapping.
    package var fields: [Field]? {
        if case .mapping(let fields) = content { fields } else { nil }
    }

    /// The value of a key, if it is a mapping that has it. Linear in the number of keys.
    package subscript(key: String) -> YAMLNode? {
        fields?.first { $0.key.value == key }?.value
    }
}
