package import PraxisDiagnostics

/// A link or image of a document.
package struct MarkdownLink: Hashable, Sendable {
    /// The address as written, with escapes and entities decoded.
    package let destination: String
    /// Whether it is an image.
    package let isImage: Bool
    /// The index of its node.
    let node: Int
}

extension MarkdownDocument {
    /// The links and images in order, bare addresses included. Linear in the number of nodes.
    package var links: [MarkdownLink] {
        tree.nodes.indices.compactMap { index in
            switch tree.nodes[index].kind {
            case .link, .image: tree.link(at: index)
            case .openTag, .voidTag: tree.nodes[index].value == 1 ? tree.link(at: index) : nil
            default: nil
            }
        }
    }

    /// The text in quotation marks beside a link's address, if there is one.
    package func title(of link: MarkdownLink) -> String? {
        tree.fields(of: link.node).dropFirst().first.flatMap { $0.isEmpty ? nil : String($0) }
    }

    /// What a link says, or what an image says to those who do not see it.
    package func text(of link: MarkdownLink) -> String {
        oneLine(tree.plainText(of: link.node + 1..<Int(tree.nodes[link.node].end)))
    }

    /// Where a link's address stands in the file; if it cannot be found as written, the block around the link.
    ///
    /// libcmark reports wrong places for inline nodes after a soft break, so the address is looked for in the source of
    /// its block; that of a reference link in the definitions. Linear in the length of the file: for findings.
    package func range(ofDestination link: MarkdownLink) -> SourceRange {
        let block = tree.leafBlock(around: link.node)
        let source = tree.nodes[block].source
        let text = Array(link.destination.utf8)
        let blockRange = Int(source.lowerBound)..<max(Int(source.lowerBound), Int(source.upperBound))
        let whole = 0..<self.source.bytes.count
        let earlier = tree.nodes[block..<link.node].indices.count { index in
            let node = tree.nodes[index]
            return (node.kind == .link || node.kind == .image) && tree.destination(at: index).elementsEqual(text)
        }
        let found =
            occurrence(earlier, of: text, in: blockRange) { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "<") }
            ?? occurrence(0, of: text, in: whole) { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") }
            ?? occurrence(0, of: text, in: block > 0 ? blockRange : whole) { _ in true }
        guard let found else { return range(ofBytes: source) }
        return range(ofBytes: UInt32(found.lowerBound)..<UInt32(found.upperBound))
    }

    /// The place of a link's address with its line, for a finding.
    package func location(ofDestination link: MarkdownLink) -> Location {
        source.location(range(ofDestination: link))
    }

    /// The nth place, counted from 0, at which some bytes stand after a certain one.
    private func occurrence(
        _ number: Int, of text: [UInt8], in range: Range<Int>, after accepts: (UInt8) -> Bool
    ) -> Range<Int>? {
        guard let first = text.first, range.count >= text.count else { return nil }
        var remaining = number
        for start in range.lowerBound...(range.upperBound - text.count) where source.bytes[start] == first {
            guard start > 0, accepts(source.bytes[start - 1]), source.bytes[start...].starts(with: text) else {
                continue
            }
            if remaining == 0 { return start..<(start + text.count) }
            remaining -= 1
        }
        return nil
    }
}

extension NodeTree {
    /// The link or image that a node is.
    func link(at index: Int) -> MarkdownLink {
        MarkdownLink(
            destination: String(decoding: destination(at: index), as: UTF8.self),
            isImage: nodes[index].kind == .image, node: index)
    }

    /// The address of the link or image that a node is.
    fileprivate func destination(at index: Int) -> ArraySlice<UInt8> {
        var text = bytes[Int(nodes[index].text.lowerBound)..<Int(nodes[index].text.upperBound)]
        if nodes[index].value == 1 { text = text.drop { $0 != 0 }.dropFirst() }
        return text.prefix { $0 != 0 }
    }
}
