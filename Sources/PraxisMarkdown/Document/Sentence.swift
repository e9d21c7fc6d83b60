/// Cuts prose.
enum Sentence {
    /// A text up to its first full stop, question or exclamation mark that a space and no lower-case letter follow, and
    /// that stands after a word of three letters or more, so that `e.g.` and `Dr.` end nothing.
    static func first(of text: String) -> Substring {
        let text = text[...].trimmed
        let characters = text.unicodeScalars
        var index = characters.startIndex
        var wordLength = 0
        while index < characters.endIndex {
            let scalar = characters[index]
            let next = characters.index(after: index)
            switch scalar {
            case "。", "！", "？": return text[..<next]
            case ".", "!", "?", "…":
                if scalar != "." || wordLength > 2, let end = end(after: next, in: characters) { return text[..<end] }
            default: break
            }
            wordLength = scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? wordLength + 1 : 0
            index = next
        }
        return text
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

extension Substring {
    /// The text without white space at both ends.
    fileprivate var trimmed: Substring {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return self[...last].drop { $0.isWhitespace }
    }
}
