internal import Foundation
internal import PraxisModel

/// The changes of the clocks in a time zone over some years, as a `VTIMEZONE` (RFC 5545, 3.6.5).
///
/// Foundation reads the system's zone data; each change is written as a date of its own, which every calendar program
/// understands and no rule can get wrong.
struct ZoneRules {
    private let name: String
    private let observances: [Observance]

    /// A stretch of time with one offset.
    private struct Observance {
        var start: LocalDateTime
        var before: Int
        var after: Int
        var isDaylight: Bool
        var abbreviation: String
    }

    /// The rules from the year before a day until the year after another, in years of four digits, as the format has no
    /// others; an unknown zone is taken for UTC.
    init(_ name: String, from first: Day, through last: Day) {
        self.name = name
        let zone = TimeZone(identifier: name) ?? .gmt
        var observances: [Observance] = []
        var abbreviations = Abbreviations(zone)
        var moment = Date(timeIntervalSince1970: Double(max(first.number - 400, Self.days.lowerBound)) * 86_400)
        let end = Date(timeIntervalSince1970: Double(min(last.number + 400, Self.days.upperBound)) * 86_400)
        observances.append(
            Self.observance(of: zone, at: moment, before: zone.secondsFromGMT(for: moment), &abbreviations))
        while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < end, next > moment {
            let before = zone.secondsFromGMT(for: next.addingTimeInterval(-1))
            observances.append(Self.observance(of: zone, at: next, before: before, &abbreviations))
            moment = next
        }
        self.observances = observances
    }

    /// From the second day of the year 1 to the last but one of the year 9999, counted from 1970: what is another day by the
    /// local clock is still in one of these years.
    private static let days = -719_161...2_932_895

    /// What the clocks of a zone are called. In the few years of a calendar those with one offset have one name, and
    /// Foundation takes long over each.
    private struct Abbreviations {
        private struct Clock: Hashable {
            var offset: Int
            var isDaylight: Bool
        }

        private let zone: TimeZone
        private var names: [Clock: String] = [:]

        init(_ zone: TimeZone) {
            self.zone = zone
        }

        mutating func name(at moment: Date, offset: Int, isDaylight: Bool) -> String {
            let clock = Clock(offset: offset, isDaylight: isDaylight)
            if let name = names[clock] { return name }
            let name = zone.abbreviation(for: moment) ?? zone.identifier
            names[clock] = name
            return name
        }
    }

    private static func observance(
        of zone: TimeZone, at moment: Date, before: Int, _ abbreviations: inout Abbreviations
    ) -> Observance {
        let offset = zone.secondsFromGMT(for: moment)
        let isDaylight = zone.isDaylightSavingTime(for: moment)
        let local = Int(moment.timeIntervalSince1970.rounded()) + before
        let days = Int((Double(local) / 86_400).rounded(.down))
        return Observance(
            start: LocalDateTime(day: Day(number: days), minute: (local - days * 86_400) / 60), before: before,
            after: offset, isDaylight: isDaylight,
            abbreviation: abbreviations.name(at: moment, offset: offset, isDaylight: isDaylight))
    }

    func write(to text: inout CalendarText) {
        text.property("BEGIN", "VTIMEZONE")
        text.property("TZID", name)
        for observance in observances {
            let kind = observance.isDaylight ? "DAYLIGHT" : "STANDARD"
            text.property("BEGIN", kind)
            let day = observance.start.day
            let date = "\(padded(day.year, to: 4))\(padded(day.month, to: 2))\(padded(day.day, to: 2))"
            let minute = observance.start.minute
            text.property("DTSTART", "\(date)T\(padded(minute / 60, to: 2))\(padded(minute % 60, to: 2))00")
            text.property("TZOFFSETFROM", Self.text(of: observance.before))
            text.property("TZOFFSETTO", Self.text(of: observance.after))
            text.text("TZNAME", observance.abbreviation)
            text.property("END", kind)
        }
        text.property("END", "VTIMEZONE")
    }

    /// Seconds east of UTC at a local time; of two that fit, the first.
    static func offset(of name: String, at time: LocalDateTime) -> Int {
        ZoneClock(name)?.offset(at: time) ?? 0
    }

    /// A local time with its offset from UTC, as ISO 8601 writes it: `2026-03-31T17:30+02:00`.
    static func text(of time: LocalDateTime, in name: String) -> String {
        "\(time)\(text(of: offset(of: name, at: time), between: ":"))"
    }

    /// Hours and minutes of an offset.
    private static func text(of seconds: Int, between separator: String = "") -> String {
        let minutes = abs(seconds) / 60
        return "\(seconds < 0 ? "-" : "+")\(padded(minutes / 60, to: 2))\(separator)\(padded(minutes % 60, to: 2))"
    }
}
