/// Renders a tree as libcmark would, and what GitHub's specification adds as cmark-gfm would, byte for byte.
struct GFMRenderer: NodeVisitor, ~Copyable {
    let nodes: UnsafeBufferPointer<Node>
    let text: UnsafeBufferPointer<UInt8>
    let filtersTags: Bool
    var html: HTMLBuffer
    private var tableEnd = 0

    init(nodes: UnsafeBufferPointer<Node>, text: UnsafeBufferPointer<UInt8>, dialect: MarkdownDialect) {
        self.nodes = nodes
        self.text = text
        filtersTags = dialect.contains(.tagFilter)
        html = HTMLBuffer(reserving: text.count + text.count / 2 + 64)
    }

    mutating func enter(_ index: Int) -> Bool {
        let node = nodes[index]
        switch node.kind {
        case .text, .blank:
            html.append(escaping: slice(node.text))
            return false
        case .paragraph:
            guard !node.flags.contains(.tight) else { break }
            html.beginLine()
            html.append("<p>")
        case .emphasis: html.append("<em>")
        case .strong: html.append("<strong>")
        case .strikethrough: html.append("<del>")
        case .link:
            html.append("<a href=\"")
            appendDestination(node)
            appendTitle(node)
            html.append("\">")
        case .image:
            appendImage(index)
            return false
        case .code:
            html.append("<code>")
            html.append(escaping: slice(node.text))
            html.append("</code>")
            return false
        case .lineBreak:
            html.append("<br />\n")
            return false
        case .htmlInline:
            appendHTML(node)
            return false
        default: return enterBlock(node)
        }
        return true
    }

    private mutating func enterBlock(_ node: Node) -> Bool {
        switch node.kind {
        case .heading:
            html.beginLine()
            html.append("<h")
            html.append(Int(node.value))
            html.append(">")
        case .list:
            html.beginLine()
            html.append(node.flags.contains(.ordered) ? "<ol" : "<ul")
            if !node.text.isEmpty {
                html.append(" start=\"")
                html.append(markup: slice(node.text))
                html.append("\"")
            }
            html.append(">\n")
        case .item:
            html.beginLine()
            html.append("<li>")
            if node.flags.contains(.task) {
                html.append("<input type=\"checkbox\"")
                if node.flags.contains(.checked) { html.append(" checked=\"\"") }
                html.append(" disabled=\"\" /> ")
            }
        case .blockQuote, .alert:
            html.beginLine()
            html.append("<blockquote>\n")
        case .codeBlock:
            appendCodeBlock(node)
            return false
        case .htmlBlock:
            html.beginLine()
            appendHTML(node)
            html.beginLine()
            return false
        case .thematicBreak:
            html.beginLine()
            html.append("<hr />\n")
            return false
        case .table:
            tableEnd = Int(node.end)
            html.beginLine()
            html.append("<table>\n")
        case .tableRow: html.append(node.flags.contains(.header) ? "<thead>\n<tr>\n" : "<tr>\n")
        case .tableCell: appendCellStart(node)
        case .footnotes: html.append("<section class=\"footnotes\">\n<ol>\n")
        case .footnote: appendFootnoteStart(node)
        case .footnoteReference:
            appendReference(node)
            return false
        case .backLink:
            appendBackLink(Int(node.value))
            return false
        default: return node.kind == .document
        }
        return true
    }

    mutating func leave(_ index: Int) {
        let node = nodes[index]
        switch node.kind {
        case .paragraph:
            if !node.flags.contains(.tight) { html.append("</p>\n") }
        case .emphasis: html.append("</em>")
        case .strong: html.append("</strong>")
        case .strikethrough: html.append("</del>")
        case .link: html.append("</a>")
        case .heading:
            html.append("</h")
            html.append(Int(node.value))
            html.append(">\n")
        case .list: html.append(node.flags.contains(.ordered) ? "</ol>\n" : "</ul>\n")
        case .item: html.append("</li>\n")
        case .blockQuote, .alert:
            html.beginLine()
            html.append("</blockquote>\n")
        case .table: html.append(nodes[index + 1].end < node.end ? "</tbody>\n</table>\n" : "</table>\n")
        case .tableRow:
            guard node.flags.contains(.header) else { return html.append("</tr>\n") }
            html.append("</tr>\n</thead>\n")
            if Int(node.end) < tableEnd { html.append("<tbody>\n") }
        case .tableCell: html.append(node.flags.contains(.header) ? "</th>\n" : "</td>\n")
        case .footnotes: html.append("</ol>\n</section>\n")
        case .footnote: html.append("</li>\n")
        default: break
        }
    }

    @inline(__always)
    private func slice(_ range: Range<UInt32>) -> Slice<UnsafeBufferPointer<UInt8>> {
        text[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    private mutating func appendDestination(_ node: Node) {
        html.append(address: slice(node.text).prefix { $0 != 0 })
    }

    private mutating func appendTitle(_ node: Node) {
        let fields = slice(node.text)
        guard let title = fields.firstIndex(of: 0) else { return }
        html.append("\" title=\"")
        html.append(escaping: fields[(title + 1)...])
    }

    private mutating func appendImage(_ index: Int) {
        html.append("<img src=\"")
        appendDestination(nodes[index])
        html.append("\" alt=\"")
        for inner in (index + 1)..<Int(nodes[index].end) {
            switch nodes[inner].kind {
            case .text:
                // Line ends come from soft breaks, which are spaces here.
                var rest = slice(nodes[inner].text)
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    html.append(escaping: rest[..<end])
                    html.append(" ")
                    rest = rest[(end + 1)...]
                }
                html.append(escaping: rest)
            case .code, .htmlInline, .blank: html.append(escaping: slice(nodes[inner].text))
            case .lineBreak: html.append(" ")
            default: break
            }
        }
        appendTitle(nodes[index])
        html.append("\" />")
    }

    private mutating func appendCodeBlock(_ node: Node) {
        html.beginLine()
        let fields = slice(node.text)
        let end = fields.firstIndex(of: 0) ?? fields.endIndex
        if end < fields.endIndex {
            html.append("<pre><code class=\"language-")
            html.append(escaping: fields[(end + 1)...].prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) })
            html.append("\">")
        } else {
            html.append("<pre><code>")
        }
        html.append(escaping: fields[..<end])
        html.append("</code></pre>\n")
    }

    private mutating func appendCellStart(_ node: Node) {
        html.append(node.flags.contains(.header) ? "<th" : "<td")
        switch TableAlignment(rawValue: node.value) {
        case .left: html.append(" align=\"left\">")
        case .center: html.append(" align=\"center\">")
        case .right: html.append(" align=\"right\">")
        default: html.append(">")
        }
    }

    private mutating func appendHTML(_ node: Node) {
        var rest = slice(node.text)
        guard filtersTags else { return html.append(markup: rest) }
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            html.append(markup: rest[..<open])
            html.append(TagFilter.filters(rest[open...]) ? "&lt;" : "<")
            rest = rest[(open + 1)...]
        }
        html.append(markup: rest)
    }

    private mutating func appendReference(_ node: Node) {
        let number = Int(node.value)
        html.append("<sup class=\"footnote-ref\"><a href=\"#fn")
        html.append(number)
        html.append("\" id=\"fnref")
        html.append(number)
        html.append("\">")
        html.append(number)
        html.append("</a></sup>")
    }

    private mutating func appendFootnoteStart(_ node: Node) {
        html.append("<li id=\"fn")
        html.append(Int(node.value))
        html.append("\">\n")
    }

    /// The link back stands at the end of a paragraph or on a line of its own.
    private mutating func appendBackLink(_ number: Int) {
        let isAlone = html.last == UInt8(ascii: "\n")
        if !isAlone { html.append(" ") }
        html.append("<a href=\"#fnref")
        html.append(number)
        html.append("\" class=\"footnote-backref\">↩</a>")
        if isAlone { html.append("\n") }
    }
}
