/// One node of a document: 24 bytes, no reference.
///
/// A tree is an array of nodes in document order; a node's descendants follow it directly, up to `end`.
package struct Node: Sendable {
    package internal(set) var kind: Kind
    package internal(set) var flags: Flags = []
    /// A heading's level, an alert's kind, a cell's alignment, a footnote's number, or 1 for a tag that leads somewhere.
    package internal(set) var value: UInt16 = 0
    /// The index after the last descendant.
    package internal(set) var end: UInt32 = 0
    /// Where in the tree's bytes this node's text lies.
    ///
    /// That is the literal text of a leaf, a code block's content (its info string follows, after a zero byte), a
    /// link's destination (its title follows, after a zero byte; for an image from raw HTML then width and height), a
    /// heading's identifier, the first number of an ordered list, a tag with its attributes (where it leads stands between
    /// zero bytes).
    package internal(set) var text: Range<UInt32> = 0..<0
    /// Where in the file a block stands, in bytes; empty for inline nodes, whose places libcmark does not report
    /// reliably.
    package internal(set) var source: Range<UInt32> = 0..<0

    /// What a node is.
    package enum Kind: UInt8, Sendable {
        case document
        case blockQuote, alert, list, item, paragraph, heading, codeBlock, thematicBreak
        case table, tableRow, tableCell
        case footnotes, footnote
        /// `[list: …]`: its text is what stands after the colon.
        case siteList
        /// Raw HTML as written; the dialect with `safeHTML` has none.
        case htmlBlock, htmlInline
        /// A tag from the allow-list, ready to be written.
        case openTag, closeTag, voidTag
        /// `details` came without its `summary`, which HTML demands.
        case missingSummary
        case text, code, lineBreak, emphasis, strong, strikethrough, link, image, blank
        case footnoteReference, backLink
    }

    /// What else is true of a node.
    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// A list without paragraphs, and each paragraph directly in one.
        package static let tight = Flags(rawValue: 1 << 0)
        /// A numbered list.
        package static let ordered = Flags(rawValue: 1 << 1)
        /// An item with a box, and its first paragraph.
        package static let task = Flags(rawValue: 1 << 2)
        /// The box is ticked.
        package static let checked = Flags(rawValue: 1 << 3)
        /// A row or cell of a table's head.
        package static let header = Flags(rawValue: 1 << 4)
        /// A paragraph that is a figure.
        package static let figure = Flags(rawValue: 1 << 5)
        /// A thematic break drawn with four underscores or more: in a sheet, a place to write in.
        package static let ruled = Flags(rawValue: 1 << 6)
        /// A link whose address is its text.
        package static let bare = Flags(rawValue: 1 << 7)
    }
}

/// The five kinds of alert, in the order of code hosts' documentation.
package enum AlertKind: UInt16, Sendable, CaseIterable {
    case note, tip, important, warning, caution

    /// The word that an author writes, in lower case.
    package var name: StaticString {
        switch self {
        case .note: "note"
        case .tip: "tip"
        case .important: "important"
        case .warning: "warning"
        case .caution: "caution"
        }
    }
}

/// How a table's column is aligned.
package enum TableAlignment: UInt16, Sendable {
    case none, left, center, right
}

extension Node.Kind {
    /// Whether such a node holds inline nodes and no blocks.
    var isLeafBlock: Bool { self == .paragraph || self == .heading || self == .tableCell }
}
