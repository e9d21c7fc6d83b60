/// Cuts prose.
enum Sentence {
    /// What a full stop after it shortens, in English and Swedish, besides single letters.
    private static let abbreviations: Set<String> = [
        "approx", "bl", "ca", "cf", "dr", "eg", "etc", "ex", "fig", "ie", "jr", "kl", "mr", "mrs", "ms", "nr", "prof",
        "sr",
        "st", "vs",
    ]

    /// A text up to its first full stop, question or exclamation mark that a space and no lower-case letter follow; the
    /// stop of an abbreviation ends nothing.
    static func first(of text: String) -> Substring {
        let text = text[...].trimmed
        let characters = text.unicodeScalars
        var index = characters.startIndex
        var wordStart: Substring.Index?
        while index < characters.endIndex {
            let scalar = characters[index]
            let next = characters.index(after: index)
            switch scalar {
            case "。", "！", "？": return text[..<next]
            case ".", "!", "?", "…":
                let word = wordStart.map { text[$0..<index] } ?? ""
                if scalar != "." || !isAbbreviation(word), let end = end(after: next, in: characters) {
                    return text[..<end]
                }
            default: break
            }
            if !scalar.isLetter { wordStart = nil } else if wordStart == nil { wordStart = index }
            index = next
        }
        return text
    }

    private static func isAbbreviation(_ word: Substring) -> Bool {
        word.count == 1 && word != "I" || abbreviations.contains(word.lowercased())
    }

    /// Where a sentence ends whose final mark is before `index`: closing quotation marks belong to it.
    private static func end(
        after index: Substring.Index, in characters: Substring.UnicodeScalarView
    ) -> Substring.Index? {
        var end = index
        while end < characters.endIndex, "\"'”’»)".unicodeScalars.contains(characters[end]) {
            end = characters.index(after: end)
        }
        guard end < characters.endIndex else { return end }
        guard characters[end].properties.isWhitespace else { return nil }
        let rest = characters[end...].drop { $0.properties.isWhitespace }
        return rest.first?.properties.isLowercase == true ? nil : end
    }

    /// A text of at most so many characters, cut between words.
    static func shortened(_ text: Substring, to limit: Int) -> String {
        guard let cut = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex), cut < text.endIndex
        else {
            return String(text)
        }
        let head = text[..<cut]
        let end = head.lastIndex(of: " ") ?? cut
        return head[..<end].trimmed + "…"
    }
}

extension Unicode.Scalar {
    /// Whether it can be part of a word. Most are of ASCII, for which nothing need be looked up.
    fileprivate var isLetter: Bool {
        isASCII ? "a"..."z" ~= self || "A"..."Z" ~= self : properties.isAlphabetic
    }
}

extension Substring {
    /// The text without white space at both ends.
    fileprivate var trimmed: Substring {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return self[...last].drop { $0.isWhitespace }
    }
}
