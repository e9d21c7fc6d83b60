/// The words of all pages of one language, turned round: by word, on which pages it stands.
///
/// Forms are words as they are written, terms are their stems. All orders are the same whatever the order of reading.
struct InvertedIndex {
    /// The forms, in the order of what they are without accents, then of themselves.
    let forms: [Form]
    /// The stem of each term, in the order of its bytes.
    let stems: [ArraySlice<UInt8>]
    /// By term, where it stands, in the order of the pages.
    let postings: PostingTable

    /// A word as it is written.
    struct Form {
        var word: ArraySlice<UInt8>
        /// Without accents, if it has any.
        var plain: ArraySlice<UInt8>
        var term: Int
    }

    /// That a term stands on a page.
    struct Posting {
        /// The page's place in the order of page numbers.
        var page: UInt32
        /// How much it weighs there, capped.
        var weight: UInt16
        var places: WordPlaces

        /// How much it weighs there, as a step of `Scale`.
        var step: UInt8 { Scale.step(of: Int(weight)) }
    }

    /// Merges the pages of a language, given in the order of their numbers, which let go of their words. Linear in the number
    /// of words in all.
    ///
    /// - Parameter release: Called when much is free, before as much is needed.
    init(taking pages: inout [AnalysedPage], language: String, release: () -> Void) {
        var rows = Rows(taking: &pages, language: language)
        release()
        (stems, rows.termOfForm) = Self.stems(of: rows.vocabulary, language: language)
        forms = Self.forms(of: rows.vocabulary, terms: rows.termOfForm)
        // Room for each term's postings first, then these themselves.
        var rooms = [Int](repeating: 0, count: stems.count)
        rows.forEach(of: pages) { term, _ in rooms[term] += 1 }
        var postings = PostingTable(rooms: rooms)
        rows.forEach(of: pages) { term, posting in postings.add(posting, to: term) }
        self.postings = postings
        for place in pages.indices { pages[place].dropUses() }
    }

    /// The words of all pages, by their numbers in one vocabulary.
    private struct Rows {
        private(set) var vocabulary = Vocabulary(capacity: 16384)
        /// The term of each word of the vocabulary.
        var termOfForm: [UInt32] = []
        /// The words of the first page, then those of the second, and so on.
        private let forms: [UInt32]
        private let compounds: Compounds?

        init(taking pages: inout [AnalysedPage], language: String) {
            var forms: [UInt32] = []
            forms.reserveCapacity(pages.reduce(0) { $0 + $1.words.count })
            for place in pages.indices {
                vocabulary.intern(pages[place].words) { forms.append(UInt32($0)) }
                pages[place].dropWords()
            }
            self.forms = forms
            compounds = Compounds(vocabulary, language: language)
        }

        /// Calls a function with each term of each page, page by page; several times for a term of which the page has several
        /// forms.
        func forEach(of pages: [AnalysedPage], _ body: (_ term: Int, Posting) -> Void) {
            var place = 0
            for (page, analysed) in pages.enumerated() {
                for use in analysed.uses {
                    let form = Int(forms[place])
                    place += 1
                    let posting = Posting(page: page, use)
                    body(Int(termOfForm[form]), posting)
                    guard let compounds else { continue }
                    for part in compounds.parts(of: form) { body(Int(termOfForm[part]), Self.part(of: posting)) }
                }
                // What the page writes with a hyphen and another as one word, as that word.
                for (word, pair) in analysed.pairs {
                    guard let form = vocabulary.number(of: word) else { continue }
                    body(Int(termOfForm[form]), Posting(page: page, pair))
                }
            }
        }

        /// What a word says of each of its parts: at half its weight, and not as words of the title.
        private static func part(of whole: Posting) -> Posting {
            var part = whole
            part.weight = max(1, whole.weight / 2)
            part.places.remove(.title)
            if part.places.isEmpty { part.places = .sentence(0) }
            return part
        }
    }

    /// The stems of a vocabulary's words, in order, and by word the place of its own.
    private static func stems(
        of vocabulary: Vocabulary, language: String
    ) -> (stems: [ArraySlice<UInt8>], termOfForm: [UInt32]) {
        let stemmer = Stemmer(language: language)
        var stems = Vocabulary(capacity: vocabulary.count)
        let stemOfForm = (0..<vocabulary.count).map { form in
            stems.intern(stemmer?.stem(of: vocabulary[form])[...] ?? vocabulary[form])
        }
        let slices = (0..<stems.count).map { stems[$0] }
        let order = order(of: slices.map { start(of: $0) { $0 } }) { slices[$0].lexicographicallyPrecedes(slices[$1]) }
        var termOfStem = [UInt32](repeating: 0, count: stems.count)
        for (term, stem) in order.enumerated() { termOfStem[stem] = UInt32(term) }
        return (order.map { slices[$0] }, stemOfForm.map { termOfStem[$0] })
    }

    /// The forms of a vocabulary, in order.
    private static func forms(of vocabulary: Vocabulary, terms: [UInt32]) -> [Form] {
        let forms = (0..<vocabulary.count).map { number in
            let word = vocabulary[number]
            let plain = word.allSatisfy { $0 < 0x80 } ? nil : CharacterTable.generated.withoutAccents(Array(word))
            return Form(word: word, plain: plain?[...] ?? word, term: Int(terms[number]))
        }
        let order = order(of: forms.map { start(of: $0.plain, rank) }) { left, right in
            let (left, right) = (forms[left], forms[right])
            if left.plain == right.plain { return isBefore(left.word, right.word) }
            return isBefore(left.plain, right.plain)
        }
        return order.map { forms[$0] }
    }

    // MARK: Orders

    /// The places of words in their order, which for most of them is that of their starts.
    private static func order(of starts: [UInt64], _ isBefore: (Int, Int) -> Bool) -> [Int] {
        let sorted = starts.enumerated().sorted { left, right in
            left.element == right.element ? isBefore(left.offset, right.offset) : left.element < right.element
        }
        return sorted.map(\.offset)
    }

    /// The ranks of a word's first eight bytes, the first in the highest place.
    private static func start(of word: ArraySlice<UInt8>, _ rank: (UInt8) -> UInt8) -> UInt64 {
        let start = word.prefix(8)
        return start.reduce(0) { $0 << 8 | UInt64(rank($1)) } << UInt64((8 - start.count) * 8)
    }

    /// Whether a word comes before another where words are compared by UTF-16, as browsers do.
    private static func isBefore(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        left.lexicographicallyPrecedes(right) { rank($0) < rank($1) }
    }

    /// What bytes of UTF-8 are compared by in the order of UTF-16: only characters above U+FFFF differ, which come before
    /// those from U+E000 on.
    private static func rank(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0xEE, 0xEF: byte + 0x10
        case 0xF0...: byte - 2
        default: byte
        }
    }
}

extension InvertedIndex.Posting {
    /// - Parameter page: Its place in the order of page numbers.
    fileprivate init(page: Int, _ use: AnalysedPage.Use) {
        self.init(page: UInt32(page), weight: use.weight, places: use.places)
    }
}
