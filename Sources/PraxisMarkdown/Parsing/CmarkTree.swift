import CArena
import CCmark

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A text as libcmark has parsed it. The only owner of C pointers: what is wanted of them is copied out.
struct CmarkTree: ~Copyable {
    private let root: OpaquePointer
    /// The next top-level block to be asked for; see `copyBlock(at:into:)`.
    private var cursor: OpaquePointer?
    /// The items of top-level lists by the line on which they start; see `copyItem(at:into:)`.
    private var items: [Int32: OpaquePointer] = [:]

    /// Parses a text, or fails where libcmark cannot.
    init?(parsing text: UnsafeBufferPointer<UInt8>, dialect: MarkdownDialect) {
        let options = dialect.contains(.smartPunctuation) ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
        guard let root = Self.parse(text, options) else { return nil }
        self.root = root
        cursor = cmark_node_first_child(root)
    }

    /// Parses a text, or fails where libcmark cannot.
    init?(parsing text: [UInt8], dialect: MarkdownDialect) {
        let options = dialect.contains(.smartPunctuation) ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
        guard let root = text.withUnsafeBufferPointer({ Self.parse($0, options) }) else { return nil }
        self.root = root
        cursor = cmark_node_first_child(root)
    }

    deinit {
        // The nodes go with all else that libcmark has asked for.
        praxis_arena_end()
    }

    /// Parses a text into memory of this thread's arena, which is to be ended when the tree is done with, on this thread.
    private static func parse(_ text: UnsafeBufferPointer<UInt8>, _ options: Int32) -> OpaquePointer? {
        guard let parser = cmark_parser_new_with_mem(options, praxis_arena_begin()) else {
            praxis_arena_end()
            return nil
        }
        text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        let root = cmark_parser_finish(parser)
        cmark_parser_free(parser)
        if root == nil { praxis_arena_end() }
        return root
    }

    /// Renders a text with libcmark's own renderer, raw HTML through.
    static func html(of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard let start = text.baseAddress, !text.isEmpty else { return [] }
        let root = start.withMemoryRebound(to: CChar.self, capacity: text.count) {
            cmark_parse_document($0, text.count, CMARK_OPT_DEFAULT)
        }
        guard let root else { return [] }
        defer { cmark_node_free(root) }
        guard let html = cmark_render_html(root, CMARK_OPT_UNSAFE) else { return [] }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return Array(UnsafeRawBufferPointer(start: html, count: Self.length(html)))
    }

    /// A paragraph or heading and where it is, lines and columns from 1.
    struct LeafBlock {
        var startLine: Int
        /// For a heading with a line below it, libcmark says the next line, unless the text ends there.
        var endLine: Int
        var startColumn: Int
        /// How many quotes are around it.
        var quotes: Int
        var isHeading: Bool
    }

    /// Calls `visit` for every paragraph and heading that is longer than a line, in order.
    borrowing func forEachLongLeafBlock(_ visit: (LeafBlock) -> Void) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        var quotes = 0
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            let node = cmark_iter_get_node(iterator)
            switch cmark_node_get_type(node) {
            case CMARK_NODE_BLOCK_QUOTE: quotes += event == CMARK_EVENT_ENTER ? 1 : -1
            case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
                guard event == CMARK_EVENT_ENTER else { break }
                let start = Int(cmark_node_get_start_line(node))
                let end = Int(cmark_node_get_end_line(node))
                if end > start {
                    let column = Int(cmark_node_get_start_column(node))
                    let isHeading = cmark_node_get_type(node) == CMARK_NODE_HEADING
                    visit(
                        LeafBlock(
                            startLine: start, endLine: end, startColumn: column, quotes: quotes, isHeading: isHeading))
                }
                cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
            default: break
            }
        }
    }

    /// Copies the whole tree.
    borrowing func copy(into builder: inout TreeBuilder, annex: inout Annex?) {
        copy(root, into: &builder, annex: &annex)
    }

    /// Copies what is inside the top-level block that starts on a line; lines are asked for in ascending order.
    ///
    /// Returns whether there is such a block: a paragraph of nothing but link definitions leaves none.
    mutating func copyBlock(at line: Int32, into builder: inout TreeBuilder) -> Bool {
        while let node = cursor, cmark_node_get_start_line(node) < line { cursor = cmark_node_next(node) }
        guard let node = cursor, cmark_node_get_start_line(node) == line else { return false }
        var none: Annex?
        copy(node, into: &builder, annex: &none)
        return true
    }

    /// Copies what is inside the item of a top-level list that starts on a line; in any order.
    mutating func copyItem(at line: Int32, into builder: inout TreeBuilder) {
        if items.isEmpty { findItems() }
        guard let item = items[line] else { return }
        var none: Annex?
        copy(item, into: &builder, annex: &none)
    }

    private mutating func findItems() {
        var block = cmark_node_first_child(root)
        while let list = block {
            var child = cmark_node_get_type(list) == CMARK_NODE_LIST ? cmark_node_first_child(list) : nil
            while let item = child {
                items[cmark_node_get_start_line(item)] = item
                child = cmark_node_next(item)
            }
            block = cmark_node_next(list)
        }
    }

    /// Copies the descendants of a node.
    private borrowing func copy(_ top: OpaquePointer, into builder: inout TreeBuilder, annex: inout Annex?) {
        guard let iterator = cmark_iter_new(top) else { return }
        defer { cmark_iter_free(iterator) }
        // The first event enters `top` itself, the last before the end leaves it.
        _ = cmark_iter_next(iterator)
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            if event == CMARK_EVENT_EXIT {
                if node == top { return }
                builder.close()
            } else if Self.isTable(node, &annex) {
                annex?.copyTable(into: &builder)
                cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
            } else {
                Self.enter(node, &builder)
            }
        }
    }

    @inline(__always)
    private static func isTable(_ node: OpaquePointer, _ annex: inout Annex?) -> Bool {
        guard let line = annex?.nextTableLine, cmark_node_get_start_line(node) == line else { return false }
        let type = cmark_node_get_type(node)
        return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING
    }

    private static func enter(_ node: OpaquePointer, _ builder: inout TreeBuilder) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: builder.appendText(literal(node))
        case CMARK_NODE_SOFTBREAK: builder.appendSoftBreak()
        case CMARK_NODE_LINEBREAK: builder.appendLineBreak()
        case CMARK_NODE_PARAGRAPH: builder.open(.paragraph, source: source(node, builder))
        case CMARK_NODE_EMPH: builder.open(.emphasis)
        case CMARK_NODE_STRONG: builder.open(.strong)
        case CMARK_NODE_LINK:
            builder.openLink(.link, to: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
        case CMARK_NODE_IMAGE:
            builder.openLink(.image, to: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
        case CMARK_NODE_CODE: builder.appendLeaf(.code, literal(node))
        case CMARK_NODE_HTML_INLINE: builder.appendHTML(literal(node), isBlock: false)
        case CMARK_NODE_HEADING:
            builder.open(
                .heading, value: UInt16(truncatingIfNeeded: cmark_node_get_heading_level(node)),
                source: source(node, builder))
        case CMARK_NODE_ITEM: builder.open(.item, source: source(node, builder))
        case CMARK_NODE_LIST: openList(node, &builder)
        case CMARK_NODE_BLOCK_QUOTE: builder.open(.blockQuote, source: source(node, builder))
        case CMARK_NODE_CODE_BLOCK:
            builder.appendCodeBlock(
                literal(node), info: string(cmark_node_get_fence_info(node)), source: source(node, builder))
        case CMARK_NODE_HTML_BLOCK: builder.appendHTML(literal(node), isBlock: true, source: source(node, builder))
        case CMARK_NODE_THEMATIC_BREAK: builder.appendThematicBreak(source: source(node, builder))
        default: break
        }
    }

    private static func openList(_ node: OpaquePointer, _ builder: inout TreeBuilder) {
        var flags: Node.Flags = cmark_node_get_list_tight(node) != 0 ? .tight : []
        var start: Int32 = 1
        if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
            flags.insert(.ordered)
            start = cmark_node_get_list_start(node)
        }
        builder.openList(flags, start: start, source: source(node, builder))
    }

    /// Where a block stands. Only blocks: the places of inline nodes go wrong after a soft break.
    private static func source(_ node: OpaquePointer, _ builder: borrowing TreeBuilder) -> Range<UInt32> {
        builder.lines.range(
            cmark_node_get_start_line(node), cmark_node_get_start_column(node), cmark_node_get_end_line(node),
            cmark_node_get_end_column(node))
    }

    private static func literal(_ node: OpaquePointer) -> UnsafeRawBufferPointer {
        string(cmark_node_get_literal(node))
    }

    /// The bytes of a C string. libcmark has replaced zero bytes by U+FFFD, so none is lost.
    private static func string(_ start: UnsafePointer<CChar>?) -> UnsafeRawBufferPointer {
        guard let start else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: start, count: length(start))
    }

    private static func length(_ start: UnsafePointer<CChar>) -> Int {
        strlen(start)
    }
}
