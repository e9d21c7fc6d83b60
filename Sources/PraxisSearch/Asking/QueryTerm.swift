/// Words of a query that have the same term in every language, and what they stand for: of `plan` and `planning` neither is
/// a neighbour of the other.
struct QueryTerm {
    private(set) var words: [[UInt8]]
    /// By language.
    private(set) var lists: [WordLists]

    /// A word that was looked up.
    init(_ question: Question, _ lists: [WordLists]) {
        words = [question.word]
        self.lists = lists
    }

    /// Terms of single words, those of the same words brought together in the order of the first of each.
    static func merged(_ terms: [QueryTerm]) -> [QueryTerm] {
        terms.reduce(into: []) { merged, term in
            let own = term.own
            if own.contains(where: { $0 != nil }), let place = merged.firstIndex(where: { $0.own == own }) {
                merged[place].words += term.words
                merged[place].lists = zip(merged[place].lists, term.lists).map { $0.merged(with: $1) }
            } else {
                merged.append(term)
            }
        }
    }

    /// By language, the list of the word itself.
    private var own: [ListReference?] { lists.map(\.own) }
}
