/// Finds bytes of some kinds sixteen at a time: most text is passed over.
enum ByteSearch {
    /// The index of the first byte of some kinds, or `end`.
    ///
    /// - Parameter hits: Joins, with `|`, where the kinds occur in a block.
    @inline(__always)
    static func first(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hits: (ByteBlock) -> ByteLanes
    ) -> Int {
        guard let base = bytes.baseAddress else { return end }
        var index = start
        while index < end {
            let block = ByteBlock(base, bytes.count, around: index)
            if let hit = hits(block).from(index &- block.start).first { return min(block.start &+ hit, end) }
            index = block.start &+ ByteBlock.width
        }
        return end
    }
}
