import PraxisDiagnostics

/// Words that mean the same, and how to speak of several.
package enum Words {
    /// A word in lower case, with spaces for hyphens and low lines.
    package static func normal(_ word: String) -> String {
        if word.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) { return word }
        return word.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: " ")
    }

    /// `a, b or c`
    package static func alternatives(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) or \(last)"
    }

    /// `a, b and c`
    package static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// What to write instead of a word that is not one of these.
    package static func advice(for word: String, among words: [String]) -> String {
        let list = "write \(alternatives(words))"
        guard let nearest = Suggestion.nearest(to: normal(word), among: words).first else { return list }
        return words.count == 1 ? "did you mean \(nearest)?" : "did you mean \(nearest)? (\(list))"
    }
}
