/// Words by number, each once, in the order in which they came.
struct Vocabulary: Sendable {
    /// The words' bytes, one after another.
    private var bytes: [UInt8] = []
    /// Where each word ends in `bytes`.
    private var ends: [UInt32] = []
    private var hashes: [UInt32] = []
    /// By hash, with open addressing. A power of two, at most half full.
    private var slots: [Slot]

    /// Where a word may be. Hashes stand here too, so that most looks at other words end here.
    private struct Slot {
        var hash: UInt32 = 0
        /// `UInt32.max` is free.
        var number = UInt32.max
    }

    /// Room for about so many words before it first grows.
    init(capacity: Int = 256) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        ends.reserveCapacity(capacity)
        hashes.reserveCapacity(capacity)
        bytes.reserveCapacity(capacity * 8)
    }

    var count: Int { ends.count }

    /// A word's bytes.
    subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

    /// The number of a word, a new one if it is not there yet. Constant on average, linear in the word's length.
    mutating func intern(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
        let slot = slot(of: word, hash: hash)
        if slots[slot].number != .max { return Int(slots[slot].number) }
        let number = ends.count
        slots[slot] = Slot(hash: hash, number: UInt32(number))
        bytes.append(contentsOf: word)
        ends.append(UInt32(bytes.count))
        hashes.append(hash)
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    /// The same for a word that stands elsewhere.
    mutating func intern(_ word: ArraySlice<UInt8>) -> Int {
        word.withUnsafeBufferPointer { intern($0, hash: Self.hash(of: $0)) }
    }

    /// The numbers of another vocabulary's words, in their order; new ones for those that are not there yet.
    mutating func intern(_ others: Vocabulary, _ body: (Int) -> Void) {
        others.bytes.withUnsafeBufferPointer { bytes in
            for number in 0..<others.count {
                let word = UnsafeBufferPointer(rebasing: bytes[others.range(of: number)])
                body(intern(word, hash: Self.hash(of: word)))
            }
        }
    }

    /// The number of a word, if it is there. Constant on average, linear in the word's length.
    func number(of word: [UInt8]) -> Int? {
        let number = word.withUnsafeBufferPointer { slots[slot(of: $0, hash: Self.hash(of: $0))].number }
        return number == .max ? nil : Int(number)
    }

    /// Lets go of what only `intern` and `number(of:)` need, and of room for more.
    mutating func freeze() {
        (slots, hashes) = ([], [])
        bytes = bytes.withUnsafeBufferPointer(Array.init)
        ends = ends.withUnsafeBufferPointer(Array.init)
    }

    /// Lets go of everything.
    mutating func removeAll() {
        (bytes, ends, hashes, slots) = ([], [], [], [])
    }

    /// A word's hash (FNV-1a). Linear in its length.
    static func hash(of word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811c_9dc5
        for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash ^ hash >> 15
    }

    private func range(of number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }

    /// Where a word's number stands in `slots`, or is to stand.
    private func slot(of word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while case let slot = slots[place], slot.number != .max {
            if slot.hash == hash, isEqual(Int(slot.number), to: word) { break }
            place = (place + 1) & mask
        }
        return place
    }

    private func isEqual(_ number: Int, to word: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(of: number)
        guard range.count == word.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            // `range` lies within `bytes`, and `word` is as long.
            for offset in 0..<word.count where bytes[range.lowerBound + offset] != word[offset] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = [Slot](repeating: Slot(), count: slots.count * 2)
        let mask = slots.count - 1
        for (number, hash) in hashes.enumerated() {
            var place = Int(hash) & mask
            while slots[place].number != .max { place = (place + 1) & mask }
            slots[place] = Slot(hash: hash, number: UInt32(number))
        }
    }
}
