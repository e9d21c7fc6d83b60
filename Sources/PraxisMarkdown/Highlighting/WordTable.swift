/// Words of a language and what each is, looked up by their bytes. Constant on average.
struct WordTable: Sendable {
    private var words: [(bytes: [UInt8], token: CodeToken)] = []
    /// Indices by hash, with open addressing; -1 is free. A power of two, at most half full.
    private var slots: [Int16] = []
    private let ignoresCase: Bool

    /// A table of words, each list parted by spaces.
    init(_ lists: [(token: CodeToken, words: String)], ignoresCase: Bool = false) {
        self.ignoresCase = ignoresCase
        for (token, list) in lists {
            for word in list.split(separator: " ") {
                words.append((Array(ignoresCase ? word.lowercased().utf8 : String(word).utf8), token))
            }
        }
        var size = 16
        while size < words.count * 2 { size *= 2 }
        slots = [Int16](repeating: -1, count: size)
        for (index, word) in words.enumerated() {
            var slot = hash(word.bytes[...]) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int16(index)
        }
    }

    /// What a word is, if it is in the table.
    func token(of word: some RandomAccessCollection<UInt8>) -> CodeToken? {
        var slot = hash(word) & (slots.count - 1)
        while case let index = Int(slots[slot]), index >= 0 {
            if words[index].bytes.elementsEqual(word, by: { $0 == folded($1) }) { return words[index].token }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func hash(_ word: some Sequence<UInt8>) -> Int {
        var hash: UInt32 = 0x811c_9dc5
        for byte in word { hash = (hash ^ UInt32(folded(byte))) &* 0x0100_0193 }
        return Int(hash ^ hash >> 15)
    }

    private func folded(_ byte: UInt8) -> UInt8 { ignoresCase && byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
