/// One word that somebody asks for.
struct Question: Equatable {
    /// Folded.
    var word: [UInt8]
    /// Whether the query ends with it, so that more of it may be to come.
    var isCut: Bool

    /// As many words of a query count.
    private static let most = 32
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
            while scanner.next() {
                if questions.contains(where: { $0.word == scanner.word }) { continue }
                let isCut = isLast && scanner.range.upperBound == text.count
                questions.append(Question(word: scanner.word, isCut: isCut))
            }
        }
        return Array(questions.prefix(most))
    }
}
