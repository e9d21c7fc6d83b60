/// The tags of raw HTML that are open, outermost first.
struct OpenTags {
    /// One of them.
    struct Entry {
        let tag: AllowedTag
        /// How many nodes were open around it.
        let depth: Int
        /// `details` in which nothing has come yet.
        var lacksSummary: Bool
    }

    private(set) var entries: [Entry] = []
    /// Beyond this many, a tag is shown as text, so that looking for one stays cheap.
    static let limit = 128

    var isEmpty: Bool { entries.isEmpty }
    var isFull: Bool { entries.count >= Self.limit }
    var last: Entry? { entries.last }

    mutating func push(_ tag: AllowedTag, depth: Int) {
        entries.append(Entry(tag: tag, depth: depth, lacksSummary: tag.name == "details"))
    }

    mutating func pop() -> Entry? { entries.popLast() }

    mutating func noteSummary() {
        if !entries.isEmpty { entries[entries.count - 1].lacksSummary = false }
    }

    /// The innermost tag at a depth, if nothing deeper is open.
    func innermost(at depth: Int) -> Entry? { entries.last.flatMap { $0.depth == depth ? $0 : nil } }

    /// The index of the innermost tag with one of these names at a depth, not looking further out.
    func index(of names: [String], at depth: Int) -> Int? {
        for index in entries.indices.reversed() {
            guard entries[index].depth == depth else { return nil }
            if names.contains(entries[index].tag.name) { return index }
        }
        return nil
    }
}
