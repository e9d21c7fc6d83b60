/// What comes after a run of text, as far as emphasis-like marks want to know.
enum RunBoundary {
    /// The end of the block or line: as good as a space.
    case end
    /// The mark of another inline node: as good as punctuation.
    case mark
    /// The bracket of a link or image: punctuation too.
    case bracket
}

/// The bytes at which something may begin that a dialect adds to inline text.
struct TextTriggers {
    private let colon: ByteKind
    private let dot: ByteKind
    private let at: ByteKind
    private let tilde: ByteKind
    private let bracket: ByteKind
    private let hidden: ByteKind
    /// Whether there is nothing to look for.
    let isEmpty: Bool
    let bareLinks: Bool
    let strikethrough: Bool

    init(dialect: MarkdownDialect, features: SourceScan.Features, hasFootnotes: Bool, hidesBytes: Bool) {
        bareLinks = dialect.contains(.bareLinks) && features.contains(.bareLinks)
        strikethrough = dialect.contains(.strikethrough) && features.contains(.tildes)
        colon = bareLinks ? ByteKind(UInt8(ascii: ":")) : .none
        dot = bareLinks ? ByteKind(UInt8(ascii: ".")) : .none
        at = bareLinks ? ByteKind(UInt8(ascii: "@")) : .none
        tilde = strikethrough ? ByteKind(UInt8(ascii: "~")) : .none
        bracket = hasFootnotes ? ByteKind(UInt8(ascii: "[")) : .none
        // All three, and one that means nothing.
        hidden = hidesBytes ? ByteKind(SourceMask.blank, mask: 0xFC) : .none
        isEmpty = !bareLinks && !strikethrough && !hasFootnotes && !hidesBytes
    }

    /// The next byte to look at, or `end`.
    func next(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        ByteSearch.first(in: text, from: start, to: end) { word in
            colon.hits(word) | dot.hits(word) | at.hits(word) | tilde.hits(word) | bracket.hits(word)
                | hidden.hits(word)
        }
    }
}
