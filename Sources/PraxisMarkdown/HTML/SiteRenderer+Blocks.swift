extension SiteRenderer {
    mutating func enterBlock(_ index: Int) -> Bool {
        let node = nodes[index]
        switch node.kind {
        case .heading: return enterHeading(index)
        case .list: enterList(index)
        case .item:
            html.beginLine()
            html.append(node.flags.contains(.task) ? "<li class=\"task\">" : "<li>")
        case .blockQuote:
            html.beginLine()
            html.append("<blockquote>\n")
        case .alert: enterAlert(node)
        case .codeBlock:
            appendCodeBlock(node)
            return false
        case .thematicBreak:
            html.beginLine()
            if options.isSheet, node.flags.contains(.ruled) { appendTextArea() } else { html.append("<hr>\n") }
            return false
        case .table: enterTable(index)
        case .tableRow:
            context.enterRow(isHead: node.flags.contains(.header))
            html.append(node.flags.contains(.header) ? "<thead>\n<tr>\n" : "<tr>\n")
        case .tableCell: enterCell(index)
        case .missingSummary:
            html.append("<summary>")
            html.append(escaping: options.labels.details)
            html.append("</summary>")
            return false
        case .siteList:
            appendList(index)
            return false
        case .footnotes, .footnote: enterFootnote(node)
        case .footnoteReference, .backLink:
            appendFootnoteLink(node)
            return false
        default: return node.kind == .document
        }
        return true
    }

    mutating func leaveBlock(_ index: Int) {
        let node = nodes[index]
        switch node.kind {
        case .heading: leaveHeading(node)
        case .list: html.append(node.flags.contains(.ordered) ? "</ol>\n" : "</ul>\n")
        case .item: html.append("</li>\n")
        case .blockQuote:
            html.beginLine()
            html.append("</blockquote>\n")
        case .alert:
            html.beginLine()
            html.append("</div>\n")
        case .table:
            html.append(nodes[index + 1].end < node.end ? "</tbody>\n</table></div>\n" : "</table></div>\n")
            context.leaveTable()
        case .tableRow:
            guard node.flags.contains(.header) else { return html.append("</tr>\n") }
            html.append("</tr>\n</thead>\n")
            if nodes[index - 1].end > node.end { html.append("<tbody>\n") }
        case .tableCell:
            html.append(node.flags.contains(.header) && Int(node.end) > index + 1 ? "</th>\n" : "</td>\n")
        case .footnotes: html.append("</ol>\n</section>\n")
        case .footnote: html.append("</li>\n")
        default: break
        }
    }

    private mutating func enterHeading(_ index: Int) -> Bool {
        let node = nodes[index]
        let inner = index + 1..<Int(node.end)
        // A heading that says nothing would be announced as nothing.
        guard inner.contains(where: { hasSubstance(nodes[$0]) }) else { return false }
        context.enterHeading(index)
        html.beginLine()
        if options.linksHeadings { html.append("<div class=\"heading\">") }
        html.append("<h")
        html.append(level(of: node))
        html.append(" id=\"")
        html.append(escaping: options.identifierPrefix)
        html.append(markup: slice(node.text))
        html.append("\">")
        return true
    }

    private mutating func leaveHeading(_ node: Node) {
        html.append("</h")
        html.append(level(of: node))
        guard options.linksHeadings else { return html.append(">\n") }
        // Beside the heading, not inside: so neither is part of the other's name.
        html.append("><a class=\"heading-link\" href=\"#")
        html.append(address: options.identifierPrefix)
        html.append(address: slice(node.text))
        html.append("\" aria-labelledby=\"")
        html.append(escaping: options.identifierPrefix)
        html.append(markup: slice(node.text))
        html.append("\"><span aria-hidden=\"true\">#</span></a></div>\n")
    }

    private func level(of node: Node) -> Int { max(1, min(6, Int(node.value) + options.headingShift)) }

    private func hasSubstance(_ node: Node) -> Bool {
        switch node.kind {
        case .text, .code: slice(node.text).contains { $0 > 0x20 }
        case .image, .blank: true
        default: false
        }
    }

    private mutating func enterList(_ index: Int) {
        let node = nodes[index]
        html.beginLine()
        html.append(node.flags.contains(.ordered) ? "<ol" : "<ul")
        if index + 1 < nodes.count, nodes[index + 1].flags.contains(.task) { html.append(" class=\"tasks\"") }
        if !node.text.isEmpty {
            html.append(" start=\"")
            html.append(markup: slice(node.text))
            html.append("\"")
        }
        html.append(">\n")
    }

    private mutating func enterAlert(_ node: Node) {
        html.beginLine()
        html.append("<div class=\"alert alert-")
        html.append((AlertKind(rawValue: node.value) ?? .note).name)
        html.append("\" role=\"note\">\n<p class=\"alert-title\">")
        let titles = options.labels.alerts
        if Int(node.value) < titles.count { html.append(escaping: titles[Int(node.value)]) }
        html.append("</p>\n")
    }

    /// A table may be wider than the page: it scrolls in a region that has a name and can be reached with the keyboard.
    private mutating func enterTable(_ index: Int) {
        html.beginLine()
        html.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.append(escaping: options.labels.table)
        var separator: StaticString = ": "
        for cell in tree.children(of: index + 1) {
            let text = tree.plainText(of: cell + 1..<Int(nodes[cell].end))
            guard !text.isEmpty else { continue }
            html.append(separator)
            html.append(escaping: MailAddresses.leftOut(of: text))
            separator = ", "
        }
        html.append("\"><table>\n")
    }

    private mutating func enterCell(_ index: Int) {
        let node = nodes[index]
        let isHead = node.flags.contains(.header)
        context.enterCell(index, isHead: isHead)
        // A head without a text heads nothing.
        html.append(isHead && Int(node.end) > index + 1 ? "<th scope=\"col\"" : "<td")
        switch TableAlignment(rawValue: node.value) {
        case .left: html.append(" class=\"align-left\">")
        case .center: html.append(" class=\"align-center\">")
        case .right: html.append(" class=\"align-right\">")
        default: html.append(">")
        }
    }

    /// A list from the site; where there is no site to make it, its words as they were written.
    private mutating func appendList(_ index: Int) {
        html.beginLine()
        if let list = fill(tree.list(at: index)) { return html.append(markup: list) }
        html.append("<p>[list:")
        html.append(escaping: slice(nodes[index].text))
        html.append("]</p>\n")
    }

    // MARK: Footnotes

    // A heading's identifier has no colon, so these are unlike all of them.

    private mutating func enterFootnote(_ node: Node) {
        html.beginLine()
        if node.kind == .footnotes {
            html.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
            html.append(escaping: options.labels.footnotes)
            html.append("\">\n<ol>\n")
        } else {
            html.append("<li id=\"")
            html.append(escaping: options.identifierPrefix)
            html.append("fn:")
            html.append(Int(node.value))
            html.append("\">\n")
        }
    }

    private mutating func appendFootnoteLink(_ node: Node) {
        let number = Int(node.value)
        if node.kind == .backLink {
            html.append(" <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#")
            html.append(address: options.identifierPrefix)
            html.append("fnref:")
            html.append(number)
            html.append("\" aria-label=\"")
            html.append(escaping: options.labels.backToText)
            html.append(" ")
            html.append(number)
            html.append("\">↩</a>")
        } else {
            html.append("<sup><a class=\"footnote-reference\" role=\"doc-noteref\" href=\"#")
            html.append(address: options.identifierPrefix)
            html.append("fn:")
            html.append(number)
            html.append("\" id=\"")
            html.append(escaping: options.identifierPrefix)
            html.append("fnref:")
            html.append(number)
            if !slice(node.text).elementsEqual("1".utf8) {
                html.append(":")
                html.append(markup: slice(node.text))
            }
            html.append("\">")
            html.append(number)
            html.append("</a></sup>")
        }
    }
}
