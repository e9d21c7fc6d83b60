/// Some forms in a row, and the lists of their terms.
struct WordShard {
    let forms: [[UInt8]]
    /// By form its list.
    let listOfForm: [Int]
    let numbers: [[UInt8]: Int]
    let lists: PostingBlock

    /// `nil` if it is not what the builder writes.
    init?(_ data: IndexPieces.Words) {
        guard let back = PackedNumbers.numbers(of: data.terms), let lists = PostingBlock(data.lists) else { return nil }
        forms = data.forms.utf8.split(separator: 0x20).map(Array.init)
        guard back.count == forms.count else { return nil }
        var next = 0
        listOfForm = back.map { distance in
            if distance == 0 { next += 1 }
            return distance == 0 ? next - 1 : next - distance
        }
        guard listOfForm.allSatisfy(lists.counts.indices.contains) else { return nil }
        self.lists = lists
        numbers = Dictionary(forms.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
