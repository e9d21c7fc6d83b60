internal import PraxisDiagnostics

/// Something that was meant as Markdown and that readers see as it was typed.
struct MarkdownSlip {
    let rule: Rule
    /// In bytes of the file.
    let range: Range<Int>
    let message: String
    let advice: String
}

extension MarkdownSlip {
    static let link = Rule(
        "markdown.link", .advice, "A link is written [words](address), with no space between or in the address.")
    static let heading = Rule("markdown.heading", .advice, "A space follows the number signs before a heading.")
    static let bold = Rule("markdown.bold", .advice, "Stars stand close around bold words, before and behind them.")
    static let list = Rule(
        "markdown.list", .advice,
        "An item of a list begins with a hyphen or a number and a space, a box within it is [ ] or [x].")
    static let table = Rule(
        "markdown.table", .advice, "The rows of a table, and the line of hyphens in it, have as many cells as its head."
    )
    static let fence = Rule(
        "markdown.code-end", .advice, "A code block ends with a line of backticks like the one before it.")

    static let footnote = Rule(
        "markdown.footnote", .advice, "A footnote has a name of its own, and the text refers to it.")

    static let rules = [link, heading, bold, list, table, fence, footnote]

    /// A page has only so many: whoever has more sees from these what is wrong.
    static let most = 20

    /// Looks for slips in a text that is for pages. Linear in the length of the text.
    ///
    /// - Parameter others: Those that were found when it was parsed.
    static func findings(in tree: NodeTree, besides others: [MarkdownSlip], of source: SourceText) -> [Finding] {
        var slips = Array(others.prefix(most))
        source.bytes.withUnsafeBufferPointer { bytes in
            tree.bytes.withUnsafeBufferPointer { text in
                var finder = SlipFinder(nodes: tree.nodes, text: text, source: bytes)
                finder.find()
                slips += finder.slips
            }
        }
        return slips.sorted { $0.range.lowerBound < $1.range.lowerBound }.prefix(most).map { slip in
            let range = SourceRange(
                start: source.position(of: slip.range.lowerBound), end: source.position(of: slip.range.upperBound))
            return Finding(slip.rule, at: source.location(range), slip.message, advice: slip.advice)
        }
    }
}
