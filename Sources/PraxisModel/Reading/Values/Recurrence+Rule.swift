internal import PraxisYAML

/// A rule of RFC 5545, 3.3.10: `FREQ=MONTHLY;BYDAY=2TU`.
struct RecurrenceRule: ScalarValue {
    let recurrence: Recurrence

    /// Reads the parts that meetings need: `FREQ`, `INTERVAL`, `BYDAY`, `BYMONTHDAY`, `UNTIL`, `COUNT` and `WKST=MO`.
    init?(text: String) {
        let body = text.hasPrefix("RRULE:") ? String(text.dropFirst(6)) : text
        var rule: Recurrence?
        var parts: [(name: String, value: String)] = []
        for part in body.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { return nil }
            parts.append((sides[0].uppercased(), String(sides[1])))
        }
        if let frequency = parts.first(where: { $0.name == "FREQ" })?.value.lowercased() {
            rule = Recurrence.Frequency(rawValue: frequency).map { Recurrence(frequency: $0) }
        }
        guard var rule else { return nil }
        for (name, value) in parts where name != "FREQ" {
            guard rule.set(name, to: value) else { return nil }
        }
        recurrence = rule
    }

    static var expectation: String { "a rule of RFC 5545 like FREQ=MONTHLY;BYDAY=2TU" }
    static var pattern: String? { "^(RRULE:)?FREQ=" }
}

extension Recurrence {
    /// Takes one part of a rule; `false` where it cannot be read or is of no use for meetings.
    fileprivate mutating func set(_ name: String, to value: String) -> Bool {
        switch name {
        case "INTERVAL":
            guard let number = Int(value), 1...Self.greatestInterval ~= number else { return false }
            interval = number
        case "COUNT":
            guard let number = Int(value), 1...Self.greatestCount ~= number else { return false }
            count = number
        case "UNTIL":
            let digits = value.prefix(8)
            guard digits.count == 8,
                let day = Day("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
            else { return false }
            until = day
        case "BYMONTHDAY":
            let numbers = value.split(separator: ",").map { Int($0) }
            guard numbers.allSatisfy({ $0.map { 1...31 ~= $0 || -31 ... -1 ~= $0 } == true }) else { return false }
            monthDays = numbers.compactMap(\.self)
        case "BYDAY":
            let days = value.uppercased().split(separator: ",").map { text -> NumberedWeekday? in
                guard let weekday = Weekday.allCases.first(where: { $0.abbreviation == text.suffix(2) }) else {
                    return nil
                }
                let ordinal = text.dropLast(2)
                if ordinal.isEmpty { return NumberedWeekday(weekday: weekday) }
                guard let number = Int(ordinal), -5...5 ~= number, number != 0 else { return nil }
                return NumberedWeekday(ordinal: number, weekday: weekday)
            }
            guard days.allSatisfy({ $0 != nil }) else { return false }
            weekdays = days.compactMap(\.self)
        case "WKST": return value.uppercased() == "MO"
        default: return false
        }
        return true
    }
}
