/// How findings speak of what is written.
enum YAMLPhrase {
    /// A value's form, with its article.
    static func thing(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar: "a text"
        case .sequence: "a list"
        case .mapping: "a record with fields"
        case .unreadable: "something unreadable"
        }
    }
}
