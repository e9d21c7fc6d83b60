/// A rule by which an event repeats: the part of RFC 5545, 3.3.10 that meetings need.
///
/// Days are worked out on the local calendar, so that a meeting stays at its hour when the clocks change.
package struct Recurrence: Hashable, Sendable, Encodable {
    package enum Frequency: String, Sendable, CaseIterable, Encodable {
        case daily, weekly, monthly, yearly
    }

    /// A day of the week, in a month perhaps with its place: the third Tuesday, the last Friday (−1).
    package struct NumberedWeekday: Hashable, Sendable, Encodable {
        package var ordinal: Int?
        package var weekday: Weekday

        package init(ordinal: Int? = nil, weekday: Weekday) {
            self.ordinal = ordinal
            self.weekday = weekday
        }
    }

    package var frequency: Frequency
    /// From 1 to `greatestInterval`.
    package var interval: Int
    package var weekdays: [NumberedWeekday]
    /// Days of the month, negative from its end.
    package var monthDays: [Int]
    /// The last day on which it may take place.
    package var until: Day?
    /// From 1 to `greatestCount`.
    package var count: Int?

    package static let greatestInterval = 1000
    package static let greatestCount = 1000

    package init(
        frequency: Frequency, interval: Int = 1, weekdays: [NumberedWeekday] = [], monthDays: [Int] = [],
        until: Day? = nil, count: Int? = nil
    ) {
        self.frequency = frequency
        self.interval = interval
        self.weekdays = weekdays
        self.monthDays = monthDays
        self.until = until
        self.count = count
    }

    /// The days of the series that begins on `first`, of those from `earliest` up to and with `last`, in order.
    ///
    /// `first` is always the first of the series, as RFC 5545 counts. Linear in the number of weeks, months or years between
    /// `earliest` and `last`; of a rule with a count, between `first` and `last`.
    package func days(from first: Day, since earliest: Day, through last: Day) -> [Day] {
        let end = until.map { min($0, last) } ?? last
        guard first <= end, earliest <= end else { return [] }
        var days: [Day] = first >= earliest ? [first] : []
        var rest = count.map { $0 - 1 } ?? .max
        let firstStep = count == nil ? max(0, step(of: earliest, from: first)) : 0
        for step in firstStep...max(firstStep, step(of: end, from: first)) {
            for day in Set(self.days(inStep: step, from: first)).filter({ $0 > first }).sorted() {
                guard day <= end, rest > 0 else { return days }
                rest -= 1
                if day >= earliest { days.append(day) }
            }
        }
        return days
    }

    /// Whether the series that begins on `first` has a day.
    package func contains(_ day: Day, from first: Day) -> Bool {
        !days(from: first, since: day, through: day).isEmpty
    }

    /// The day of the series that begins on `first` that is nearest to another.
    package func day(nearestTo day: Day, from first: Day) -> Day {
        for reach in [40, 400, 4000, 40_000] {
            let near = days(from: first, since: day.advanced(byDays: -reach), through: day.advanced(byDays: reach))
                .min { abs($0.number - day.number) < abs($1.number - day.number) }
            if let near { return near }
        }
        return first
    }

    /// Whether `first`, with which the series begins in any case, is a day that the rule names.
    package func names(_ first: Day) -> Bool { days(inStep: 0, from: first).contains(first) }

    /// The first day after `first` that the rule names, if there is one in the next hundred years.
    package func namedDay(after first: Day) -> Day? {
        var rule = self
        rule.until = nil
        rule.count = nil
        for reach in [40, 400, 4000, 40_000] {
            let days = rule.days(
                from: first, since: first.advanced(byDays: 1), through: first.advanced(byDays: reach))
            if let day = days.first { return day }
        }
        return nil
    }

    /// How many intervals after that of `first` a day lies; negative before it.
    private func step(of day: Day, from first: Day) -> Int {
        switch frequency {
        case .daily: (day.number - first.number) / interval
        case .weekly: (day.number - first.number + first.weekday.index) / (7 * interval)
        case .monthly: (12 * (day.year - first.year) + day.month - first.month) / interval
        case .yearly: (day.year - first.year) / interval
        }
    }

    /// The first day of the week, month or year so many intervals after that of `first`.
    private func stepStart(_ step: Int, from first: Day) -> Day {
        let amount = step * interval
        switch frequency {
        case .daily: return first.advanced(byDays: amount)
        case .weekly: return first.advanced(byDays: 7 * amount - first.weekday.index)
        case .monthly: return first.advanced(byDays: 1 - first.day).advanced(byMonths: amount)
        case .yearly:
            return first.advanced(byDays: 1 - first.day).advanced(byMonths: 1 - first.month + 12 * amount)
        }
    }

    /// The days that the rule names within one such stretch, in no order.
    private func days(inStep step: Int, from first: Day) -> [Day] {
        let start = stepStart(step, from: first)
        switch frequency {
        case .daily:
            return weekdays.isEmpty || weekdays.contains { $0.weekday == start.weekday } ? [start] : []
        case .weekly:
            let named = weekdays.isEmpty ? [first.weekday] : weekdays.map(\.weekday)
            return named.map { start.advanced(byDays: $0.index) }
        case .monthly:
            return days(inMonthOf: start, from: first)
        case .yearly:
            let month = start.advanced(byMonths: first.month - 1)
            return days(inMonthOf: month, from: first)
        }
    }

    private func days(inMonthOf start: Day, from first: Day) -> [Day] {
        let length = Day.length(ofMonth: start.month, year: start.year)
        func day(_ number: Int) -> Day? {
            Day(year: start.year, month: start.month, day: number < 0 ? length + 1 + number : number)
        }
        let numbered = monthDays.compactMap(day)
        guard !weekdays.isEmpty else { return monthDays.isEmpty ? [day(first.day)].compactMap(\.self) : numbered }
        let named = weekdays.flatMap { entry -> [Day] in
            let offset = (entry.weekday.index - start.weekday.index + 7) % 7
            let all = stride(from: 1 + offset, through: length, by: 7).compactMap(day)
            guard let ordinal = entry.ordinal else { return all }
            let index = ordinal > 0 ? ordinal - 1 : all.count + ordinal
            return all.indices.contains(index) ? [all[index]] : []
        }
        return monthDays.isEmpty ? named : named.filter(numbered.contains)
    }

    /// The rule of a series that begins on `first`, as RFC 5545 writes it; `untilText` is `until` in the form and zone of
    /// the event's start.
    package func rule(from first: Day, endingAt untilText: String? = nil) -> String {
        var parts = ["FREQ=\(frequency.rawValue.uppercased())"]
        if interval > 1 { parts.append("INTERVAL=\(interval)") }
        if !weekdays.isEmpty {
            let days = weekdays.map { "\($0.ordinal.map(String.init) ?? "")\($0.weekday.abbreviation)" }
            parts.append("BYDAY=\(days.joined(separator: ","))")
        }
        if !monthDays.isEmpty { parts.append("BYMONTHDAY=\(monthDays.map(String.init).joined(separator: ","))") }
        // Without its month, a day that is named in a year is one of the whole year.
        if frequency == .yearly, !weekdays.isEmpty || !monthDays.isEmpty { parts.append("BYMONTH=\(first.month)") }
        if let count { parts.append("COUNT=\(count)") }
        if let untilText { parts.append("UNTIL=\(untilText)") }
        return parts.joined(separator: ";")
    }
}
