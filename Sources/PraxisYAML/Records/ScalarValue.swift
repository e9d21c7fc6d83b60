/// A value that is written as one text: a date, an address, a span of time.
package protocol ScalarValue: Sendable {
    /// Reads the text, without spaces around it; `nil` where it is none.
    init?(text: String)
    /// What it is, with its article, and an example: `a date like 2026-03-31`.
    static var expectation: String { get }
    /// A regular expression (ECMA 262) that its texts match.
    static var pattern: String? { get }
    /// Its form, for schemas.
    static var shape: FieldShape { get }
    /// What to write instead of a text that is none, where that can be said.
    static func advice(for text: String) -> String?
    /// Whether a comma can be part of it; if not, one that is there separates values.
    static var mayContainComma: Bool { get }
}

extension ScalarValue {
    package static var pattern: String? { nil }
    package static var shape: FieldShape { .scalar(expectation: expectation, pattern: pattern) }
    package static func advice(for text: String) -> String? { nil }
    package static var mayContainComma: Bool { true }
}

extension String: ScalarValue {
    package init?(text: String) { self = text }
    package static var expectation: String { "a text" }
    package static var shape: FieldShape { .text }
}

/// A number as authors count: people, minutes, places.
extension Int: ScalarValue {
    /// Reads decimal digits, up to `greatestCount`: what is counted here is never more, and sums of it never overflow.
    package init?(text: String) {
        guard let number = Int(text), 0...Self.greatestCount ~= number else { return nil }
        self = number
    }

    package static var greatestCount: Int { 1_000_000 }
    package static var expectation: String { "a whole number like 20" }
    package static var shape: FieldShape { .integer }
    package static var mayContainComma: Bool { false }

    package static func advice(for text: String) -> String? {
        if let number = Int(text) { return number < 0 ? "it cannot be below 0" : "it is at most \(greatestCount)" }
        return alone(in: text).map { "write the number alone: \($0)" }
    }

    /// The number in a text that has but one: `about 20`. Of several nobody knows which is meant.
    private static func alone(in text: String) -> Int? {
        let numbers = text.split { !($0.isASCII && $0.isNumber) }
        return numbers.count == 1 ? Int(text: String(numbers[0])) : nil
    }
}

extension Bool: ScalarValue {
    /// Reads `true` and `false`, and `yes` and `no`, however they are capitalized.
    package init?(text: String) {
        switch text.lowercased() {
        case "true", "yes": self = true
        case "false", "no": self = false
        default: return nil
        }
    }

    package static var expectation: String { "true or false" }

    package static func advice(for text: String) -> String? {
        inOtherWords(text).map { "write \($0)" }
    }

    /// What is meant by words that people write for yes and no.
    package static func inOtherWords(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "ja", "oui", "sí", "si", "sì", "sim", "kyllä", "tak", "y", "on", "x", "1": true
        case "nein", "nej", "nei", "non", "nee", "não", "ei", "nie", "n", "off", "0": false
        default: nil
        }
    }

    package static var shape: FieldShape { .boolean }
    package static var mayContainComma: Bool { false }
}

/// A word out of a fixed few; written in lower case, with spaces or hyphens alike.
package protocol VocabularyWord: ScalarValue, CaseIterable {
    /// The word as an author writes it: `work in progress`.
    var word: String { get }
}

extension VocabularyWord {
    package init?(text: String) {
        let wanted = Words.normal(text)
        guard let match = Self.allCases.first(where: { Words.normal($0.word) == wanted }) else { return nil }
        self = match
    }

    package static var words: [String] { allCases.map(\.word) }
    package static var expectation: String { Words.alternatives(words) }
    package static var shape: FieldShape { .words(words) }
    package static var mayContainComma: Bool { false }
    package static func advice(for text: String) -> String? { Words.advice(for: text, among: words) }
}

extension VocabularyWord where Self: RawRepresentable, RawValue == String {
    package var word: String { rawValue }
}
