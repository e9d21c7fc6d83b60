/// Picks the pages that rank first where one word is asked for. Their titles come with its list, so that most results show
/// without another file.
struct LeadingPages {
    /// In the order of their numbers.
    private let pages: [AnalysedPage]
    private let impact: Impact
    /// By place of a page its place in the order of columns, by which equal scores go.
    private let columnOfPage: [Int]
    private let isArchived: [Bool]

    /// More than readers see at first, as what several words lead to is mostly among what each leads to.
    private static let most = 20

    /// - Parameters:
    ///   - pages: In the order of their numbers.
    ///   - order: Their places in the order of columns.
    init(of pages: [AnalysedPage], order: [Int], averageLength: Int) {
        self.pages = pages
        var columnOfPage = Array(repeating: 0, count: pages.count)
        for (column, page) in order.enumerated() { columnOfPage[page] = column }
        self.columnOfPage = columnOfPage
        isArchived = pages.map(\.facts.isArchived)
        impact = Impact(
            lengths: pages.map { Scale.length(of: Scale.halfOctave(of: $0.length)) }, average: averageLength)
    }

    /// Writes an `IndexPieces.Leads` for some lists.
    ///
    /// - Parameters:
    ///   - inTitles: Whether only pages count that have the word in their titles: words are many that have none.
    ///   - numbers: By place the number of a page.
    func write(
        for lists: some Sequence<ArraySlice<InvertedIndex.Posting>>, inTitles: Bool, numbers: [Int],
        to writer: inout ScriptWriter
    ) {
        let pages = Set(lists.flatMap { firstPages(of: $0, inTitles: inTitles) }).sorted()
        writer.object([
            "numbers": { $0.string(PackedNumbers.text(ofRuns: pages.map { numbers[$0] })) },
            "urls": { $0.lines(pages.map { self.pages[$0].facts.url }) },
            "titles": { $0.lines(pages.map { self.pages[$0].facts.title }) },
        ])
    }

    /// The places of the pages that a list leads to first.
    private func firstPages(of postings: ArraySlice<InvertedIndex.Posting>, inTitles: Bool) -> [Int] {
        let rarity = Ranking.rarity(of: postings.count, in: pages.count)
        let found = postings.filter { posting in
            (!inTitles || posting.places.contains(.title)) && !isArchived[Int(posting.page)]
        }
        guard found.count > Self.most else { return found.map { Int($0.page) } }
        var best: [Candidate] = []
        for posting in found {
            let candidate = Candidate(
                page: Int(posting.page), score: score(of: posting, rarity: rarity),
                column: columnOfPage[Int(posting.page)])
            if best.count == Self.most {
                guard candidate.isBefore(best[Self.most - 1]) else { continue }
                best.removeLast()
            }
            // Nearly all pages of a long list come after the best so far, so few are ever moved.
            best.insert(candidate, at: best.firstIndex(where: candidate.isBefore) ?? best.count)
        }
        return best.map(\.page)
    }

    /// A page by how soon it comes.
    private struct Candidate {
        let page: Int
        let score: Int
        let column: Int

        func isBefore(_ other: Candidate) -> Bool { (other.score, column) < (score, other.column) }
    }

    /// As `Ranking` has it for a query of this word.
    private func score(of posting: InvertedIndex.Posting, rarity: Int) -> Int {
        let page = Int(posting.page)
        let base = impact(posting.step, on: page) * rarity
        guard posting.places.contains(.title) else { return base }
        let title = TitleWords(count: 1, weight: WordLists.whole, rarity: rarity)
        return base
            + title.share(
                of: base, asked: 1, rarity: rarity, titleLength: pages[page].titleLength, hasSameCommonCount: false)
    }
}
