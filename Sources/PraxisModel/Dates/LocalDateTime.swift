/// A time of the clock on a day, wherever that clock hangs: `2026-03-31T17:30`.
package struct LocalDateTime: Hashable, Sendable, Encodable {
    package let day: Day
    /// Minutes since midnight, below 1,440.
    package let minute: Int

    package init(day: Day, minute: Int) {
        self.day = day
        self.minute = minute
    }

    /// Reads `2026-03-31 17:30`, `2026-03-31T17:30` and the same with seconds, which are dropped.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard parts.count == 2, let day = Day(parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 2 || clock.count == 3, clock.allSatisfy({ $0.utf8.count == 2 }),
            let hours = Int(clock[0]), let minutes = Int(clock[1]), 0..<24 ~= hours, 0..<60 ~= minutes,
            clock.count == 2 || Int(clock[2]).map({ 0..<61 ~= $0 }) == true
        else { return nil }
        self.init(day: day, minute: hours * 60 + minutes)
    }

    /// The clock so many minutes later; a change of the clocks on the way does not count.
    package func advanced(byMinutes minutes: Int) -> LocalDateTime {
        let total = minute + minutes
        let days = total >= 0 ? total / 1440 : (total - 1439) / 1440
        return LocalDateTime(day: day.advanced(byDays: days), minute: total - days * 1440)
    }

    /// Minutes from another time to this one by the clock on the wall.
    package func minutes(since other: LocalDateTime) -> Int {
        (day.number - other.day.number) * 1440 + minute - other.minute
    }

    /// The time of day: `17:30`.
    package var clock: String { "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))" }
}

extension LocalDateTime: Comparable {
    package static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
        (left.day, left.minute) < (right.day, right.minute)
    }
}

extension LocalDateTime: CustomStringConvertible {
    /// As ISO 8601 writes it: `2026-03-31T17:30`.
    package var description: String { "\(day)T\(clock)" }
}
