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
        let form = /\s*(\d{1,4})\s*(?::|([[:alpha:]]+)\.?)\s*(?:(\d{1,2})\s*([[:alpha:]]*)\.?)?\s*/
        guard let match = text.lowercased().wholeMatch(of: form), let first = Int(match.1) else {
            return Int.advice(for: text)
        }
        let second = match.3.flatMap { Int($0) }
        let ofHours = first * 60 + (second ?? 0)
        guard let unit = match.2 else {
            guard let second else { return Int.advice(for: text) }
            let ofSeconds = max(1, first + (second + 30) / 60)
            guard first < longestHours else { return "write the minutes alone: \(ofSeconds)" }
            return "write the minutes alone: \(ofHours), or \(ofSeconds) if these are minutes and seconds"
        }
        guard hours.contains(where: { unit.hasPrefix($0) }) else { return Int.advice(for: text) }
        return "write the minutes alone: \(ofHours)"
    }

    /// From so many on, what stands before a colon is no number of hours.
    private static let longestHours = 10

    /// How words for hours begin.
    private static let hours = ["h", "std", "stunde", "tim", "ore", "heure", "uur"]
}
