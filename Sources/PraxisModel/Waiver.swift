/// Leave for one page to break a rule until a day.
package struct Waiver: Hashable, Sendable, Encodable {
    /// The rule's identifier.
    package var rule: String
    /// The last day on which it holds.
    package var until: Day
    package var why: String?

    /// A waiver, where both its rule and its end are known.
    package init?(rule: String?, until: Day?, why: String?) {
        guard let rule, let until else { return nil }
        self.rule = rule
        self.until = until
        self.why = why
    }
}
