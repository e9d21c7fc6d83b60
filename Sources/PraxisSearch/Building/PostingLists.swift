internal import PraxisBytes

/// Lists of postings one after another, as `IndexPieces.Lists`.
struct PostingLists {
    private var counts: [UInt8] = []
    private var gaps: [UInt8] = []
    private var weights: [UInt8] = []
    private var places: [UInt8] = []
    /// How many lists there are.
    private(set) var count = 0

    /// Adds the list of a term.
    ///
    /// - Parameter numbers: By place the number of a page.
    mutating func append(_ postings: [InvertedIndex.Posting], numbers: [Int]) {
        Varints.append(postings.count, to: &counts)
        var previous = 0
        for posting in postings {
            let number = numbers[posting.page]
            Varints.append(number - previous, to: &gaps)
            weights.append(posting.weight)
            places.append(posting.places.rawValue)
            previous = number
        }
        count += 1
    }

    func write(to writer: inout ScriptWriter) {
        writer.object([
            "counts": { $0.packed(counts) }, "gaps": { $0.packed(gaps) }, "weights": { $0.packed(weights) },
            "places": { $0.packed(places) },
        ])
    }
}
