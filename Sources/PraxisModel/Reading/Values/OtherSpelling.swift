package import PraxisYAML

/// How a value is written in front matter that people write in many ways elsewhere, in spreadsheets for example.
package enum OtherSpelling {
    /// The value as its field wants it, where the text can mean but one: `2026-03-31` of `31.3.2026`, `45` of `45 min`,
    /// `video` of `Video`. Any other text stays as it is.
    package static func mended(_ text: String, as shape: FieldShape) -> String {
        mend(text, shape) ?? text
    }

    private static func mend(_ text: String, _ shape: FieldShape) -> String? {
        switch shape {
        case .scalar(Day.expectation, _): Day.turnedAround(text)?.description
        case .scalar(PartialDate.expectation, _):
            PartialDate(text: text) == nil ? Day.turnedAround(text)?.description : nil
        case .scalar(LocalDateTime.expectation, _):
            LocalDateTime(text: text) == nil ? LocalDateTime.turnedAround(text) : nil
        case .scalar(EndTime.expectation, _):
            EndTime(text: text) == nil ? LocalDateTime.turnedAround(text) ?? ClockTime(text)?.text : nil
        case .scalar(StartTime.expectation, _):
            StartTime(text: text) == nil
                ? LocalDateTime.turnedAround(text) ?? Day.turnedAround(text)?.description : nil
        case .integer: Int(text) == nil ? (Minutes.count(in: text) ?? people(in: text))?.description : nil
        case .boolean: Bool.inOtherWords(text)?.description
        case .words(let words): words.first { Words.normal($0) == Words.normal(text) }
        case .text, .scalar, .record, .list, .either, .table, .anything: nil
        }
    }

    /// How many people or places a text says there are, and nothing else: `20 people`, `max 12 Plätze`.
    private static func people(in text: String) -> Int? {
        let form =
            /(?:max\.?\s*)?(\d+)\s*(?:people|persons?|participants?|places?|seats?|pers\.?|personer|deltagare|platser|personen|teilnehmer|plätze)?/
        return text.lowercased().wholeMatch(of: form).flatMap { Int(text: String($0.1)) }
    }
}
