package import PraxisDiagnostics

/// What a text may ask of the parser. Anything beyond is refused before libcmark sees it, with a finding that says so.
package struct MarkdownLimits: Sendable {
    /// Bytes of a page.
    package var length = 4 << 20
    /// Quotes and list items inside each other.
    package var depth = 100
    /// Steps over open blocks; each costs libcmark up to 30 ns.
    package var depthSteps = 40_000_000
    /// Steps over open `![`; each costs libcmark about 5 ns.
    package var imageSteps = 100_000_000
    /// Bytes that reference links could grow to.
    package var expansion = 64 << 20

    package init() {}
}

extension MarkdownLimits {
    package static let tooLong = Rule("markdown.too-long", .error, "A page has at most 4 MB of text.")
    package static let nesting = Rule(
        "markdown.nesting", .error, "Quotes and lists are nested at most a hundred deep, and less in a very long page.")
    package static let brackets = Rule(
        "markdown.brackets", .error, "One paragraph has no more than some ten thousand images and links.")
    package static let expansion = Rule(
        "markdown.expansion", .error, "What link definitions stand for, times how often they could be used, is bounded."
    )

    /// The rules by which a text may be refused.
    package static let rules =
        [tooLong, nesting, brackets, expansion, ShownTag.rule, LineMarks.rule] + MarkdownSlip.rules

    /// Scans a text, or says why it is refused.
    func scan(_ source: SourceText, from start: Int, findings: inout [Finding]) -> SourceScan? {
        if let finding = lengthFinding(for: source) {
            findings.append(finding)
            return nil
        }
        let scan = source.bytes.withUnsafeBufferPointer { SourceScan($0, from: start) }
        let refusals = self.findings(for: scan, of: source)
        findings += refusals
        return refusals.isEmpty ? scan : nil
    }

    /// What is beyond the limits; empty for what people write.
    private func findings(for scan: SourceScan, of source: SourceText) -> [Finding] {
        var findings: [Finding] = []
        let load = scan.load
        if load.depth > depth {
            findings.append(
                Finding(
                    Self.nesting, at: source.location(range(of: load.deepest, in: source)),
                    "this line is nested \(load.depth) levels deep, more than \(depth)",
                    advice: "use fewer \">\" and list markers in front of each other"))
        } else if load.depthSteps > depthSteps {
            findings.append(
                Finding(
                    Self.nesting, at: source.location(range(of: load.deepest, in: source)),
                    "lists or quotes \(load.depth) levels deep go on for too long",
                    advice: "divide the page, or nest less deeply"))
        }
        if load.imageSteps > imageSteps {
            findings.append(
                Finding(
                    Self.brackets, at: Location(path: source.path),
                    "one paragraph has \(load.mostImages) times \"![\"",
                    advice: "divide it by blank lines"))
        }
        let (size, overflows) = load.longestDefinition.multipliedReportingOverflow(by: load.brackets)
        if overflows || size > expansion {
            findings.append(
                Finding(
                    Self.expansion, at: source.location(range(of: load.longestDefinitionStart, in: source)),
                    "this link definition is \(load.longestDefinition) bytes long, and \(load.brackets) brackets could "
                        + "ask for it",
                    advice: "write a shorter address or title, or fewer links in one page"))
        }
        return findings
    }

    /// The refusal of a text that is too long even to be looked at.
    private func lengthFinding(for source: SourceText) -> Finding? {
        guard source.bytes.count > length else { return nil }
        return Finding(
            Self.tooLong, at: Location(path: source.path),
            "this page has \(source.bytes.count) bytes, more than \(length)",
            advice: "divide it into several pages")
    }

    private func range(of offset: Int, in source: SourceText) -> SourceRange {
        SourceRange(line: source.position(of: offset).line, column: 1, length: 1)
    }
}
