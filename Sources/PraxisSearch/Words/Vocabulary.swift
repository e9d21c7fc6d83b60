/// Words by number, each once, in the order in which they came.
struct Vocabulary: Sendable {
    /// The words' bytes, one after another.
    private(set) var bytes: [UInt8] = []
    /// Where each word ends in `bytes`.
    private(set) var ends: [UInt32] = []
    private(set) var hashes: [UInt32] = []
    /// Numbers by hash, with open addressing; `UInt32.max` is free. A power of two, at most half full.
    private var slots: [UInt32]

    /// Room for about so many words before it first grows.
    init(capacity: Int = 256) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = [UInt32](repeating: .max, count: size)
    }

    var count: Int { ends.count }

    /// A word's bytes.
    subscript(number: Int) -> ArraySlice<UInt8> {
        bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
    }

    /// The number of a word, a new one if it is not there yet. Constant on average, linear in the word's length.
    mutating func intern(_ word: ArraySlice<UInt8>, hash: UInt32) -> Int {
        let slot = slot(of: word, hash: hash)
        if slots[slot] != .max { return Int(slots[slot]) }
        slots[slot] = UInt32(ends.count)
        bytes += word
        ends.append(UInt32(bytes.count))
        hashes.append(hash)
        if ends.count * 2 > slots.count { grow() }
        return ends.count - 1
    }

    /// The number of a word, if it is there. Constant on average, linear in the word's length.
    func number(of word: ArraySlice<UInt8>) -> Int? {
        let number = slots[slot(of: word, hash: Self.hash(of: word))]
        return number == .max ? nil : Int(number)
    }

    /// Lets go of what only `intern` and `number(of:)` need.
    mutating func freeze() {
        slots = []
    }

    /// A word's hash (FNV-1a). Linear in its length.
    static func hash(of word: some Sequence<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811c_9dc5
        for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash ^ hash >> 15
    }

    /// Where a word's number stands in `slots`, or is to stand.
    private func slot(of word: ArraySlice<UInt8>, hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while case let number = slots[slot], number != .max {
            if hashes[Int(number)] == hash, isEqual(Int(number), to: word) { break }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func isEqual(_ number: Int, to word: ArraySlice<UInt8>) -> Bool {
        let start = number == 0 ? 0 : Int(ends[number - 1])
        guard Int(ends[number]) - start == word.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            word.withUnsafeBufferPointer { word in
                UnsafeBufferPointer(rebasing: bytes[start..<start + word.count]).elementsEqual(word)
            }
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: .max, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] != .max { slot = (slot + 1) & mask }
            slots[slot] = UInt32(number)
        }
    }
}
