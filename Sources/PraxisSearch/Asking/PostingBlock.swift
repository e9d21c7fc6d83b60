/// Lists of postings.
struct PostingBlock {
    /// By list how many pages it has.
    let counts: [Int]
    private let starts: [Int]
    private let numbers: [Int]
    private let weights: [UInt8]
    private let places: [UInt8]

    /// `nil` if its parts do not fit each other.
    init?(_ data: IndexPieces.Lists) {
        guard let counts = PackedText.numbers(of: data.counts), let gaps = PackedText.numbers(of: data.gaps),
            let weights = PackedText.bytes(of: data.weights), let places = PackedText.bytes(of: data.places),
            gaps.count == weights.count, gaps.count == places.count
        else { return nil }
        var starts: [Int] = []
        var end = 0
        for count in counts {
            guard count >= 0, count <= gaps.count - end else { return nil }
            starts.append(end)
            end += count
        }
        guard end == gaps.count else { return nil }
        self.counts = counts
        self.starts = starts
        self.weights = weights
        self.places = places
        var numbers = gaps
        for (list, start) in starts.enumerated() where counts[list] > 1 {
            for place in start + 1..<start + counts[list] { numbers[place] &+= numbers[place - 1] }
        }
        self.numbers = numbers
    }

    /// A list's page numbers, weights (steps of `Scale`) and places.
    func postings(_ list: Int) -> some Sequence<(number: Int, weight: UInt8, places: WordPlaces)> {
        let range = starts.indices.contains(list) ? starts[list]..<starts[list] + counts[list] : 0..<0
        return range.lazy.map { (numbers[$0], weights[$0], WordPlaces(rawValue: places[$0])) }
    }
}
