extension SiteRenderer {
    /// Begins a paragraph with its box. The text is the box's label, unless it holds fields of its own or nothing.
    mutating func enterTask(_ index: Int) {
        let isLabelled = isLabelled(index)
        if isLabelled { html.append("<label>") }
        html.append("<input type=\"checkbox\"")
        if nodes[index].flags.contains(.checked) { html.append(" checked") }
        if !options.isSheet { html.append(" disabled") }
        if !isLabelled {
            let text = fieldName(index + 1..<Int(nodes[index].end))
            html.append(" aria-label=\"")
            html.append(escaping: text.isEmpty ? headingName ?? options.labels.task : text)
            html.append("\"")
        }
        html.append("> ")
    }

    mutating func leaveTask(_ index: Int) {
        if isLabelled(index) { html.append("</label>") }
    }

    private func isLabelled(_ index: Int) -> Bool {
        var hasText = false
        for inner in index + 1..<Int(nodes[index].end) {
            switch nodes[inner].kind {
            case .blank:
                if options.isSheet { return false }
                hasText = true
            case .text, .code: hasText = hasText || slice(nodes[inner].text).contains { $0 > 0x20 }
            default: break
            }
        }
        return hasText
    }

    /// Writes a blank: as a field in a sheet, else as it was typed.
    mutating func appendBlank(_ index: Int) {
        guard options.isSheet, !isInLink else { return html.append(escaping: slice(nodes[index].text)) }
        let isLast = index + 1 == Int(nodes[context.block].end)
        html.append("<input type=\"text\" class=\"blank")
        if isLast { html.append(" blank-rest") }
        html.append("\" autocomplete=\"off\" aria-label=\"")
        html.append(escaping: name(ofBlank: index))
        html.append("\">")
        context.textStart = index + 1
    }

    /// Writes a ruled line as a field of several lines.
    mutating func appendTextArea() {
        html.append("<textarea class=\"blank\" rows=\"4\" aria-label=\"")
        let before = context.block > 0 ? fieldName(context.block + 1..<Int(nodes[context.block].end)) : ""
        html.append(escaping: before.isEmpty ? headingName ?? options.labels.blank : before)
        html.append("\"></textarea>\n")
    }

    /// What a blank asks for: in a table its row and column; else the text before it, or after, or the heading.
    private func name(ofBlank index: Int) -> String {
        var parts: [String] = []
        if let head = context.columnHead, head != context.block {
            if let row = context.rowHead, row != context.block {
                parts.append(fieldName(row + 1..<Int(nodes[row].end)))
            }
            parts.append(fieldName(head + 1..<Int(nodes[head].end)))
        }
        parts.append(fieldName(context.textStart..<index))
        parts.removeAll(where: \.isEmpty)
        guard parts.isEmpty else { return parts.joined(separator: ", ") }
        let end = Int(nodes[context.block].end)
        var next = index + 1
        while next < end, nodes[next].kind != .blank { next += 1 }
        let after = next > index + 1 ? fieldName(index + 1..<next) : ""
        return after.isEmpty ? headingName ?? options.labels.blank : after
    }

    private var headingName: String? {
        guard let heading = context.heading else { return nil }
        let name = fieldName(heading + 1..<Int(nodes[heading].end))
        return name.isEmpty ? nil : name
    }

    /// Some text as a name: on one line, without blanks and the punctuation around them, at most some hundred bytes.
    private func fieldName(_ range: Range<Int>) -> String {
        var words: [UInt8] = []
        for index in range where words.count < 120 {
            switch nodes[index].kind {
            case .text, .code: words += slice(nodes[index].text).prefix(400)
            case .lineBreak: words.append(UInt8(ascii: " "))
            default: break
            }
        }
        let text = String(decoding: words, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let edges: Set<Character> = [" ", ":", ",", ";", ".", "(", ")"]
        guard let last = text.lastIndex(where: { !edges.contains($0) }) else { return "" }
        let name = text[...last].drop { edges.contains($0) }
        return name.count > 100 ? "…\(name.suffix(99))" : String(name)
    }
}
