/// Invented words and sentences with the shape of real ones: few words are frequent, most are rare (Zipf).
struct Prose {
    private let words: [String]
    private let weights: [Double]

    init(vocabulary: Int, seed: UInt64) {
        var random = RandomSource(seed: seed)
        let onsets = [
            "b", "br", "d", "f", "fl", "g", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v",
        ]
        let vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
        let codas = ["", "", "n", "r", "s", "t", "l", "nd", "st", "ck"]
        var seen = Set<String>()
        while seen.count < vocabulary {
            let syllables = Int.random(in: 1...4, using: &random)
            let word = (0..<syllables).map { _ in
                [onsets, vowels, codas].compactMap { $0.randomElement(using: &random) }.joined()
            }.joined()
            seen.insert(word)
        }
        words = seen.sorted { ($0.count, $0) < ($1.count, $1) }
        var total = 0.0
        weights = words.indices.map { rank in
            total += 1 / Double(rank + 3)
            return total
        }
    }

    /// A word, by how frequent it is. Logarithmic in the size of the vocabulary.
    func word(_ random: inout RandomSource) -> String {
        let target = Double.random(in: 0..<(weights.last ?? 1), using: &random)
        var low = 0
        var high = weights.count - 1
        while low < high {
            let middle = (low + high) / 2
            if weights[middle] < target { low = middle + 1 } else { high = middle }
        }
        return words[low]
    }

    func phrase(_ length: ClosedRange<Int>, _ random: inout RandomSource) -> String {
        let count = Int.random(in: length, using: &random)
        return (0..<count).map { _ in word(&random) }.joined(separator: " ")
    }

    func sentence(_ random: inout RandomSource) -> String {
        let text = phrase(6...18, &random)
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    func paragraph(_ random: inout RandomSource) -> String {
        (0..<Int.random(in: 3...6, using: &random)).map { _ in sentence(&random) }.joined(separator: " ")
    }

    func title(_ random: inout RandomSource) -> String {
        let text = phrase(3...6, &random)
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
