package import PraxisDiagnostics

/// When the files of a site last changed, as version control knows it.
package enum ChangeHistory: Hashable, Sendable {
    /// By path, the day of the last change by the clock of whoever made it, as ISO 8601 writes it.
    case days([SourcePath: String])
    /// Nothing can be said; why, in words that end a sentence.
    case unknown(String)
}

/// A history as it was read, with what it was read of.
package struct HistoryReading: Sendable {
    /// The newest commit; `nil` where nothing can be said.
    package let tip: String?
    package let history: ChangeHistory

    package init(tip: String?, history: ChangeHistory) {
        self.tip = tip
        self.history = history
    }
}

extension SiteFiles {
    /// A folder that is not under version control.
    package func changeHistory(after previous: HistoryReading?) async -> HistoryReading {
        HistoryReading(tip: nil, history: .unknown("the site's folder is not under version control"))
    }

    /// A folder that is not under version control.
    package func newestCommit() async -> String? { nil }
}
