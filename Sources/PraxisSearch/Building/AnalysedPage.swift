/// One page's words and texts, all that an index needs of it.
package struct AnalysedPage: Sendable {
    let facts: SearchFacts
    /// Each word of the page once.
    private(set) var words: Vocabulary
    /// By word: how much it weighs in the page (`SearchField.weight`), capped.
    private(set) var weights: [UInt16] = []
    /// By word: where it stands. Bit 0 is the title, bits 1 to 7 are the sections, all from the seventh on in the last.
    private(set) var places: [UInt8] = []
    /// Words in all, repetitions counted.
    private(set) var length = 0
    /// Different words in the title.
    private(set) var titleLength = 0
    /// An `IndexPieces.PageText` as JSON, for excerpts and quotations.
    let text: [UInt8]

    /// Linear in the document's length.
    init(_ document: SearchDocument) {
        facts = document.facts
        text = Self.json(of: document)
        words = Vocabulary(capacity: 512)
        add(facts.title, .title, place: 1)
        titleLength = words.count
        add(document.summary, .note, place: 1 << 1)
        for (field, text) in document.fields { add(text, field, place: 1 << 1) }
        for (number, section) in document.sections.enumerated() {
            let place: UInt8 = 1 << UInt8(1 + min(number, 6))
            add(section.heading, .heading, place: place)
            add(section.text, .body, place: place)
        }
        words.freeze()
    }

    private mutating func add(_ text: String, _ field: SearchField, place: UInt8) {
        let weight = field.weight
        var scanner = WordScanner(Array(text.utf8))
        while scanner.next() {
            let number = words.intern(scanner.word[...], hash: Vocabulary.hash(of: scanner.word))
            if number == weights.count {
                weights.append(weight)
                places.append(place)
            } else {
                let (sum, overflow) = weights[number].addingReportingOverflow(weight)
                weights[number] = overflow ? .max : sum
                places[number] |= place
            }
            length += 1
        }
    }

    private static func json(of document: SearchDocument) -> [UInt8] {
        var writer = ScriptWriter()
        writer.raw("[")
        writer.evenString(document.summary)
        writer.raw(",")
        writer.list(document.sections) { writer, section in
            writer.raw("[")
            writer.string(section.id)
            writer.raw(",")
            writer.evenString(section.heading)
            writer.raw(",")
            writer.evenString(section.text)
            writer.raw("]")
        }
        writer.raw(",")
        writer.evenString(document.fields.map(\.text).joined(separator: " \u{B7} "))
        writer.raw("]")
        return writer.bytes
    }
}
