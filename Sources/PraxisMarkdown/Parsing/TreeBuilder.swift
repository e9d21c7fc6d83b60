/// Puts a tree of values together from what libcmark and the annex hold.
///
/// Pieces of text that libcmark keeps apart are joined, soft breaks included, which become line ends in the text. What the
/// dialect adds to inline text is found when such a run of text is complete.
struct TreeBuilder {
    var nodes: [Node] = []
    var bytes: [UInt8] = []
    let dialect: MarkdownDialect
    /// The lines of the text that is being copied.
    var lines: LineMap
    /// The nodes that are open, the document first.
    var path: [Int] = []
    /// Where the text starts that has gathered since the last node; `nil` while there is none.
    var runStart: Int?
    let triggers: TextTriggers
    /// Whether bytes were hidden from libcmark, see `SourceMask`.
    let hidesBytes: Bool
    /// Whether marks within bare addresses or quotation marks are among those.
    let hidesMarks: Bool
    private let mayHoldControls: Bool
    /// The file as libcmark has seen it.
    let source: UnsafeBufferPointer<UInt8>
    /// Where smart punctuation has put a quotation mark.
    var quotationMarks: [UInt32] = []
    var strikes = StrikethroughMarks()
    var linkDepth = 0
    var skipsLineBreak = false
    var anchors = AnchorMaker()
    var footnotes: FootnoteNumbers
    let abbreviations: Abbreviations
    var tags = OpenTags()
    /// The code blocks in which lines may be marked.
    var markedCode: [Int] = []
    /// Tags of raw HTML that are shown as text, in order.
    var shownTags: [ShownTag] = []

    /// Starts a document. The bytes of the file are looked at until it is finished.
    init(
        source: UnsafeBufferPointer<UInt8>, dialect: MarkdownDialect, scan: SourceScan, lines: LineMap,
        footnotes: FootnoteNumbers, abbreviations: Abbreviations, hidesMarks: Bool, capacity: Int
    ) {
        self.source = source
        self.dialect = dialect
        self.lines = lines
        self.footnotes = footnotes
        self.abbreviations = abbreviations
        self.hidesMarks = hidesMarks
        let hidesOthers =
            dialect.contains(.blanks) && scan.features.contains(.blanks)
            || Self.hidesEscapes(dialect, scan.features)
        hidesBytes = hidesMarks || hidesOthers
        mayHoldControls = scan.features.contains(.controls)
        triggers = TextTriggers(
            dialect: dialect, features: scan.features, hasFootnotes: !footnotes.isEmpty, hidesBytes: hidesOthers)
        // Prose needs fewer nodes, and what headings are called about as much as the marks that are left out.
        nodes.reserveCapacity(capacity / 40 + 8)
        bytes.reserveCapacity(capacity + capacity / 16 + 64)
        path.reserveCapacity(16)
        path.append(0)
        nodes.append(Node(kind: .document))
    }

    /// Whether escapes matter to what a dialect looks for in text.
    static func hidesEscapes(_ dialect: MarkdownDialect, _ features: SourceScan.Features) -> Bool {
        features.contains(.escapes) && !dialect.isDisjoint(with: [.strikethrough, .bareLinks, .footnotes])
    }

    /// Ends the document and gives its tree, with no room to spare.
    mutating func finish() -> NodeTree {
        flushRun(before: .end)
        if !tags.isEmpty { closeTags(deeperThan: 0) }
        nodes[0].end = UInt32(truncatingIfNeeded: nodes.count)
        if dialect.contains(.blanks) { markRuledBreaks() }
        if mayHoldControls, dialect.contains(.safeHTML) { replaceControlCharacters() }
        return NodeTree(nodes: nodes.exactCopy(), bytes: bytes.exactCopy(), quotationMarks: quotationMarks)
    }

    /// The node that is open.
    var current: Int { path[path.count - 1] }

    /// Opens a container.
    mutating func open(
        _ kind: Node.Kind, flags: Node.Flags = [], value: UInt16 = 0, source: Range<UInt32> = 0..<0
    ) {
        flushRun(before: kind == .link || kind == .image ? .bracket : .mark)
        if !tags.isEmpty { prepareTags(for: kind) }
        var node = Node(kind: kind, flags: flags, value: value, source: source)
        if kind == .paragraph, isTight { node.flags.insert(.tight) }
        path.append(nodes.count)
        nodes.append(node)
    }

    /// Whether a paragraph that is opened now stands in a tight list.
    private var isTight: Bool {
        guard path.count > 2, nodes[current].kind == .item else { return false }
        return nodes[path[path.count - 2]].flags.contains(.tight)
    }

    /// Opens a list; `start` is the number of its first item.
    mutating func openList(_ flags: Node.Flags, start: Int32, source: Range<UInt32>) {
        open(.list, flags: flags, source: source)
        if start != 1 { nodes[current].text = append(String(start).utf8) }
    }

    /// Opens a link or image.
    mutating func openLink(_ kind: Node.Kind, to destination: UnsafeRawBufferPointer, title: UnsafeRawBufferPointer) {
        open(kind)
        linkDepth += 1
        let start = bytes.count
        append(literal: destination, keepingEscapes: false)
        if !title.isEmpty {
            bytes.append(0)
            append(literal: title, keepingEscapes: false)
        }
        nodes[current].text = range(from: start)
    }

    /// Closes the container that is open.
    mutating func close() {
        let index = current
        let kind = nodes[index].kind
        flushRun(before: kind.isLeafBlock ? .end : .mark)
        if !tags.isEmpty { closeTags(deeperThan: path.count - 1) }
        strikes.leave(depth: path.count)
        path.removeLast()
        nodes[index].end = UInt32(truncatingIfNeeded: nodes.count)
        switch kind {
        case .link, .image: linkDepth -= 1
        case .paragraph: finishParagraph(index)
        case .heading: if dialect.contains(.anchors) { finishHeading(index) }
        default: break
        }
    }

    /// Takes back the container that is open and holds nothing.
    mutating func discard() {
        path.removeLast()
        nodes.removeLast()
    }

    /// Adds a leaf with its text.
    mutating func appendLeaf(_ kind: Node.Kind, _ text: UnsafeRawBufferPointer) {
        flushRun(before: .mark)
        let start = bytes.count
        append(literal: text)
        appendLeaf(kind, range(from: start))
    }

    /// Adds a leaf whose text is there already.
    mutating func appendLeaf(
        _ kind: Node.Kind, _ text: Range<UInt32>, flags: Node.Flags = [], value: UInt16 = 0,
        source: Range<UInt32> = 0..<0
    ) {
        let end = UInt32(truncatingIfNeeded: nodes.count + 1)
        nodes.append(Node(kind: kind, flags: flags, value: value, end: end, text: text, source: source))
    }

    /// Adds a code block; the info string is what follows the fence.
    mutating func appendCodeBlock(
        _ text: UnsafeRawBufferPointer, info: UnsafeRawBufferPointer, source: Range<UInt32>
    ) {
        if !tags.isEmpty { prepareTags(for: .codeBlock) }
        let start = bytes.count
        append(literal: text)
        if !info.isEmpty {
            bytes.append(0)
            append(literal: info, keepingEscapes: false)
            if info.contains(UInt8(ascii: "{")) { markedCode.append(nodes.count) }
        }
        appendLeaf(.codeBlock, range(from: start), source: source)
    }

    /// Adds a line across.
    mutating func appendThematicBreak(source: Range<UInt32>) {
        if !tags.isEmpty { prepareTags(for: .thematicBreak) }
        appendLeaf(.thematicBreak, 0..<0, source: source)
    }

    /// Adds a hard break.
    mutating func appendLineBreak() {
        flushRun(before: .end)
        if skipsLineBreak {
            skipsLineBreak = false
        } else {
            appendLeaf(.lineBreak, 0..<0)
        }
    }

    /// Adds the link from a footnote back to the text: at the end of its last paragraph, if it ends with one.
    mutating func appendBackLink(_ number: Int) {
        var last = current + 1
        while last < nodes.count, nodes[last].end < nodes.count { last = Int(nodes[last].end) }
        appendLeaf(.backLink, 0..<0, value: UInt16(truncatingIfNeeded: number))
        if nodes[last].kind == .paragraph { nodes[last].end += 1 }
    }

    /// Adds bytes as libcmark gives them, with what was hidden restored.
    mutating func append(literal: UnsafeRawBufferPointer, keepingEscapes: Bool = true) {
        let start = bytes.count
        bytes.append(contentsOf: literal)
        if hidesBytes { SourceMask.restore(&bytes, from: start, keepingEscapes: keepingEscapes) }
    }

    /// Adds bytes of our own.
    mutating func append(_ text: some Sequence<UInt8>) -> Range<UInt32> {
        let start = bytes.count
        bytes.append(contentsOf: text)
        return range(from: start)
    }

    /// Adds bytes that are there already. A slice of the array would make it copy itself whole.
    mutating func appendCopy(of range: Range<UInt32>) {
        for index in range { bytes.append(bytes[Int(index)]) }
    }

    /// The bytes from one on.
    func range(from start: Int) -> Range<UInt32> {
        UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: bytes.count)
    }

    /// Control characters, which an entity may stand for, are not allowed in HTML, let alone in XML: they become spaces.
    private mutating func replaceControlCharacters() {
        var index = 0
        while index < bytes.count {
            index = bytes.withUnsafeBufferPointer { bytes in
                ByteSearch.first(in: bytes, from: index, to: bytes.count) { block in
                    block.hits(ByteKind(0, mask: 0xE0)) | block.hits(ByteKind(0x7F))
                }
            }
            guard index < bytes.count else { return }
            switch bytes[index] {
            // Zero divides fields.
            case 0, UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
            default: bytes[index] = UInt8(ascii: " ")
            }
            index += 1
        }
    }

    private mutating func markRuledBreaks() {
        for index in nodes.indices where nodes[index].kind == .thematicBreak {
            let line = source[Int(nodes[index].source.lowerBound)..<Int(nodes[index].source.upperBound)]
            if line.prefix(while: { $0 == UInt8(ascii: "_") }).count >= 4 { nodes[index].flags.insert(.ruled) }
        }
    }

    private mutating func finishParagraph(_ index: Int) {
        skipsLineBreak = false
        let first = index + 1
        if first == nodes.count {
            // All that it held was the marker of an alert, unless it is a box without a text.
            if !nodes[index].flags.contains(.task) { nodes.removeLast() }
            return
        }
        guard Int(nodes[first].end) == nodes.count else { return }
        if dialect.contains(.lists), nodes[first].kind == .text { return takeList(index) }
        guard dialect.contains(.figures), nodes[first].kind == .image else { return }
        let text = bytes[Int(nodes[first].text.lowerBound)..<Int(nodes[first].text.upperBound)]
        if let title = text.firstIndex(of: 0), title + 1 < text.endIndex, text[title + 1] != 0 {
            nodes[index].flags.insert(.figure)
        }
    }

    /// Makes a paragraph that is nothing but `[list: …]` a list for the site to fill in.
    private mutating func takeList(_ index: Int) {
        let range = nodes[index + 1].text
        guard bytes[Int(range.lowerBound)] == UInt8(ascii: "[") else { return }
        let text = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
        let place = Int(nodes[index].source.lowerBound)
        guard text.starts(with: Self.listMark), text.last == UInt8(ascii: "]"), !text.contains(UInt8(ascii: "\n")),
            !nodes[index].flags.contains(.task), place < source.count, source[place] != UInt8(ascii: "\\")
        else { return }
        nodes[index].kind = .siteList
        nodes[index].flags = []
        nodes[index].text =
            UInt32(
                truncatingIfNeeded: text.startIndex + Self.listMark.count)..<UInt32(
                truncatingIfNeeded: text.endIndex - 1)
        nodes[index].end = UInt32(truncatingIfNeeded: index + 1)
        nodes.removeLast()
    }

    private static let listMark = Array("[list:".utf8)

    private mutating func finishHeading(_ index: Int) {
        let start = bytes.count
        for inner in (index + 1)..<nodes.count {
            switch nodes[inner].kind {
            case .text, .code, .blank: appendCopy(of: nodes[inner].text)
            default: break
            }
        }
        anchors.makeAnchor(ofTextFrom: start, in: &bytes)
        nodes[index].text = range(from: start)
    }
}

extension Array {
    /// The same elements in an array that has no room for more.
    fileprivate func exactCopy() -> [Element] {
        guard count < capacity - capacity / 4 else { return self }
        return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            _ = buffer.initialize(from: self)
            initialized = count
        }
    }
}
