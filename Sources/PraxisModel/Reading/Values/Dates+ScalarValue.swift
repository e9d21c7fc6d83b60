internal import PraxisYAML

extension Day: ScalarValue {
    package init?(text: String) { self.init(text) }
    package static var expectation: String { "a date like 2026-03-31" }
    package static var pattern: String? { #"^\d{4}-\d{2}-\d{2}$"# }
    package static var mayContainComma: Bool { false }

    /// Turns around a date that is written the other way, where only one reading makes a day.
    package static func advice(for text: String) -> String? {
        if let day = turnedAround(text) { return "write \(day)" }
        let numbers = text.split { "./- ".contains($0) }.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        guard numbers[0] > 31 else { return "write the year first, then month and day: 2026-03-31" }
        guard 1...12 ~= numbers[1] else { return "write year, month and day: there is no month \(numbers[1])" }
        return
            "\(monthNames[numbers[1] - 1]) \(numbers[0]) has \(Day.length(ofMonth: numbers[1], year: numbers[0])) days"
    }

    /// The day of a date that is written in another way, where only one reading makes a day.
    static func turnedAround(_ text: String) -> Day? {
        let numbers = text.split { "./- ".contains($0) }.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        if numbers[0] > 31 { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
        guard numbers[2] > 999, numbers[0] > 12 || numbers[1] > 12 || text.contains(".") else { return nil }
        let isDayFirst = numbers[0] > 12 || text.contains(".")
        return Day(
            year: numbers[2], month: isDayFirst ? numbers[1] : numbers[0], day: isDayFirst ? numbers[0] : numbers[1])
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension LocalDateTime: ScalarValue {
    package init?(text: String) { self.init(text) }
    package static var expectation: String { "a date and time like 2026-03-31 17:30" }
    package static var pattern: String? { #"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?$"# }
    package static var mayContainComma: Bool { false }

    package static func advice(for text: String) -> String? {
        if let day = Day(text) { return "add the time: \(day) 17:30" }
        let words = text.split { $0 == " " || $0 == "T" || $0 == "," }
        guard let first = words.first else { return nil }
        let day = Day(first) ?? Day.turnedAround(String(first))
        let clock = words.count > 1 ? clock(String(words[1])) : nil
        switch (day, clock) {
        case (let day?, let clock?): return "write \(day) \(clock)"
        case (nil, _): return Day.advice(for: String(first))
        case (_, nil): return "write the time as hours and minutes: 09:05"
        }
    }

    /// A time of day with two digits each, of one that has fewer or a full stop between them.
    private static func clock(_ text: String) -> String? {
        let parts = text.split { $0 == ":" || $0 == "." }.compactMap { Int($0) }
        guard parts.count == 2, 0..<24 ~= parts[0], 0..<60 ~= parts[1] else { return nil }
        return "\(padded(parts[0], to: 2)):\(padded(parts[1], to: 2))"
    }
}

/// The end of an event: a time of the same day, `18:30`, or a date and a time.
struct EndTime: ScalarValue {
    private let minute: Int?
    private let time: LocalDateTime?

    init?(text: String) {
        time = LocalDateTime(text)
        minute = LocalDateTime("2000-01-01 \(text)")?.minute
        if time == nil, minute == nil { return nil }
    }

    static var expectation: String { "a time like 18:30, or a date and time like 2026-03-31 18:30" }

    /// When it is, for an event of that start.
    func resolved(after start: LocalDateTime) -> LocalDateTime {
        time ?? LocalDateTime(day: start.day, minute: minute ?? start.minute)
    }
}

/// When a cohort starts: a day, perhaps with a time.
struct StartTime: ScalarValue {
    let time: LocalDateTime
    let hasTime: Bool

    init?(text: String) {
        if let day = Day(text) {
            time = LocalDateTime(day: day, minute: 0)
            hasTime = false
        } else if let time = LocalDateTime(text) {
            self.time = time
            hasTime = true
        } else {
            return nil
        }
    }

    static var expectation: String { "a date like 2026-03-31, perhaps with a time: 2026-03-31 17:30" }
    static func advice(for text: String) -> String? { LocalDateTime.advice(for: text) }
}

extension Period: ScalarValue {
    package init?(text: String) { self.init(text) }
    package static var expectation: String { "a span of time like 6 months" }
    package static var pattern: String? { #"^(\d+ )?(day|week|month|year)s?$"# }
    package static var mayContainComma: Bool { false }

    package static func advice(for text: String) -> String? {
        let words = text.split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), Self(String(words[1])) != nil else { return nil }
        return 1...greatestCount ~= count ? nil : "it is from 1 to \(greatestCount) \(words[1])"
    }
}

/// A year, a month or a day: when something was published.
struct PartialDate: ScalarValue {
    let text: String

    init?(text: String) {
        let isYear = text.utf8.count == 4 && Int(text).map { 1...9999 ~= $0 } == true
        guard isYear || Day("\(text)-01") != nil || Day(text) != nil else { return nil }
        self.text = text
    }

    static var expectation: String { "a year, a month or a day: 2024, 2024-05 or 2024-05-31" }
    static var pattern: String? { #"^\d{4}(-\d{2}(-\d{2})?)?$"# }
}

extension Recurrence.NumberedWeekday: ScalarValue {
    private static let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1]

    /// Reads `tuesday`, `second tuesday`, `last friday`.
    package init?(text: String) {
        let words = text.lowercased().split(separator: " ")
        guard let name = words.last, let weekday = Weekday(rawValue: String(name)), words.count <= 2 else { return nil }
        guard words.count == 2 else {
            self.init(weekday: weekday)
            return
        }
        guard let ordinal = Self.ordinals[String(words[0])] else { return nil }
        self.init(ordinal: ordinal, weekday: weekday)
    }

    package static var expectation: String { "a day of the week like tuesday, second tuesday or last friday" }
    package static var mayContainComma: Bool { false }

    package static func advice(for text: String) -> String? {
        let words = text.lowercased().split(separator: " ")
        guard let last = words.last, last.count >= 2,
            let weekday = Weekday.allCases.first(where: { $0.rawValue.hasPrefix(last.prefix(3)) })
        else { return nil }
        let ordinal = words.count == 2 ? ordinals.keys.first { $0 == words[0] } : nil
        return "write \(ordinal.map { "\($0) " } ?? "")\(weekday.rawValue)"
    }
}
