package import PraxisDiagnostics

/// YAML that has been read: its values and what is wrong with its form.
package struct YAMLDocument: Sendable {
    package let source: SourceText
    /// The outermost value; `nil` where nothing is written.
    package let root: YAMLNode?
    /// Where to report what is missing: the line of hyphens, or the file's first line.
    package let opening: SourceRange
    /// In the order of the file.
    package let findings: [Finding]
    /// Whether a number sign stands behind a space anywhere.
    let mayHoldComments: Bool

    /// Reads a file that is YAML as a whole.
    package init(_ source: SourceText, limits: YAMLLimits = .file) {
        let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let firstLine = source.bytes[start...].prefix { $0 != 0x0A }
        let hasMarker = firstLine.starts(with: [0x2D, 0x2D, 0x2D]) && firstLine.dropFirst(3).allSatisfy { $0 <= 0x20 }
        self.init(
            source, range: (hasMarker ? min(firstLine.endIndex + 1, source.bytes.count) : start)..<source.bytes.count,
            firstLine: hasMarker ? 2 : 1, opening: SourceRange(line: 1, column: 1, length: firstLine.count),
            limits: limits)
    }

    /// Reads the front matter of a page.
    package init(_ fields: FrontMatter.Fields, of source: SourceText, limits: YAMLLimits = .frontMatter) {
        self.init(
            source, range: fields.range, firstLine: fields.firstLine, opening: fields.opening, limits: limits)
    }

    private init(
        _ source: SourceText, range: Range<Int>, firstLine: Int, opening: SourceRange, limits: YAMLLimits
    ) {
        self.source = source
        self.opening = opening
        guard range.count <= limits.bytes else {
            mayHoldComments = false
            root = YAMLNode(.unreadable, at: opening)
            findings = [
                Finding(
                    YAMLRules.tooLarge, at: source.location(opening),
                    "\(range.count / 1024) kB of fields, and \(limits.bytes / 1024) kB may be",
                    advice: "move long text from the fields into the text of a page")
            ]
            return
        }
        let text = TextLines(source, range: range, firstNumber: firstLine)
        var proofreader = Proofreader(source, text: text, limits: limits)
        proofreader.read()
        var composer = Composer(proofreader)
        root = composer.compose(opening: opening)
        findings = composer.findings.sorted()
        let bytes = source.bytes[range]
        mayHoldComments = zip(bytes, bytes.dropFirst()).contains { $0.isBlank && $1 == 0x23 }
    }
}
