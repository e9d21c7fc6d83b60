/// Something that runs over weeks: mentoring, a circle, an apprenticeship, a programme for a team.
package struct Programme: Equatable, Sendable, Encodable {
    package var kind: ProgrammeKind
    package var coordinator: PersonMention
    package var cadence: Period?
    /// How many people take part together, as written: `4 to 6`.
    package var size: String?
    package var cohorts: [Cohort]

    /// One group that goes through it together. Its members are never named.
    package struct Cohort: Equatable, Sendable, Encodable {
        package var name: String
        package var starts: LocalDateTime
        /// Whether a time was written, or only a day.
        package var hasTime: Bool
        /// An IANA name.
        package var timeZone: String
        package var apply: String?
        package var applyBy: Day?
        package var places: Int?
        package var outcome: String?
    }
}

/// One session of a programme.
package struct Session: Equatable, Sendable, Encodable {
    package var programme: PageID
    /// Its place in the programme, from 1.
    package var number: Int
    package var minutes: Int?
    package var goal: String?
}

/// Shadowing, rotation, a swap, a gig or an apprenticeship that somebody offers.
package struct Opportunity: Equatable, Sendable, Encodable {
    package var kind: OpportunityKind
    package var host: PersonMention
    package var community: PageReference?
    /// What one learns.
    package var learning: String
    package var effort: String?
    package var places: Int?
    package var mode: String?
    /// An address, a mail address or a sentence.
    package var apply: String
    package var closes: Day?

    /// Whether one can still apply: the day in `closes` is the last one.
    package func isOpen(on today: Day) -> Bool {
        closes.map { $0 >= today } ?? true
    }
}
