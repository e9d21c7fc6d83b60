/// Pages in the order in which lists name them: newest first for what has a date, by start for events, else by title;
/// ties by path.
struct NaturalOrder: Sendable {
    private var keys: [SortKey]

    init(of pages: [Page]) {
        keys = pages.map { SortKey(of: $0.facts) }
        keys.sort()
    }

    var pages: some Sequence<PageID> { keys.lazy.map(\.id) }

    /// The place of each page, by `PageID.index`.
    var places: [Int] {
        var places = [Int](repeating: 0, count: keys.count)
        for (place, key) in keys.enumerated() { places[key.id.index] = place }
        return places
    }

    /// The order after some pages have become others. Linear, while few have.
    func exchanging(_ pages: [PageID: Page]) -> NaturalOrder {
        let moved = pages.values.map { SortKey(of: $0.facts) }.sorted()
        var order = self
        order.keys = []
        order.keys.reserveCapacity(keys.count)
        var next = moved[...]
        for key in keys where pages[key.id] == nil {
            while let first = next.first, first < key { order.keys.append(next.removeFirst()) }
            order.keys.append(key)
        }
        order.keys += next
        return order
    }
}

extension Site {
    /// Some pages in the order in which lists name them; takes n log n.
    package func inNaturalOrder(_ pages: [PageID]) -> [PageID] {
        pages.map { SortKey(of: self[$0].facts) }.sorted().map(\.id)
    }
}

/// Places pages in their natural order.
private struct SortKey: Comparable {
    /// Smaller comes first: days counted backwards for what is newest first.
    var time: Int
    var title: String
    var id: PageID

    init(of page: Page.Facts) {
        id = page.id
        title = page.metadata.title.lowercased()
        time =
            switch page.content {
            case .post(let post): -post.date.number
            case .question(let question): -question.asked.number
            case .resource(let resource): -(resource.added?.number ?? 0)
            case .event(let event): event.start.day.number * 1440 + event.start.minute
            default: 0
            }
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
        (left.time, left.title, left.id) < (right.time, right.title, right.id)
    }
}
