extension MarkdownDocument {
    /// The document with the quotation marks that smart punctuation has made as a language has them; what the author has
    /// typed stays as it is. Linear in the length of the text, and nothing at all where there are none.
    package func quoting(in language: String) -> MarkdownDocument {
        guard !tree.quotationMarks.isEmpty, let marks = QuotationMarks.of(language) else { return self }
        return MarkdownDocument(source: source, dialect: dialect, tree: tree.quoting(with: marks))
    }
}

extension NodeTree {
    /// The tree with other marks in the place of those of English. Its nodes stay in their places.
    fileprivate func quoting(with marks: QuotationMarks) -> NodeTree {
        var quoter = Quoter(tree: self, marks: marks)
        return quoter.quote()
    }
}

/// Copies a tree's text while it exchanges quotation marks.
private struct Quoter {
    let tree: NodeTree
    let marks: QuotationMarks
    private var bytes: [UInt8] = []
    /// Whether an inner quotation is open, so that what could be an apostrophe closes it.
    private var isInnerOpen = false

    init(tree: NodeTree, marks: QuotationMarks) {
        self.tree = tree
        self.marks = marks
    }

    mutating func quote() -> NodeTree {
        var nodes = tree.nodes
        bytes.reserveCapacity(tree.bytes.count + tree.quotationMarks.count * 3)
        for index in nodes.indices {
            let range = nodes[index].text
            if nodes[index].kind.isLeafBlock { isInnerOpen = false }
            let start = UInt32(truncatingIfNeeded: bytes.count)
            if nodes[index].kind == .text {
                copy(range)
            } else {
                bytes += tree.bytes[Int(range.lowerBound)..<Int(range.upperBound)]
            }
            nodes[index].text = start..<UInt32(truncatingIfNeeded: bytes.count)
        }
        return NodeTree(nodes: nodes, bytes: bytes)
    }

    private mutating func copy(_ range: Range<UInt32>) {
        var start = Int(range.lowerBound)
        var next = firstMark(from: range.lowerBound)
        while next < tree.quotationMarks.count, tree.quotationMarks[next] < range.upperBound {
            let place = Int(tree.quotationMarks[next])
            bytes += tree.bytes[start..<place]
            bytes += replacement(at: place, before: Int(range.upperBound))
            start = place + 3
            next += 1
        }
        bytes += tree.bytes[start..<Int(range.upperBound)]
    }

    /// What stands in the place of a mark; an apostrophe within a word is one in any case.
    private mutating func replacement(at place: Int, before end: Int) -> [UInt8] {
        switch tree.bytes[place + 2] {
        case 0x9C: return marks.outer.opening
        case 0x9D: return marks.outer.closing
        case 0x98:
            isInnerOpen = true
            return marks.inner.opening
        default:
            if isInnerOpen, place + 3 >= end || !Self.isLetter(tree.bytes[place + 3]) {
                isInnerOpen = false
                return marks.inner.closing
            }
            return Array("’".utf8)
        }
    }

    /// Whether a byte begins what belongs to a word; beyond ASCII all does but general punctuation.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 && byte != 0xE2
    }

    /// The index of the first mark from a byte on.
    private func firstMark(from byte: UInt32) -> Int {
        var low = 0
        var high = tree.quotationMarks.count
        while low < high {
            let middle = (low + high) / 2
            if tree.quotationMarks[middle] < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
