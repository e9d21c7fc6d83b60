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
            let name = text.isEmpty ? headingName ?? options.labels.task : text
            html.append(escaping: options.isSheet ? Self.distinct(name, in: &boxNames) : name)
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

    /// Writes a blank: in a sheet as a field of one line that grows with what it holds, else as it was typed.
    mutating func appendBlank(_ index: Int) {
        guard options.isSheet, !isInLink else { return html.append(escaping: slice(nodes[index].text)) }
        let isLast = index + 1 == Int(nodes[context.block].end)
        let label = Self.distinct(name(ofBlank: index), in: &blankNames)
        html.append("<textarea class=\"blank")
        if isLast { html.append(" blank-rest") }
        html.append("\" rows=\"1\" autocomplete=\"off\" aria-label=\"")
        html.append(escaping: label)
        html.append("\"></textarea>")
        context.textStart = index + 1
    }

    /// Writes a ruled line as a field of several lines.
    mutating func appendTextArea() {
        let before = context.block > 0 ? fieldName(context.block + 1..<Int(nodes[context.block].end)) : ""
        let name = before.isEmpty ? headingName ?? options.labels.blank : before
        let label = Self.distinct(name, in: &blankNames)
        html.append("<textarea class=\"blank blank-lines\" rows=\"4\" autocomplete=\"off\" aria-label=\"")
        html.append(escaping: label)
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
        let name = Self.withoutEdges(text)
        return name.count > 100 ? "…\(name.suffix(99))" : String(name)
    }

    /// A text without the punctuation around it. A parenthesis is part of the text where its other half is.
    private static func withoutEdges(_ text: String) -> Substring {
        let edges: Set<Character> = [" ", ":", ",", ";", ".", "(", ")"]
        guard text.contains(where: { !edges.contains($0) }) else { return "" }
        var name = text[...]
        while let last = name.last, edges.contains(last), last != ")" || !isBalanced(name) { name.removeLast() }
        while let first = name.first, edges.contains(first), first != "(" || !isBalanced(name) { name.removeFirst() }
        return name
    }

    private static func isBalanced(_ text: Substring) -> Bool {
        var depth = 0
        for character in text where depth >= 0 {
            if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
        }
        return depth == 0
    }

    /// A name, followed by its number where fields before have it too.
    private static func distinct(_ name: String, in names: inout [String: Int]) -> String {
        let number = names[name, default: 0] + 1
        names[name] = number
        return number == 1 ? name : "\(name), \(number)"
    }
}
