internal import PraxisDiagnostics
internal import PraxisYAML

extension PageReader {
    /// How often an event takes place, as it is written.
    struct Repetition {
        var every: Located<Period>?
        var weekdays: [Located<Recurrence.NumberedWeekday>]
        var until: Located<Day>?
        var count: Located<Int>?
        var rule: Located<Recurrence>?
        var isComplete: Bool

        /// The rule in terms of the calendar; a plain weekday in a month keeps the place that the first date has.
        func recurrence(from first: Day) -> Recurrence? {
            var recurrence: Recurrence
            if let rule {
                recurrence = rule.value
            } else if let every {
                recurrence = Recurrence(every: every.value)
                let place = recurrence.isWithinMonths ? (first.day - 1) / 7 + 1 : nil
                recurrence.weekdays = weekdays.map(\.value).map { day in
                    Recurrence.NumberedWeekday(ordinal: place.map { day.ordinal ?? $0 }, weekday: day.weekday)
                }
            } else {
                return nil
            }
            recurrence.until = until?.value ?? recurrence.until
            recurrence.count = count?.value ?? recurrence.count
            return recurrence
        }
    }

    mutating func repetition() -> Repetition? {
        let repetition = fields.record("repeat", "how often it takes place", subject: "a repetition") { record in
            let every = record.value("every", as: RepetitionStep.self, "week, 2 weeks, month…")
            let weekdays = record.values(
                "weekday", of: Recurrence.NumberedWeekday.self, "the day of the week, in a month perhaps with its place"
            )
            let until = record.value("until", as: Day.self, "the last day on which it may take place")
            let count = record.value("count", as: RepetitionCount.self, "how often it takes place in all")
            let rule = record.value("rrule", as: RecurrenceRule.self, "a rule of RFC 5545, instead of the above")
            return Repetition(
                every: every?.map(\.period), weekdays: weekdays, until: until, count: count?.map(\.number),
                rule: rule?.map(\.recurrence), isComplete: record.has("every") || record.has("rrule"))
        }
        if let repetition, !repetition.value.isComplete {
            report(
                FieldRules.missing, at: repetition.range,
                "a repetition needs \"every\": how often the event takes place", advice: "add for example every: week")
        }
        return repetition?.value
    }

    // MARK: What goes together

    /// Reports what does not go together in a series that begins on `first`, and leaves of it what does.
    mutating func settle(_ series: inout Recurrence?, of repetition: Repetition, from first: Day) {
        guard var rule = series else { return }
        checkWords(of: repetition, rule)
        settleEnd(of: &rule, repetition, from: first)
        checkFirst(first, of: rule, repetition)
        series = rule
    }

    /// How often is said in one way, and a place in the month of a series that keeps to months.
    private mutating func checkWords(of repetition: Repetition, _ rule: Recurrence) {
        if repetition.rule != nil {
            let unused =
                repetition.every.map { (key: "every", range: $0.range) }
                ?? repetition.weekdays.first.map { (key: "weekday", range: $0.range) }
            guard let unused else { return }
            report(
                DateRules.seriesAtOdds, at: unused.range,
                "\"rrule\" says how often the event takes place, so \"\(unused.key)\" is not used",
                advice: "take one of the two away")
        } else if !rule.isWithinMonths,
            let numbered = repetition.weekdays.first(where: { $0.value.ordinal != nil })
        {
            report(
                DateRules.seriesAtOdds, at: numbered.range,
                "this day of the week has its place in a month, and the event does not go by months",
                advice: "write every: month, or weekday: \(numbered.value.weekday.rawValue)")
        }
    }

    /// A series ends after it starts, and in one way: calendars take a last day or a number (RFC 5545, 3.3.10).
    private mutating func settleEnd(of rule: inout Recurrence, _ repetition: Repetition, from first: Day) {
        guard let until = rule.until, let place = repetition.until?.range ?? repetition.rule?.range else { return }
        guard until >= first else {
            report(
                DateRules.endBeforeStart, at: place, "the series ends on \(until), before it starts on \(first)",
                advice: "write a day after \(first)")
            rule.until = nil
            return
        }
        guard let count = rule.count else { return }
        let days = rule.days(from: first, since: first, through: until)
        if days.count == count { rule.until = nil } else { rule.count = nil }
        report(
            DateRules.seriesAtOdds, at: repetition.count?.range ?? place,
            "a last day and a number both say when the series ends, so its last date is \(days.last ?? first)",
            advice: "keep \(days.count == count ? "the number" : "the last day"), and take the other away")
    }

    /// A series begins on its first date, also where the rule does not name that day: then one of the two is a slip.
    private mutating func checkFirst(_ first: Day, of rule: Recurrence, _ repetition: Repetition) {
        guard !rule.names(first), let place = repetition.rule?.range ?? repetition.weekdays.first?.range else { return }
        let start = rule.namedDay(after: first).map { "start on \($0)" } ?? "start on another day"
        report(
            DateRules.seriesAtOdds, at: place,
            "the event starts on \(first), a \(first.weekday.name), and its series has other days",
            advice: repetition.rule == nil ? "\(start), or write weekday: \(first.weekday.rawValue)" : start)
    }

    // MARK: Single dates

    /// What differs on single dates, by the date that the series names.
    mutating func occurrences() -> [(key: Located<Day>, change: Event.Change)] {
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

    /// Exceptions and changes speak of days that the series has, and not of the same.
    mutating func checkDays(
        _ exceptions: [Located<Day>], _ changed: [Located<Day>], of recurrence: Recurrence?, from first: Day
    ) {
        let skipped = Set(exceptions.map(\.value))
        for day in exceptions + changed.filter({ !skipped.contains($0.value) })
        where !(recurrence?.contains(day.value, from: first) ?? (day.value == first)) {
            let nearest = recurrence?.day(nearestTo: day.value, from: first) ?? first
            report(
                DateRules.notInSeries, at: day.range, "the event does not take place on \(day.value)",
                advice: "the nearest date is \(nearest)")
        }
        for day in changed where skipped.contains(day.value) {
            report(
                DateRules.notInSeries, at: day.range,
                "the event does not take place on \(day.value), since \"except\" leaves it out",
                advice: "take the date out of \"except\", or away from here")
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

    /// Whether it keeps to months, in which a day of the week has a place.
    var isWithinMonths: Bool { frequency == .monthly || frequency == .yearly }
}
