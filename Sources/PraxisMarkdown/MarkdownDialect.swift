/// What a text may use beyond CommonMark 0.30.
package struct MarkdownDialect: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Tables, as GitHub's specification has them.
    package static let tables = MarkdownDialect(rawValue: 1 << 0)
    /// `- [ ]` and `- [x]`.
    package static let tasks = MarkdownDialect(rawValue: 1 << 1)
    /// `~one~` or `~~two~~`.
    package static let strikethrough = MarkdownDialect(rawValue: 1 << 2)
    /// Bare `www.`, `http://`, `https://` and mail addresses.
    package static let bareLinks = MarkdownDialect(rawValue: 1 << 3)
    /// Nine tags that would swallow the rest of a page are shown as text.
    package static let tagFilter = MarkdownDialect(rawValue: 1 << 4)
    /// `[^name]`, and `[^name]: …` at the start of a line.
    package static let footnotes = MarkdownDialect(rawValue: 1 << 5)
    /// `> [!NOTE]` and its four fellows.
    package static let alerts = MarkdownDialect(rawValue: 1 << 6)
    /// Four underscores or more are a place to write in.
    package static let blanks = MarkdownDialect(rawValue: 1 << 7)
    /// Headings get identifiers.
    package static let anchors = MarkdownDialect(rawValue: 1 << 8)
    /// Raw HTML is taken apart: what is on the allow-list becomes tags, the rest text.
    package static let safeHTML = MarkdownDialect(rawValue: 1 << 9)
    /// A paragraph that is one image with a title becomes a figure with a caption.
    package static let figures = MarkdownDialect(rawValue: 1 << 10)
    /// Straight quotes become curly ones, `--` and `...` dashes and an ellipsis.
    package static let smartPunctuation = MarkdownDialect(rawValue: 1 << 11)

    /// `*[HTML]: what it stands for`, at the start of a line.
    package static let abbreviations = MarkdownDialect(rawValue: 1 << 12)
    /// `[list: resources about coaching]` by itself is a list that the site makes.
    package static let lists = MarkdownDialect(rawValue: 1 << 13)

    /// Raw HTML may use a wider list of tags, and classes: for folders whose authors the site trusts.
    package static let trustedHTML = MarkdownDialect(rawValue: 1 << 14)

    /// Code has the colours of its language, and marked lines.
    package static let codeColors = MarkdownDialect(rawValue: 1 << 15)

    /// CommonMark 0.30 and nothing else.
    package static let commonMark: MarkdownDialect = []
    /// What GitHub's specification adds.
    package static let gfm: MarkdownDialect = [.tables, .tasks, .strikethrough, .bareLinks, .tagFilter, .footnotes]
    /// What pages are written in.
    package static let site: MarkdownDialect = [
        .tables, .tasks, .strikethrough, .bareLinks, .footnotes, .alerts, .blanks, .anchors, .safeHTML, .figures,
        .abbreviations, .lists, .codeColors,
    ]
}
