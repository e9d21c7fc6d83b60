internal import PraxisYAML

/// A rule of RFC 5545, 3.3.10: `FREQ=MONTHLY;BYDAY=2TU`.
struct RecurrenceRule: ScalarValue {
    let recurrence: Recurrence

    init?(text: String) {
        guard let recurrence = try? Recurrence(rule: text) else { return nil }
        self.recurrence = recurrence
    }

    static var expectation: String { "a rule of RFC 5545 for meetings, like FREQ=MONTHLY;BYDAY=2TU" }
    static var pattern: String? { "^(RRULE:)?FREQ=" }

    static func advice(for text: String) -> String? {
        do throws(RuleProblem) {
            _ = try Recurrence(rule: text)
            return nil
        } catch {
            return error.advice
        }
    }
}

/// Why a rule cannot be read, or is of no use for meetings.
private enum RuleProblem: Error {
    case form
    case frequency
    case number(part: String, greatest: Int)
    case until
    case monthDays
    case weekdays
    case monthOnly(part: String)
    case weekStart
    case unknown(part: String)

    /// What to write instead.
    var advice: String {
        switch self {
        case .form: "write its parts as NAME=VALUE with semicolons between them: FREQ=MONTHLY;BYDAY=2TU"
        case .frequency: "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY"
        case .number(let part, let greatest): "\(part) is a whole number from 1 to \(greatest)"
        case .until: "UNTIL is a day like 20261231"
        case .monthDays: "BYMONTHDAY has days from 1 to 31, or from -31 to -1 counted from the end of the month"
        case .weekdays: "BYDAY has days like TU, 2TU or -1FR, with a place from 1 to 5 or from -5 to -1"
        case .monthOnly(let part): "\(part) goes with FREQ=MONTHLY or FREQ=YEARLY"
        case .weekStart: "weeks begin on Monday here: leave WKST out"
        case .unknown(let part):
            "leave \(part) out: what is read is FREQ, INTERVAL, BYDAY, BYMONTHDAY, UNTIL, COUNT and WKST=MO"
        }
    }
}

extension Recurrence {
    /// Reads the parts that meetings need: `FREQ`, `INTERVAL`, `BYDAY`, `BYMONTHDAY`, `UNTIL`, `COUNT` and `WKST=MO`.
    fileprivate init(rule text: String) throws(RuleProblem) {
        let body = text.hasPrefix("RRULE:") ? String(text.dropFirst(6)) : text
        var parts: [(name: String, value: String)] = []
        for part in body.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { throw .form }
            parts.append((sides[0].uppercased(), String(sides[1])))
        }
        guard let name = parts.first(where: { $0.name == "FREQ" })?.value.lowercased(),
            let frequency = Frequency(rawValue: name)
        else { throw .frequency }
        self.init(frequency: frequency)
        for (name, value) in parts where name != "FREQ" { try set(name, to: value) }
        guard frequency == .daily || frequency == .weekly else { return }
        if !monthDays.isEmpty { throw .monthOnly(part: "BYMONTHDAY") }
        if weekdays.contains(where: { $0.ordinal != nil }) { throw .monthOnly(part: "a place such as 2TU") }
    }

    private mutating func set(_ name: String, to value: String) throws(RuleProblem) {
        switch name {
        case "INTERVAL": interval = try Self.number(value, of: name, upTo: Self.greatestInterval)
        case "COUNT": count = try Self.number(value, of: name, upTo: Self.greatestCount)
        case "UNTIL":
            let digits = value.prefix(8)
            guard digits.count == 8,
                let day = Day("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
            else { throw .until }
            until = day
        case "BYMONTHDAY":
            let numbers = value.split(separator: ",").map { Int($0) }
            guard numbers.allSatisfy({ $0.map { 1...31 ~= $0 || -31 ... -1 ~= $0 } == true }) else { throw .monthDays }
            monthDays = numbers.compactMap(\.self)
        case "BYDAY":
            let days = value.uppercased().split(separator: ",").map { NumberedWeekday(abbreviation: $0) }
            guard days.allSatisfy({ $0 != nil }) else { throw .weekdays }
            weekdays = days.compactMap(\.self)
        case "WKST": guard value.uppercased() == "MO" else { throw .weekStart }
        default: throw .unknown(part: name)
        }
    }

    private static func number(
        _ text: String, of part: String, upTo greatest: Int
    ) throws(RuleProblem) -> Int {
        guard let number = Int(text), 1...greatest ~= number else { throw .number(part: part, greatest: greatest) }
        return number
    }
}

extension Recurrence.NumberedWeekday {
    /// Reads `TU`, `2TU`, `-1FR`.
    fileprivate init?(abbreviation text: Substring) {
        guard let weekday = Weekday.allCases.first(where: { $0.abbreviation == text.suffix(2) }) else { return nil }
        let ordinal = text.dropLast(2)
        if ordinal.isEmpty {
            self.init(weekday: weekday)
        } else {
            guard let number = Int(ordinal), -5...5 ~= number, number != 0 else { return nil }
            self.init(ordinal: number, weekday: weekday)
        }
    }
}
