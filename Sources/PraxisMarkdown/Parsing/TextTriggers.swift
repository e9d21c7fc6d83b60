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
    private var bytes = ByteSet()
    let bareLinks: Bool
    let strikethrough: Bool

    init(dialect: MarkdownDialect, features: SourceScan.Features, hasFootnotes: Bool, hidesBytes: Bool) {
        bareLinks = dialect.contains(.bareLinks) && features.contains(.bareLinks)
        strikethrough = dialect.contains(.strikethrough) && features.contains(.tildes)
        if bareLinks { for character in ":.@".utf8 { bytes.insert(character) } }
        if strikethrough { bytes.insert(UInt8(ascii: "~")) }
        if hasFootnotes { bytes.insert(UInt8(ascii: "[")) }
        for byte in [SourceMask.blank, SourceMask.escape, SourceMask.caret] where hidesBytes { bytes.insert(byte) }
    }

    /// Whether there is nothing to look for.
    var isEmpty: Bool { bytes.isEmpty }

    /// The next byte to look at, or `end`.
    func next(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        let set = bytes
        var i = start
        while i < end {
            if set.contains(text[i]) { return i }
            i += 1
        }
        return end
    }
}
