/// Lists of postings by number, one after another in one piece of memory.
struct PostingTable {
    private var postings: [InvertedIndex.Posting]
    private var lists: [List]

    /// Small, since each posting that comes needs another.
    private struct List {
        let start: UInt32
        var end: UInt32
        /// The page of the last posting, which is so far away that a look at it takes long; at first none.
        var lastPage = UInt32.max
    }

    /// With empty lists.
    ///
    /// - Parameter rooms: By list how many postings it has at the most.
    init(rooms: [Int]) {
        var end = 0
        lists = rooms.map { room in
            defer { end += room }
            return List(start: UInt32(end), end: UInt32(end))
        }
        postings = Array(repeating: InvertedIndex.Posting(page: 0, weight: 0, places: []), count: end)
    }

    /// How many lists there are.
    var count: Int { lists.count }

    /// A list, in the order in which it came.
    subscript(list: Int) -> ArraySlice<InvertedIndex.Posting> {
        postings[Int(lists[list].start)..<Int(lists[list].end)]
    }

    /// How many postings a list has.
    func count(of list: Int) -> Int { Int(lists[list].end - lists[list].start) }

    /// Adds a posting to a list, whose last one it becomes a part of if both are of one page.
    mutating func add(_ posting: InvertedIndex.Posting, to list: Int) {
        let end = Int(lists[list].end)
        if lists[list].lastPage == posting.page {
            postings[end - 1].weight.raise(by: posting.weight)
            postings[end - 1].places.formUnion(posting.places)
        } else {
            postings[end] = posting
            lists[list].end += 1
            lists[list].lastPage = posting.page
        }
    }
}
