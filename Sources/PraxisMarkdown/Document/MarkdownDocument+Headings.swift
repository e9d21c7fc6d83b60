package import PraxisDiagnostics

extension MarkdownDocument {
    /// A heading of a document.
    package struct Heading: Hashable, Sendable {
        /// 1 to 6, as written.
        package let level: Int
        /// Its plain text.
        package let text: String
        /// Its identifier: `what-we-tried`.
        package let anchor: String
        /// The index of its node.
        let node: Int
    }

    /// The headings in order, those inside quotes and lists included. Linear in the number of nodes.
    package var headings: [Heading] {
        tree.nodes.indices.compactMap { tree.nodes[$0].kind == .heading ? heading(at: $0) : nil }
    }

    /// The heading with which the document starts, where that is of the first level: a plain page's title.
    package var leadingHeading: Heading? {
        guard tree.nodes.count > 1, tree.nodes[1].kind == .heading, tree.nodes[1].value == 1 else { return nil }
        return heading(at: 1)
    }

    /// The document without its leading heading, if it has one.
    package var bodyAfterLeadingHeading: Part {
        leadingHeading == nil ? body : Part(nodes: Int(tree.nodes[1].end)..<tree.nodes.count)
    }

    /// A heading with what stands below it.
    package struct Division: Sendable {
        /// The heading; `nil` for what stands before the first.
        package let heading: Heading?
        /// What is below it, without the heading itself.
        package let body: Part
    }

    /// The document divided at its top-level headings of one level. The first division has no heading and may be empty.
    package func divisions(atLevel level: Int) -> [Division] {
        var divisions: [Division] = []
        var current: Heading?
        var start = 1
        for index in tree.children(of: 0)
        where tree.nodes[index].kind == .heading && tree.nodes[index].value == UInt16(level) {
            divisions.append(Division(heading: current, body: Part(nodes: start..<index)))
            current = heading(at: index)
            start = Int(tree.nodes[index].end)
        }
        // Footnotes stand at the end of all, whichever division refers to them.
        divisions.append(Division(heading: current, body: Part(nodes: start..<tree.nodes.count)))
        return divisions
    }

    /// What stands after one top-level heading and before another; from the start and to the end where there is none.
    package func part(after first: Heading?, before last: Heading?) -> Part {
        let start = first.map { Int(tree.nodes[$0.node].end) } ?? 1
        return Part(nodes: start..<max(start, last?.node ?? tree.nodes.count))
    }

    /// A top-level heading and everything that follows it; the whole document where there is none.
    package func part(from first: Heading?) -> Part {
        Part(nodes: (first?.node ?? 1)..<tree.nodes.count)
    }

    /// Where a heading stands in its file.
    package func range(of heading: Heading) -> SourceRange {
        range(ofBytes: tree.nodes[heading.node].source)
    }

    func heading(at index: Int) -> Heading {
        let node = tree.nodes[index]
        return Heading(
            level: Int(node.value), text: oneLine(tree.plainText(of: index + 1..<Int(node.end))),
            anchor: tree.string(node.text), node: index)
    }

    /// A text with its line ends as spaces.
    func oneLine(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "\n")) ? text.split(separator: "\n").joined(separator: " ") : text
    }
}
