/// The words of a query that must stand together, in their order.
///
/// Those of the pages that may have them which rank best are looked through; `Ranking.mayHold` says which may.
struct Quotations {
    private let all: [[[UInt8]]]
    private let table: CharacterTable

    /// So many pages are looked through for them: those that rank best without.
    static let mostPages = 32

    /// - Parameter query: As it was typed.
    init(in query: String, table: CharacterTable) {
        self.table = table
        all = Question.quotations(in: query).map { WordScanner.words(of: $0, table: table) }
    }

    /// Whether all are single words, which stand together wherever they stand.
    var isShort: Bool { all.allSatisfy { $0.count < 2 } }

    /// The places of each one's words among those that were looked up, without those that were left out; `nil` if a word
    /// stands nowhere.
    func numbers(among asked: AskedWords) -> [[Int]]? {
        guard all.joined().allSatisfy({ !asked.unknown.contains($0) }) else { return nil }
        let numbers = Dictionary(
            asked.words.enumerated().map { ($1[0].question.word, $0) }, uniquingKeysWith: { first, _ in first })
        return all.map { $0.compactMap { numbers[$0] } }
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
