// Languages of data and style.

extension CodeLanguage {
    static let json = CodeLanguage(
        words: WordTable([(.constant, "true false null")]), lineComments: ["//"],
        blockComments: [BlockComment(opening: "/*", closing: "*/")],
        strings: [StringRule(opening: "\"", closing: "\"")],
        habits: .stringKeys)

    static let yaml = CodeLanguage(
        words: WordTable([(.constant, "true false null yes no on off")]), lineComments: ["#"],
        strings: [
            StringRule(opening: "\"", closing: "\"", spansLines: true),
            StringRule(opening: "'", closing: "'", escape: 0, spansLines: true),
        ], nameBytes: "-", habits: [.spacedComments, .colonKeys, .blockScalars])

    static let toml = CodeLanguage(
        words: WordTable([(.constant, "true false inf nan")]), lineComments: ["#", ";"],
        strings: [
            StringRule(opening: "\"\"\"", closing: "\"\"\"", spansLines: true),
            StringRule(opening: "'''", closing: "'''", escape: 0, spansLines: true),
            StringRule(opening: "\"", closing: "\""), StringRule(opening: "'", closing: "'", escape: 0),
        ], nameBytes: "-", habits: [.spacedComments, .equalsKeys])

    static let css = CodeLanguage(
        words: WordTable([
            (.keyword, "important from to and not only"),
            (.constant, "auto inherit initial none unset currentcolor transparent"),
        ]), blockComments: [BlockComment(opening: "/*", closing: "*/")],
        strings: [StringRule(opening: "\"", closing: "\""), StringRule(opening: "'", closing: "'")], nameBytes: "-",
        habits: [.decorators, .propertyKeys, .dollarVariables])
}
