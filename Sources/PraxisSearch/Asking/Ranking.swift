/// What the words of a query say of the pages of one language.
///
/// All figures are whole numbers, and the client's `scoresOf` and `scoreOf` compute the same: change both or neither.
struct Ranking {
    /// One word of the query in this language.
    struct Word {
        let hits: WordHits
        /// How much the word tells: the fewer pages have it in all languages, the more.
        let rarity: Int
        /// Whether titles are compared by it: by common words only where none is left out.
        let countsInTitles: Bool
    }

    /// The pages on which any word stands.
    private(set) var isFound: [Bool]
    private let words: [Word]
    private let total: Int
    /// How many words count in titles.
    private let titleWords: Int
    private var score: [Int]
    private var matched: [Int]
    private var inTitle: [TitleWords]

    /// - Parameter words: Those that are known in any language.
    init(of words: [Word], count: Int) {
        self.words = words
        titleWords = words.count(where: \.countsInTitles)
        total = words.reduce(0) { $0 + $1.rarity }
        isFound = Array(repeating: false, count: count)
        score = Array(repeating: 0, count: count)
        matched = score
        inTitle = Array(repeating: TitleWords(), count: count)
        for word in words { add(word) }
    }

    private mutating func add(_ word: Word) {
        for page in word.hits.pages {
            isFound[page] = true
            score[page] += word.hits.values[page] * word.rarity / 256
            matched[page] += word.rarity
            if word.countsInTitles, word.hits.titles[page] > 0 {
                inTitle[page].count += 1
                inTitle[page].weight += word.hits.titles[page]
                inTitle[page].rarity += word.rarity
            }
        }
    }

    /// What a page's words say, more for words together, most for its very title.
    ///
    /// - Parameters:
    ///   - titleLength: How many different words the title has, of those that count.
    ///   - hasSameCommonCount: Whether common words were left out, and the title has as many of them as the query.
    func score(of page: Int, titleLength: Int, hasSameCommonCount: Bool) -> Int {
        let base = score[page]
        var sum = base
        if words.count > 1 {
            sum += base * 6 * neighbours(on: page) / 1024
            if matched[page] == total {
                sum += base
                let places = words.reduce(WordPlaces.everywhere) { $0.intersection($1.hits.places[page]) }
                if !places.isDisjoint(with: .sentences) { sum += base * 3 * intent(on: page) / 1024 }
                if places.contains(.heading) { sum += 5 * base }
            }
        }
        return sum
            + inTitle[page].share(
                of: base, asked: titleWords, rarity: total, titleLength: titleLength,
                hasSameCommonCount: hasSameCommonCount)
    }

    /// How much of the query stands together in sentences, two words at a time, in 1024ths.
    private func neighbours(on page: Int) -> Int {
        var sum = 0
        for (number, word) in words.enumerated() {
            let places = word.hits.places[page].intersection(.sentences)
            guard !places.isEmpty else { continue }
            for other in words[..<number] where !places.isDisjoint(with: other.hits.places[page]) {
                sum += word.rarity * other.rarity
            }
        }
        return sum * 1024 / (total * total)
    }

    /// How little it is luck that the words share a sentence, in 1024ths: words that stand in many of a page's do anyway.
    private func intent(on page: Int) -> Int {
        let most = WordPlaces.mostSentences
        let shared = words.reduce(most * 1024) { $0 * $1.hits.places[page].sentenceCount / most }
        return 1024 - min(1024, shared) * 4 / 5
    }

    /// Whether quotations may stand on a page: each word is there, and shares a sentence or the title with the next.
    ///
    /// - Parameter quotations: By the places of their words in `words`.
    func mayHold(_ quotations: [[Int]], on page: Int) -> Bool {
        quotations.allSatisfy { quotation in
            let places = quotation.map { words[$0].hits.places[page] }
            return places.allSatisfy { !$0.isEmpty }
                && zip(places, places.dropFirst()).allSatisfy {
                    !$0.intersection($1).isDisjoint(with: .together)
                }
        }
    }

    /// How much a word tells that stands on some of `count` pages: 64 times the binary logarithm of how many are without it
    /// for one that has it, at least 1.
    static func rarity(of found: Int, in count: Int) -> Int {
        max(1, logarithm(2 * (count - found) + 1) - logarithm(2 * found + 1))
    }

    /// Sixty-four times the binary logarithm of a positive number, rounded down.
    static func logarithm(_ number: Int) -> Int {
        let whole = Int.bitWidth - 1 - number.leadingZeroBitCount
        var mantissa = (number * 65536) >> whole
        var result = whole
        for _ in 0..<6 {
            mantissa = mantissa * mantissa / 65536
            result = result * 2 + (mantissa >= 131072 ? 1 : 0)
            if mantissa >= 131072 { mantissa /= 2 }
        }
        return result
    }
}

/// Where the lists of one word stand in a language, by the place of pages in the columns.
struct WordHits {
    private(set) var pages: [Int] = []
    /// Of the best of the lists, impact by weight.
    private(set) var values: [Int]
    /// Of all lists.
    private(set) var places: [WordPlaces]
    /// The weight of the best list in the title.
    private(set) var titles: [Int]

    init(of lists: [ListReference: Int], in language: LanguageIndex, impact: Impact) throws {
        let count = language.manifest.count
        values = Array(repeating: 0, count: count)
        places = Array(repeating: [], count: count)
        titles = Array(repeating: 0, count: count)
        for (reference, weight) in lists {
            let (block, list) = try language.list(reference)
            for posting in block.postings(list) {
                guard let page = language.columns.placeOfNumber[posting.number] else { continue }
                if places[page].isEmpty { pages.append(page) }
                places[page].formUnion(posting.places)
                values[page] = max(values[page], impact(posting.weight, on: page) * weight)
                if posting.places.contains(.title) { titles[page] = max(titles[page], weight) }
            }
        }
    }
}
