/// Lists of postings.
struct PostingBlock {
    /// By list how many pages it has.
    private(set) var counts: [Int] = []
    private var starts: [Int] = []
    private var all: [Posting] = []

    /// `nil` if they are not what the builder writes.
    init?(_ data: IndexPieces.Lists) {
        guard 0...PackedNumbers.mostCount ~= data.postings, 0...data.postings ~= data.lists,
            let bytes = PackedNumbers.bytes(of: data.bits)
        else { return nil }
        var coder = RangeDecoder(bytes)
        var codec = PostingCodec()
        for _ in 0..<data.lists {
            let count = codec.code(count: 0, with: &coder)
            guard count <= data.postings - all.count else { return nil }
            starts.append(all.count)
            counts.append(count)
            codec.code(count: count, with: &coder) { _ in
                Posting(number: 0, weight: 0, places: [])
            } read: {
                all.append($0)
            }
        }
        guard all.count == data.postings, coder.isAtEnd else { return nil }
    }

    /// A list's postings, in the order of page numbers.
    func postings(_ list: Int) -> ArraySlice<Posting> {
        starts.indices.contains(list) ? all[starts[list]..<starts[list] + counts[list]] : []
    }
}
