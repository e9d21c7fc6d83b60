/// A footnote that readers do not see.
struct FootnoteSlip {
    /// Its name with the brackets, in bytes of the file.
    let range: Range<Int>
    let name: String
    /// Whether another one before it has the same name.
    let isSecond: Bool

    /// Looks through the footnotes that a text defines. Linear in their number.
    static func found(among footnotes: [Definitions.Footnote], referredTo labels: [[UInt8]]) -> [FootnoteSlip] {
        guard !footnotes.isEmpty else { return [] }
        let used = Set(labels)
        var known: Set<[UInt8]> = []
        return footnotes.compactMap { footnote in
            let label = FootnoteNumbers.folded(footnote.label)
            let isFirst = known.insert(label).inserted
            guard !isFirst || !used.contains(label) else { return nil }
            let start = footnote.bytes.lowerBound
            return FootnoteSlip(
                range: start..<min(start + footnote.label.count + 3, footnote.bytes.upperBound),
                name: String(decoding: footnote.label, as: UTF8.self), isSecond: !isFirst)
        }
    }

    var slip: MarkdownSlip {
        MarkdownSlip(
            rule: MarkdownSlip.footnote, range: range,
            message: isSecond
                ? "another footnote is called \"\(name)\", so readers do not see this one"
                : "nothing in the text refers to this footnote, so readers do not see it",
            advice: isSecond
                ? "give it a name of its own" : "write [^\(name)] where it belongs, or take the footnote out")
    }
}
