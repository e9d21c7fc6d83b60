import PraxisDiagnostics
import PraxisYAML

/// A node as text: each value with its place, so that a test says at once what was read and where.
func dump(_ node: YAMLNode?, indent: String = "") -> String {
    guard let node else { return "nothing" }
    let place = "\(place(node.range))"
    switch node.content {
    case .scalar(let scalar):
        let style = scalar.style == .plain ? "" : " \(scalar.style)"
        return "\"\(scalar.text.replacing("\n", with: "\\n"))\" \(place)\(style)"
    case .unreadable: return "unreadable \(place)"
    case .sequence(let items):
        return "list \(place)" + items.map { "\n\(indent)  - \(dump($0, indent: indent + "  "))" }.joined()
    case .mapping(let fields):
        return "record \(place)"
            + fields.map {
                "\n\(indent)  \($0.key.value) \(PraxisYAMLTests.place($0.key.range)): "
                    + dump($0.value, indent: indent + "  ")
            }.joined()
    }
}

private func place(_ range: SourceRange) -> String {
    range.start.line == range.end.line
        ? "\(range.start.line):\(range.start.column)-\(range.end.column)"
        : "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
}

/// A page whose front matter is this text.
func page(_ fields: String) -> SourceText {
    SourceText(path: SourcePath("page.md"), text: "---\n\(fields)\n---\nText\n")
}

/// The front matter of a page.
func frontMatter(_ fields: String) -> YAMLDocument? {
    let source = page(fields)
    return FrontMatter(of: source).fields.map { YAMLDocument($0, of: source) }
}

/// Findings as a terminal shows them.
func shown(_ findings: [Finding]) -> String {
    findings.map { FindingTextFormat().text(for: $0) }.joined(separator: "\n")
}
