import PraxisDiagnostics
import PraxisMarkdown

/// A document whose body starts at a byte of a text.
func document(_ text: String, bodyStartingAt offset: Int) -> MarkdownDocument {
    var findings: [Finding] = []
    let source = SourceText(path: SourcePath("page.md"), text: text)
    return MarkdownDocument(parsing: source, bodyStartingAt: offset, findings: &findings)
}

/// The tree of a text, a node a line: what it is, where a block stands, what it says.
func dump(_ text: String, dialect: MarkdownDialect = .site) -> String {
    let document = document(text, dialect: dialect)
    var lines: [String] = []
    var ends: [UInt32] = []
    for (index, node) in document.tree.nodes.enumerated() {
        while let end = ends.last, end <= index { ends.removeLast() }
        var line = String(repeating: "  ", count: ends.count) + "\(node.kind)"
        if node.flags.contains(.header) { line += " header" }
        if node.flags.contains(.task) { line += node.flags.contains(.checked) ? " [x]" : " [ ]" }
        if node.flags.contains(.figure) { line += " figure" }
        if node.kind == .tableCell, let alignment = TableAlignment(rawValue: node.value), alignment != .none {
            line += " \(alignment)"
        }
        if !node.source.isEmpty {
            let range = document.range(ofBytes: node.source)
            line += " \(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
        }
        if !node.text.isEmpty {
            let text = String(
                decoding: document.tree.bytes[Int(node.text.lowerBound)..<Int(node.text.upperBound)], as: UTF8.self)
            line += node.kind == .heading ? " \(text)" : " \(text.debugDescription)"
        }
        lines.append(line)
        ends.append(node.end)
    }
    return lines.joined(separator: "\n")
}
