/// The words of a query, looked up.
struct AskedWords {
    /// Those that stand somewhere.
    let terms: [Term]
    /// Whether common words were left out, so that titles are compared by the others alone.
    let isShortened: Bool
    /// How many different words are common, those that were left out among them.
    let commonCount: Int
    /// Those that lead nowhere in any language.
    let unknown: Set<[UInt8]>
    /// Those that stand on no page.
    let missing: [MissingWord]

    /// What counts as one word.
    struct Term {
        let words: [[UInt8]]
        /// By language, what it says.
        let rankings: [Ranking.Word]
    }
}
