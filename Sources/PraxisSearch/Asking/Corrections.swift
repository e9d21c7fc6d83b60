/// What is looked for instead of a word that stands nowhere.
struct Corrections {
    /// Words to look for as if they had been typed; empty if it is by others that a word is near.
    let halves: [Question]
    /// By language.
    var lists: [WordLists]
    /// Forms of the lists, one of each, the nearest first.
    private(set) var forms: [[UInt8]] = []
    /// Whether one is the word itself, with other accents or more letters.
    private(set) var haveWordItself = false

    init(lists: [WordLists]) {
        self.lists = lists
        halves = []
    }

    init(halves: [Question]) {
        self.halves = halves
        lists = []
        forms = [Array(halves.map(\.word).joined(separator: [0x20]))]
    }

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

extension Lookup {
    private static let mostCorrections = 6
    /// So many of them may need a file that the word itself has not needed.
    private static let mostElsewhere = 3
    /// The letters that each of two words must have which somebody wrote as one.
    private static let shortestFirst = 3
    private static let shortestSecond = 2
    /// One of so many pages has each, as broken words have pieces that are none.
    private static let pagesPerHalf = 200
    /// So many first words are tried.
    private static let mostDivisions = 3

    /// For a word without a hit in any language, the lists of the nearest forms, or the two words that it is without their
    /// blank.
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
        if !nearest.areNear, let halves = try halves(of: question, in: languages, table: table) {
            return Corrections(halves: halves)
        }
        var corrections = Corrections(lists: languages.map { _ in WordLists() })
        for form in best(of: nearest, typed, in: languages, table: table) {
            let exact = Question(word: form.word, isCut: false)
            let lists = try Lookup.lists(for: exact, in: languages[form.language], table: table)
            corrections.add(lists, of: form)
        }
        return corrections
    }

    /// The first of the nearest forms, of those in other files than the word's own piece only some.
    private static func best(
        of nearest: NearestForms, _ typed: TypedWord, in languages: [LanguageIndex], table: CharacterTable
    ) -> [NearestForms.Form] {
        func isElsewhere(_ form: NearestForms.Form) -> Bool {
            let language = languages[form.language]
            return language.common.term(of: form.word) != nil
                || language.shardNumber(of: table.withoutAccents(form.word) ?? form.word)
                    != language.shardNumber(of: typed.plain)
        }
        var elsewhere = 0
        var best: [NearestForms.Form] = []
        for form in nearest.ranked where best.count < mostCorrections {
            if isElsewhere(form) {
                elsewhere += 1
                if elsewhere > mostElsewhere { continue }
            }
            best.append(form)
        }
        return best
    }

    /// The words of one language that a word consists of: the first as long as may be, each on some of its pages.
    private static func halves(
        of question: Question, in languages: [LanguageIndex], table: CharacterTable
    ) throws -> [Question]? {
        let starts = question.word.indices.filter { question.word[$0] & 0xC0 != 0x80 }
        guard starts.count >= shortestFirst + shortestSecond else { return nil }
        for language in languages {
            func isKnown(_ word: ArraySlice<UInt8>, like whole: [UInt8]) throws -> Bool {
                if language.common.term(of: Array(word)) != nil { return true }
                let shard = try language.words(language.shardNumber(of: table.withoutAccents(whole) ?? whole))
                guard let form = shard.numbers[Array(word)] else { return false }
                return shard.lists.counts[shard.listOfForm[form]] >= language.manifest.count / pagesPerHalf
            }
            var tries = 0
            for start in starts[shortestFirst...(starts.count - shortestSecond)].reversed() where tries < mostDivisions
            {
                let (first, second) = (question.word[..<start], question.word[start...])
                guard try isKnown(first, like: question.word) else { continue }
                tries += 1
                if try isKnown(second, like: Array(second)) {
                    return [
                        Question(word: Array(first), isCut: false),
                        Question(word: Array(second), isCut: question.isCut),
                    ]
                }
            }
        }
        return nil
    }
}
