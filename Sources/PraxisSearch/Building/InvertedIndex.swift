/// The words of all pages of one language, turned round: by word, on which pages it stands.
///
/// Forms are words as they are written, terms are their stems. All orders are the same whatever the order of reading.
struct InvertedIndex {
    /// The forms, in the order of what they are without accents, then of themselves.
    private(set) var forms: [Form] = []
    /// The stem of each term, in the order of its bytes.
    private(set) var stems: [ArraySlice<UInt8>] = []
    /// By term, where it stands, in the order of the pages.
    private(set) var postings: [[Posting]] = []

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
        var page: Int
        /// How much it weighs there, as a step of `Scale`.
        var weight: UInt8
        var places: WordPlaces
    }

    /// Merges the pages of a language, given in the order of their numbers. Linear in the number of words in all.
    init(of pages: [AnalysedPage], language: String) {
        var vocabulary = Vocabulary(capacity: 16384)
        var rows: [Row] = []
        rows.reserveCapacity(pages.reduce(0) { $0 + $1.words.count })
        for (page, analysed) in pages.enumerated() {
            let words = analysed.words
            for word in 0..<words.count {
                let form = vocabulary.intern(words[word], hash: words.hashes[word])
                rows.append(
                    Row(
                        form: UInt32(form), page: UInt32(page), weight: analysed.weights[word],
                        places: analysed.places[word]))
            }
        }
        let inOrder = rows.count
        if let compounds = Compounds(vocabulary, language: language) {
            rows += rows.flatMap { Self.parts(of: $0, compounds) }
        }
        rows += Self.pairs(of: pages, in: vocabulary)
        let termOfNumber = arrange(vocabulary, language: language)
        collect(rows, termOfNumber, inOrder: inOrder)
    }

    /// A word of a page.
    private struct Row {
        var form: UInt32
        var page: UInt32
        var weight: UInt16
        var places: WordPlaces
    }

    /// What a page writes with a hyphen and another as one word, as that word.
    private static func pairs(of pages: [AnalysedPage], in vocabulary: Vocabulary) -> [Row] {
        pages.enumerated().flatMap { page, analysed in
            analysed.pairs.compactMap { word, pair in
                guard let form = vocabulary.number(of: word[...]) else { return nil }
                return Row(form: UInt32(form), page: UInt32(page), weight: pair.weight, places: pair.places)
            }
        }
    }

    /// The parts of a page's word, at half its weight, and not as words of its title.
    private static func parts(of whole: Row, _ compounds: Compounds) -> [Row] {
        compounds.parts(of: Int(whole.form)).map { part in
            var row = whole
            row.form = UInt32(part)
            row.weight = max(1, row.weight / 2)
            row.places.remove(.title)
            if row.places.isEmpty { row.places = .sentence(0) }
            return row
        }
    }

    /// Orders forms and terms; gives the term of each word by its number in the vocabulary.
    private mutating func arrange(_ vocabulary: Vocabulary, language: String) -> [UInt32] {
        let stemmer = Stemmer(language: language)
        var stems = Vocabulary(capacity: vocabulary.count)
        let stemOfNumber = (0..<vocabulary.count).map { number -> Int in
            let stem = stemmer?.stem(of: vocabulary[number])[...] ?? vocabulary[number]
            return stems.intern(stem, hash: Vocabulary.hash(of: stem))
        }
        let stemOrder = (0..<stems.count).sorted { stems[$0].lexicographicallyPrecedes(stems[$1]) }
        var termOfStem = [UInt32](repeating: 0, count: stems.count)
        for (term, stem) in stemOrder.enumerated() { termOfStem[stem] = UInt32(term) }
        let termOfNumber = stemOfNumber.map { termOfStem[$0] }
        self.stems = stemOrder.map { stems[$0] }
        forms = (0..<vocabulary.count).map { number in
            let word = vocabulary[number]
            let plain = word.allSatisfy { $0 < 0x80 } ? nil : CharacterTable.generated.withoutAccents(Array(word))
            return Form(word: word, plain: plain?[...] ?? word, term: Int(termOfNumber[number]))
        }
        forms.sort { left, right in
            if left.plain == right.plain { return Self.isBefore(left.word, right.word) }
            return Self.isBefore(left.plain, right.plain)
        }
        postings = Array(repeating: [], count: stems.count)
        return termOfNumber
    }

    /// Brings the rows to their terms. A page's forms of one term become one posting.
    ///
    /// - Parameter inOrder: So many of the rows are in the order of their pages; others come after.
    private mutating func collect(_ rows: [Row], _ termOfNumber: [UInt32], inOrder: Int) {
        let late = Set(rows[inOrder...].map { termOfNumber[Int($0.form)] })
        var starts = [Int](repeating: 0, count: postings.count + 1)
        for row in rows { starts[Int(termOfNumber[Int(row.form)]) + 1] += 1 }
        for term in 0..<postings.count { starts[term + 1] += starts[term] }
        var next = starts
        var order = [UInt32](repeating: 0, count: rows.count)
        for (index, row) in rows.enumerated() {
            let term = Int(termOfNumber[Int(row.form)])
            order[next[term]] = UInt32(index)
            next[term] += 1
        }
        rows.withUnsafeBufferPointer { rows in
            for term in late.lazy.map(Int.init) {
                order[starts[term]..<starts[term + 1]].sort {
                    (rows[Int($0)].page, $0) < (rows[Int($1)].page, $1)
                }
            }
            order.withUnsafeBufferPointer { order in
                for term in 0..<postings.count {
                    postings[term] = Self.postings(rows, order[starts[term]..<starts[term + 1]])
                }
            }
        }
    }

    /// The postings of one term, from the rows that its forms have, in the order of the pages.
    private static func postings(
        _ rows: UnsafeBufferPointer<Row>, _ order: Slice<UnsafeBufferPointer<UInt32>>
    ) -> [Posting] {
        var list: [Posting] = []
        list.reserveCapacity(order.count)
        var index = order.startIndex
        while index < order.endIndex {
            let first = rows[Int(order[index])]
            var weight = Int(first.weight)
            var places = first.places
            index += 1
            while index < order.endIndex, case let other = rows[Int(order[index])], other.page == first.page {
                weight += Int(other.weight)
                places.formUnion(other.places)
                index += 1
            }
            list.append(Posting(page: Int(first.page), weight: Scale.step(of: min(weight, 0xFFFF)), places: places))
        }
        return list
    }

    /// Whether a word comes before another where words are compared by UTF-16, as browsers do.
    private static func isBefore(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        left.lexicographicallyPrecedes(right) { left, right in
            // Of bytes of UTF-8, only characters above U+FFFF differ, which come before those from U+E000 on.
            left >= 0xEE && right >= 0xEE ? (left &+ 0x10) < (right &+ 0x10) : left < right
        }
    }
}
