/// Headings that are none, for want of a space.
enum HeadingSlip {
    /// `##Heading`, or `#` with a space that Markdown does not know.
    ///
    /// A single number sign also stands before keywords and the names of channels: only what reads like a heading is taken
    /// for one, and whether it is one, other headings of the page must say.
    ///
    /// - Parameter rest: what follows the paragraph in the file, if the line is the first of one that is in no other block.
    static func found(
        at start: Int, in text: Slice<UnsafeBufferPointer<UInt8>>, before rest: Slice<UnsafeBufferPointer<UInt8>>?
    ) -> (slip: MarkdownSlip, isCertain: Bool)? {
        let line = text[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        let signs = line.prefix { $0 == UInt8(ascii: "#") }
        let words = line[signs.endIndex...]
        guard 1...6 ~= signs.count, let next = words.first, next > 0x20 else { return nil }
        let marks = String(decoding: signs, as: UTF8.self)
        let shown = String(decoding: words.prefix(200), as: UTF8.self)
        if words.starts(with: [0xC2, 0xA0]) {
            let found = slip(
                signs, "a no-break space follows \(marks), so this is no heading",
                "write \(marks) \(shown.dropFirst()), with a plain space")
            return (found, isCertain: true)
        }
        guard let letter = shown.unicodeScalars.first?.properties else { return nil }
        let isHeading =
            signs.count > 1
            ? letter.isAlphabetic || letter.numericType != nil || next == UInt8(ascii: "*")
            : letter.isUppercase && readsLikeHeading(shown)
                && isOverText(text[line.endIndex...], before: rest, hasOneWord: !words.contains(0x20))
        guard isHeading else { return nil }
        let found = slip(signs, "no space follows \(marks), so this is no heading", "write \(marks) \(shown)")
        return (found, isCertain: signs.count > 1)
    }

    private static func slip(
        _ signs: Slice<UnsafeBufferPointer<UInt8>>, _ message: String, _ advice: String
    ) -> MarkdownSlip {
        MarkdownSlip(
            rule: MarkdownSlip.heading, range: signs.startIndex..<signs.endIndex, message: message, advice: advice)
    }

    /// Whether a line stands over something else than keywords; of several words only one that is a paragraph of its own,
    /// since text begins with a keyword too.
    private static func isOverText(
        _ paragraph: Slice<UnsafeBufferPointer<UInt8>>, before rest: Slice<UnsafeBufferPointer<UInt8>>?,
        hasOneWord: Bool
    ) -> Bool {
        guard let rest else { return false }
        let isAlone = paragraph.allSatisfy { $0 <= 0x20 }
        let next = (isAlone ? rest : paragraph).drop { $0 <= 0x20 }
        guard isAlone || hasOneWord, let first = next.first else { return false }
        return first != UInt8(ascii: "#") || next.dropFirst().first.map { $0 <= 0x20 || $0 == first } == true
    }

    /// Whether a line is neither keywords nor a sentence that begins with one.
    private static func readsLikeHeading(_ line: String) -> Bool {
        guard !line.contains("#"), line.split(separator: " ").count <= 6, let last = line.last,
            !".,;:!".contains(last)
        else { return false }
        // A keyword of several words has a capital for each.
        let first = line.prefix { $0 != " " }
        return first.dropFirst().allSatisfy { $0.isLowercase || $0 == "-" || $0 == "'" || $0 == "’" }
    }
}
