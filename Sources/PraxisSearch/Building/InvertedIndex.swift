/// The words of all pages of one language, turned round: by word, on which pages it stands.
///
/// Forms are words as they are written, terms are their stems. Forms are numbered in the order of UTF-16, in which a
/// browser compares strings, and terms in the order of their bytes: both whatever the order of the pages' reading.
struct InvertedIndex {
    /// The forms in order.
    private(set) var forms: [ArraySlice<UInt8>] = []
    /// By form, its term.
    private(set) var termOfForm: [Int] = []
    /// By term, where it stands, in the order of the pages.
    private(set) var postings: [[Posting]] = []

    /// That a term stands on a page.
    struct Posting {
        /// The page's number in its language.
        var page: Int
        /// How much it tells of the page, from 1 to `largestImpact`.
        var impact: UInt8
        /// As in `AnalysedPage.places`.
        var places: UInt8
    }

    /// The most that one word can tell of a page, and less than a varint's second byte.
    static let largestImpact = 127

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
        let termOfNumber = arrange(vocabulary, language: language)
        collect(rows, termOfNumber, norms: Self.norms(of: pages))
    }

    /// A word of a page.
    private struct Row {
        var form: UInt32
        var page: UInt32
        var weight: UInt16
        var places: UInt8
    }

    /// Numbers forms and terms; gives the term of each word by its number in the vocabulary.
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
        let formOrder = (0..<vocabulary.count).sorted {
            vocabulary[$0].lexicographicallyPrecedes(vocabulary[$1], by: Self.isBeforeInUTF16)
        }
        forms = formOrder.map { vocabulary[$0] }
        termOfForm = formOrder.map { Int(termOfNumber[$0]) }
        postings = Array(repeating: [], count: stems.count)
        return termOfNumber
    }

    /// Brings the rows to their terms. A page's forms of one term become one posting.
    private mutating func collect(_ rows: [Row], _ termOfNumber: [UInt32], norms: [Int]) {
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
            order.withUnsafeBufferPointer { order in
                for term in 0..<postings.count {
                    postings[term] = Self.postings(rows, order[starts[term]..<starts[term + 1]], norms: norms)
                }
            }
        }
    }

    /// The postings of one term, from the rows that its forms have, in the order of the pages.
    private static func postings(
        _ rows: UnsafeBufferPointer<Row>, _ order: Slice<UnsafeBufferPointer<UInt32>>, norms: [Int]
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
                places |= other.places
                index += 1
            }
            list.append(
                Posting(
                    page: Int(first.page), impact: impact(weight, norm: norms[Int(first.page)]), places: places))
        }
        return list
    }

    /// How quickly repetition of a word stops to tell more, in hundredths (BM25's k1), for a weight of 4.
    private static let saturation = 200
    /// How much a page's length counts, in hundredths (BM25's b).
    private static let lengthShare = 75

    /// BM25's share of a word, without its rarity: weight / (weight + norm), from 1 to `largestImpact`.
    private static func impact(_ weight: Int, norm: Int) -> UInt8 {
        let scaled = weight * 100
        return UInt8(max(1, (scaled * largestImpact * 2 + scaled + norm) / (2 * (scaled + norm))))
    }

    /// By page, what a word's weight is held against, in hundredths.
    private static func norms(of pages: [AnalysedPage]) -> [Int] {
        let average = roundedAverage(of: pages)
        return pages.map { page in
            4 * saturation * ((100 - lengthShare) * average + lengthShare * page.length) / (100 * average)
        }
    }

    /// The average length, to two binary digits, so that an edit to one page does not change the figures of all.
    private static func roundedAverage(of pages: [AnalysedPage]) -> Int {
        let average = pages.isEmpty ? 1 : max(1, pages.reduce(0) { $0 + $1.length } / pages.count)
        let unit = max(1, (1 << (Int.bitWidth - 1 - average.leadingZeroBitCount)) / 4)
        return average / unit * unit
    }

    /// Whether a byte of UTF-8 comes before another where words are compared by UTF-16: only characters above U+FFFF differ,
    /// which come before those from U+E000 on.
    private static func isBeforeInUTF16(_ left: UInt8, _ right: UInt8) -> Bool {
        left >= 0xEE && right >= 0xEE ? (left &+ 0x10) < (right &+ 0x10) : left < right
    }
}
