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
    private let tilde: ByteKind
    private let bracket: ByteKind
    private let hidden: ByteKind
    /// Whether there is nothing to look for.
    let isEmpty: Bool
    let bareLinks: Bool
    let strikethrough: Bool
    /// Whether bare links are all there is to look for.
    private let isForLinksOnly: Bool

    init(dialect: MarkdownDialect, features: SourceScan.Features, hasFootnotes: Bool, hidesBytes: Bool) {
        bareLinks = dialect.contains(.bareLinks) && features.contains(.bareLinks)
        strikethrough = dialect.contains(.strikethrough) && features.contains(.tildes)
        tilde = strikethrough ? ByteKind(UInt8(ascii: "~")) : .none
        bracket = hasFootnotes ? ByteKind(UInt8(ascii: "[")) : .none
        // All three, and one that means nothing.
        hidden = hidesBytes ? ByteKind(SourceMask.blank, mask: 0xFC) : .none
        isForLinksOnly = bareLinks && !strikethrough && !hasFootnotes && !hidesBytes
        isEmpty = !bareLinks && !strikethrough && !hasFootnotes && !hidesBytes
    }

    /// The next byte to look at, or `end`.
    @inline(__always)
    func next(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        guard isForLinksOnly else {
            return ByteSearch.first(in: text, from: start, to: end) { word in
                tilde.hits(word) | bracket.hits(word) | hidden.hits(word) | (bareLinks ? Self.linkHits(word) : 0)
            }
        }
        return ByteSearch.first(in: text, from: start, to: end, hits: Self.linkHits)
    }

    /// `.`, `:`, `@`; and `*` and `>`, which mean nothing here and are rare.
    @inline(__always)
    private static func linkHits(_ word: UInt64) -> UInt64 {
        ByteKind(UInt8(ascii: "*"), mask: 0xEB).hits(word) | ByteKind(UInt8(ascii: "@")).hits(word)
    }
}
