extension TreeBuilder {
    /// Adds raw HTML: as it is, or in the dialect with `safeHTML` taken apart, so that the tree holds nothing that could
    /// harm a reader and every tag is closed where it must be.
    mutating func appendHTML(_ literal: UnsafeRawBufferPointer, isBlock: Bool, source place: Range<UInt32> = 0..<0) {
        if isBlock, !footnotes.isEmpty, SourceMask.isDefinition(literal) { return }
        flushRun(before: .mark)
        guard dialect.contains(.safeHTML) else {
            appendLeaf(isBlock ? .htmlBlock : .htmlInline, literal)
            nodes[nodes.count - 1].source = place
            return
        }
        var bytes = Array(literal)
        if hidesBytes { SourceMask.restore(&bytes, from: 0, keepingEscapes: true) }
        var tokenizer = HTMLTokenizer(bytes)
        let depth = path.count
        while let token = tokenizer.next() {
            switch token {
            case .comment: break
            case .text(let text): appendRawText(text, isBlock ? depth : nil)
            case .open(let name, let attributes, let source):
                if !openTag(name, attributes, isBlock ? depth : nil) {
                    tags.refuse(name)
                    shownTags.append(
                        ShownTag(name: name, text: source, block: isBlock ? place : nodes[current].source))
                    appendRawText(source, isBlock ? depth : nil)
                }
            case .close(let name, let source):
                if !closeTag(name, isBlock ? depth : nil) { appendRawText(source, isBlock ? depth : nil) }
            }
        }
        if isBlock { endText(at: depth) }
    }

    /// Closes the tags that were opened deeper than so many nodes.
    mutating func closeTags(deeperThan depth: Int) {
        while let last = tags.last, last.depth > depth { closeInnermostTag() }
    }

    /// Makes room for a block among the tags that are open: none may stay open in which it must not stand.
    mutating func prepareTags(for kind: Node.Kind) {
        switch kind {
        case .emphasis, .strong, .strikethrough, .link, .image: return
        default: break
        }
        endText(at: path.count)
        while let tag = tags.innermost(at: path.count)?.tag, tag.role == .structure { closeInnermostTag() }
        supplySummary()
    }

    /// Ends what may hold text only: a paragraph of ours around text between tags, and tags for text.
    private mutating func endText(at depth: Int) {
        flushRun(before: .end)
        if path.count > depth {
            trimText()
            close()
        }
        while let tag = tags.innermost(at: depth)?.tag, tag.role == .phrasing || tag.role == .textBlock {
            closeInnermostTag()
        }
    }

    /// Takes the space off the end of the text that was added last.
    private mutating func trimText() {
        let last = nodes.count - 1
        guard nodes[last].kind == .text else { return }
        let text = bytes[Int(nodes[last].text.lowerBound)..<Int(nodes[last].text.upperBound)]
        let end = (text.lastIndex { $0 > 0x20 } ?? text.startIndex - 1) + 1
        nodes[last].text = nodes[last].text.lowerBound..<UInt32(truncatingIfNeeded: end)
    }

    private mutating func closeInnermostTag() {
        flushRun(before: .mark)
        supplySummary()
        guard let entry = tags.pop() else { return }
        // A strikethrough cannot begin inside of a tag and end outside.
        strikes.forget(after: entry.node)
        appendLeaf(.closeTag, append("</\(entry.tag.name)>".utf8))
    }

    /// HTML wants `details` to begin with a `summary`.
    private mutating func supplySummary() {
        guard let last = tags.last, last.lacksSummary, last.depth == path.count else { return }
        tags.noteSummary()
        appendLeaf(.missingSummary, 0..<0)
    }

    /// Adds text from raw HTML; `depth` is that of the block that it stands in, `nil` within a line.
    private mutating func appendRawText(_ text: [UInt8], _ depth: Int?) {
        var text = text[...]
        if let depth {
            if !isInText(depth) {
                text = text.drop { $0 <= 0x20 }
                guard !text.isEmpty else { return }
            }
            beginText(at: depth)
        }
        flushRun(before: .mark)
        appendLeaf(.text, append(text))
    }

    /// Whether text can stand where we are without more ado.
    private func isInText(_ depth: Int) -> Bool {
        if path.count > depth { return true }
        switch tags.innermost(at: depth)?.tag.role {
        case .phrasing, .textBlock, .cell: return true
        default: return false
        }
    }

    /// Opens a paragraph where text must not stand by itself.
    private mutating func beginText(at depth: Int) {
        if !isInText(depth) { open(.paragraph) }
    }

    private mutating func openTag(_ name: String, _ attributes: [HTMLTokenizer.Attribute], _ depth: Int?) -> Bool {
        guard let tag = AllowedTag.named(name, trusted: isTrusted), !tags.isFull,
            let opening = tag.opening(with: attributes, trusted: isTrusted)
        else { return false }
        switch tag.role {
        case .phrasing, .phrasingVoid:
            if name == "a", linkDepth > 0 || tags.holds("a") { return false }
            if !tag.parents.isEmpty, !tag.parents.contains(where: { tags.holds($0) }) { return false }
            if let depth { beginText(at: depth) }
            flushRun(before: .mark)
            if name == "img" {
                appendImage(attributes)
            } else {
                appendTag(tag, opening)
            }
            return true
        case .textBlock, .cell, .section, .structure, .blockVoid:
            guard let depth, makeRoom(for: tag, at: depth) else { return false }
            appendTag(tag, opening)
            return true
        }
    }

    /// Closes what must not be around a tag; `false` where there is nothing that must be.
    private mutating func makeRoom(for tag: AllowedTag, at depth: Int) -> Bool {
        if !tag.parents.isEmpty {
            guard let parent = tags.index(of: tag.parents, at: depth) else { return false }
            if tag.name == "summary", !tags.entries[parent].lacksSummary { return false }
            endText(at: depth)
            while tags.entries.count > parent + 1 { closeInnermostTag() }
            if tag.name == "summary" { tags.noteSummary() }
        } else {
            endText(at: depth)
            while let outer = tags.innermost(at: depth)?.tag, outer.role == .structure { closeInnermostTag() }
            supplySummary()
        }
        return true
    }

    /// Whether the authors of this text may use the wider list.
    private var isTrusted: Bool { dialect.contains(.trustedHTML) }

    private mutating func appendTag(_ tag: AllowedTag, _ opening: String) {
        let isVoid = tag.role == .phrasingVoid || tag.role == .blockVoid
        let leads: UInt16 = opening.utf8.contains(0) ? 1 : 0
        appendLeaf(isVoid ? .voidTag : .openTag, append(opening.utf8), value: leads)
        if !isVoid { tags.push(tag, node: nodes.count - 1, depth: path.count) }
    }

    private mutating func appendImage(_ attributes: [HTMLTokenizer.Attribute]) {
        func value(_ name: String) -> String { attributes.first { $0.name == name }?.value ?? "" }
        func size(_ name: String) -> String {
            Int(value(name)).flatMap { (1...9999).contains($0) ? "\($0)" : nil } ?? ""
        }
        let fields = [value("src"), value("title"), size("width"), size("height")]
        open(.image)
        linkDepth += 1
        nodes[current].text = append(fields.map { $0.filter { $0 != "\0" } }.joined(separator: "\0").utf8)
        let alternative = append(value("alt").utf8)
        if !alternative.isEmpty { appendLeaf(.text, alternative) }
        close()
    }

    private mutating func closeTag(_ name: String, _ depth: Int?) -> Bool {
        guard let tag = AllowedTag.named(name, trusted: isTrusted) else { return false }
        flushRun(before: .mark)
        if let depth, tag.role != .phrasing, path.count > depth, tags.index(of: [name], at: depth) != nil {
            endText(at: depth)
        }
        guard depth != nil || tag.role == .phrasing, let index = tags.index(of: [name], at: path.count) else {
            // The end of a tag that was closed already, because it had to be, says nothing.
            return !tags.takeRefusal(of: name)
        }
        while tags.entries.count > index { closeInnermostTag() }
        return true
    }
}
