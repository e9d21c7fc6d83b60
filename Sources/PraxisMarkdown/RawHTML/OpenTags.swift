/// The tags of raw HTML that are open, outermost first.
struct OpenTags {
    /// One of them.
    struct Entry {
        let tag: AllowedTag
        /// Its node.
        let node: Int
        /// How many nodes were open around it.
        let depth: Int
        /// `details` in which nothing has come yet.
        var lacksSummary: Bool
    }

    private(set) var entries: [Entry] = []
    /// How often each tag has been shown as text, less the ends of such.
    private var refused: [String: Int] = [:]
    /// Beyond this many, a tag is shown as text, so that looking for one stays cheap.
    static let limit = 128

    var isEmpty: Bool { entries.isEmpty }
    var isFull: Bool { entries.count >= Self.limit }
    var last: Entry? { entries.last }

    mutating func push(_ tag: AllowedTag, node: Int, depth: Int) {
        entries.append(Entry(tag: tag, node: node, depth: depth, lacksSummary: tag.name == "details"))
    }

    /// Remembers that a tag is shown as text.
    mutating func refuse(_ name: String) {
        refused[name, default: 0] += 1
    }

    /// Whether the end of a tag that is not open belongs to one that is shown as text, and is to be shown as well.
    mutating func takeRefusal(of name: String) -> Bool {
        guard let count = refused[name], count > 0 else { return false }
        refused[name] = count - 1
        return true
    }

    /// Whether a tag of this name is open anywhere.
    func holds(_ name: String) -> Bool { entries.contains { $0.tag.name == name } }

    mutating func pop() -> Entry? { entries.popLast() }

    mutating func noteSummary() {
        if !entries.isEmpty { entries[entries.count - 1].lacksSummary = false }
    }

    /// The innermost tag at a depth, if nothing deeper is open.
    func innermost(at depth: Int) -> Entry? { entries.last.flatMap { $0.depth == depth ? $0 : nil } }

    /// The index of the innermost tag with one of these names at a depth; deeper ones are passed over, since they would
    /// be closed with what they stand in.
    func index(of names: [String], at depth: Int) -> Int? {
        for index in entries.indices.reversed() {
            guard entries[index].depth >= depth else { return nil }
            if entries[index].depth == depth, names.contains(entries[index].tag.name) { return index }
        }
        return nil
    }
}
