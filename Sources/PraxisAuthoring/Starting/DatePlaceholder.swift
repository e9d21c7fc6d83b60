internal import PraxisModel

/// A date in the starter's files that depends on the day on which a site is begun: `{today}`, `{today-30}`, or the first
/// such weekday from there on, `{tuesday+7}`.
enum DatePlaceholder {
    /// A text with all its placeholders filled. Linear in its length.
    static func filled(in bytes: [UInt8], today: Day) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            result += rest[..<open]
            let inside = rest[(open + 1)...].prefix { $0 != UInt8(ascii: "}") && $0 != 0x0A && $0 != UInt8(ascii: "{") }
            if let day = day(String(decoding: inside, as: UTF8.self), today: today),
                rest.indices.contains(inside.endIndex), rest[inside.endIndex] == UInt8(ascii: "}")
            {
                result += day.description.utf8
                rest = rest[(inside.endIndex + 1)...]
            } else {
                result.append(rest[open])
                rest = rest[(open + 1)...]
            }
        }
        return result + rest
    }

    private static func day(_ text: String, today: Day) -> Day? {
        let name = text.prefix { $0.isLetter }
        let days = text.dropFirst(name.count)
        guard days.isEmpty || Int(days) != nil else { return nil }
        let start = today.advanced(byDays: Int(days) ?? 0)
        if name == "today" { return start }
        guard let weekday = Weekday(rawValue: String(name)) else { return nil }
        return (0..<7).lazy.map { start.advanced(byDays: $0) }.first { $0.weekday == weekday }
    }
}
