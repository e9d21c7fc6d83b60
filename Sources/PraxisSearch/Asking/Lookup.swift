/// The lists that a typed word stands for in one language, each with its weight.
struct WordLists: Equatable {
    var rare: [ListReference: Int] = [:]
    /// Of common words, which are loaded only where a query has little else.
    var common: [ListReference: Int] = [:]

    var isEmpty: Bool { rare.isEmpty && common.isEmpty }

    /// What the list of the word itself weighs.
    static let whole = 256

    /// The list of the word itself, if it stands anywhere.
    var own: ListReference? { (rare.first { $0.value == Self.whole } ?? common.first { $0.value == Self.whole })?.key }

    /// Both, each list at the larger weight.
    func merged(with other: WordLists) -> WordLists {
        WordLists(
            rare: rare.merging(other.rare, uniquingKeysWith: max),
            common: common.merging(other.common, uniquingKeysWith: max))
    }
}

/// Finds lists for words as they are typed: complete, cut short, without accents, or misspelt.
///
/// The client's `listsOf` and `correctionsOf` do the same: change both or neither.
enum Lookup {
    private static let mostCompletions = 32
    private static let mostCommonCompletions = 2
    /// So many shards are looked through for completions; of fewer letters than three only the first.
    private static let mostShards = 3
    /// What the list of two words without the hyphen between them weighs for each.
    private static let joinedWeight = 224

    /// A word's own list, and those of what it may become or is a part of.
    static func lists(
        for question: Question, in language: LanguageIndex, table: CharacterTable
    ) throws -> WordLists {
        var found = try typedLists(for: question, in: language, table: table)
        guard let joined = question.joined else { return found }
        let whole = try typedLists(for: Question(word: joined, isCut: false), in: language, table: table)
        switch whole.own {
        case .rare(let shard, let list)?:
            found.rare[.rare(shard: shard, list: list), default: 0].raise(to: joinedWeight)
        case .common(let term)?: found.common[.common(term: term), default: 0].raise(to: joinedWeight)
        case nil: break
        }
        return found
    }

    /// A word's own list, and those of what it may become.
    static func typedLists(
        for question: Question, in language: LanguageIndex, table: CharacterTable
    ) throws -> WordLists {
        var found = WordLists()
        if let term = language.common.term(of: question.word) {
            found.common[.common(term: term)] = WordLists.whole
            return found
        }
        let plain = table.withoutAccents(question.word) ?? question.word
        let first = language.shardNumber(of: plain)
        let shard = try language.words(first)
        if let form = shard.numbers[question.word] {
            found.rare[.rare(shard: first, list: shard.listOfForm[form])] = WordLists.whole
            if plain == question.word {
                // Who leaves out accents means the words that have them as well.
                for (place, other) in shard.forms.enumerated()
                where other != plain && table.withoutAccents(other) == plain && !language.hasOwnLetters(other) {
                    let reference = ListReference.rare(shard: first, list: shard.listOfForm[place])
                    if found.rare[reference] == nil { found.rare[reference] = TypedWord.accentWeight }
                }
            }
        }
        guard question.isCut else { return found }
        let isWhole = !found.isEmpty
        let weight = isWhole ? 96 : 208
        let isShort = question.word.lazy.filter { $0 & 0xC0 != 0x80 }.count < 3
        let more = language.shardNumbers(after: first, beginningWith: plain).prefix(isShort ? 0 : mostShards - 1)
        var completions: [ListReference: Int] = [:]
        for number in [first] + more {
            let shard = try language.words(number)
            for (place, form) in shard.forms.enumerated() where isCompletion(form, of: question.word) {
                let list = shard.listOfForm[place]
                completions[.rare(shard: number, list: list)] = shard.lists.counts[list]
            }
        }
        for reference in best(of: completions, mostCompletions) where found.rare[reference] == nil {
            found.rare[reference] = weight
        }
        if isWhole { return found }
        var common: [ListReference: Int] = [:]
        for (place, form) in language.common.forms.enumerated() where isCompletion(form, of: question.word) {
            let term = language.common.terms[place]
            common[.common(term: term)] = language.common.octaves[term]
        }
        for reference in best(of: common, mostCommonCompletions) { found.common[reference] = weight }
        return found
    }

    private static func isCompletion(_ form: [UInt8], of word: [UInt8]) -> Bool {
        form.count > word.count && form.starts(with: word)
    }

    /// The lists with most pages.
    private static func best(of lists: [ListReference: Int], _ most: Int) -> ArraySlice<ListReference> {
        lists.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).prefix(most)
    }
}

extension Int {
    /// Makes a number at least as large as another.
    mutating func raise(to other: Int) {
        self = Swift.max(self, other)
    }
}
