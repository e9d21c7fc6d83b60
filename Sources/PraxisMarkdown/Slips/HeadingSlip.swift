/// Headings that are none, for want of a space.
enum HeadingSlip {
    /// `##Heading`, or `#` with a space that Markdown does not know.
    ///
    /// A single number sign also stands before keywords and the names of channels: only what reads like a heading, the first
    /// line of a paragraph, is taken for one.
    static func found(at start: Int, in text: Slice<UnsafeBufferPointer<UInt8>>, isFirst: Bool) -> MarkdownSlip? {
        let line = text[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        let signs = line.prefix { $0 == UInt8(ascii: "#") }
        let words = line[signs.endIndex...]
        guard 1...6 ~= signs.count, let next = words.first, next > 0x20 else { return nil }
        let marks = String(decoding: signs, as: UTF8.self)
        let shown = String(decoding: words.prefix(200), as: UTF8.self)
        if words.starts(with: [0xC2, 0xA0]) {
            return slip(
                signs, "a no-break space follows \(marks), so this is no heading",
                "write \(marks) \(shown.dropFirst()), with a plain space")
        }
        guard let letter = shown.unicodeScalars.first?.properties else { return nil }
        let isHeading =
            signs.count > 1
            ? letter.isAlphabetic || letter.numericType != nil || next == UInt8(ascii: "*")
            : isFirst && letter.isUppercase && readsLikeHeading(shown)
        guard isHeading else { return nil }
        return slip(signs, "no space follows \(marks), so this is no heading", "write \(marks) \(shown)")
    }

    private static func slip(
        _ signs: Slice<UnsafeBufferPointer<UInt8>>, _ message: String, _ advice: String
    ) -> MarkdownSlip {
        MarkdownSlip(
            rule: MarkdownSlip.heading, range: signs.startIndex..<signs.endIndex, message: message, advice: advice)
    }

    /// Whether a line is neither keywords nor a sentence that begins with one.
    private static func readsLikeHeading(_ line: String) -> Bool {
        guard !line.contains("#"), line.utf8.count <= 100, let last = line.last, !".,;:!".contains(last) else {
            return false
        }
        // A keyword of several words has a capital for each.
        let first = line.prefix { $0 != " " }
        return first.dropFirst().allSatisfy { $0.isLowercase || $0 == "-" || $0 == "'" || $0 == "’" }
    }
}
