internal import PraxisModel

/// A calendar in the form of RFC 5545, with the rules of the time zones that it uses.
struct CalendarFile {
    let bytes: [UInt8]

    init(of subject: CalendarSubject, in site: Site) {
        let entries = subject.entries(in: site)
        var text = CalendarText()
        text.property("BEGIN", "VCALENDAR")
        text.property("VERSION", "2.0")
        text.property("PRODID", "-//Praxis//Praxis//EN")
        text.text("NAME", subject.title(in: site))
        text.text("X-WR-CALNAME", subject.title(in: site))
        let timed = entries.filter { $0.end != nil }
        for zone in Set(timed.map(\.timeZone)).sorted() {
            let days = timed.filter { $0.timeZone == zone }.map(\.start.day)
            // A series goes on after its first day.
            let last = max(days.max() ?? site.today, site.today)
            ZoneRules(zone, from: days.min() ?? site.today, through: last.advanced(byMonths: 60)).write(to: &text)
        }
        for entry in entries { Self.write(entry, to: &text) }
        text.property("END", "VCALENDAR")
        bytes = text.bytes
    }

    private static func write(_ entry: CalendarEntry, to text: inout CalendarText) {
        text.property("BEGIN", "VEVENT")
        text.property("UID", entry.identifier)
        text.property("DTSTAMP", "\(compact(entry.changed))T000000Z")
        let zone = ";TZID=\(entry.timeZone)"
        if let end = entry.end {
            text.property("DTSTART\(zone)", compact(entry.start))
            text.property("DTEND\(zone)", compact(end))
        } else {
            text.property("DTSTART;VALUE=DATE", compact(entry.start.day))
        }
        if let recurrence = entry.recurrence {
            let until = recurrence.until.map { Self.endOfDay($0, zone: entry.timeZone) }
            text.property("RRULE", recurrence.rule(from: entry.start.day, endingAt: until))
        }
        if !entry.exceptions.isEmpty {
            text.property("EXDATE\(zone)", entry.exceptions.map(compact).joined(separator: ","))
        }
        if let replaces = entry.replaces { text.property("RECURRENCE-ID\(zone)", compact(replaces)) }
        text.text("SUMMARY", entry.title)
        text.text("DESCRIPTION", entry.summary)
        text.text("LOCATION", entry.place)
        if let url = entry.url { text.property("URL", url) }
        if entry.isCancelled { text.property("STATUS", "CANCELLED") }
        text.property("END", "VEVENT")
    }

    /// The last second of a day in a zone, in UTC: the form that `UNTIL` takes beside a start with a zone (3.3.10).
    private static func endOfDay(_ day: Day, zone: String) -> String {
        let end = LocalDateTime(day: day, minute: 23 * 60 + 59)
        let utc = end.advanced(byMinutes: -ZoneRules.offset(of: zone, at: end) / 60)
        return "\(compact(utc))Z"
    }

    private static func compact(_ day: Day) -> String {
        "\(padded(day.year, to: 4))\(padded(day.month, to: 2))\(padded(day.day, to: 2))"
    }

    private static func compact(_ time: LocalDateTime) -> String {
        "\(compact(time.day))T\(padded(time.minute / 60, to: 2))\(padded(time.minute % 60, to: 2))00"
    }
}
