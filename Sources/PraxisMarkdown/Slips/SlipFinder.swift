/// Goes through the blocks of a tree and looks for slips in their text.
///
/// Code is never looked into, since only what the parser took for text is. What is found must also stand in the file as it
/// stands in the text, so that what an author has escaped is left alone.
struct SlipFinder {
    let nodes: [Node]
    let text: UnsafeBufferPointer<UInt8>
    let source: UnsafeBufferPointer<UInt8>
    private(set) var slips: [MarkdownSlip] = []
    /// Lines that are headings if the page has others.
    private var doubtfulHeadings: [MarkdownSlip] = []
    /// How much may still be looked into; no page that a person wrote comes near it.
    private var patience = 1_000

    init(nodes: [Node], text: UnsafeBufferPointer<UInt8>, source: UnsafeBufferPointer<UInt8>) {
        self.nodes = nodes
        self.text = text
        self.source = source
    }

    mutating func find() {
        var index = 1
        // Where the quote or list ends that we are in.
        var outerEnd = 0
        var hasHeading = false
        while index < nodes.count, slips.count < MarkdownSlip.most {
            let node = nodes[index]
            switch node.kind {
            case .paragraph, .heading, .tableCell:
                let isSuspicious = isSuspicious(index)
                if node.kind == .heading { hasHeading = true }
                if node.kind == .paragraph {
                    let block = block(of: node)
                    if index >= outerEnd { lookAtStart(of: block) }
                    if isSuspicious || source[block].first.map(ListSlip.mayBegin) == true {
                        let holdsEmphasis = nodes[index..<Int(node.end)].contains {
                            $0.kind == .emphasis || $0.kind == .strong
                        }
                        let slip = ListSlip.found(
                            in: source[block], isInItem: nodes[index - 1].kind == .item, holdsEmphasis: holdsEmphasis)
                        if let slip { slips.append(slip) }
                    }
                }
                if isSuspicious { look(into: index) }
                index = Int(node.end)
            case .codeBlock:
                let code = Int(node.text.lowerBound)..<Int(node.text.upperBound)
                if let slip = FenceSlip.found(at: block(of: node), in: source, code: code, in: text) {
                    slips.append(slip)
                }
                index = Int(node.end)
            default:
                outerEnd = max(outerEnd, Int(node.end))
                index += 1
            }
        }
        // A keyword above a text reads the same: a page in which nothing else is a heading has none.
        if hasHeading || doubtfulHeadings.count > 1 || slips.contains(where: { $0.rule == MarkdownSlip.heading }) {
            slips += doubtfulHeadings
        }
    }

    /// Where a block stands in the file.
    private func block(of node: Node) -> Range<Int> {
        let end = min(Int(node.source.upperBound), source.count)
        return min(Int(node.source.lowerBound), end)..<end
    }

    /// Whether something in a block could be a slip: most text is passed over.
    private func isSuspicious(_ block: Int) -> Bool {
        for node in nodes[(block + 1)..<Int(nodes[block].end)] where node.kind == .text {
            let end = Int(node.text.upperBound)
            let hit = ByteSearch.first(in: text, from: Int(node.text.lowerBound), to: end) { bytes in
                let star = ByteKind(UInt8(ascii: "*"))
                let sign = ByteKind(UInt8(ascii: "#"))
                let lineStarts = bytes.follows(ByteKind(UInt8(ascii: "\n")))
                return bytes.hits(ByteKind(UInt8(ascii: "]"))) | bytes.hits(ByteKind(UInt8(ascii: "<")))
                    | bytes.hits(star) & bytes.precedes(star)
                    | (bytes.hits(sign) | ListSlip.firstBytes(in: bytes)) & lineStarts
            }
            if hit < end { return true }
        }
        return false
    }

    /// Looks at the first line of a paragraph that stands in no other block.
    private mutating func lookAtStart(of block: Range<Int>) {
        guard let first = source[block].first else { return }
        switch first {
        case UInt8(ascii: "#"):
            let found = HeadingSlip.found(
                at: block.lowerBound, in: source[block], before: source[block.upperBound...])
            if let found {
                if found.isCertain { slips.append(found.slip) } else { doubtfulHeadings.append(found.slip) }
            }
        case UInt8(ascii: "|"):
            if let slip = HeadlessTable.found(in: source[block]) { slips.append(slip) }
        default: break
        }
    }

    private mutating func look(into index: Int) {
        var block = SlipText(flat(index), in: source, at: block(of: nodes[index]))
        for place in block.text.indices where patience > 0 && slips.count < MarkdownSlip.most {
            guard let candidate = Candidate(at: place, in: block.text) else { continue }
            patience -= 1
            let slip =
                switch candidate {
                case .link(let gap): LinkSlip.found(at: place, gap: gap, in: &block)
                case .reference: LinkSlip.reference(at: place, in: &block)
                case .reversedLink: LinkSlip.reversed(at: place, in: &block)
                case .address: LinkSlip.address(at: place, in: &block)
                case .stars: BoldSlip.found(at: place, in: &block)
                case .heading:
                    block.place(of: block.line(from: place)).flatMap {
                        HeadingSlip.found(at: $0.lowerBound, in: source[$0], before: nil)?.slip
                    }
                }
            if let slip { slips.append(slip) }
            // What cannot be found was searched for through the whole block.
            patience -= 100 * block.misses
            block.misses = 0
        }
    }

    /// The text of a block in one piece. Other inline nodes are zero bytes; emphasis is one where it begins.
    private func flat(_ block: Int) -> [UInt8] {
        var flat: [UInt8] = []
        var index = block + 1
        while index < Int(nodes[block].end) {
            let node = nodes[index]
            switch node.kind {
            case .text: flat += text[Int(node.text.lowerBound)..<Int(node.text.upperBound)]
            case .lineBreak: flat.append(UInt8(ascii: "\n"))
            case .link where node.flags.contains(.bare): break
            case .emphasis, .strong, .strikethrough: flat.append(0)
            default:
                flat.append(0)
                index = Int(node.end) - 1
            }
            index += 1
        }
        return flat
    }

    /// What may be a slip, by the bytes that it begins with.
    private enum Candidate {
        /// `](`, or `] (` with so many bytes between.
        case link(gap: Int)
        /// `][`
        case reference
        /// `)[`
        case reversedLink
        /// `<http`
        case address
        /// `**`, the first two of a run.
        case stars
        /// `##` at the start of a line.
        case heading

        init?(at place: Int, in text: [UInt8]) {
            let next = place + 1 < text.count ? text[place + 1] : 0
            switch text[place] {
            case UInt8(ascii: "]"):
                guard next != UInt8(ascii: "[") else {
                    self = .reference
                    return
                }
                var open = place + 1
                while open < text.count, text[open] == 0x20 || text[open] == 0x0A, open - place <= 3 { open += 1 }
                guard open < text.count, text[open] == UInt8(ascii: "(") else { return nil }
                self = .link(gap: open - place - 1)
            case UInt8(ascii: ")"):
                guard next == UInt8(ascii: "[") else { return nil }
                self = .reversedLink
            case UInt8(ascii: "<"):
                guard next == UInt8(ascii: "h") || next == UInt8(ascii: "m") else { return nil }
                self = .address
            case UInt8(ascii: "*"):
                guard next == UInt8(ascii: "*"), place == 0 || text[place - 1] != next else { return nil }
                self = .stars
            case UInt8(ascii: "#"):
                guard next == UInt8(ascii: "#"), place > 0, text[place - 1] == 0x0A else { return nil }
                self = .heading
            default: return nil
            }
        }
    }
}
