import PraxisModel

extension StringTable {
    /// A day in full: 31 March 2026.
    func date(_ day: Day) -> String {
        text(.dateLong, ["day": String(day.day), "month": item(.months, day.month), "year": String(day.year)])
    }

    /// A day near today: 31 March.
    func shortDate(_ day: Day) -> String {
        text(.dateShort, ["day": String(day.day), "month": item(.months, day.month), "year": String(day.year)])
    }

    /// A month: March 2026.
    func month(_ day: Day) -> String {
        text(.dateMonth, ["month": item(.months, day.month), "year": String(day.year)])
    }

    /// A day with its day of the week.
    func weekdayDate(_ day: Day) -> String {
        text(
            .dateWeekday,
            [
                "weekday": item(.weekdays, day.weekday.index + 1), "day": String(day.day),
                "month": item(.months, day.month), "year": String(day.year),
            ])
    }

    /// A stretch of time: on one day with its hours, else from day to day.
    func when(from start: LocalDateTime, to end: LocalDateTime) -> String {
        if start.day == end.day {
            return text(.timeSpan, ["date": weekdayDate(start.day), "from": start.clock, "to": end.clock])
        }
        return text(.daySpan, ["from": weekdayDate(start.day), "to": weekdayDate(end.day)])
    }

    /// The same where the day that it begins on stands beside: the day of the week with the hours, else to which day.
    func hours(from start: LocalDateTime, to end: LocalDateTime) -> String {
        let weekday = item(.weekdays, start.day.weekday.index + 1)
        if start.day == end.day {
            return text(.timeSpan, ["date": weekday, "from": start.clock, "to": end.clock])
        }
        return text(.daySpan, ["from": weekday, "to": weekdayDate(end.day)])
    }

    /// Whose clock a time goes by: the place that a time zone is named for, else the zone's own name.
    func zone(_ name: String) -> String {
        guard let slash = name.lastIndex(of: "/") else { return name }
        let place = String(name[name.index(after: slash)...])
        return text(.eventZone, ["place": place.replacing("_", with: " ")])
    }

    /// How long something takes: in minutes up to two hours, then in hours and minutes.
    func duration(_ minutes: Int) -> String {
        guard minutes >= 120 || minutes == 60 else { return text(.minutes, count: minutes) }
        let hours = text(.hours, count: minutes / 60)
        return minutes % 60 == 0 ? hours : "\(hours) \(text(.minutes, count: minutes % 60))"
    }

    /// The name of a language; its tag where there is none.
    func language(_ tag: String) -> String {
        let name = word(.language, tag)
        return name == tag ? word(.language, String(tag.prefix { $0 != "-" })) : name
    }
}
