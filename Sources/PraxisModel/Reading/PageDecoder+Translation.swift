package import PraxisDiagnostics
internal import PraxisYAML

extension PageDecoder {
    /// Decodes a parsed page; one that translates another takes over what its own front matter leaves out.
    ///
    /// - Parameter original: The page that it translates, parsed.
    package static func decode(
        _ page: ParsedPage, original: ParsedPage?, entry: CatalogueEntry, in context: ReadingContext
    ) -> (page: DecodedPage, findings: [Finding]) {
        let subject = KindDescriptions.subject(of: entry.kind)
        func reader(_ document: YAMLDocument?, isComplete: Bool = true) -> RecordReader {
            document.map { RecordReader($0, subject: subject, isComplete: isComplete) }
                ?? RecordReader(emptyIn: page.source, subject: subject, isComplete: isComplete)
        }
        guard let original else {
            return decode(
                reader(page.frontMatter), of: page.source, document: page.document, entry: entry, in: context)
        }
        // Read twice: its own fields for what is wrong with them, and over the original's for their values.
        let own = decode(
            reader(page.frontMatter, isComplete: false), of: page.source, document: page.document, entry: entry,
            in: context)
        guard let fields = original.frontMatter else { return own }
        let merged = decode(
            reader(page.frontMatter.map { fields.overlaid(with: $0) } ?? fields), of: original.source,
            document: page.document, entry: entry, in: context)
        var page = merged.page
        page.uses = own.page.uses
        // An old address of the original leads to the original.
        page.metadata.aliases = own.page.metadata.aliases
        return (page, own.findings)
    }
}
