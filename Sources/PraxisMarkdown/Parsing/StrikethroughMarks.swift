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

    /// Whether something is open at a depth.
    func isOpen(depth: Int) -> Bool { openers.last?.depth == depth }

    /// Takes the nearest opener at a depth; gives its node if it is as long as what would close it. As in cmark-gfm, one of
    /// another length is spent all the same.
    mutating func close(length: Int, depth: Int) -> Int? {
        guard isOpen(depth: depth), let opener = openers.popLast() else { return nil }
        return opener.length == length ? opener.node : nil
    }

    /// Forgets what was opened after a node.
    mutating func forget(after node: Int) {
        while let last = openers.last, last.node > node { openers.removeLast() }
    }

    /// Forgets what was opened in a container that ends.
    mutating func leave(depth: Int) {
        while let last = openers.last, last.depth >= depth { openers.removeLast() }
    }
}
