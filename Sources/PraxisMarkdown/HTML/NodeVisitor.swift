/// Something that is told of the nodes of a tree one by one.
protocol NodeVisitor: ~Copyable {
    /// A node begins. Returns whether its descendants are to be visited; only then is `leave` called.
    mutating func enter(_ index: Int) -> Bool
    /// A node ends.
    mutating func leave(_ index: Int)
}

extension NodeTree {
    /// Visits nodes that follow each other in a tree, with all their descendants, without recursion: nothing bounds how
    /// deep emphasis may be nested.
    @inline(__always)
    static func visit<Visitor: NodeVisitor & ~Copyable>(
        _ nodes: UnsafeBufferPointer<Node>, _ range: Range<Int>, with visitor: inout Visitor
    ) {
        var open: [Int] = []
        open.reserveCapacity(16)
        var nextEnd = Int.max
        var index = range.lowerBound
        while true {
            while index >= nextEnd {
                visitor.leave(open.removeLast())
                nextEnd = open.last.map { Int(nodes[$0].end) } ?? Int.max
            }
            guard index < range.upperBound else { return }
            if visitor.enter(index) {
                open.append(index)
                nextEnd = Int(nodes[index].end)
                index += 1
            } else {
                index = Int(nodes[index].end)
            }
        }
    }
}
