internal import PraxisYAML

extension Day: ScalarValue {
    package init?(text: String) { self.init(text) }
    package static var expectation: String { "a date like 2026-03-31" }
    package static var pattern: String? { #"^\d{4}-\d{2}-\d{2}$"# }
    package static var mayContainComma: Bool { false }

    /// Turns around a date that is written the other way, where only one reading makes a day.
    package static func advice(for text: String) -> String? {
        if let day = turnedAround(text) { return "write \(day)" }
        if let day = counted(text) { return "if a spreadsheet program counted the days, write \(day)" }
        let numbers = text.split { "./- ".contains($0) }.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        if numbers[0] > 31 {
            return missing(year: numbers[0], month: numbers[1])
                ?? "write year, month and day: there is no month \(numbers[1])"
        }
        let isDayOnly = numbers[2] > 999 && (text.contains(".") || numbers[0] > 12)
        return (isDayOnly ? missing(year: numbers[2], month: numbers[1]) : nil)
            ?? "write the year first, then month and day: 2026-03-31"
    }

    /// Why a month has no such day; `nil` where there is no such month.
    private static func missing(year: Int, month: Int) -> String? {
        guard 1...12 ~= month else { return nil }
        return "\(monthNames[month - 1]) \(year) has \(Day.length(ofMonth: month, year: year)) days"
    }

    /// The day of a date that is written in another way, where only one reading makes a day. A time of day is left out; with
    /// anything else that has a number, the first of two days for example, the text is no day.
    static func turnedAround(_ text: String) -> Day? {
        if let date = DateInWords(text) { return isNoMoreThanTime(text[date.end...]) ? date.day : nil }
        let parts = text.split { "./- ".contains($0) }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3, parts.allSatisfy({ Int($0) != nil || isNoMoreThanTime($0) }) else { return nil }
        if numbers[0] > 31 { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
        guard numbers[2] > 999, numbers[0] > 12 || numbers[1] > 12 || text.contains(".") else { return nil }
        let isDayFirst = numbers[0] > 12 || text.contains(".")
        return Day(
            year: numbers[2], month: isDayFirst ? numbers[1] : numbers[0], day: isDayFirst ? numbers[0] : numbers[1])
    }

    /// The day that a spreadsheet program shows as a number where it does not know that it is a day, from 1954 to 2119.
    static func counted(_ text: String) -> Day? {
        guard let count = Int(text), 20_000..<80_000 ~= count else { return nil }
        return Day(year: 1899, month: 12, day: 30)?.advanced(byDays: count)
    }

    /// Whether there is a time of day at the most, or no number at all.
    private static func isNoMoreThanTime(_ text: Substring) -> Bool {
        !text.contains(where: \.isNumber) || ClockTime(text.drop { " T,".contains($0) }) != nil
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
        guard let (day, rest) = dayAndRest(of: text) else {
            return text.split { " T,".contains($0) }.first.flatMap { Day.advice(for: String($0)) }
        }
        if let clock = ClockTime(rest) { return "write \(day) \(clock.text)" }
        return rest.isEmpty
            ? "write it with the time: \(day) 17:30" : "write the time as hours and minutes: \(day) 09:05"
    }

    /// A date and time that are written in another way, as they are written here: `31.3.2026 kl 17` as `2026-03-31 17:00`.
    static func turnedAround(_ text: String) -> String? {
        guard let (day, rest) = dayAndRest(of: text), let clock = ClockTime(rest) else { return nil }
        return "\(day) \(clock.text)"
    }

    private static func dayAndRest(of text: String) -> (day: Day, rest: Substring)? {
        guard let first = text.split(whereSeparator: { $0 == " " || $0 == "T" || $0 == "," }).first else { return nil }
        // A date of several words goes up to its year.
        let inWords = DateInWords(text)
        let end = inWords?.end ?? first.endIndex
        guard let day = inWords?.day ?? Day(first) ?? Day.turnedAround(String(first)) else { return nil }
        return (day, text[end...].drop { " T,".contains($0) })
    }
}

/// A date with the name of its month, as people write it in some languages: `3 April 2026`, `3. März 2026`, `May 3rd, 2026`.
private struct DateInWords {
    let day: Day
    /// Where in the text it ends.
    let end: String.Index

    /// Reads the date that a text begins with, a day of the week or `den` before it left out.
    init?(_ text: String) {
        guard text.utf8.count < 100 else { return nil }
        let dayFirst =
            /(?:\p{L}+\.?,?\s+)*(\d{1,2})(?:\.|st|nd|rd|th|:e|er)?\s+(?:of\s+|de\s+)?(\p{L}{3,})\.?,?\s+(\d{4})\b/
        let monthFirst = /(?:\p{L}+,\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/
        let parts: (day: Substring, month: Substring, year: Substring, end: String.Index)
        if let match = text.prefixMatch(of: dayFirst) {
            parts = (match.1, match.2, match.3, match.range.upperBound)
        } else if let match = text.prefixMatch(of: monthFirst) {
            parts = (match.2, match.1, match.3, match.range.upperBound)
        } else {
            return nil
        }
        let name = parts.month.lowercased()
        let named = [4, 3].lazy.compactMap { length in
            Self.months.firstIndex { $0.contains(name.prefix(length)) }
        }
        guard let month = named.first,
            let year = Int(parts.year), let number = Int(parts.day),
            let day = Day(year: year, month: month + 1, day: number)
        else { return nil }
        self.day = day
        end = parts.end
    }

    /// How the names of months begin, in languages of which one is most likely theirs: with three letters, or with four where
    /// three are those of two months.
    private static let months: [Set<Substring>] = [
        ["jan"], ["feb", "fév"], ["mar", "mär", "maa", "mrz"], ["apr", "avr"], ["may", "mai", "maj", "mei"],
        ["jun", "juin"], ["jul", "juil"], ["aug", "aoû"], ["sep"], ["oct", "okt"], ["nov", "marr"],
        ["dec", "dez", "déc"],
    ]
}

/// A time of day as people write it: `9:05`, `17.30`, `17 Uhr`, `kl 8`, `5:30 pm`.
struct ClockTime {
    /// With two digits each.
    let text: String

    init?(_ text: some StringProtocol) {
        guard text.utf8.count < 20 else { return nil }
        let form =
            /(kl\.?|at|um|ab|från)?\s*(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?)?\s*(uhr|o'clock|am|pm|a\.m\.|p\.m\.|h)?/
        guard let match = String(text).lowercased().wholeMatch(of: form), var hour = Int(match.2),
            let minute = Int(match.3 ?? "0")
        else { return nil }
        // A number alone may be anything.
        guard match.3 != nil || match.1 != nil || match.4 != nil else { return nil }
        let half = match.4.map { $0.prefix(1) }
        if half == "p" || half == "a" {
            guard 1...12 ~= hour else { return nil }
            hour = hour % 12 + (half == "p" ? 12 : 0)
        }
        guard 0..<24 ~= hour, 0..<60 ~= minute else { return nil }
        self.text = "\(padded(hour, to: 2)):\(padded(minute, to: 2))"
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

    static func advice(for text: String) -> String? {
        if let clock = ClockTime(text) { return "write \(clock.text)" }
        return text.contains(where: \.isNumber) && text.utf8.count > 5 ? LocalDateTime.advice(for: text) : nil
    }

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

/// How long it takes from one date of a series to the next: `week`, `2 weeks`, `month`.
struct RepetitionStep: ScalarValue {
    let period: Period

    init?(text: String) {
        guard let period = Period(text) else { return nil }
        self.period = period
    }

    static var expectation: String { "a step like week, 2 weeks or month" }
    static var pattern: String? { Period.pattern }
    static var mayContainComma: Bool { false }

    static func advice(for text: String) -> String? {
        if let advice = Period.advice(for: text) { return advice }
        let text = text.lowercased()
        if text.hasPrefix("every "), let period = Period(text.dropFirst("every ".count)) {
            return "write every: \(period.count == 1 ? period.unit.rawValue : period.description)"
        }
        let words = text.split { !$0.isLetter }
        if let day = words.lazy.compactMap({ Weekday(fullName: $0) }).first {
            return "write every: week, and below it weekday: \(day.rawValue)"
        }
        return words.lazy.compactMap { usual[$0] }.first.map { "write every: \($0)" }
    }

    private static let usual: [Substring: String] = [
        "daily": "day", "weekly": "week", "biweekly": "2 weeks", "fortnightly": "2 weeks", "fortnight": "2 weeks",
        "monthly": "month", "quarterly": "3 months", "quarter": "3 months", "yearly": "year", "annually": "year",
        "täglich": "day", "wöchentlich": "week", "woche": "week", "monatlich": "month", "monat": "month",
        "vecka": "week", "månad": "month",
    ]
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

    static func advice(for text: String) -> String? {
        if Day.turnedAround(text) != nil || Day.counted(text) != nil { return Day.advice(for: text) }
        // A month and a year: the day before them stands for all.
        return DateInWords("1 \(text)").map { "write \($0.day.description.dropLast(3))" }
    }
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
            let weekday = Weekday(fullName: last)
                ?? Weekday.allCases.first(where: { $0.rawValue.hasPrefix(last.prefix(3)) })
        else { return nil }
        let ordinal = words.count == 2 ? ordinals.keys.first { $0 == words[0] } : nil
        return "write \(ordinal.map { "\($0) " } ?? "")\(weekday.rawValue)"
    }
}

extension Weekday {
    /// The day that has a name in English, German or Swedish, in small letters, or of which it is the plural.
    fileprivate init?(fullName: Substring) {
        let name = fullName.hasSuffix("s") ? fullName.dropLast() : fullName
        guard let day = Self(rawValue: String(name)) ?? Self.otherNames[name] else { return nil }
        self = day
    }

    private static let otherNames: [Substring: Weekday] = [
        "montag": .monday, "dienstag": .tuesday, "mittwoch": .wednesday, "donnerstag": .thursday, "freitag": .friday,
        "samstag": .saturday, "sonntag": .sunday, "måndag": .monday, "tisdag": .tuesday, "onsdag": .wednesday,
        "torsdag": .thursday, "fredag": .friday, "lördag": .saturday, "söndag": .sunday,
    ]
}
