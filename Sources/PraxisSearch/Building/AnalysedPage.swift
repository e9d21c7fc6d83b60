/// One page's words and texts, all that an index needs of it.
package struct AnalysedPage: Sendable {
    let facts: SearchFacts
    /// Each word of the page once.
    private(set) var words: Vocabulary
    /// By word.
    private(set) var uses: [Use] = []
    /// Two words with a hyphen between them, which others write as one: each once, in no order.
    private(set) var pairs: [[UInt8]: Use] = [:]
    /// Words in all, repetitions counted.
    private(set) var length = 0
    /// Different stems in the title; of a person's page 1, since one of somebody's names is a name of theirs.
    private(set) var titleLength = 0
    /// An `IndexPieces.PageText` as JSON, for excerpts and quotations.
    private(set) var text: [UInt8]

    /// What a page makes of a word.
    struct Use {
        /// How much the word weighs in the page (`SearchField.weight`), capped.
        fileprivate(set) var weight: UInt16 = 0
        /// Where it stands.
        fileprivate(set) var places: WordPlaces = []

        fileprivate mutating func add(_ weight: UInt16, at places: WordPlaces) {
            self.weight.raise(by: weight)
            self.places.formUnion(places)
        }
    }

    /// Linear in the document's length.
    init(_ document: SearchDocument) {
        facts = document.facts
        text = Self.json(of: document)
        words = Vocabulary(capacity: 512)
        add(facts.title, .title)
        titleLength = facts.isPerson ? min(1, words.count) : stemCount
        add(document.summary, .note)
        for (field, text) in document.fields { add(text, field) }
        for section in document.sections {
            add(section.heading, .heading)
            add(section.text, .body)
        }
        words.freeze()
        // As they are many, without room for more.
        uses = uses.withUnsafeBufferPointer(Array.init)
    }

    /// Lets go of the words, when an index knows them.
    mutating func dropWords() { words.removeAll() }

    /// Lets go of what it makes of its words, when an index has that.
    mutating func dropUses() { (uses, pairs) = ([], [:]) }

    /// Lets go of the texts, when they are written.
    mutating func dropText() {
        text = []
    }

    /// How many of the words so far differ by more than their endings.
    private var stemCount: Int {
        let stemmer = Stemmer(language: facts.language)
        return Set((0..<words.count).map { stemmer?.stem(of: words[$0]) ?? Array(words[$0]) }).count
    }

    private mutating func add(_ text: String, _ field: SearchField) {
        let weight = field.weight
        var scanner = WordScanner(Array(text.utf8))
        let bytes = scanner.text
        var hyphens = HyphenatedWords(in: bytes)
        var sentence: WordPlaces = []
        var end = 0
        while scanner.next() {
            let hash = scanner.withWord(Vocabulary.hash)
            var place = sentence
            if sentence.isEmpty || Self.hasSentenceEnd(bytes, from: end, to: scanner.range.lowerBound) {
                sentence = .sentence(beginningWith: hash)
                // It also stands beside the last word of the sentence before, for quotations.
                place.formUnion(sentence)
            }
            end = scanner.range.upperBound
            switch field {
            case .title: place = .title
            case .heading: place.insert(.heading)
            default: break
            }
            let number = scanner.withWord { words.intern($0, hash: hash) }
            if number == uses.count { uses.append(Use()) }
            uses[number].add(weight, at: place)
            if let joined = hyphens.join(scanner.word, at: scanner.range) {
                pairs[joined, default: Use()].add(weight, at: place)
            }
            length += 1
        }
    }

    /// Whether a sentence ends between two words: at a line end, at a mark before a blank, or at a wide mark.
    private static func hasSentenceEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
        var index = start
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\n"): return true
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: " ") { return true }
            // 。！？
            case 0xE3 where bytes[index...].starts(with: [0xE3, 0x80, 0x82]): return true
            case 0xEF where bytes[index...].starts(with: [0xEF, 0xBC, 0x81]): return true
            case 0xEF where bytes[index...].starts(with: [0xEF, 0xBC, 0x9F]): return true
            default: break
            }
            index += 1
        }
        return false
    }

    private static func json(of document: SearchDocument) -> [UInt8] {
        let size = document.sections.reduce(document.summary.utf8.count) {
            $0 + $1.id.utf8.count + $1.heading.utf8.count + $1.text.utf8.count + 12
        }
        let fieldText = document.fieldText
        var writer = ScriptWriter(capacity: size + fieldText.utf8.count + 12)
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
        writer.evenString(fieldText)
        writer.raw("]")
        return writer.bytes
    }
}

extension UInt16 {
    /// Adds as much as there is room for.
    mutating func raise(by other: UInt16) {
        let (sum, overflow) = addingReportingOverflow(other)
        self = overflow ? .max : sum
    }
}
