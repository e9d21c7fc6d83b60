/// Finds two words with a hyphen between them, which others write as one: `stand-up`, `standup`.
///
/// Longer chains (`peer-to-peer`) and numbers (`2026-11`) are none.
struct HyphenatedWords {
    private let text: [UInt8]
    /// The last word, if a hyphen follows it.
    private var last: [UInt8] = []
    private var end = 0
    /// How many words hang together up to the last.
    private var chain = 0

    /// - Parameter text: In UTF-8.
    init(in text: [UInt8]) { self.text = text }

    /// Takes the next word of the text; gives it joined with the one before if both are a pair.
    ///
    /// - Parameter word: Asked for only beside a hyphen.
    mutating func join(_ word: @autoclosure () -> [UInt8], at range: Range<Int>) -> [UInt8]? {
        let isLinked = range.lowerBound > end && end > 0 && hyphen(at: end) == range.lowerBound - end
        chain = isLinked ? chain + 1 : 1
        end = range.upperBound
        let next = hyphen(at: end)
        var joined: [UInt8]?
        if chain == 2, !goesOn(after: end, hyphen: next) { joined = Self.pair(last, word()) }
        if next > 0 { last = word() }
        return joined
    }

    private static func pair(_ first: [UInt8], _ second: [UInt8]) -> [UInt8]? {
        let joined = first + second
        let hasDigits = joined.contains { 0x30...0x39 ~= $0 }
        return hasDigits || joined.count(where: { $0 & 0xC0 != 0x80 }) > WordScanner.longest ? nil : joined
    }

    /// Whether a word follows on a hyphen of so many bytes.
    private func goesOn(after place: Int, hyphen length: Int) -> Bool {
        guard length > 0, place + length < text.count else { return false }
        let next = text[place + length]
        return next >= 0x80 || 0x30...0x39 ~= next || 0x61...0x7A ~= next | 0x20
    }

    /// How many bytes a hyphen takes that stands at a place (U+002D, U+2010, U+2011); 0 if there is none.
    private func hyphen(at place: Int) -> Int {
        guard place < text.count else { return 0 }
        if text[place] == UInt8(ascii: "-") { return 1 }
        let isWide =
            text[place] == 0xE2 && place + 2 < text.count && text[place + 1] == 0x80
            && (text[place + 2] == 0x90 || text[place + 2] == 0x91)
        return isWide ? 3 : 0
    }
}
