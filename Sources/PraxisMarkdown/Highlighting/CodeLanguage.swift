/// How a language is written, as far as its colours go: words, comments, strings, and some habits.
struct CodeLanguage: Sendable {
    let words: WordTable
    let lineComments: [StaticString]
    let blockComments: [BlockComment]
    /// The first that fits counts.
    let strings: [StringRule]
    /// Bytes that belong to names besides letters, digits and underscores.
    let nameBytes: StaticString
    let habits: Habits
    /// The bytes with which a comment or string may begin; the others need not be compared with each of those.
    private let openings: ASCIISet

    init(
        words: WordTable, lineComments: [StaticString] = [], blockComments: [BlockComment] = [],
        strings: [StringRule] = [], nameBytes: StaticString = "", habits: Habits = []
    ) {
        self.words = words
        self.lineComments = lineComments
        self.blockComments = blockComments
        self.strings = strings
        self.nameBytes = nameBytes
        self.habits = habits
        var openings = ASCIISet()
        for opening in lineComments + blockComments.map(\.opening) + strings.map(\.opening) {
            openings.insert(opening.utf8Start[0])
        }
        if habits.contains(.hashStrings) { openings.insert(UInt8(ascii: "#")) }
        self.openings = openings
    }

    /// Whether a comment or string may begin with a byte.
    @inline(__always)
    func mayOpen(_ byte: UInt8) -> Bool { openings.contains(byte) }

    /// A comment with an end.
    struct BlockComment: Sendable {
        var opening: StaticString
        var closing: StaticString
        var nests = false
    }

    /// A string literal.
    struct StringRule: Sendable {
        var opening: StaticString
        var closing: StaticString
        /// The byte that takes the meaning from the next one; 0 for none.
        var escape: UInt8 = UInt8(ascii: "\\")
        var spansLines = false
        /// How code stands in it, if it may.
        var insertion: Insertion?
    }

    /// Code within a string literal.
    struct Insertion: Sendable {
        var opening: StaticString
        /// The bracket that ends it.
        var closing: UInt8
        /// Whether the opening stands for itself when it comes twice.
        var isDoubled = false

        /// `${…}`.
        static let dollarBraces = Insertion(opening: "${", closing: UInt8(ascii: "}"))
        /// `{…}`.
        static let braces = Insertion(opening: "{", closing: UInt8(ascii: "}"), isDoubled: true)
    }

    /// What else holds.
    struct Habits: OptionSet, Sendable {
        let rawValue: UInt16

        /// Names with a capital are types.
        static let capitalTypes = Habits(rawValue: 1 << 0)
        /// `@name` is a decorator.
        static let decorators = Habits(rawValue: 1 << 1)
        /// A line that begins with `#` speaks to a preprocessor.
        static let preprocessor = Habits(rawValue: 1 << 2)
        /// `$name` and `${…}` are variables.
        static let dollarVariables = Habits(rawValue: 1 << 3)
        /// A comment stands at the start of a line or after a space.
        static let spacedComments = Habits(rawValue: 1 << 4)
        /// `'a` may be a lifetime and no string.
        static let lifetimes = Habits(rawValue: 1 << 5)
        /// `#"…"#` with as many `#` on both sides.
        static let hashStrings = Habits(rawValue: 1 << 6)
        /// A string before a colon is a key.
        static let stringKeys = Habits(rawValue: 1 << 7)
        /// A name before a colon at the start of a line is a key (YAML).
        static let colonKeys = Habits(rawValue: 1 << 8)
        /// A name before an equals sign at the start of a line is a key, and a line in brackets a heading (TOML).
        static let equalsKeys = Habits(rawValue: 1 << 9)
        /// A name before a colon within braces is a key (CSS).
        static let propertyKeys = Habits(rawValue: 1 << 10)
        /// Words count only at the start of a line (Dockerfile).
        static let wordsBeginLines = Habits(rawValue: 1 << 11)
        /// `#name` speaks to the compiler.
        static let hashWords = Habits(rawValue: 1 << 12)
        /// After `|` or `>` at the end of a line, what is indented deeper is text (YAML).
        static let blockScalars = Habits(rawValue: 1 << 13)
        /// After `<<NAME`, the next lines up to one with that name are text.
        static let hereDocuments = Habits(rawValue: 1 << 14)
    }
}

/// How some code is taken apart.
enum CodeGrammar: Sendable {
    case language(CodeLanguage)
    case markup
    case diff
    /// Commands after a prompt, with what they print.
    case console

    /// The grammar that authors name after the fence, in capitals or not; `nil` for one that is not known.
    static func named(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> CodeGrammar? {
        guard name.count <= 16 else { return nil }
        return all[String(decoding: name, as: UTF8.self).lowercased()]
    }

    private static let all: [String: CodeGrammar] = {
        let grammars: [(names: String, grammar: CodeGrammar)] = [
            ("sh bash shell zsh", .language(.shell)), ("console terminal shell-session", .console),
            ("python py python3", .language(.python)), ("java", .language(.java)),
            ("javascript js jsx mjs cjs", .language(.javaScript)), ("typescript ts tsx", .language(.typeScript)),
            ("c h", .language(.c)), ("cpp c++ cc hpp cxx", .language(.cpp)), ("csharp cs c#", .language(.cSharp)),
            ("go golang", .language(.go)), ("rust rs", .language(.rust)), ("swift", .language(.swift)),
            ("kotlin kt kts", .language(.kotlin)), ("sql postgresql mysql sqlite", .language(.sql)),
            ("json jsonc json5", .language(.json)), ("yaml yml", .language(.yaml)), ("toml ini", .language(.toml)),
            ("xml html htm xhtml svg vue mustache", .markup), ("css scss less", .language(.css)),
            ("dockerfile docker containerfile", .language(.dockerfile)), ("diff patch", .diff),
            ("ruby rb", .language(.ruby)), ("php", .language(.php)), ("r", .language(.r)),
        ]
        var all: [String: CodeGrammar] = [:]
        for (names, grammar) in grammars {
            for name in names.split(separator: " ") { all[String(name)] = grammar }
        }
        return all
    }()
}
