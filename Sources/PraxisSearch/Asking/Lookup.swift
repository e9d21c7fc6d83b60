/// The lists that a typed word stands for in one language, each with its weight: 256 for the word itself.
struct WordLists: Equatable {
    var rare: [ListReference: Int] = [:]
    /// Of common words, which are loaded only where a query has little else.
    var common: [ListReference: Int] = [:]

    var isEmpty: Bool { rare.isEmpty && common.isEmpty }
}

/// Finds lists for words as they are typed: complete, cut short, without accents, or misspelt.
///
/// The client's `listsOf` and `correctionsOf` do the same: change both or neither.
enum Lookup {
    private static let mostCompletions = 32
    private static let mostCommonCompletions = 2
    /// So many shards are looked through for completions; of fewer letters than three only the first.
    private static let mostShards = 3
    private static let mostCorrections = 6

    /// A word's own list, and those of what it may become.
    static func lists(
        for question: Question, in language: LanguageIndex, table: CharacterTable
    ) throws -> WordLists {
        var found = WordLists()
        if let term = language.common.term(of: question.word) {
            found.common[.common(term: term)] = 256
            return found
        }
        let plain = table.withoutAccents(question.word) ?? question.word
        let first = language.shardNumber(of: plain)
        let shard = try language.words(first)
        if let form = shard.numbers[question.word] {
            found.rare[.rare(shard: first, list: shard.listOfForm[form])] = 256
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

    /// For a word without a hit in any language, the lists of the nearest forms.
    static func corrections(
        for question: Question, in languages: [LanguageIndex], table: CharacterTable
    ) throws -> Corrections {
        let typed = TypedWord(question, table: table)
        var nearest = NearestForms(typed, table: table)
        for (number, language) in languages.enumerated() {
            for (place, form) in language.common.forms.enumerated() {
                nearest.consider(form, octave: language.common.octaves[language.common.terms[place]], language: number)
            }
            try nearest.consider(shard: language.shardNumber(of: typed.plain), of: language, number)
            let bucket = try language.spelling(of: typed.plain)
            for (form, octave) in zip(bucket.forms, bucket.octaves) {
                nearest.consider(form, octave: octave, language: number)
            }
        }
        if nearest.isEmpty {
            // Two neighbours exchanged in the middle of a short word.
            let start = typed.firstLetters(2)
            for (number, language) in languages.enumerated() {
                let first = language.shardNumber(of: start)
                for shard in [first] + language.shardNumbers(after: first, beginningWith: start) {
                    try nearest.consider(shard: shard, of: language, number)
                }
            }
        }
        var corrections = Corrections(lists: languages.map { _ in WordLists() })
        for form in nearest.best(mostCorrections) {
            let exact = Question(word: form.word, isCut: false)
            let lists = try Lookup.lists(for: exact, in: languages[form.language], table: table)
            corrections.add(lists, of: form)
        }
        return corrections
    }
}

/// What is looked for instead of a word that stands nowhere.
struct Corrections {
    /// By language.
    var lists: [WordLists]
    /// Forms of the lists, one of each, the nearest first.
    private(set) var forms: [[UInt8]] = []
    /// Whether one is the word itself, with other accents or more letters.
    private(set) var haveWordItself = false

    init(lists: [WordLists]) { self.lists = lists }

    mutating func add(_ added: WordLists, of form: NearestForms.Form) {
        let place = form.language
        haveWordItself = haveWordItself || !form.isOther
        let isNew =
            added.rare.keys.contains { lists[place].rare[$0] == nil }
            || added.common.keys.contains { lists[place].common[$0] == nil }
        if isNew, !forms.contains(form.word) { forms.append(form.word) }
        for reference in added.rare.keys { lists[place].rare[reference, default: 0].raise(to: form.weight) }
        for reference in added.common.keys { lists[place].common[reference, default: 0].raise(to: form.weight) }
    }
}

extension Int {
    /// Makes a number at least as large as another.
    fileprivate mutating func raise(to other: Int) {
        self = Swift.max(self, other)
    }
}
