/// Finds what an author probably meant.
package enum Suggestion {
    /// The candidates nearest to a mistyped word, best first, at most three; empty when none is near.
    ///
    /// Near is an edit distance (with swapped neighbours counted once: optimal string alignment) of at most a third of
    /// the word's length, one at the least. Case does not count.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> [String] {
        let typed = Array(word.lowercased().unicodeScalars)
        let limit = max(1, typed.count / 3)
        return
            candidates
            .compactMap { candidate -> (distance: Int, text: String)? in
                let letters = Array(candidate.lowercased().unicodeScalars)
                guard abs(letters.count - typed.count) <= limit else { return nil }
                let distance = distance(typed, letters)
                return distance <= limit ? (distance, candidate) : nil
            }
            .sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }
            .prefix(3)
            .map(\.text)
    }

    /// The number of insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int]()
        var last = Array(0...right.count)
        for (row, a) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, b) in right.enumerated() {
                var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (a == b ? 0 : 1))
                if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
