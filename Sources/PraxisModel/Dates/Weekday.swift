/// A day of the week; ISO 8601 begins it on Monday.
package enum Weekday: String, CaseIterable, Sendable, Hashable, Encodable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// From 0 for Monday to 6 for Sunday.
    package var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// As English writes it: `Monday`.
    package var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// The two letters of RFC 5545: `MO`.
    package var abbreviation: String { String(rawValue.prefix(2)).uppercased() }
}
