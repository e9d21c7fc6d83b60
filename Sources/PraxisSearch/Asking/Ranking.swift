/// What the words of a query say of the pages of one language.
///
/// All figures are whole numbers, and the client's `scoresOf` and `scoreOf` compute the same: change both or neither.
struct Ranking {
    /// One word of the query in this language.
    struct Word {
        let question: Question
        let hits: WordHits
        /// How much the word tells: the fewer pages have it in all languages, the more.
        let rarity: Int
        /// Whether titles are compared by it: by common words only where none is left out.
        let countsInTitles: Bool
    }

    /// The pages on which any word stands.
    private(set) var isFound: [Bool]
    private let words: [Word]
    /// By quotation whether all of its words are known.
    private let quotations: [(group: Int, isKnown: Bool)]
    private let total: Int
    /// How many words count in titles.
    private let titleWords: Int
    private var score: [Int]
    private var matched: [Int]
    private var sections: [Int]
    private var title: [Int]
    private var inTitle: [Int]

    /// - Parameters:
    ///   - words: Those that are known in any language.
    ///   - questions: All that were asked for.
    init(of words: [Word], questions: [Question], count: Int) {
        self.words = words
        titleWords = words.count(where: \.countsInTitles)
        quotations = Set(questions.map(\.group)).subtracting([0]).map { group in
            let asked = questions.count { $0.group == group }
            return (group, words.count { $0.question.group == group } == asked)
        }
        total = words.reduce(0) { $0 + $1.rarity }
        isFound = Array(repeating: false, count: count)
        score = Array(repeating: 0, count: count)
        matched = score
        title = score
        inTitle = score
        sections = Array(repeating: 0, count: count * 8)
        for word in words { add(word) }
    }

    private mutating func add(_ word: Word) {
        for page in word.hits.pages {
            isFound[page] = true
            score[page] += word.hits.values[page] * word.rarity / 256
            matched[page] += word.rarity
            var sections = word.hits.places[page] & 0xFE
            while sections != 0 {
                self.sections[page * 8 + sections.trailingZeroBitCount] += word.rarity
                sections &= sections - 1
            }
            if word.countsInTitles, word.hits.titles[page] > 0 {
                title[page] += word.hits.titles[page]
                inTitle[page] += 1
            }
        }
    }

    /// What a page's words say, more for words together, most for its very title.
    ///
    /// - Parameter titleLength: How many different words the title has, of those that count.
    func score(of page: Int, titleLength: Int) -> Int {
        let base = score[page]
        let known = words.count
        guard known > 0 else { return 0 }
        var sum = base + base * matched[page] / total
        if known > 1 {
            let best = sections[page * 8 + 1..<page * 8 + 8].max() ?? 0
            sum += base * best / (2 * total)
        }
        if title[page] > 0, titleLength > 0 {
            sum += base * title[page] * title[page] / (65536 * titleWords * titleLength)
            if inTitle[page] == titleWords, titleWords == titleLength {
                sum += Self.veryTitle * title[page] / (256 * titleWords)
            }
        }
        return sum
    }

    /// More than any words can say.
    private static let veryTitle = 1 << 26

    /// Whether the words of each quotation may stand together: all in one section, or in the title.
    func mayHoldQuotations(_ page: Int) -> Bool {
        quotations.allSatisfy { quotation in
            quotation.isKnown
                && words.reduce(UInt8.max) { places, word in
                    word.question.group == quotation.group ? places & word.hits.places[page] : places
                } != 0
        }
    }

    /// How much a word tells that stands on some of `count` pages: 64 times the logarithm of how few they are, at least 1.
    static func rarity(of found: Int, in count: Int) -> Int {
        max(1, logarithm(2 * count + 2) - logarithm(2 * found + 1))
    }

    /// Sixty-four times the binary logarithm of a positive number, rounded down.
    static func logarithm(_ number: Int) -> Int {
        let whole = Int.bitWidth - 1 - number.leadingZeroBitCount
        var mantissa = number * 65536 >> whole
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
    /// Of all lists, as in `AnalysedPage.places`.
    private(set) var places: [UInt8]
    /// The weight of the best list in the title.
    private(set) var titles: [Int]

    init(of lists: [ListReference: Int], in language: LanguageIndex, impact: Impact) throws {
        let count = language.manifest.count
        values = Array(repeating: 0, count: count)
        places = Array(repeating: 0, count: count)
        titles = Array(repeating: 0, count: count)
        for (reference, weight) in lists {
            let (block, list) = try language.list(reference)
            for posting in block.postings(list) {
                guard let page = language.columns.placeOfNumber[posting.number] else { continue }
                if places[page] == 0 { pages.append(page) }
                places[page] |= posting.places
                values[page] = max(values[page], impact(posting.weight, on: page) * weight)
                if posting.places & 1 != 0 { titles[page] = max(titles[page], weight) }
            }
        }
    }
}
