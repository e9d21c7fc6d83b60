/// The terms that a typed word stands for in one language, each with its weight: 256 for the word itself.
typealias WeightedTerms = [Int: Int]

/// Finds terms for words as they are typed: complete, cut short, without accents, or misspelt.
enum Lookup {
    private static let mostCompletions = 32
    private static let mostCorrections = 24

    /// A word's own term, and those of what it may become.
    static func hits(for question: Question, in language: LanguageIndex) throws -> WeightedTerms {
        var found: WeightedTerms = [:]
        var completions: [Int: Int] = [:]
        for shard in try language.lexicons(of: question.word, withCompletions: question.isCut) {
            if let number = shard.numbers[question.word] { found[shard.terms[number]] = 256 }
            guard question.isCut else { continue }
            for (place, form) in shard.forms.enumerated()
            where form.count > question.word.count && form.starts(with: question.word) {
                completions[shard.terms[place]] = shard.counts[place]
            }
        }
        let weight = found.isEmpty ? 208 : 96
        let best = completions.filter { found[$0.key] == nil }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(mostCompletions)
        for (term, _) in best { found[term] = weight }
        return found
    }

    /// For a word without a hit in any language, by language the terms of the nearest forms.
    static func corrections(
        for question: Question, in languages: [LanguageIndex], table: CharacterTable
    ) throws -> [WeightedTerms] {
        let typed = TypedWord(question, table: table)
        var nearest: [Candidate] = []
        var tier = Int.max
        for (number, language) in languages.enumerated() {
            for shard in try language.lexicons() {
                for (place, form) in shard.forms.enumerated() {
                    guard let near = typed.nearness(of: form, table: table), near.tier <= tier else { continue }
                    if near.tier < tier {
                        tier = near.tier
                        nearest = []
                    }
                    nearest.append(
                        Candidate(
                            language: number, term: shard.terms[place], count: shard.counts[place], weight: near.weight)
                    )
                }
            }
        }
        nearest.sort { ($1.count, $0.language, $0.term) < ($0.count, $1.language, $1.term) }
        var found = languages.map { _ in WeightedTerms() }
        for candidate in nearest.prefix(mostCorrections) {
            found[candidate.language][candidate.term] = candidate.weight
        }
        return found
    }

    /// A form near a misspelt word.
    private struct Candidate {
        var language: Int
        var term: Int
        var count: Int
        var weight: Int
    }
}

/// A word without a hit, ready to be held against every form.
private struct TypedWord {
    let isCut: Bool
    let letters: [UInt32]
    let plain: [UInt8]
    /// How many edits are forgiven.
    let limit: Int

    init(_ question: Question, table: CharacterTable) {
        isCut = question.isCut
        letters = Self.letters(of: question.word)
        plain = table.withoutAccents(question.word) ?? question.word
        limit = letters.count >= 8 ? 2 : letters.count >= 3 ? 1 : 0
    }

    /// How near a form is, the smallest tier first, and what its terms then weigh; `nil` if it is not near.
    func nearness(of form: [UInt8], table: CharacterTable) -> (tier: Int, weight: Int)? {
        let formLetters = Self.letters(of: form)
        let plainForm = table.withoutAccents(form) ?? form
        if plainForm == plain { return (0, 224) }
        if formLetters.count < letters.count - limit { return nil }
        if !isCut, formLetters.count > letters.count + limit { return nil }
        if isCut, plainForm.starts(with: plain) { return (1, 176) }
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
