/// The words of a query that stand in a page's title.
struct TitleWords {
    var count = 0
    /// 256 for each that is just as it was asked for.
    var weight = 0
    /// What they tell together.
    var rarity = 0

    /// More than any words can say.
    private static let veryTitle = 1 << 31

    /// What is added to a score for them.
    ///
    /// - Parameters:
    ///   - base: What all words say of the page.
    ///   - asked: How many could stand in the title.
    ///   - total: What all words of the query tell.
    ///   - titleLength: How many different words the title has, of those that count.
    ///   - hasSameCommonCount: Whether common words were left out, and the title has as many of them as the query.
    func share(
        of base: Int, asked: Int, rarity total: Int, titleLength: Int, hasSameCommonCount: Bool
    ) -> Int {
        guard weight > 0, titleLength > 0 else { return 0 }
        let ofQuery = rarity * 1024 / total
        let ofTitle = weight * 4 / titleLength
        var sum = base * 4 * Self.root(of: ofQuery * ofTitle) / 1024
        if count == asked {
            sum += asked > 1 ? base * 40 * asked / max(asked, titleLength) : 3 * base
            // Titles that differ in common words alone are told apart by how many they have.
            if hasSameCommonCount { sum += 10 * base }
            if asked >= titleLength { sum += Self.veryTitle * weight / (256 * asked) }
        }
        return sum
    }

    /// The square root of a number below 2^52, rounded down, which IEEE 754 has exactly.
    private static func root(of number: Int) -> Int { Int(Double(number).squareRoot()) }
}
