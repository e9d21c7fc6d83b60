package import PraxisDiagnostics

/// The rules about fields and their values.
package enum FieldRules {
    package static let missing = Rule("field.missing", .error, "Fields that a kind requires are there.")
    package static let unknown = Rule(
        "field.unknown", .error, "Fields are those that the kind has; a site's own go under extra.")
    package static let wrongShape = Rule(
        "field.wrong-shape", .error, "A field has a text, a list or fields of its own, as it is meant.")
    package static let wrongValue = Rule("field.wrong-value", .error, "A value is what its field holds.")
    package static let unknownWord = Rule("field.unknown-word", .error, "A word is one of those that its field knows.")
    package static let commaList = Rule(
        "field.comma-list", .error, "Several values stand in brackets or on lines of their own.")
    package static let markup = Rule(
        "field.markup", .advice, "Front matter is plain text; Markdown is for what stands below it.")
}
