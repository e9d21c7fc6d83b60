/// Picks the pages that rank first where one word is asked for. Their titles come with its list, so that most results show
/// without another file.
struct LeadingPages {
    /// In the order of their numbers.
    private let pages: [AnalysedPage]
    private let impact: Impact
    /// By place of a page its place in the order of columns, by which equal scores go.
    private let columnOfPage: [Int]

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
        impact = Impact(
            lengths: pages.map { Scale.length(of: Scale.halfOctave(of: $0.length)) }, average: averageLength)
    }

    /// Writes an `IndexPieces.Leads` for some lists.
    ///
    /// - Parameters:
    ///   - inTitles: Whether only pages count that have the word in their titles: words are many that have none.
    ///   - numbers: By place the number of a page.
    func write(
        for lists: some Sequence<[InvertedIndex.Posting]>, inTitles: Bool, numbers: [Int],
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
    private func firstPages(of postings: [InvertedIndex.Posting], inTitles: Bool) -> [Int] {
        let rarity = Ranking.rarity(of: postings.count, in: pages.count)
        let found = postings.filter { posting in
            !pages[posting.page].facts.isArchived && (!inTitles || posting.places.contains(.title))
        }
        guard found.count > Self.most else { return found.map(\.page) }
        return found.map { (page: $0.page, score: score(of: $0, rarity: rarity)) }
            .sorted { ($1.score, columnOfPage[$0.page]) < ($0.score, columnOfPage[$1.page]) }
            .prefix(Self.most).map(\.page)
    }

    /// As `Ranking` has it for a query of this word.
    private func score(of posting: InvertedIndex.Posting, rarity: Int) -> Int {
        let base = impact(posting.weight, on: posting.page) * rarity
        guard posting.places.contains(.title) else { return base }
        let title = TitleWords(count: 1, weight: WordLists.whole, rarity: rarity)
        return base
            + title.share(
                of: base, asked: 1, rarity: rarity, titleLength: pages[posting.page].titleLength,
                hasSameCommonCount: false)
    }
}
