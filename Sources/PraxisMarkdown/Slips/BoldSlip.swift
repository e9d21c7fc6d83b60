/// Stars that make nothing bold: for a space on their inner side, or because none follow.
enum BoldSlip {
    /// Stars before words.
    struct Opening {
        /// Where the stars begin.
        let start: Int
        /// Where the words begin.
        let end: Int
        /// Whether a space stands between the stars and the words.
        let isDetached: Bool
        /// Whether nothing stands before the stars that they could multiply.
        let beginsLine: Bool
    }

    /// Looks at stars, and remembers in the block those that may open something.
    static func found(at start: Int, in block: inout SlipText) -> MarkdownSlip? {
        let text = block.text
        var end = start
        while end < text.count, text[end] == UInt8(ascii: "*") { end += 1 }
        let before = start > 0 ? text[start - 1] : 0x0A
        let after = end < text.count ? text[end] : 0x0A
        let opening = block.stars
        block.stars = nil
        guard end - start <= 3 else { return nil }
        if let opening, before != 0x0A, isEnd(after), start - opening.start <= SlipText.longest,
            isSpace(before) != opening.isDetached || opening.isDetached && opening.beginsLine
        {
            // Stars apart from the words on either side may multiply, or stand before a name.
            if !opening.isDetached, after == 0x20 { return nil }
            if opening.isDetached, !opening.beginsLine, multiplies(text[opening.end..<start], before: text[end...]) {
                return nil
            }
            guard let place = block.place(of: opening.start..<end) else { return nil }
            let stars = String(repeating: "*", count: end - start)
            let words = block.words(place).filter { $0 != "*" }
            let problem =
                isSpace(before) && opening.isDetached
                ? "spaces stand between the stars and these words, so they are not bold"
                : "a space stands \(opening.isDetached ? "behind the first" : "before the last") stars, "
                    + "so these words are not bold"
            return MarkdownSlip(
                rule: MarkdownSlip.bold, range: place, message: problem,
                advice: "write \(stars)\(trimmed(words))\(stars)")
        }
        guard isSpace(before) || before == UInt8(ascii: "(") else { return nil }
        block.stars = Opening(start: start, end: end, isDetached: isSpace(after), beginsLine: before == 0x0A)
        guard start == 0, isCapital(text[end...]), !hasStars(text, from: end), text.contains(0x20) else { return nil }
        guard let place = block.place(of: block.line(from: start)) else { return nil }
        return MarkdownSlip(
            rule: MarkdownSlip.bold, range: place.lowerBound..<place.lowerBound + (end - start),
            message: "no stars end the bold words that begin here",
            advice: "write \(String(repeating: "*", count: end - start)) behind the last of them too")
    }

    /// Whether stars on either side of some words are signs of a calculation: they stand beside numbers or single letters.
    private static func multiplies(_ words: ArraySlice<UInt8>, before rest: ArraySlice<UInt8>) -> Bool {
        let words = words.split(whereSeparator: isSpace)
        let next = rest.prefix(SlipText.longest).split(maxSplits: 1, whereSeparator: isSpace).first
        return [words.first, words.last, next].contains { $0.map(isOperand) == true }
    }

    private static func isOperand(_ word: ArraySlice<UInt8>) -> Bool {
        word.count == 1 || word.allSatisfy { 0x30...0x39 ~= $0 || ".,()".utf8.contains($0) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

    /// Whether words end before a byte.
    private static func isEnd(_ byte: UInt8) -> Bool { isSpace(byte) || ".,;:!?)".utf8.contains(byte) }

    /// Whether a text begins with a capital letter.
    private static func isCapital(_ text: ArraySlice<UInt8>) -> Bool {
        String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isUppercase == true
    }

    private static func hasStars(_ text: [UInt8], from start: Int) -> Bool {
        zip(text[start...], text[start...].dropFirst()).contains { $0 == UInt8(ascii: "*") && $1 == $0 }
    }

    private static func trimmed(_ words: String) -> String {
        String(words.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
