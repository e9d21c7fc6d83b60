/// One word that somebody asks for.
struct Question: Equatable {
    /// Folded.
    var word: [UInt8]
    /// Whether the query ends with it, so that more of it may be to come.
    var isCut: Bool
    /// Of two words with a hyphen between them, what both are without it.
    var joined: [UInt8]?

    /// As many words of a query count.
    private static let most = 32
    /// In a longer query, hyphens are worth no further files.
    private static let mostWithJoined = 6
    private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]

    /// What stands between quotation marks in a query.
    static func quotations(in query: String) -> [String] {
        let parts = query.unicodeScalars.split(omittingEmptySubsequences: false) { quotes.contains($0) }
        return stride(from: 1, to: parts.count - 1, by: 2).map { String(parts[$0]) }
    }

    /// The different words of a query, in its order.
    static func all(in query: String, table: CharacterTable) -> [Question] {
        let parts = query.unicodeScalars.split(omittingEmptySubsequences: false) { quotes.contains($0) }
        var questions: [Question] = []
        for (number, part) in parts.enumerated() {
            let isLast = number == parts.count - 1
            let text = Array(String(part).utf8)
            var scanner = WordScanner(text, table: table)
            var hyphens = HyphenatedWords(in: text)
            var before: [UInt8] = []
            while scanner.next() {
                let word = scanner.word
                if questions.count < most, !questions.contains(where: { $0.word == word }) {
                    questions.append(Question(word: word, isCut: isLast && scanner.range.upperBound == text.count))
                }
                if let joined = hyphens.join(word, at: scanner.range) {
                    for place in questions.indices where [before, word].contains(questions[place].word) {
                        questions[place].joined = joined
                    }
                }
                before = word
            }
        }
        if questions.count > mostWithJoined {
            for place in questions.indices { questions[place].joined = nil }
        }
        return questions
    }
}
