package import PraxisDiagnostics

/// When the files of a site last changed, as version control knows it.
package enum ChangeHistory: Hashable, Sendable {
    /// By path, the day of the last change by the clock of whoever made it, as ISO 8601 writes it.
    case days([SourcePath: String])
    /// Nothing can be said; why, in words that end a sentence.
    case unknown(String)
}

extension SiteFiles {
    /// A folder that is not under version control.
    package func changeHistory() async -> ChangeHistory { .unknown("the site's folder is not under version control") }
}
