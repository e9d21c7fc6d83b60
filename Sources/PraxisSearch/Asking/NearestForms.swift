/// The forms nearest to a misspelt word.
struct NearestForms {
    /// All of the smallest tier yet.
    private(set) var forms: [Form] = []
    private var tier = Int.max
    private let typed: TypedWord
    private let table: CharacterTable
    private var seen: Set<Seen> = []

    private struct Seen: Hashable {
        var word: [UInt8]
        var language: Int
    }

    struct Form {
        var word: [UInt8]
        var language: Int
        /// The binary logarithm of the number of its pages.
        var octave: Int
        /// What its lists then weigh.
        var weight: Int
    }

    init(_ typed: TypedWord, table: CharacterTable) {
        self.typed = typed
        self.table = table
    }

    mutating func consider(_ word: [UInt8], octave: Int, language: Int) {
        guard let near = typed.nearness(of: word, table: table), near.tier <= tier,
            seen.insert(Seen(word: word, language: language)).inserted
        else { return }
        if near.tier < tier {
            tier = near.tier
            forms = []
        }
        forms.append(Form(word: word, language: language, octave: octave, weight: near.weight))
    }

    /// Considers all forms of a shard.
    mutating func consider(shard number: Int, of language: LanguageIndex, _ languageNumber: Int) throws {
        let shard = try language.words(number)
        for (place, form) in shard.forms.enumerated() {
            let count = shard.lists.counts[shard.listOfForm[place]]
            consider(form, octave: Scale.octave(of: count), language: languageNumber)
        }
    }

    /// Those on most pages; of as many, in the order of languages, then of UTF-16.
    func best(_ most: Int) -> ArraySlice<Form> {
        forms.sorted { left, right in
            if left.octave != right.octave { return left.octave > right.octave }
            if left.language != right.language { return left.language < right.language }
            return String(decoding: left.word, as: UTF8.self).utf16
                .lexicographicallyPrecedes(String(decoding: right.word, as: UTF8.self).utf16)
        }
        .prefix(most)
    }
}

/// A word without a hit, ready to be held against forms.
struct TypedWord {
    let isCut: Bool
    let letters: [UInt32]
    let plain: [UInt8]
    /// How many edits are forgiven: none in short words and in numbers.
    let limit: Int

    init(_ question: Question, table: CharacterTable) {
        isCut = question.isCut
        letters = Self.letters(of: question.word)
        plain = table.withoutAccents(question.word) ?? question.word
        let isNumber = letters.first.map { 0x30...0x39 ~= $0 } ?? false
        limit = letters.count < 3 || isNumber ? 0 : letters.count >= 8 ? 2 : 1
    }

    /// The first letters, without accents.
    func firstLetters(_ count: Int) -> [UInt8] {
        Array(String(String(decoding: plain, as: UTF8.self).unicodeScalars.prefix(count)).utf8)
    }

    /// How near a form is, the smallest tier first, and what its lists then weigh; `nil` if it is not near.
    func nearness(of form: [UInt8], table: CharacterTable) -> (tier: Int, weight: Int)? {
        let formLetters = Self.letters(of: form)
        let plainForm = table.withoutAccents(form) ?? form
        if plainForm == plain { return (0, 224) }
        if formLetters.count < letters.count - limit { return nil }
        if !isCut, formLetters.count > letters.count + limit { return nil }
        if isCut, plainForm.starts(with: plain) { return (1, 176) }
        guard limit > 0 else { return nil }
        let distance = EditDistance(from: letters, to: formLetters, limit: limit)
        if distance.whole <= limit { return (2 * distance.whole, distance.whole == 1 ? 192 : 128) }
        if isCut, letters.count >= 4, distance.start <= limit {
            return (2 * distance.start + 1, distance.start == 1 ? 128 : 80)
        }
        return nil
    }

    private static func letters(of word: [UInt8]) -> [UInt32] {
        word.allSatisfy { $0 < 0x80 }
            ? word.map(UInt32.init) : String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    }
}
