package import PraxisBytes
package import PraxisDiagnostics

/// A page's Markdown, parsed: an immutable tree of values that knows its source.
///
/// What follows from it, such as headings, links and plain text, is computed when it is asked for.
package struct MarkdownDocument: Equatable, Sendable {
    /// The file that it was read from.
    package let source: SourceText
    /// What was looked for.
    package let dialect: MarkdownDialect
    package let tree: NodeTree

    /// Parses what stands in a file after its front matter. Linear in the length of the text.
    ///
    /// A text beyond the limits is not parsed: its document is empty, and the findings say why.
    ///
    /// - Parameter offset: The byte of the file at which the body starts.
    package init(
        parsing source: SourceText, bodyStartingAt offset: Int = 0, dialect: MarkdownDialect = .site,
        limits: MarkdownLimits = MarkdownLimits(), findings: inout [Finding]
    ) {
        self.source = source
        self.dialect = dialect
        let start = min(max(0, offset), source.bytes.count)
        if let scan = limits.scan(source, from: start, findings: &findings) {
            let result = DocumentParser.parse(source, from: start, scan, dialect)
            tree = result.tree
            if !result.shownTags.isEmpty { findings += ShownTag.findings(for: result.shownTags, in: source) }
            if dialect.isSuperset(of: .site) {
                let others = result.tableSlips.map(\.slip) + result.footnoteSlips.map(\.slip)
                findings += MarkdownSlip.findings(in: tree, besides: others, of: source)
            }
            if dialect.contains(.codeColors) {
                // Each finding looks for its line from the start of the file, so a page has only so many.
                let known = findings.count
                for node in result.markedCode where findings.count < known + 20 { findings += codeFindings(of: node) }
            }
        } else {
            tree = .empty
        }
    }

    /// A document of the same file without a word of it.
    package var withoutText: MarkdownDocument {
        MarkdownDocument(source: SourceText(path: source.path, text: ""), dialect: dialect, tree: .empty)
    }

    /// Whether they are of the same text, read in the same way: all else follows from that.
    package static func == (left: MarkdownDocument, right: MarkdownDocument) -> Bool {
        left.source == right.source && left.dialect == right.dialect && left.tree.bytes == right.tree.bytes
    }

    /// Of what is compared.
    package var fingerprint: Fingerprint {
        Fingerprint(combining: [
            Fingerprint(of: source.path), Fingerprint(ofBytes: source.bytes), Fingerprint(of: dialect.rawValue),
            Fingerprint(ofBytes: tree.bytes),
        ])
    }

    /// A document whose tree is there already.
    init(source: SourceText, dialect: MarkdownDialect, tree: NodeTree) {
        self.source = source
        self.dialect = dialect
        self.tree = tree
    }

    /// A run of top-level blocks with all that is in them.
    package struct Part: Hashable, Sendable {
        /// The nodes.
        let nodes: Range<Int>

        /// Whether there is nothing in it.
        package var isEmpty: Bool { nodes.isEmpty }
    }

    /// What is wrong with the lines that a code block marks.
    private func codeFindings(of index: Int) -> [Finding] {
        let node = tree.nodes[index]
        let fields = tree.bytes[Int(node.text.lowerBound)..<Int(node.text.upperBound)]
        let code = fields.prefix { $0 != 0 }
        let lines = code.count { $0 == UInt8(ascii: "\n") }
        return LineMarks(info: fields[code.endIndex...], lines: lines).findings(
            lines: lines, of: node.source, in: source)
    }

    /// The whole document.
    package var body: Part { Part(nodes: 1..<tree.nodes.count) }

    /// Whether there is nothing in it.
    package var isEmpty: Bool { tree.nodes.count == 1 }

    /// Whether there is a box to tick or a blank to fill in.
    package var hasFields: Bool {
        tree.nodes.contains { $0.kind == .blank || $0.flags.contains(.task) || $0.flags.contains(.ruled) }
    }

    /// Whether there is a table, so that a theme may load what tables need; likewise for code.
    package func contains(_ kind: Node.Kind) -> Bool {
        tree.nodes.contains { $0.kind == kind }
    }

    /// The plain text of a part, blocks on lines of their own.
    package func plainText(of part: Part) -> String {
        tree.plainText(of: part.nodes)
    }

    /// Where some bytes of the file are. Linear in the length of the file.
    package func range(ofBytes bytes: Range<UInt32>) -> SourceRange {
        SourceRange(
            start: source.position(of: Int(bytes.lowerBound)), end: source.position(of: Int(bytes.upperBound)))
    }
}
