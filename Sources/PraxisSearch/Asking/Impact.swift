/// How much a word tells of a page, from 0 to `most`: weight / (weight + norm), which is BM25's share without its rarity.
///
/// Worked out when a query is answered, in whole numbers, so that a page's length stands in one place only and an edit leaves
/// the lists of all other words as they were.
struct Impact {
    /// The most that one word can tell.
    static let most = 1023
    /// How quickly repetition of a word stops to tell more, in hundredths (BM25's k1), for a weight of 4.
    private static let saturation = 260
    /// How much a page's length counts, in hundredths (BM25's b).
    private static let lengthShare = 80

    /// By page, what a word's weight is held against, in hundredths.
    private let norms: [Int]

    /// - Parameters:
    ///   - lengths: By page how many words it has, as `Scale` keeps it.
    ///   - average: Of all pages.
    init(lengths: [Int], average: Int) {
        let average = max(1, average)
        norms = lengths.map { length in
            4 * Self.saturation * ((100 - Self.lengthShare) * average + Self.lengthShare * length) / (100 * average)
        }
    }

    /// - Parameter weight: A step of `Scale`.
    func callAsFunction(_ weight: UInt8, on page: Int) -> Int {
        let weight = Scale.value(of: Int(weight)) * 100
        return weight * Self.most / max(1, weight + norms[page])
    }
}
