/// A span of calendar time in words: `6 months`, `2 weeks`, `1 year`.
package struct Period: Hashable, Sendable, CustomStringConvertible, Encodable {
    /// What is counted.
    package enum Unit: String, CaseIterable, Sendable, Encodable {
        case day, week, month, year
    }

    /// From 1 to `greatestCount`.
    package let count: Int
    package let unit: Unit

    package static let greatestCount = 1000

    package init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// Reads `6 months`, `week`, `1 year`.
    package init?(_ text: some StringProtocol) {
        let words = text.split(separator: " ")
        guard let name = words.last?.lowercased(), words.count <= 2 else { return nil }
        let count = words.count == 2 ? Int(words[0]) : 1
        guard let count, 1...Self.greatestCount ~= count,
            let unit = Unit.allCases.first(where: { name == $0.rawValue || name == "\($0.rawValue)s" })
        else { return nil }
        self.init(count, unit)
    }

    /// The day that lies one such span after another.
    package func after(_ day: Day) -> Day {
        switch unit {
        case .day: day.advanced(byDays: count)
        case .week: day.advanced(byDays: 7 * count)
        case .month: day.advanced(byMonths: count)
        case .year: day.advanced(byMonths: 12 * count)
        }
    }

    /// So many such spans in a row.
    package func times(_ number: Int) -> Period { Period(number * count, unit) }

    package var description: String { count == 1 ? "1 \(unit.rawValue)" : "\(count) \(unit.rawValue)s" }
}
