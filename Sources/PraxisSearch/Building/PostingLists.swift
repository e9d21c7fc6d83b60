/// Lists of postings one after another, as `IndexPieces.Lists`.
struct PostingLists: ~Copyable {
    /// How many lists there are.
    private(set) var count = 0
    private var postingCount = 0
    private var codec = PostingCodec()
    private var coder = RangeEncoder()

    /// Adds the list of a term.
    ///
    /// - Parameter numbers: By place the number of a page.
    mutating func append(_ postings: ArraySlice<InvertedIndex.Posting>, numbers: [Int]) {
        _ = codec.code(count: postings.count, with: &coder)
        codec.code(count: postings.count, with: &coder) { place in
            let posting = postings[postings.startIndex + place]
            return Posting(number: numbers[Int(posting.page)], weight: posting.step, places: posting.places)
        } read: { _ in
        }
        count += 1
        postingCount += postings.count
    }

    func write(to writer: inout ScriptWriter) {
        let (lists, postings, bytes) = (count, postingCount, coder.bytes)
        writer.object([
            "lists": { $0.raw(String(lists)) }, "postings": { $0.raw(String(postings)) },
            "bits": { $0.string(PackedNumbers.text(ofBytes: bytes)) },
        ])
    }
}
