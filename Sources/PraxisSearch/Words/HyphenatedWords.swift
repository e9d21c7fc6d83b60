/// Finds two words with a hyphen between them, which others write as one: `stand-up`, `standup`.
///
/// Longer chains (`peer-to-peer`) and numbers (`2026-11`) are none.
struct HyphenatedWords {
    private let text: [UInt8]
    private var last: [UInt8] = []
    private var end = 0
    /// How many words hang together up to the last.
    private var chain = 0

    /// - Parameter text: In UTF-8.
    init(in text: [UInt8]) { self.text = text }

    /// Takes the next word of the text; gives it joined with the one before if both are a pair.
    mutating func join(_ word: [UInt8], at range: Range<Int>) -> [UInt8]? {
        let isLinked = end > 0 && hyphen(at: end) == range.lowerBound - end && range.lowerBound > end
        chain = isLinked ? chain + 1 : 1
        defer {
            last = word
            end = range.upperBound
        }
        guard chain == 2, !goesOn(after: range.upperBound) else { return nil }
        let joined = last + word
        let hasDigits = joined.contains { 0x30...0x39 ~= $0 }
        return hasDigits || joined.count(where: { $0 & 0xC0 != 0x80 }) > WordScanner.longest ? nil : joined
    }

    private func goesOn(after place: Int) -> Bool {
        let length = hyphen(at: place)
        guard length > 0, place + length < text.count else { return false }
        let next = text[place + length]
        return next >= 0x80 || 0x30...0x39 ~= next || 0x61...0x7A ~= next | 0x20
    }

    /// How many bytes a hyphen takes that stands at a place (U+002D, U+2010, U+2011); 0 if there is none.
    private func hyphen(at place: Int) -> Int {
        guard place < text.count else { return 0 }
        if text[place] == UInt8(ascii: "-") { return 1 }
        let isWide =
            text[place...].starts(with: [0xE2, 0x80, 0x90]) || text[place...].starts(with: [0xE2, 0x80, 0x91])
        return isWide ? 3 : 0
    }
}
