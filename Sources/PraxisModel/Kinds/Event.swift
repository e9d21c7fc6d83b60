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

    /// The dates that end on a day or after it and are not later than another, in order, exceptions left out. Linear in
    /// their number.
    package func occurrences(since earliest: Day, through last: Day) -> [Occurrence] {
        // What lasts over midnight began before.
        let begin = earliest.advanced(byDays: start.day.number - end.day.number)
        let days = days(since: begin, through: last)
        // So did what was put off.
        let putOff = changes.compactMap { $0.value.start != nil && $0.key < begin ? $0.key : nil }.sorted()
            .filter { !self.days(since: $0, through: min($0, last)).isEmpty }
        return occurrences(on: putOff + days).filter { $0.end.day >= earliest }
    }

    /// The last dates that end before a day, in order, at most so many. Linear in the number of dates in the years that are
    /// looked at.
    package func latestOccurrences(_ most: Int, before day: Day) -> [Occurrence] {
        let last = day.advanced(byDays: -1)
        var reach = 366
        while true {
            let earliest = day.advanced(byDays: -reach)
            let found = occurrences(on: days(since: earliest, through: last)).filter { $0.end.day < day }
            if found.count >= most || earliest <= start.day { return found.suffix(most) }
            reach *= 2
        }
    }

    /// The days of its series, exceptions included; of a single event its day, if that is one of them.
    private func days(since earliest: Day, through last: Day) -> [Day] {
        if let recurrence { return recurrence.days(from: start.day, since: earliest, through: last) }
        return earliest <= start.day && start.day <= last ? [start.day] : []
    }

    private func occurrences(on days: [Day]) -> [Occurrence] {
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
