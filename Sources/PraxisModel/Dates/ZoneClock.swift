internal import Foundation

/// The clock of a time zone, by the system's zone data.
package struct ZoneClock: Sendable {
    private let zone: TimeZone

    /// The clock of a zone of the IANA database; `nil` where there is none of that name.
    package init?(_ name: String) {
        guard let zone = name == "UTC" ? .gmt : TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    /// Seconds east of UTC at a time of this clock; of two that fit, the first.
    package func offset(at time: LocalDateTime) -> Int {
        let local = Self.seconds(of: time)
        let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local))
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: local - Double(guess)))
    }

    /// What this clock shows when another shows a time.
    package func time(when time: LocalDateTime, by other: ZoneClock) -> LocalDateTime {
        let universal = Self.seconds(of: time) - Double(other.offset(at: time))
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: universal)) - other.offset(at: time)
        return time.advanced(byMinutes: offset / 60)
    }

    private static func seconds(of time: LocalDateTime) -> Double {
        Double(time.day.number * 86_400 + time.minute * 60)
    }
}
