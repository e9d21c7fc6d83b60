/// A meeting, or a series of them.
package struct Event: Equatable, Sendable, Encodable {
    /// By the clock of `timeZone`; of a series, the first.
    package var start: LocalDateTime
    package var end: LocalDateTime
    /// An IANA name.
    package var timeZone: String
    package var host: PersonMention
    package var place: String?
    /// An address to join at.
    package var online: String?
    package var kind: EventKind?
    package var recurrence: Recurrence?
    /// Days on which the series does not take place.
    package var exceptions: [Day]
    /// What differs on single days of a series.
    package var changes: [Day: Change]
    package var isCancelled: Bool
    package var register: String?
    package var capacity: Int?
    package var speakers: [PersonMention]
    package var recording: String?
    package var notes: LinkOrReference?

    /// What differs on one day of a series.
    package struct Change: Equatable, Sendable, Encodable {
        package var title: String?
        package var start: LocalDateTime?
        package var recording: String?
        package var notes: LinkOrReference?
        package var isCancelled: Bool
    }

    /// One date on which it takes place.
    package struct Occurrence: Hashable, Sendable, Encodable {
        /// The day that the rule names, by which changes and calendars know it (RFC 5545, RECURRENCE-ID).
        package var originalDay: Day
        package var start: LocalDateTime
        package var end: LocalDateTime
        package var title: String?
        package var recording: String?
        package var notes: LinkOrReference?
        package var isCancelled: Bool
    }

    package var minutes: Int { end.minutes(since: start) }

    /// The dates up to a day, in order, exceptions left out. Linear in their number.
    package func occurrences(through last: Day) -> [Occurrence] {
        let days = recurrence?.days(from: start.day, through: last) ?? (start.day <= last ? [start.day] : [])
        let length = minutes
        let skipped = Set(exceptions)
        return days.filter { !skipped.contains($0) }.map { day in
            let change = changes[day]
            let begin = change?.start ?? LocalDateTime(day: day, minute: start.minute)
            return Occurrence(
                originalDay: day, start: begin, end: begin.advanced(byMinutes: length), title: change?.title,
                recording: change?.recording ?? (recurrence == nil ? recording : nil),
                notes: change?.notes ?? (recurrence == nil ? notes : nil),
                isCancelled: isCancelled || change?.isCancelled == true)
        }
    }
}
