/// The forms nearest to a misspelt word.
struct NearestForms {
    /// Those that have accents which were left out.
    private var same: [Form] = []
    /// Of the others all of the smallest tier yet.
    private var others: [Form] = []
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
        /// Whether readers would call it another word: not where it has other accents or is only longer.
        var isOther: Bool
    }

    init(_ typed: TypedWord, table: CharacterTable) {
        self.typed = typed
        self.table = table
    }

    mutating func consider(_ word: [UInt8], octave: Int, language: Int) {
        guard let near = typed.nearness(of: word, table: table), near.tier <= tier,
            seen.insert(Seen(word: word, language: language)).inserted
        else { return }
        let form = Form(
            word: word, language: language, octave: octave, weight: near.weight, isOther: near.isOther)
        if near.tier == TypedWord.sameTier { return same.append(form) }
        if near.tier < tier {
            tier = near.tier
            others = []
        }
        others.append(form)
    }

    /// Whoever leaves out accents means the word that has them; in a language that has no such word, it may be another with an
    /// edit.
    private var forms: [Form] {
        guard !same.isEmpty else { return others }
        guard tier <= TypedWord.editTier else { return same }
        let languages = Set(same.map(\.language))
        return same + others.filter { !languages.contains($0.language) }
    }

    var isEmpty: Bool { same.isEmpty && others.isEmpty }

    /// Whether any is the word with other accents, or one edit away.
    var areNear: Bool { !same.isEmpty || tier <= TypedWord.editTier }

    /// Considers all forms of a shard.
    mutating func consider(shard number: Int, of language: LanguageIndex, _ languageNumber: Int) throws {
        let shard = try language.words(number)
        for (place, form) in shard.forms.enumerated() {
            let count = shard.lists.counts[shard.listOfForm[place]]
            consider(form, octave: Scale.octave(of: count), language: languageNumber)
        }
    }

    /// The nearest, then those on most pages; of as many, in the order of languages, then of UTF-16.
    var ranked: [Form] {
        forms.sorted { left, right in
            if left.weight != right.weight { return left.weight > right.weight }
            if left.octave != right.octave { return left.octave > right.octave }
            if left.language != right.language { return left.language < right.language }
            return String(decoding: left.word, as: UTF8.self).utf16
                .lexicographicallyPrecedes(String(decoding: right.word, as: UTF8.self).utf16)
        }
    }
}

/// A word without a hit, ready to be held against forms.
struct TypedWord {
    let isCut: Bool
    let letters: [UInt32]
    let plain: [UInt8]
    private let spelledOut: [UInt8]
    /// Whether it has accents, so that others are others.
    private let hasAccents: Bool
    /// How many edits are forgiven: none in short words and in numbers.
    let limit: Int

    init(_ question: Question, table: CharacterTable) {
        isCut = question.isCut
        letters = Self.letters(of: question.word)
        plain = table.withoutAccents(question.word) ?? question.word
        spelledOut = Self.spelledOut(question.word, table: table)
        hasAccents = plain != question.word
        let isNumber = letters.first.map { 0x30...0x39 ~= $0 } ?? false
        limit = letters.count < 3 || isNumber ? 0 : letters.count >= 8 ? 2 : 1
    }

    /// The first letters, without accents.
    func firstLetters(_ count: Int) -> [UInt8] {
        Array(String(String(decoding: plain, as: UTF8.self).unicodeScalars.prefix(count)).utf8)
    }

    /// A word as it is written where a keyboard lacks some letters: `mueller` for `müller`.
    private static func spelledOut(_ word: [UInt8], table: CharacterTable) -> [UInt8] {
        guard word.contains(where: { $0 >= 0x80 }) else { return word }
        let letters = String(decoding: word, as: UTF8.self).unicodeScalars.map { digraphs[$0] ?? String($0) }
        let spelled = Array(letters.joined().utf8)
        return table.withoutAccents(spelled) ?? spelled
    }

    /// Two letters that stand for one; for æ, œ and ß the table has them.
    private static let digraphs: [Unicode.Scalar: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"]

    /// The tier of a form that is the same without accents, and of one with one edit.
    static let sameTier = 0
    static let editTier = 2
    /// The tier of a form with another ending, and of one that is a word behind another.
    private static let kinTier = 3
    private static let kinWeight = 144
    private static let longestEnding = 3
    private static let shortestPart = 5
    /// What lists of a form weigh that is the same without accents.
    static let accentWeight = 224

    /// How near a form is.
    struct Nearness {
        /// The smallest first.
        var tier: Int
        /// What its lists then weigh.
        var weight: Int
        /// Whether it is another word.
        var isOther = true
    }

    /// How near a form is; `nil` if it is not near.
    func nearness(of form: [UInt8], table: CharacterTable) -> Nearness? {
        let formLetters = Self.letters(of: form)
        let plainForm = table.withoutAccents(form) ?? form
        if plainForm == plain {
            return Nearness(
                tier: hasAccents ? Self.editTier : Self.sameTier, weight: Self.accentWeight, isOther: false)
        }
        if Self.spelledOut(form, table: table) == spelledOut {
            return Nearness(tier: Self.sameTier, weight: Self.accentWeight, isOther: false)
        }
        if isCut, plainForm.starts(with: plain) { return Nearness(tier: 1, weight: 176, isOther: false) }
        guard limit > 0 else { return nil }
        let isNear =
            formLetters.count >= letters.count - limit && (isCut || formLetters.count <= letters.count + limit)
        let distance = isNear ? EditDistance(from: letters, to: formLetters, limit: limit) : nil
        if let distance, distance.whole <= 1 { return Nearness(tier: Self.editTier, weight: 192) }
        if isKin(formLetters) { return Nearness(tier: Self.kinTier, weight: Self.kinWeight) }
        guard let distance else { return nil }
        if distance.whole <= limit { return Nearness(tier: Self.editTier * distance.whole, weight: 128) }
        if isCut, letters.count >= 4, distance.start <= limit {
            return Nearness(tier: Self.editTier * distance.start + 1, weight: distance.start == 1 ? 128 : 80)
        }
        return nil
    }

    /// Whether all but a short ending of both is the same, and that is most of the word; or a form ends with the word, as a
    /// compound does.
    private func isKin(_ form: [UInt32]) -> Bool {
        let same = zip(letters, form).prefix { $0 == $1 }.count
        if same >= 4, same * 5 >= letters.count * 3, letters.count - same <= Self.longestEnding,
            form.count - same <= Self.longestEnding
        {
            return true
        }
        return letters.count >= Self.shortestPart && form.count > letters.count
            && form.suffix(letters.count) == letters[...]
    }

    private static func letters(of word: [UInt8]) -> [UInt32] {
        word.allSatisfy { $0 < 0x80 }
            ? word.map(UInt32.init) : String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    }
}
