/// The forms of a language by their last two letters.
///
/// With the shard that its first three letters lead to, this is where a misspelt word of five letters or more has its
/// right form: one edit leaves the first or the last of them as they were, but for two neighbours exchanged in the middle
/// of a word of five.
struct SpellingBuckets {
    private var buckets: [[(word: ArraySlice<UInt8>, count: Int)]]

    /// About so many bytes go into one.
    private static let target = 24 * 1024
    /// A shorter word is not taken for a misspelt one.
    private static let shortest = 3

    init(_ forms: [InvertedIndex.Form], of index: InvertedIndex) {
        let candidates = forms.filter { Self.isCandidate($0.word) }
        let size = candidates.reduce(0) { $0 + $1.word.count + 2 }
        var count = 1
        while count * Self.target < size { count *= 2 }
        buckets = Array(repeating: [], count: count)
        for form in candidates {
            let octave = Scale.octave(of: index.postings.count(of: form.term))
            buckets[Self.bucket(of: form.plain, among: count)].append((form.word, octave))
        }
    }

    var count: Int { buckets.count }

    /// Writes an `IndexPieces.Spelling`.
    func write(_ bucket: Int, to writer: inout ScriptWriter) {
        writer.object([
            "forms": { $0.words(buckets[bucket].lazy.map(\.word)) },
            "counts": { $0.packed(buckets[bucket].map(\.count)) },
        ])
    }

    /// Whether a form may be what somebody meant: it is long enough, and no number.
    static func isCandidate(_ word: some Collection<UInt8>) -> Bool {
        guard let first = word.first, !(0x30...0x39 ~= first) else { return false }
        return word.lazy.filter { $0 & 0xC0 != 0x80 }.count >= shortest
    }

    /// Where a word's ending leads. The client's `bucketOf` is the same: FNV-1a over the last two code points, each as three
    /// bytes, the highest first.
    ///
    /// - Parameters:
    ///   - plain: Without accents.
    ///   - count: A power of two.
    static func bucket(of plain: some Collection<UInt8>, among count: Int) -> Int {
        var hash: UInt32 = 0x811c_9dc5
        for scalar in String(decoding: plain, as: UTF8.self).unicodeScalars.suffix(2) {
            for shift: UInt32 in [16, 8, 0] {
                hash = (hash ^ (scalar.value >> shift & 0xFF)) &* 0x0100_0193
            }
        }
        return Int(hash ^ hash >> 15) & (count - 1)
    }
}
