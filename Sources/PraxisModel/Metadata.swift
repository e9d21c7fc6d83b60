/// What every kind of page has.
package struct Metadata: Equatable, Sendable, Encodable {
    /// A person's name, else the title.
    package var title: String
    /// One or two plain sentences: as written, a community's purpose, or the body's first sentence.
    package var summary: String
    /// Whether the summary was written, and is not the body's first sentence.
    package var hasWrittenSummary: Bool
    package var status: Status
    package var shownFrom: Day?
    package var shownUntil: Day?
    package var topics: [TopicID]
    /// As written, or as it follows from the kind.
    package var circle: Circle?
    package var way: Way?
    /// Old addresses.
    package var aliases: [Route]
    /// Who answers for the page: as written, else its author or curator, else the community's owners; on a page of the site
    /// only those who are still here.
    package var owners: [PersonMention]
    package var review: Review
    /// The day of its last change, where the site reads its history.
    package var changed: Day? = nil
    package var isFeatured: Bool
    /// Rules that the page may break for a while.
    package var waivers: [Waiver] = []
    /// What the page says for its theme under `extra:`.
    package var extra: ExtraValue

    package var isArchived: Bool { status == .archived }
}

/// When a page was looked at, and by when somebody should look again.
package struct Review: Hashable, Sendable, Encodable {
    package var reviewed: Day?
    package var every: Period?

    package init(reviewed: Day? = nil, every: Period? = nil) {
        self.reviewed = reviewed
        self.every = every
    }

    /// The day by which it is due; `nil` where it was never reviewed or needs no review.
    package var due: Day? {
        guard let reviewed, let every else { return nil }
        return every.after(reviewed)
    }

    /// Whether the due day has passed. A review that is due today is not yet overdue.
    package func isOverdue(on today: Day) -> Bool {
        due.map { $0 < today } ?? false
    }
}

/// A value that the site keeps for its theme and does not look into.
package indirect enum ExtraValue: Hashable, Sendable, Encodable {
    case text(String)
    case list([ExtraValue])
    case fields([String: ExtraValue])

    package static let none = ExtraValue.fields([:])

    /// All texts in it, in any order.
    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let values): values.flatMap(\.texts)
        case .fields(let fields): fields.values.flatMap(\.texts)
        }
    }
}
