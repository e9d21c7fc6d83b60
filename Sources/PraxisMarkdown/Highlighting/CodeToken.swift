/// What a stretch of code is; readers see it as a colour, a theme as a class.
enum CodeToken: UInt8, Sendable {
    case keyword, type, constant, string, number, comment
    /// A key of data, a property of a style sheet, an attribute of markup.
    case key
    case variable
    /// An element of markup.
    case tag
    /// What speaks to a tool and not to the program: a decorator, a preprocessor's line, a prompt.
    case meta
    case inserted, deleted

    /// The opening of its element.
    var opening: StaticString {
        switch self {
        case .keyword: "<span class=\"hl-keyword\">"
        case .type: "<span class=\"hl-type\">"
        case .constant: "<span class=\"hl-constant\">"
        case .string: "<span class=\"hl-string\">"
        case .number: "<span class=\"hl-number\">"
        case .comment: "<span class=\"hl-comment\">"
        case .key: "<span class=\"hl-key\">"
        case .variable: "<span class=\"hl-variable\">"
        case .tag: "<span class=\"hl-tag\">"
        case .meta: "<span class=\"hl-meta\">"
        case .inserted: "<span class=\"hl-inserted\">"
        case .deleted: "<span class=\"hl-deleted\">"
        }
    }
}
