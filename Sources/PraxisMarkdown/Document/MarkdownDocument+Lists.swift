package import PraxisDiagnostics

/// A list that an author wants the site to make: `[list: resources about coaching]` in a paragraph of its own.
package struct MarkdownList: Hashable, Sendable {
    /// What stands after the colon, without space around it.
    package let words: String
    /// The index of its node.
    let node: Int
}

extension MarkdownDocument {
    /// The lists that the site is to make, in order. Linear in the number of nodes.
    package var lists: [MarkdownList] {
        tree.nodes.indices.compactMap { tree.nodes[$0].kind == .siteList ? tree.list(at: $0) : nil }
    }

    /// Where some of a list's words stand; where they cannot be found, the whole list.
    package func location(of words: some StringProtocol, in list: MarkdownList) -> Location {
        let block = tree.nodes[list.node].source
        let range = Int(block.lowerBound)..<Int(block.upperBound)
        let wanted = Array(words.utf8)
        let found = range.dropLast(max(0, wanted.count - 1)).first { source.bytes[$0...].starts(with: wanted) }
        guard !wanted.isEmpty, let found else { return source.location(self.range(ofBytes: block)) }
        return source.location(
            SourceRange(start: source.position(of: found), end: source.position(of: found + wanted.count)))
    }
}

extension NodeTree {
    /// The list that a node stands for.
    func list(at index: Int) -> MarkdownList {
        let words = string(nodes[index].text).split(separator: " ").joined(separator: " ")
        return MarkdownList(words: words, node: index)
    }
}
