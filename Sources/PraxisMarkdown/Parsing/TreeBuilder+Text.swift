extension TreeBuilder {
    /// Adds a piece of text.
    mutating func appendText(_ text: UnsafeRawBufferPointer) {
        let start = bytes.count
        if runStart == nil { runStart = start }
        bytes.append(contentsOf: text)
        if dialect.contains(.smartPunctuation) {
            quotationMarks += bytes.withUnsafeBufferPointer {
                SourceMask.quotationMarks(in: $0, from: start).map { UInt32(truncatingIfNeeded: $0) }
            }
        }
        if hidesMarks { SourceMask.restoreMarks(&bytes, from: start) }
    }

    /// Adds a soft break: it becomes a line end of the text around it.
    mutating func appendSoftBreak() {
        if runStart == nil {
            // What stands before it was an alert's marker, or there is no text before it.
            if skipsLineBreak {
                skipsLineBreak = false
                return
            }
            runStart = bytes.count
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Makes nodes of the text that has gathered.
    mutating func flushRun(before boundary: RunBoundary) {
        guard var start = runStart else { return }
        runStart = nil
        let end = bytes.count
        // libcmark has empty text too, where nothing but spaces stood before a line end.
        guard start < end else { return }
        if bytes[start] == UInt8(ascii: "["), nodes.count == current + 1, nodes[current].kind == .paragraph {
            start = takeMarker(start, end)
        }
        guard start < end else { return }
        if triggers.isEmpty { appendText(start..<end) } else { split(start, end, before: boundary) }
    }

    private mutating func appendText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        guard abbreviations.isEmpty || linkDepth > 0 else { return appendAbbreviated(range) }
        appendLeaf(.text, Self.compact(range))
    }

    /// Adds text with the abbreviations in it marked.
    private mutating func appendAbbreviated(_ range: Range<Int>) {
        var start = range.lowerBound
        while let match = bytes.withUnsafeBufferPointer({
            abbreviations.first(in: $0, from: start, to: range.upperBound, range.lowerBound)
        }) {
            if start < match.range.lowerBound { appendLeaf(.text, Self.compact(start..<match.range.lowerBound)) }
            appendLeaf(.openTag, append(match.opening))
            appendLeaf(.text, Self.compact(match.range))
            appendLeaf(.closeTag, append("</abbr>".utf8))
            start = match.range.upperBound
        }
        if start < range.upperBound { appendLeaf(.text, Self.compact(start..<range.upperBound)) }
    }

    private static func compact(_ range: Range<Int>) -> Range<UInt32> {
        UInt32(truncatingIfNeeded: range.lowerBound)..<UInt32(truncatingIfNeeded: range.upperBound)
    }

    /// Takes a box or an alert's name off the start of a paragraph; returns where the text goes on.
    private mutating func takeMarker(_ start: Int, _ end: Int) -> Int {
        let parent = path[path.count - 2]
        let place = Int(nodes[current].source.lowerBound)
        guard parent + 1 == current, place < source.count, source[place] != UInt8(ascii: "\\") else { return start }
        switch nodes[parent].kind {
        case .item where dialect.contains(.tasks): return takeBox(start, end, item: parent)
        case .blockQuote where dialect.contains(.alerts): return takeAlert(start, end, quote: parent)
        default: return start
        }
    }

    private mutating func takeBox(_ start: Int, _ end: Int, item: Int) -> Int {
        guard end - start >= 3, bytes[start + 2] == UInt8(ascii: "]") else { return start }
        let isChecked = bytes[start + 1] | 0x20 == UInt8(ascii: "x")
        guard isChecked || bytes[start + 1] == UInt8(ascii: " ") else { return start }
        var next = start + 3
        guard next == end || Self.isSpace(bytes[next]) else { return start }
        while next < end, Self.isSpace(bytes[next]) { next += 1 }
        let flags: Node.Flags = isChecked ? [.task, .checked] : .task
        nodes[item].flags.formUnion(flags)
        nodes[current].flags.formUnion(flags)
        return next
    }

    private mutating func takeAlert(_ start: Int, _ end: Int, quote: Int) -> Int {
        guard end - start >= 6, bytes[start + 1] == UInt8(ascii: "!") else { return start }
        let lineEnd = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
        guard lineEnd - start <= 12, bytes[lineEnd - 1] == UInt8(ascii: "]") else { return start }
        let name = bytes[(start + 2)..<(lineEnd - 1)]
        let kind = AlertKind.allCases.first { kind in
            kind.name.withUTF8Buffer { $0.elementsEqual(name) { $0 == $1 | 0x20 } }
        }
        guard let kind else { return start }
        nodes[quote].kind = .alert
        nodes[quote].value = kind.rawValue
        skipsLineBreak = lineEnd == end
        return min(lineEnd + 1, end)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
    }

    /// Divides a run of text at what the dialect finds in it.
    private mutating func split(_ start: Int, _ end: Int, before boundary: RunBoundary) {
        let edges = RunEdges(
            before: edge(), after: boundary == .end ? .space : .punctuation, mayBeginAddress: mayBeginAddress)
        var emitted = start
        var i = start
        while i < end {
            let found = bytes.withUnsafeBufferPointer { bytes -> (index: Int, match: InlineMatch?) in
                let index = triggers.next(in: bytes, from: i, to: end)
                guard index < end else { return (end, nil) }
                return (
                    index, match(InlineText(bytes: bytes, run: start..<end, floor: emitted, edges: edges), at: index)
                )
            }
            i = found.index + 1
            guard let match = found.match else { continue }
            appendText(emitted..<match.range.lowerBound)
            append(match)
            emitted = match.range.upperBound
            // What was escaped begins nothing.
            if case .escape = match { i = emitted + 1 } else { i = emitted }
        }
        appendText(emitted..<end)
    }

    /// What stands before a run: its container's start, or another node.
    private func edge() -> RunEdges.Kind {
        if nodes.count == current + 1 { return nodes[current].kind.isLeafBlock ? .space : .punctuation }
        return nodes[nodes.count - 1].kind == .lineBreak ? .space : .punctuation
    }

    /// Whether `www.` may begin a run: not right after code or a tag.
    private var mayBeginAddress: Bool {
        guard nodes.count > current + 1 else { return true }
        switch nodes[nodes.count - 1].kind {
        case .code, .htmlInline, .openTag, .closeTag, .voidTag: return false
        default: return true
        }
    }

    private func match(_ text: InlineText, at index: Int) -> InlineMatch? {
        switch text.bytes[index] {
        case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "@"):
            guard linkDepth == 0, triggers.bareLinks else { return nil }
            return BareLink(in: text, at: index).map(InlineMatch.link)
        case UInt8(ascii: "~"): return triggers.strikethrough ? text.tildes(at: index) : nil
        case SourceMask.blank: return .blank(text.run(of: SourceMask.blank, at: index))
        case SourceMask.escape: return .escape(index..<index + 1)
        case SourceMask.caret: return .caret(index..<index + 1)
        case UInt8(ascii: "["):
            guard linkDepth == 0, let range = text.footnoteReference(at: index) else { return nil }
            let label = Array(text.bytes[(range.lowerBound + 2)..<(range.upperBound - 1)])
            return footnotes.isDefined(label) ? .footnote(range, label: label) : nil
        default: return nil
        }
    }

    private mutating func append(_ match: InlineMatch) {
        switch match {
        case .link(let link): append(link)
        case .blank(let range):
            for index in range { bytes[index] = UInt8(ascii: "_") }
            appendLeaf(.blank, Self.compact(range))
        case .escape: break
        case .caret(let range):
            bytes[range.lowerBound] = UInt8(ascii: "^")
            appendText(range)
        case .footnote(_, let label):
            let (number, occurrence) = footnotes.refer(to: label)
            appendLeaf(.footnoteReference, append(String(occurrence).utf8), value: number)
        case .tildes(let range, let canOpen, let canClose):
            appendTildes(range, canOpen: canOpen, canClose: canClose)
        }
    }

    private mutating func appendTildes(_ range: Range<Int>, canOpen: Bool, canClose: Bool) {
        guard canClose, strikes.isOpen(depth: path.count) else {
            if canOpen { strikes.open(node: nodes.count, length: range.count, depth: path.count) }
            return appendText(range)
        }
        guard let opener = strikes.close(length: range.count, depth: path.count), opener > tags.last?.node ?? 0 else {
            return appendText(range)
        }
        // The opener's node becomes the container of what lies between.
        nodes[opener].kind = .strikethrough
        nodes[opener].text = 0..<0
        nodes[opener].end = UInt32(truncatingIfNeeded: nodes.count)
    }

    private mutating func append(_ link: BareLink) {
        var destination = Self.compact(link.range)
        if let prefix = link.missingPrefix {
            let start = bytes.count
            prefix.withUTF8Buffer { bytes.append(contentsOf: $0) }
            appendCopy(of: Self.compact(link.range))
            destination = range(from: start)
        }
        let end = UInt32(truncatingIfNeeded: nodes.count + 2)
        nodes.append(Node(kind: .link, flags: .bare, end: end, text: destination))
        // An address is no prose: abbreviations are not looked for in it.
        appendLeaf(.text, Self.compact(link.range))
    }
}
