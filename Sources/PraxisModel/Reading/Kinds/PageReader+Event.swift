internal import PraxisDiagnostics
internal import PraxisYAML

extension PageReader {
    mutating func event() -> (content: Event, title: String?) {
        let title = fields.text("title", "what it is called", .required(example: "Open hour"))
        let start = fields.value(
            "start", as: LocalDateTime.self, "when it starts, by the local clock",
            .required(example: "2026-03-31 17:30"))
        let end = fields.value("end", as: EndTime.self, "when it ends")
        let minutes = fields.value("minutes", as: Int.self, "how long it takes, instead of an end")
        let host = person("host", "who runs it", .required(example: "anna-lind"))
        let timeZone = fields.value("timezone", as: TimeZoneName.self, "its time zone, where it is not the site's")
        let place = fields.text("place", "where it is")
        let online = fields.value("online", as: LinkAddress.self, "the address to join at")
        let kind = fields.value("kind", as: EventKind.self, "what sort of meeting it is")
        let repetition = repetition()
        let exceptions = fields.values("except", of: Day.self, "days on which the series does not take place")
        let changes = occurrences()
        let cancelled = fields.value("cancelled", as: Bool.self, "whether it does not take place")
        let register = fields.value("register", as: LinkAddress.self, "where to sign up")
        let capacity = fields.value("capacity", as: Int.self, "for how many people")
        let speakers = people("speakers", "who speaks")
        let recording = fields.value("recording", as: WebAddress.self, "where to see it afterwards")
        let notes = fields.text("notes", "what came out of it: an address, a page or a sentence")

        let begins = start?.value ?? LocalDateTime(day: context.today, minute: 0)
        var ends = begins.advanced(byMinutes: max(1, minutes?.value ?? 60))
        if let end { ends = end.value.resolved(after: begins) }
        if let start, let end, ends <= begins {
            report(
                DateRules.endBeforeStart, at: end.range, "the event ends before it starts at \(start.value.clock)",
                advice: "write a time after \(start.value.clock), or a date and a time")
            ends = begins.advanced(byMinutes: 60)
        }
        if !fields.hasValue("end") {
            fields.miss("minutes", "an event needs \"end\" or \"minutes\": how long it takes", advice: "minutes: 60")
        }
        let recurrence = repetition?.recurrence(from: begins.day)
        checkDays(exceptions + changes.map { $0.key }, of: recurrence, from: begins.day, isStarted: start != nil)
        return (
            Event(
                start: begins, end: ends, timeZone: timeZone?.value.text ?? context.settings.timeZone,
                host: host ?? .name(""), place: place?.value, online: online?.value.text, kind: kind?.value,
                recurrence: recurrence, exceptions: exceptions.map(\.value),
                changes: Dictionary(changes.map { ($0.key.value, $0.change) }, uniquingKeysWith: { _, last in last }),
                isCancelled: cancelled?.value ?? false, register: register?.value.text, capacity: capacity?.value,
                speakers: speakers, recording: recording?.value.text, notes: notes.flatMap { note($0) }),
            title?.value
        )
    }

    /// Notes are an address, a page of the site or a sentence.
    private mutating func note(_ text: Located<String>) -> LinkOrReference? {
        if LinkAddress(text: text.value) == nil, !text.value.hasSuffix(".md"), text.value.contains(" ") {
            return .link(title: text.value, url: "")
        }
        return linkOrPage(text)
    }

    private struct Repetition {
        var isComplete: Bool
        var every: Period?
        var weekdays: [Recurrence.NumberedWeekday]
        var until: Day?
        var count: Int?
        var rule: Recurrence?

        /// The rule in terms of the calendar; a plain weekday in a month keeps the place that the first date has.
        func recurrence(from first: Day) -> Recurrence? {
            guard var recurrence = rule ?? every.map(Recurrence.init(every:)) else { return nil }
            if rule == nil {
                recurrence.weekdays = weekdays
                if recurrence.frequency != .weekly, recurrence.frequency != .daily {
                    recurrence.weekdays = weekdays.map {
                        Recurrence.NumberedWeekday(ordinal: $0.ordinal ?? (first.day - 1) / 7 + 1, weekday: $0.weekday)
                    }
                }
            }
            recurrence.until = until ?? recurrence.until
            recurrence.count = count ?? recurrence.count
            return recurrence
        }
    }

    private mutating func repetition() -> Repetition? {
        let repetition = fields.record("repeat", "how often it takes place", subject: "a repetition") { record in
            let every = record.value("every", as: Period.self, "week, 2 weeks, month…")
            let weekdays = record.values(
                "weekday", of: Recurrence.NumberedWeekday.self, "the day of the week, in a month perhaps with its place"
            )
            let until = record.value("until", as: Day.self, "the last day on which it may take place")
            let count = record.value("count", as: RepetitionCount.self, "how often it takes place in all")
            let rule = record.value("rrule", as: RecurrenceRule.self, "a rule of RFC 5545, instead of the above")
            return Repetition(
                isComplete: record.has("every") || record.has("rrule"),
                every: every?.value, weekdays: weekdays.map(\.value), until: until?.value, count: count?.value.number,
                rule: rule?.value.recurrence)
        }
        if let repetition, !repetition.value.isComplete {
            report(
                FieldRules.missing, at: repetition.range,
                "a repetition needs \"every\": how often the event takes place", advice: "add for example every: week")
        }
        return repetition?.value
    }

    /// What differs on single dates, by the date that the series names.
    private mutating func occurrences() -> [(key: Located<Day>, change: Event.Change)] {
        struct Entry {
            var change: Event.Change
            var notes: Located<String>?
        }
        let rows = fields.table(
            "occurrences", "what differs on single dates", keys: "a date of the series", subject: "an occurrence"
        ) { record in
            let title = record.text("title", "its own title")
            let start = record.value("start", as: LocalDateTime.self, "when it starts instead")
            let recording = record.value("recording", as: WebAddress.self, "where to see it afterwards")
            let notes = record.text("notes", "what came out of it")
            let cancelled = record.value("cancelled", as: Bool.self, "whether it does not take place")
            return Entry(
                change: Event.Change(
                    title: title?.value, start: start?.value, recording: recording?.value.text, notes: nil,
                    isCancelled: cancelled?.value ?? false), notes: notes)
        }
        return rows.compactMap { row in
            guard let day = Day(row.key.value) else {
                report(
                    FieldRules.wrongValue, at: row.key.range, "\"\(row.key.value)\" is not \(Day.expectation)",
                    advice: Day.advice(for: row.key.value) ?? "name the date that differs")
                return nil
            }
            var change = row.value.value.change
            change.notes = row.value.value.notes.flatMap { note($0) }
            return (Located(day, at: row.key.range), change)
        }
    }

    /// Exceptions and changes speak of days that the series has.
    private mutating func checkDays(
        _ days: [Located<Day>], of recurrence: Recurrence?, from first: Day, isStarted: Bool
    ) {
        guard isStarted else { return }
        for day in days where !(recurrence?.contains(day.value, from: first) ?? (day.value == first)) {
            let nearest = recurrence?.day(nearestTo: day.value, from: first) ?? first
            report(
                DateRules.notInSeries, at: day.range, "the event does not take place on \(day.value)",
                advice: "the nearest date is \(nearest)")
        }
    }
}

extension Recurrence {
    /// A rule that repeats after a span of time.
    init(every period: Period) {
        let frequency: Frequency =
            switch period.unit {
            case .day: .daily
            case .week: .weekly
            case .month: .monthly
            case .year: .yearly
            }
        self.init(frequency: frequency, interval: period.count)
    }
}
