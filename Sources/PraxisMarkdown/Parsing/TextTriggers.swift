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
            return ByteSearch.first(in: text, from: start, to: end) { block in
                let others = block.hits(tilde) | block.hits(bracket) | block.hits(hidden)
                return bareLinks ? others | Self.links(block) : others
            }
        }
        return ByteSearch.first(in: text, from: start, to: end, hits: Self.links)
    }

    /// `.` of `www.`, `:` of `://`, and `@`: most dots end a sentence, and most colons a clause.
    @inline(__always)
    private static func links(_ block: ByteBlock) -> ByteLanes {
        let dots = block.hits(ByteKind(UInt8(ascii: "."))) & block.follows(ByteKind(UInt8(ascii: "w")))
        let colons = block.hits(ByteKind(UInt8(ascii: ":"))) & block.precedes(ByteKind(UInt8(ascii: "/")))
        return dots | colons | block.hits(ByteKind(UInt8(ascii: "@")))
    }
}
