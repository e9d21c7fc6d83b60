import PraxisModel
import Synchronization

/// How far the clocks of time zones are from UTC, by the system's zone data.
final class Clocks: Equatable, Sendable, Encodable {
    private let zones = Mutex<[String: ZoneClock?]>([:])

    /// All tell the same time.
    static func == (left: Clocks, right: Clocks) -> Bool { true }

    func encode(to encoder: any Encoder) {}

    /// Minutes east of UTC at a local time; of two that fit, the first. A zone that is not known counts as UTC.
    func offset(of name: String, at time: LocalDateTime) -> Int {
        let clock = zones.withLock { zones in
            if let known = zones[name] { return known }
            let clock = ZoneClock(name)
            zones[name] = .some(clock)
            return clock
        }
        return (clock?.offset(at: time) ?? 0) / 60
    }

    /// Minutes since 1970 in UTC.
    func moment(_ time: LocalDateTime, in zone: String) -> Int {
        time.day.number * 1440 + time.minute - offset(of: zone, at: time)
    }

    /// The offset as ISO 8601 writes it: `+01:00`.
    func offsetText(of name: String, at time: LocalDateTime) -> String {
        let minutes = offset(of: name, at: time)
        let size = Int(minutes.magnitude)
        return "\(minutes < 0 ? "-" : "+")\(padded(size / 60, to: 2)):\(padded(size % 60, to: 2))"
    }
}
