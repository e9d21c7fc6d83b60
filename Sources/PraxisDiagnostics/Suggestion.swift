/// Finds what an author probably meant.
package enum Suggestion {
    /// The candidates nearest to a mistyped word, best first, at most three; empty when none is near.
    ///
    /// Linear in the number of candidates.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> [String] {
        let word = Word(word)
        return
            candidates
            .compactMap { candidate -> (distance: Int, text: String)? in
                word.distance(to: candidate).map { ($0, candidate) }
            }
            .sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }
            .prefix(3)
            .map(\.text)
    }

    /// A mistyped word, to be compared with many others.
    package struct Word: Sendable {
        private let letters: [Unicode.Scalar]
        private let limit: Int

        package init(_ word: some StringProtocol) {
            letters = Array(word.lowercased().unicodeScalars)
            limit = max(1, letters.count / 3)
        }

        /// How far another word is from this one; `nil` where it is not near.
        ///
        /// Near is an edit distance (with swapped neighbours counted once: optimal string alignment) of at most a third
        /// of the word's length, one at the least, that leaves half of the longer word. Case does not count.
        package func distance(to other: some StringProtocol) -> Int? {
            // A letter has at least one byte.
            guard other.utf8.count >= letters.count - limit else { return nil }
            let others = Array(other.lowercased().unicodeScalars)
            guard abs(others.count - letters.count) <= limit else { return nil }
            let distance = Suggestion.distance(letters, others, limit: limit)
            return distance <= limit && 2 * distance <= max(letters.count, others.count) ? distance : nil
        }
    }

    /// The number of insertions, deletions, replacements and swaps of neighbours that lead from one word to the other;
    /// some number above the limit where it is more.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
        var beforeLast = [Int]()
        var last = Array(0...right.count)
        var lastBest = 0
        for (row, a) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            var rowBest = row + 1
            for (column, b) in right.enumerated() {
                var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (a == b ? 0 : 1))
                if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
                rowBest = min(rowBest, best)
            }
            // What follows is made of this row, and by a swap of the one before.
            if rowBest > limit, lastBest >= limit { return limit + 1 }
            beforeLast = last
            last = current
            lastBest = rowBest
        }
        return last[right.count]
    }
}
