/// How long ago something was added, roughly.
package enum Freshness: String, CaseIterable, Sendable {
    /// Within a year.
    case recent
    case older

    package init(added: Day, today: Day) {
        self = added.advanced(byDays: 365) >= today ? .recent : .older
    }
}

extension Page {
    /// How long ago a resource was added, roughly; `nil` where nothing says so.
    package func freshness(on today: Day) -> Freshness? {
        resource?.added.map { Freshness(added: $0, today: today) }
    }
}
