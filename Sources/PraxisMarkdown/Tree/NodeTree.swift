/// A document's nodes in document order, and the text that they point into.
package struct NodeTree: Sendable {
    /// The nodes, each followed by its descendants; the first is the document.
    package internal(set) var nodes: [Node]
    /// The text of all nodes.
    package internal(set) var bytes: [UInt8]
    /// Where in the bytes smart punctuation has put a quotation mark of English, each of three bytes, in order.
    var quotationMarks: [UInt32] = []

    /// A document without content.
    static var empty: NodeTree {
        var root = Node(kind: .document)
        root.end = 1
        return NodeTree(nodes: [root], bytes: [])
    }

    /// The text of a range as a string.
    func string(_ range: Range<UInt32>) -> String {
        String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }

    /// The parts of a text that zero bytes divide: a link's destination, its title.
    func fields(of index: Int) -> [Substring] {
        string(nodes[index].text).split(separator: "\0", omittingEmptySubsequences: false)
    }

    /// The direct children of a node.
    func children(of index: Int) -> Children {
        Children(nodes: nodes, position: index + 1, end: Int(nodes[index].end))
    }

    /// The indices of a node's direct children, in order.
    struct Children: Sequence, IteratorProtocol {
        fileprivate let nodes: [Node]
        fileprivate var position: Int
        fileprivate let end: Int

        mutating func next() -> Int? {
            guard position < end else { return nil }
            defer { position = Int(nodes[position].end) }
            return position
        }
    }

    /// The nearest paragraph, heading or cell around an inline node. Linear in the number of nodes of that block.
    func leafBlock(around index: Int) -> Int {
        var candidate = index
        while candidate > 0 {
            if nodes[candidate].kind.isLeafBlock, Int(nodes[candidate].end) > index { return candidate }
            candidate -= 1
        }
        return 0
    }

    /// Adds the plain text of some nodes: text, code and what images say. Blocks are set apart by line ends.
    func appendPlainText(of range: Range<Int>, to text: inout [UInt8]) {
        for index in range {
            let node = nodes[index]
            switch node.kind {
            case .text, .code, .blank:
                text += bytes[Int(node.text.lowerBound)..<Int(node.text.upperBound)]
            case .lineBreak:
                text.append(UInt8(ascii: "\n"))
            case .codeBlock:
                Self.endLine(&text)
                let content = bytes[Int(node.text.lowerBound)..<Int(node.text.upperBound)]
                text += content.prefix { $0 != 0 }
            case .paragraph, .heading, .item, .tableRow, .footnote:
                Self.endLine(&text)
            case .tableCell:
                if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: " ")) }
            default:
                break
            }
        }
    }

    /// The plain text of some nodes.
    func plainText(of range: Range<Int>) -> String {
        var text: [UInt8] = []
        appendPlainText(of: range, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private static func endLine(_ text: inout [UInt8]) {
        if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    }
}
