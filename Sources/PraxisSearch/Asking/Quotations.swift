/// The words of a query that must stand together, in their order.
///
/// Those of the pages that may have them which rank best are looked through; `Ranking.mayHold` says which may.
struct Quotations {
    private let all: [[[UInt8]]]
    private let table: CharacterTable

    /// So many pages are looked through for them at a time: those that rank best without.
    private static let mostPages = 32
    /// And so many times, until they stand in some.
    private static let mostRounds = 2

    /// - Parameter query: As it was typed.
    init(in query: String, table: CharacterTable) {
        self.table = table
        all = Question.quotations(in: query).map { WordScanner.words(of: $0, table: table) }.filter { !$0.isEmpty }
    }

    /// Whether all are single words, which stand together wherever they stand.
    var isShort: Bool { all.allSatisfy { $0.count < 2 } }

    /// The places of each one's words among those that were looked up, without those that were left out; `nil` if a word
    /// stands nowhere.
    func numbers(among asked: AskedWords) -> [[Int]]? {
        guard all.joined().allSatisfy({ !asked.unknown.contains($0) }) else { return nil }
        let numbers = Dictionary(
            asked.terms.enumerated().flatMap { number, term in term.words.map { ($0, number) } },
            uniquingKeysWith: { first, _ in first })
        return all.map { $0.compactMap { numbers[$0] } }
    }

    /// Those of the first pages in which they stand; if they stand in none of them, those of the next. And how many were
    /// read.
    ///
    /// - Parameters:
    ///   - pages: The best first.
    ///   - stand: Whether all stand in one.
    static func first<Page>(of pages: [Page], stand: (Page) throws -> Bool) rethrows -> (found: [Page], read: Int) {
        var found: [Page] = []
        var rest = pages[...]
        for _ in 0..<mostRounds where found.isEmpty {
            found = try rest.prefix(mostPages).filter(stand)
            rest = rest.dropFirst(mostPages)
        }
        return (found, pages.count - rest.count)
    }

    /// Whether each stands in a page: in its title, its summary, a heading, a section's text or a field.
    func allStand(in text: IndexPieces.PageText, title: String) -> Bool {
        let texts = [title, text.summary, text.fields] + text.sections.flatMap { $0.dropFirst() }
        let words = texts.map { WordScanner.words(of: $0, table: table) }
        return all.allSatisfy { quotation in words.contains { Self.stands(quotation, in: $0) } }
    }

    private static func stands(_ quotation: [[UInt8]], in words: [[UInt8]]) -> Bool {
        guard words.count >= quotation.count else { return false }
        return (0...words.count - quotation.count).contains { start in
            zip(quotation, words[start...]).allSatisfy { $0 == $1 }
        }
    }
}
