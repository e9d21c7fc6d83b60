import PraxisDiagnostics
import PraxisMarkdown

/// A document of a text that must be within the limits.
func document(_ text: String, dialect: MarkdownDialect = .site) -> MarkdownDocument {
    var findings: [Finding] = []
    let source = SourceText(path: SourcePath("page.md"), text: text)
    return MarkdownDocument(parsing: source, dialect: dialect, findings: &findings)
}

/// The findings about a text.
func findings(_ text: String) -> [Finding] {
    var findings: [Finding] = []
    _ = MarkdownDocument(parsing: SourceText(path: SourcePath("page.md"), text: text), findings: &findings)
    return findings
}

/// A text as cmark-gfm would render it.
func gfmHTML(_ text: String, dialect: MarkdownDialect = .gfm) -> String {
    String(decoding: document(text, dialect: dialect).gfmHTML(), as: UTF8.self)
}

/// A text as a page has it, without links beside its headings.
func siteHTML(
    _ text: String, options: (inout MarkdownHTMLOptions) -> Void = { _ in },
    resolve: (MarkdownLink) -> LinkResolution = { _ in .asWritten }
) -> String {
    var settings = MarkdownHTMLOptions()
    settings.linksHeadings = false
    options(&settings)
    return String(decoding: document(text).html(options: settings, resolve: resolve), as: UTF8.self)
}

/// A text as a sheet has it.
func sheetHTML(_ text: String) -> String {
    siteHTML(text) { $0.isSheet = true }
}
