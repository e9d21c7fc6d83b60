internal import PraxisSyndication

/// What has changed since an earlier report, as lines for a terminal.
struct StewardshipChangesText {
    let text: String

    init(_ changes: StewardshipChanges) {
        var lines = ["Since \(changes.since):"]
        lines +=
            TextTable(
                ["", "Then", "Now"],
                changes.totals.map { figure in
                    [Self.totals[figure.name] ?? figure.name, Self.value(figure.before), Self.value(figure.now)]
                }, numbers: [1, 2]
            ).lines
        let rows = changes.communities.map { [$0.title, Self.words(for: $0)] }.filter { !$0[1].isEmpty }
        lines +=
            [""]
            + (rows.isEmpty ? ["No community has changed."] : TextTable(["Community", "What has changed"], rows).lines)
        text = lines.joined(separator: "\n")
    }

    private static let totals = [
        "communities": "Communities", "withoutOwner": "Without an owner", "pages": "Pages",
        "reviewedInTime": "Reviewed in time, %", "due": "Due for review", "openQuestions": "Open questions",
        "topicsSoughtAndNotOffered": "Skills sought and offered by nobody",
    ]

    /// Those that are told. What is counted over twelve months goes up and down by the day.
    private static let figures = [
        "owners": "owners", "moderators": "moderators", "members": "members", "pages": "pages",
        "reviewedInTime": "reviewed %", "due": "due", "lonely": "lonely", "openQuestions": "open questions",
    ]

    /// What has changed, in words; empty where nothing is to be told.
    private static func words(for change: StewardshipChanges.Change) -> String {
        var words: [String] = []
        switch change.kind {
        case .new: words.append("new")
        case .gone: words.append("gone, or archived")
        case .changed: break
        }
        switch change.ownership {
        case .lost: words.append("has no owner any more")
        case .found: words.append("has an owner again")
        case nil: break
        }
        words += change.figures.compactMap { figure in
            figures[figure.name].map { "\($0) \(value(figure.before)) → \(value(figure.now))" }
        }
        return words.joined(separator: ", ")
    }

    private static func value(_ value: Int?) -> String { value.map { String($0) } ?? "–" }
}
