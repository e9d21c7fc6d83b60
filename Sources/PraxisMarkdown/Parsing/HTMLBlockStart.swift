/// How a block of raw HTML ends: CommonMark, *HTML blocks*.
enum HTMLBlockEnd {
    /// At the end of the line that holds a text, in capitals or not.
    case mark([StaticString])
    /// Before a blank line.
    case blankLine
}

extension LineCursor {
    /// The end of the block of raw HTML that the line begins. One tag by itself begins none within a paragraph.
    func htmlBlockEnd(interruptingParagraph interrupts: Bool) -> HTMLBlockEnd? {
        guard first == UInt8(ascii: "<"), text + 1 < end else { return nil }
        let literal = ["script", "pre", "style", "textarea"] as [StaticString]
        if holds("<!--", at: text) { return .mark(["-->"]) }
        if holds("<?", at: text) { return .mark(["?>"]) }
        if holds("<![CDATA[", at: text) { return .mark(["]]>"]) }
        if holds("<!", at: text), text + 2 < end, Self.isLetter(bytes[text + 2]) { return .mark([">"]) }
        let isClosing = bytes[text + 1] == UInt8(ascii: "/")
        let start = text + (isClosing ? 2 : 1)
        var next = start
        while next < end, Self.isLetter(bytes[next]) || bytes[next] &- 0x30 < 10 { next += 1 }
        let ends = next == end || Self.isSpace(bytes[next]) || bytes[next] == UInt8(ascii: ">")
        if !isClosing, ends, literal.contains(where: { $0.utf8CodeUnitCount == next - start && holds($0, at: start) }) {
            return .mark(["</script>", "</pre>", "</style>", "</textarea>"])
        }
        let name = String(decoding: bytes[start..<next].prefix(16), as: UTF8.self).lowercased()
        let isEmpty = next + 1 < end && bytes[next] == UInt8(ascii: "/") && bytes[next + 1] == UInt8(ascii: ">")
        if ends || isEmpty, Self.blockNames.contains(name) { return .blankLine }
        guard !interrupts, let tagEnd = tagEnd(from: start, isClosing: isClosing) else { return nil }
        return bytes[tagEnd..<end].allSatisfy(Self.isSpace) ? .blankLine : nil
    }

    /// Whether the rest of the line ends a block of raw HTML.
    func ends(_ block: HTMLBlockEnd) -> Bool {
        switch block {
        case .blankLine: isBlank
        case .mark(let marks): (index..<end).contains { index in marks.contains { holds($0, at: index) } }
        }
    }

    /// Where a whole tag ends whose name begins at a byte.
    private func tagEnd(from start: Int, isClosing: Bool) -> Int? {
        guard start < end, Self.isLetter(bytes[start]) else { return nil }
        var next = start
        while next < end, Self.isLetter(bytes[next]) || bytes[next] &- 0x30 < 10 || bytes[next] == UInt8(ascii: "-") {
            next += 1
        }
        while true {
            let space = next
            while next < end, Self.isSpace(bytes[next]) { next += 1 }
            guard next < end else { return nil }
            if bytes[next] == UInt8(ascii: ">") { return next + 1 }
            if bytes[next] == UInt8(ascii: "/"), !isClosing {
                return next + 1 < end && bytes[next + 1] == UInt8(ascii: ">") ? next + 2 : nil
            }
            guard !isClosing, next > space, let attribute = attributeEnd(from: next) else { return nil }
            next = attribute
        }
    }

    private func attributeEnd(from start: Int) -> Int? {
        guard Self.isLetter(bytes[start]) || "_:".utf8.contains(bytes[start]) else { return nil }
        var next = start
        while next < end, Self.isLetter(bytes[next]) || bytes[next] &- 0x30 < 10 || "_:.-".utf8.contains(bytes[next]) {
            next += 1
        }
        var value = next
        while value < end, Self.isSpace(bytes[value]) { value += 1 }
        guard value < end, bytes[value] == UInt8(ascii: "=") else { return next }
        value += 1
        while value < end, Self.isSpace(bytes[value]) { value += 1 }
        guard value < end else { return nil }
        let quote = bytes[value]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            return bytes[(value + 1)..<end].firstIndex(of: quote).map { $0 + 1 }
        }
        next = value
        while next < end, !" \t\"'=<>`".utf8.contains(bytes[next]) { next += 1 }
        return next > value ? next : nil
    }

    /// Whether a text stands at a byte, in capitals or not.
    private func holds(_ text: StaticString, at index: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= end else { return false }
        return (0..<count).allSatisfy { offset in
            let byte = bytes[index + offset]
            return byte == text.utf8Start[offset] || Self.isLetter(byte) && byte | 0x20 == text.utf8Start[offset]
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static let blockNames: Set<String> = Set(
        """
        address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt \
        fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link \
        main menu menuitem nav noframes ol optgroup option p param section source summary table tbody td tfoot th thead \
        title tr track ul
        """.split(separator: " ").map(String.init))
}
