package import PraxisDiagnostics

/// A site as its authors keep it: every page with its text and what its front matter refers to, before anything is left
/// out or frozen. For tools that change the files.
package struct SiteSources: Sendable {
    /// What the pages were read in.
    package let context: ReadingContext
    /// In the order of the catalogue's entries.
    package let pages: [ParsedPage]
    /// In the same order.
    package let decoded: [DecodedPage]
    /// site.yaml, where there is one.
    package let settingsFile: SourceText?
    /// Files that are not read because of their names or places.
    package let refused: [SourcePath]

    package init(
        context: ReadingContext, pages: [ParsedPage], decoded: [DecodedPage], settingsFile: SourceText? = nil,
        refused: [SourcePath] = []
    ) {
        self.context = context
        self.pages = pages
        self.decoded = decoded
        self.settingsFile = settingsFile
        self.refused = refused
    }

    package var catalogue: Catalogue { context.catalogue }
}
