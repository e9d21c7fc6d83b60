package import PraxisDiagnostics

/// A place in front matter that names another file of the site, for tools that change what it says.
package struct ReferenceUse: Hashable, Sendable {
    /// Where the name stands.
    package let range: SourceRange
    /// As it is written.
    package let text: String
    /// The file that it names.
    package let target: SourcePath
}
