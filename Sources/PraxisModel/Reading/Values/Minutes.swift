internal import PraxisYAML

/// How long something takes, as a number of minutes.
struct Minutes: ScalarValue {
    let count: Int

    init?(text: String) {
        guard let count = Int(text: text) else { return nil }
        self.count = count
    }

    static var expectation: String { "a whole number of minutes like 20" }
    static var shape: FieldShape { .integer }
    static var mayContainComma: Bool { false }

    /// Works out the minutes of hours and minutes as people write them: `1:30`, `1 h 30`, `90 min`, `2 Stunden`.
    ///
    /// With a colon alone it may be minutes and seconds as well, as players of films have them.
    static func advice(for text: String) -> String? {
        switch Reading(text) {
        case .none:
            Int(text) == nil ? Self.count(in: text).map { "write the number alone: \($0)" } : Int.advice(for: text)
        case .minutes(let minutes): "write the minutes alone: \(minutes)"
        case .hoursOrMinutes(let ofHours, let ofSeconds):
            "write the minutes alone: \(ofHours), or \(ofSeconds) if these are minutes and seconds"
        }
    }

    /// The minutes of a text that can mean but one length: `1 h 30`, `ca 90 min`. Of days or weeks nobody knows how many minutes
    /// are meant, and with a colon it may be hours or minutes.
    static func count(in text: String) -> Int? {
        let length = text.lowercased().trimmingPrefix(
            /\s*(?:~|(?:c:?a|circa|cirka|about|approx|etwa|ungefähr)\b\.?)\s*/)
        if let match = length.wholeMatch(of: /(\d+)\s*(?:m|mins?|minutes?|minuten?|minuter)?\.?\s*/) {
            return Int(text: String(match.1))
        }
        guard !length.contains(":"), case .minutes(let minutes) = Reading(String(length)) else { return nil }
        return minutes
    }

    /// What hours and minutes, or minutes and seconds, may mean.
    private enum Reading {
        case minutes(Int)
        case hoursOrMinutes(Int, Int)

        init?(_ text: String) {
            let form = /\s*(\d{1,4})\s*(?::|([[:alpha:]]+)\.?)\s*(?:(\d{1,2})\s*([[:alpha:]]*)\.?)?\s*/
            guard let match = text.lowercased().wholeMatch(of: form), let first = Int(match.1) else { return nil }
            guard match.4.map({ $0.isEmpty || $0.hasPrefix("m") }) != false else { return nil }
            let second = match.3.flatMap { Int($0) }
            let ofHours = first * 60 + (second ?? 0)
            if let unit = match.2 {
                guard hours.contains(String(unit)) else { return nil }
                self = .minutes(ofHours)
            } else {
                guard let second else { return nil }
                let ofSeconds = max(1, first + (second + 30) / 60)
                self = first < longestHours ? .hoursOrMinutes(ofHours, ofSeconds) : .minutes(ofSeconds)
            }
        }
    }

    /// From so many on, what stands before a colon is no number of hours.
    private static let longestHours = 10

    /// Words for hours.
    private static let hours: Set = [
        "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "t", "tim", "timme", "timmar", "time", "timer",
        "ora",
        "ore", "heure", "heures", "hora", "horas", "uur", "uren",
    ]
}
