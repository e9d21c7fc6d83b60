/// The runs of one or two tildes that may open a strikethrough, innermost last.
struct StrikethroughMarks {
    private var openers: [Opener] = []

    private struct Opener {
        var node: Int
        var length: Int
        var depth: Int
    }

    /// Remembers an opener: its node, how many tildes it has, and how deep it stands.
    mutating func open(node: Int, length: Int, depth: Int) {
        openers.append(Opener(node: node, length: length, depth: depth))
    }

    /// Finds the nearest opener of the same length at the same depth, and forgets it and those after it.
    ///
    /// Only the last 64 are looked at, so that no text makes this quadratic.
    mutating func close(length: Int, depth: Int) -> Int? {
        guard let index = openers.suffix(64).lastIndex(where: { $0.length == length && $0.depth == depth }) else {
            return nil
        }
        let node = openers[index].node
        openers.removeSubrange(index...)
        return node
    }

    /// Forgets what was opened in a container that ends.
    mutating func leave(depth: Int) {
        while let last = openers.last, last.depth >= depth { openers.removeLast() }
    }
}
