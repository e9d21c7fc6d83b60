internal import PraxisYAML

/// How often a series takes place in all.
struct RepetitionCount: ScalarValue {
    let number: Int

    /// Reads a number from 1 to `Recurrence.greatestCount`.
    init?(text: String) {
        guard let number = Int(text), 1...Recurrence.greatestCount ~= number else { return nil }
        self.number = number
    }

    static var expectation: String { "a whole number from 1 to \(Recurrence.greatestCount)" }
    static var pattern: String? { "^[0-9]+$" }
    static var mayContainComma: Bool { false }
}
