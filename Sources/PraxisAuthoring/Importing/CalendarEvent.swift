internal import PraxisDiagnostics
internal import PraxisModel

/// A VEVENT of a calendar.
struct CalendarEvent {
    /// By name of the property, its value as a cell.
    private var values: [String: ImportTable.Cell] = [:]
    /// When it starts and ends, and which days a series leaves out, with the lines that say so.
    private var start: (time: CalendarTime, range: SourceRange)?
    private var end: (time: CalendarTime, range: SourceRange)?
    private var exceptions: (times: [CalendarTime], range: SourceRange)?
    /// Where it says that it is one date of a series.
    private(set) var change: SourceRange?
    /// Where it names dates that no rule gives.
    private(set) var moreDates: SourceRange?
    private let range: SourceRange

    /// What rows have, as fields of an event.
    static let columns = [
        "title", "start", "end", "minutes", "timezone", "place", "online", "repeat.rrule", "except", "cancelled",
        "text",
    ]

    init(at range: SourceRange) { self.range = range }

    /// Its cells, by the columns.
    ///
    /// What is in UTC in the file is so because its program writes it so. It gets the clock of a zone that somebody has named,
    /// unless a rule repeats it: that counts by UTC.
    ///
    /// - Parameters:
    ///   - zone: What the calendar says of all its events.
    ///   - site: The zone of events that name none.
    func cells(in zone: String?, of site: String) -> [ImportTable.Cell] {
        var values = values
        func set(_ column: String, _ text: String?, _ range: SourceRange) {
            values[column] = text.map { ImportTable.Cell(text: $0, range: range) }
        }
        if let start {
            var own = zone
            if case .time(_, let written?) = start.time { own = written }
            if own == "UTC", values["repeat.rrule"] == nil, ZoneClock(zone ?? site) != nil { own = zone ?? site }
            set("start", (start.time.moved(to: own) ?? start.time).text, start.range)
            if case .time = start.time { set("timezone", own == site && own != "UTC" ? nil : own, start.range) }
            if let end { set("end", Self.end(end.time, of: start.time, in: own), end.range) }
            if let exceptions {
                let days = exceptions.times.map { ($0.moved(to: own) ?? $0).day }
                set("except", days.joined(separator: "; "), exceptions.range)
            }
        }
        return Self.columns.map { values[$0] ?? ImportTable.Cell(text: "", range: range) }
    }

    /// When it ends; `nil` where nobody can say by this zone's clock, and for one day.
    private static func end(_ end: CalendarTime, of start: CalendarTime, in zone: String?) -> String? {
        switch (start, end) {
        case (.day(let first), .day(let after)):
            // The day after the last (RFC 5545, 3.6.1).
            let last = after.advanced(byDays: -1)
            return last > first ? last.description : nil
        case (_, .time(_, nil)) where start.isInZone: return nil
        default: return end.moved(to: zone)?.text
        }
    }

    mutating func read(_ line: ContentLine) {
        func set(_ column: String, _ text: String?) {
            guard let text, !text.isEmpty else { return }
            values[column] = ImportTable.Cell(text: text, range: line.range)
        }
        switch line.name {
        case "SUMMARY": set("title", line.text)
        case "DESCRIPTION": set("text", line.text)
        case "DTSTART": start = line.times.first.map { ($0, line.range) }
        case "DTEND": end = line.times.first.map { ($0, line.range) }
        case "DURATION": set("minutes", line.minutes.map(String.init))
        case "LOCATION": set(line.text.hasPrefix("https://") ? "online" : "place", line.text)
        case "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL": set("online", line.text)
        case "RRULE": set("repeat.rrule", line.value)
        case "EXDATE": exceptions = ((exceptions?.times ?? []) + line.times, line.range)
        case "STATUS": set("cancelled", line.value.uppercased() == "CANCELLED" ? "true" : nil)
        case "RECURRENCE-ID": change = line.range
        case "RDATE": moreDates = line.range
        default: break
        }
    }
}

extension CalendarTime {
    /// Whether it is by the clock of a zone that is named.
    fileprivate var isInZone: Bool {
        if case .time(_, _?) = self { true } else { false }
    }
}
