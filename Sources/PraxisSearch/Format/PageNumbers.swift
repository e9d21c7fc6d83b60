/// The numbers of pages in the index: taken from their addresses, so that a page keeps its own whatever is added or removed.
///
/// They lie scattered in a space six to twelve times as large as there are pages. Two pages that would have one number are
/// told apart by taking the next free one, which is the only way in which one page moves another. When the number of pages
/// crosses a power of two, all numbers change.
struct PageNumbers {
    /// By place in the list that was given.
    let numbers: [Int]
    /// The places in the order of the numbers.
    let order: [Int]

    /// - Parameter addresses: Each once. Linear in their number, with sorting.
    init(of addresses: [String]) {
        var space = 16
        while space < addresses.count * 6 { space *= 2 }
        let hashes = addresses.map { StableHash.value(of: Array($0.utf8)) }
        let inTurn = addresses.indices.sorted {
            (hashes[$0], addresses[$0]) < (hashes[$1], addresses[$1])
        }
        var taken = [Bool](repeating: false, count: space)
        var numbers = [Int](repeating: 0, count: addresses.count)
        for place in inTurn {
            // The low bits, since the order of turns follows the high ones.
            var number = Int(hashes[place] & UInt64(space - 1))
            while taken[number] { number = (number + 1) % space }
            taken[number] = true
            numbers[place] = number
        }
        self.numbers = numbers
        order = addresses.indices.sorted { numbers[$0] < numbers[$1] }
    }
}
