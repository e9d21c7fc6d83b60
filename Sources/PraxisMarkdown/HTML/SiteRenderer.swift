/// Renders a tree, or a part of it, as pages have it: safe, accessible, without inline style or script.
struct SiteRenderer: NodeVisitor, ~Copyable {
    let tree: NodeTree
    let nodes: UnsafeBufferPointer<Node>
    let text: UnsafeBufferPointer<UInt8>
    let options: MarkdownHTMLOptions
    let resolve: (MarkdownLink) -> LinkResolution
    let fill: (MarkdownList) -> [UInt8]?
    var html: HTMLBuffer
    /// What is around the node that is being written, for the names of fields.
    var context = FieldContext()
    /// How many boxes, and how many blanks and ruled lines, have a name so far.
    var boxNames: [String: Int] = [:], blankNames: [String: Int] = [:]
    /// The links that are open: what became of each.
    private var openLinks: [OpenLink] = []
    /// The tags of raw HTML that are open in this part.
    private var openTags: [OpenTag] = []

    /// A tag that is open; one that would have led nowhere is not written, and neither is its end.
    private struct OpenTag {
        let node: Int
        let isWritten: Bool
        let isLink: Bool
    }

    private enum OpenLink {
        case link
        /// A link to a mail address: its text is encoded.
        case mail
        /// Only its text is shown.
        case text
    }

    init(
        tree: NodeTree, nodes: UnsafeBufferPointer<Node>, text: UnsafeBufferPointer<UInt8>,
        options: MarkdownHTMLOptions, html: consuming HTMLBuffer,
        resolve: @escaping (MarkdownLink) -> LinkResolution, fill: @escaping (MarkdownList) -> [UInt8]?
    ) {
        self.tree = tree
        self.nodes = nodes
        self.text = text
        self.options = options
        self.resolve = resolve
        self.fill = fill
        self.html = html
    }

    mutating func enter(_ index: Int) -> Bool {
        let node = nodes[index]
        switch node.kind {
        case .text:
            appendText(slice(node.text))
            return false
        case .paragraph: enterParagraph(index)
        case .emphasis: html.append("<em>")
        case .strong: html.append("<strong>")
        case .strikethrough: html.append("<del>")
        case .link: enterLink(index)
        case .image:
            appendImage(index)
            return false
        case .code:
            html.append("<code>")
            appendProse(slice(node.text))
            html.append("</code>")
            return false
        case .lineBreak:
            html.append("<br>\n")
            return false
        case .blank:
            appendBlank(index)
            return false
        case .openTag, .closeTag, .voidTag:
            appendTag(index)
            return false
        default: return enterBlock(index)
        }
        return true
    }

    mutating func leave(_ index: Int) {
        let node = nodes[index]
        switch node.kind {
        case .paragraph: leaveParagraph(index)
        case .emphasis: html.append("</em>")
        case .strong: html.append("</strong>")
        case .strikethrough: html.append("</del>")
        case .link: leaveLink()
        default: leaveBlock(index)
        }
    }

    /// Ends the part: raw HTML whose end stands in another part is closed here.
    mutating func finish() {
        while let open = openTags.popLast() { appendEndTag(of: open) }
    }

    @inline(__always)
    func slice(_ range: Range<UInt32>) -> Slice<UnsafeBufferPointer<UInt8>> {
        text[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    // MARK: Paragraphs

    private mutating func enterParagraph(_ index: Int) {
        let node = nodes[index]
        context.enterBlock(index)
        if node.flags.contains(.figure) {
            html.beginLine()
            html.append("<figure>")
        } else if isFilm(index) {
            enterFilm()
        } else if !node.flags.contains(.tight) {
            html.beginLine()
            html.append("<p>")
        }
        if node.flags.contains(.task) { enterTask(index) }
    }

    private mutating func leaveParagraph(_ index: Int) {
        let flags = nodes[index].flags
        if flags.contains(.figure) {
            html.append("</figure>\n")
        } else if isFilm(index) {
            leaveFilm(index)
        } else {
            if flags.contains(.task) { leaveTask(index) }
            if !flags.contains(.tight) { html.append("</p>\n") }
        }
    }

    // MARK: Links

    private mutating func enterLink(_ index: Int) {
        let link = tree.link(at: index)
        var address = link.destination
        let resolution = resolve(link)
        // There is no link in a link, which only a tag around this one could make of it.
        if isInLink { return openLinks.append(.text) }
        switch resolution {
        case .asWritten:
            if address.utf8.first == UInt8(ascii: "#") {
                address = "#\(options.identifierPrefix)\(address.dropFirst())"
            }
        case .address(let other), .image(let other, _, _): address = other
        case .text: return openLinks.append(.text)
        }
        let kind = HTML.kind(ofAddress: address)
        guard kind != .unsafe else { return openLinks.append(.text) }
        html.append("<a href=\"")
        if kind == .mail { html.append(encoding: address.utf8) } else { html.append(address: address) }
        let fields = slice(nodes[index].text)
        if let title = fields.firstIndex(of: 0), title + 1 < fields.endIndex {
            html.append("\" title=\"")
            html.append(escaping: fields[(title + 1)...])
        }
        html.append(kind == .web ? "\" rel=\"external\"" : "\"")
        appendLinkName(index, address, kind)
        openLinks.append(kind == .mail ? .mail : .link)
    }

    /// A link that says nothing is named by its address: as its text, or, where it has an image, as its label.
    private mutating func appendLinkName(_ index: Int, _ address: String, _ kind: HTML.AddressKind) {
        let inner = index + 1..<Int(nodes[index].end)
        let saysSomething = inner.contains { inner in
            nodes[inner].kind == .blank
                || (nodes[inner].kind == .text || nodes[inner].kind == .code)
                    && slice(nodes[inner].text).contains { $0 > 0x20 }
        }
        if saysSomething { return html.append(">") }
        if inner.contains(where: { nodes[$0].kind == .image }) {
            html.append(" aria-label=\"")
            if kind == .mail { html.append(encoding: address.utf8) } else { html.append(escaping: address) }
            html.append("\">")
        } else {
            html.append(">")
            if kind == .mail { html.append(encoding: address.utf8) } else { html.append(escaping: address) }
        }
    }

    private mutating func leaveLink() {
        guard let link = openLinks.popLast(), link != .text else { return }
        html.append("</a>")
    }

    /// Whether an `a` is open.
    var isInLink: Bool { openLinks.last.map { $0 != .text } ?? false }

    private mutating func appendText(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        if openLinks.last == .mail {
            html.append(encoding: text)
        } else if openLinks.isEmpty {
            // An address that stands in the text is a link.
            html.append(escaping: text)
        } else {
            appendProse(text)
        }
    }

    /// Adds a text in which mail addresses may stand that are no links, and encodes them.
    mutating func appendProse(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        guard text.contains(UInt8(ascii: "@")) else { return html.append(escaping: text) }
        let bytes = Array(text)
        var end = 0
        for range in MailAddresses.ranges(in: bytes) {
            html.append(escaping: String(decoding: bytes[end..<range.lowerBound], as: UTF8.self))
            html.append(encoding: bytes[range])
            end = range.upperBound
        }
        html.append(escaping: String(decoding: bytes[end...], as: UTF8.self))
    }

    // MARK: Raw HTML

    private mutating func appendTag(_ index: Int) {
        let node = nodes[index]
        guard node.kind != .closeTag else {
            // Its beginning may stand in another part.
            guard let open = openTags.popLast() else { return }
            if open.isLink { openLinks.removeLast() }
            if open.isWritten { html.append(markup: slice(node.text)) }
            return
        }
        let isLink = node.value == 1 && slice(node.text).starts(with: "<a ".utf8)
        let isWritten = node.value == 1 ? appendLeadingTag(index) : true
        if node.value != 1 { html.append(markup: slice(node.text)) }
        guard node.kind == .openTag else { return }
        openTags.append(OpenTag(node: index, isWritten: isWritten, isLink: isLink))
        if isLink { openLinks.append(isWritten ? .link : .text) }
    }

    /// Writes a tag that leads somewhere, if it may; returns whether it did.
    private mutating func appendLeadingTag(_ index: Int) -> Bool {
        let link = tree.link(at: index)
        var address = link.destination
        switch resolve(link) {
        case .asWritten: break
        case .address(let other), .image(let other, _, _): address = other
        case .text: return false
        }
        guard HTML.kind(ofAddress: address) != .unsafe else { return false }
        let text = slice(nodes[index].text)
        html.append(markup: text.prefix { $0 != 0 })
        html.append(address: address)
        html.append(markup: text[(text.lastIndex(of: 0) ?? text.startIndex)...].dropFirst())
        return true
    }

    private mutating func appendEndTag(of open: OpenTag) {
        guard open.isWritten else { return }
        html.append("</")
        html.append(
            markup: slice(nodes[open.node].text).dropFirst()
                .prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") })
        html.append(">")
    }
}
