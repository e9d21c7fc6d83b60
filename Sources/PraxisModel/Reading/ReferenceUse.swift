package import PraxisDiagnostics

/// A place in front matter, or above an answer, that names another file of the site or somebody without a profile, for
/// tools that change what it says.
package struct ReferenceUse: Hashable, Sendable {
    /// Where the name stands, with what may be around it: quotes, or the rest of an answer's heading.
    package let range: SourceRange
    /// As it is written.
    package let text: String
    /// The file that it names; `nil` where it is somebody who has only a name on this site.
    package let target: SourcePath?
    /// What may be named there; empty where it is a file beside the page.
    package let kinds: [PageKind]

    package init(range: SourceRange, text: String, target: SourcePath?, kinds: [PageKind]) {
        self.range = range
        self.text = text
        self.target = target
        self.kinds = kinds
    }
}
