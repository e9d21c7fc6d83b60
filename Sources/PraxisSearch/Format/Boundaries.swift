/// Divides an ordered list into runs of about one size by what stands in it, so that a change moves only the boundaries
/// next to it. (Content-defined chunking, as in Muthitacharoen, Chen and Mazières, “A Low-bandwidth Network File System”,
/// 2001.)
enum Boundaries {
    /// The runs, in order; none for an empty list. Linear.
    ///
    /// - Parameters:
    ///   - sizes: Of each thing.
    ///   - marks: A hash of each thing's name, which says whether a run may begin with it.
    ///   - target: The size of most runs; only a single thing makes a run of more than twice that.
    static func runs(of sizes: [Int], marks: [UInt64], target: Int) -> [Range<Int>] {
        guard !sizes.isEmpty else { return [] }
        let mean = max(1, sizes.reduce(0, +) / sizes.count)
        var mask: UInt64 = 1
        while Int(mask) * mean * 2 < target { mask *= 2 }
        mask -= 1
        var runs: [Range<Int>] = []
        var start = 0
        var size = 0
        for place in sizes.indices {
            let mayBegin = size * 2 >= target && marks[place] >> 32 & mask == 0
            if place > start, mayBegin || size + sizes[place] > target * 2 {
                runs.append(start..<place)
                start = place
                size = 0
            }
            size += sizes[place]
        }
        runs.append(start..<sizes.count)
        return runs
    }
}
