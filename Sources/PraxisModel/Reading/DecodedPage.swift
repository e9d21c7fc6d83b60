/// A page whose front matter has been read and its references resolved; links in its text are still to be followed.
package struct DecodedPage: Sendable {
    package let entry: CatalogueEntry
    /// As the page says; what follows from other pages is filled in when the site is frozen.
    package var metadata: Metadata
    package var content: Page.Content
    /// Every place in the front matter that names another file.
    package var uses: [ReferenceUse]
}
