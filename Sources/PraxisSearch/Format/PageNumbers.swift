internal import PraxisBytes

/// The numbers of pages in the index: taken from their addresses, so that a page keeps its own whatever is added or removed.
///
/// The pages of a community have numbers that lie together, since its words do: a block for each, as large as the largest
/// needs, in which a page has the number that its address leads to. Where pages would have one number, the longest has it,
/// by half octaves of words, and the others take the next that is free, so a new page hardly moves any that is longer. All
/// move when the largest community's number of pages, or the number of communities, crosses a power of two.
struct PageNumbers {
    /// By place in the list that was given.
    let numbers: [Int]
    /// The places in the order of the numbers.
    let order: [Int]

    /// - Parameters:
    ///   - addresses: Each once.
    ///   - communities: Of each page; `nil` is as good as any.
    ///   - lengths: Words of each. Linear in the number of pages, with sorting.
    init(of addresses: [String], communities: [String?], lengths: [Int]) {
        let groups = Dictionary(grouping: addresses.indices) { communities[$0] ?? "" }
        let names = groups.keys.sorted()
        let spaces = names.map { name in
            let places = groups[name] ?? []
            return Self.scattered(
                places.map { addresses[$0] }, sizes: places.map { Scale.halfOctave(of: lengths[$0]) }, spaceOfEach: 2)
        }
        let block = spaces.map(\.space).max() ?? 1
        // As if all were of one size, so that a community that grows moves no other.
        let blocks = Self.scattered(names, sizes: names.map { _ in 0 }, spaceOfEach: 4).numbers
        var numbers = [Int](repeating: 0, count: addresses.count)
        for (group, name) in names.enumerated() {
            for (place, number) in zip(groups[name] ?? [], spaces[group].numbers) {
                numbers[place] = blocks[group] * block + number
            }
        }
        self.numbers = numbers
        order = addresses.indices.sorted { numbers[$0] < numbers[$1] }
    }

    /// Numbers for things by the hashes of their names, below a power of two: the least that leaves each but the first so
    /// much space. The largest choose first.
    private static func scattered(_ names: [String], sizes: [Int], spaceOfEach: Int) -> (numbers: [Int], space: Int) {
        let hashes = names.map { StableHash.value(of: Array($0.utf8)) }
        var space = 1
        while space - 1 < (hashes.count - 1) * spaceOfEach { space *= 2 }
        var taken = [Bool](repeating: false, count: space)
        var numbers = [Int](repeating: 0, count: hashes.count)
        let turns = hashes.indices.sorted {
            (-sizes[$0], hashes[$0], names[$0]) < (-sizes[$1], hashes[$1], names[$1])
        }
        for place in turns {
            // The low bits, since the order of turns among equals follows the high ones.
            var number = Int(hashes[place] & UInt64(space - 1))
            while taken[number] { number = (number + 1) % space }
            taken[number] = true
            numbers[place] = number
        }
        return (numbers, space)
    }
}
