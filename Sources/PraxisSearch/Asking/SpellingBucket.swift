/// Forms that end alike.
struct SpellingBucket {
    let forms: [[UInt8]]
    /// By form the binary logarithm of the number of its pages.
    let octaves: [Int]

    init?(_ data: IndexPieces.Spelling) {
        guard let counts = PackedNumbers.numbers(of: data.counts) else { return nil }
        forms = data.forms.utf8.split(separator: 0x20).map(Array.init)
        octaves = counts
        guard octaves.count == forms.count else { return nil }
    }
}
