internal import PraxisMarkdown

/// The texts of the interface in one language, with nothing missing that another language has.
package struct StringTable: Equatable, Sendable {
    /// A BCP 47 tag.
    package let language: String
    /// What templates write, by the number of its key, escaped.
    let escaped: [[UInt8]]
    /// The words that the text of a page needs and has not got.
    private(set) var labels = MarkdownHTMLOptions.Labels()
    private let phrases: [String: Phrase]
    /// The words of each vocabulary, by member: the same phrases, found without putting a key together.
    private let words: [TextKey.Family: [Substring: Phrase]]
    private let plurals: PluralRule

    /// - Parameters:
    ///   - layers: The texts by key, those of the language first, then what stands in where it has none.
    init(language: String, keys: StringKeys, layers: [[String: Phrase]]) {
        self.language = language
        plurals = PluralRule(language: language)
        var phrases: [String: Phrase] = [:]
        for layer in layers { phrases.merge(layer) { first, _ in first } }
        self.phrases = phrases
        var words: [TextKey.Family: [Substring: Phrase]] = [:]
        for (key, phrase) in phrases {
            guard let dot = key.lastIndex(of: "."), let family = TextKey.Family(rawValue: String(key[..<dot])) else {
                continue
            }
            words[family, default: [:]][key[key.index(after: dot)...]] = phrase
        }
        self.words = words
        escaped = keys.names.map { name in
            var bytes: [UInt8] = []
            bytes.appendEscaped(StringKeys.written(name, in: phrases))
            return bytes
        }
        labels.alerts = ["note", "tip", "important", "warning", "caution"].map { word(.alert, $0) }
        labels.table = text(.tableLabel)
        labels.details = text(.headingDetails)
        labels.blank = text(.headingBlank)
        labels.task = text(.headingTask)
        labels.footnotes = text(.footnotesTitle)
        labels.backToText = text(.footnotesBack)
    }

    /// A text with its places filled; empty where there is none, which loading a theme has reported.
    func text(_ key: TextKey, _ values: [String: String] = [:]) -> String {
        phrases[key.rawValue]?.text(.other, values) ?? ""
    }

    /// A text in the plural form of a number, which fills the place `count`.
    func text(_ key: TextKey, count: Int, _ values: [String: String] = [:]) -> String {
        var values = values
        values["count"] = number(count)
        guard let phrase = phrases[key.rawValue] else { return "" }
        return phrase.text(form(of: phrase, for: count), values)
    }

    /// The form of a text for a number. A language without forms for 0 and 2 may still write them, as `zero` and `two`:
    /// every other week.
    private func form(of phrase: Phrase, for count: Int) -> PluralRule.Form {
        switch count {
        case 0 where phrase.writtenForms.contains(.zero): .zero
        case 2 where phrase.writtenForms.contains(.two): .two
        default: plurals.form(for: count)
        }
    }

    /// The word for a member of a vocabulary; the member's own name where there is no word for it.
    func word(_ family: TextKey.Family, _ member: String) -> String {
        words[family]?[TextKey.Family.key(of: member)[...]]?.plain ?? member
    }

    /// The word for so many members of a vocabulary.
    func word(_ family: TextKey.Family, _ member: String, count: Int) -> String {
        guard let phrase = words[family]?[TextKey.Family.key(of: member)[...]] else { return member }
        return phrase.text(form(of: phrase, for: count), ["count": number(count)])
    }

    /// The item of a list, from 1.
    func item(_ list: TextKey.List, _ number: Int) -> String {
        phrases["\(list.rawValue).\(number)"]?.plain ?? ""
    }

    /// A number with its thousands apart, as the language parts them.
    func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        guard digits.utf8.count > 4 else { return String(number) }
        let separator = text(.numberGroup)
        var result = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { result += separator }
            result.append(digit)
        }
        return result
    }
}
