/// What short forms stand for in one document, and where they stand in its text.
struct Abbreviations {
    private var entries: [Entry] = []
    /// The entries by the first byte of their name, the longest name first.
    private var byFirstByte: [UInt8: [Int]] = [:]
    /// Beyond this many, definitions are passed over, so that looking for them stays cheap.
    private static let limit = 200

    private struct Entry {
        let name: [UInt8]
        let opening: [UInt8]
    }

    /// A short form in a text.
    struct Match {
        let range: Range<Int>
        /// The tag to write before it.
        let opening: [UInt8]
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Says what a name stands for; the first definition of it counts.
    mutating func define(_ name: [UInt8], as text: [UInt8]) {
        guard let first = name.first, entries.count < Self.limit else { return }
        var known = byFirstByte[first] ?? []
        guard !known.contains(where: { entries[$0].name == name }) else { return }
        let title = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        entries.append(Entry(name: name, opening: Array("<abbr title=\"\(HTML.escape(title))\">".utf8)))
        known.append(entries.count - 1)
        known.sort { entries[$0].name.count > entries[$1].name.count }
        byFirstByte[first] = known
    }

    /// The first of them in a stretch of text, by itself and not as part of a word. Linear in its length.
    func first(in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ floor: Int) -> Match? {
        var index = start
        while index < end {
            if index == floor || !Self.isWord(text[index - 1]), let candidates = byFirstByte[text[index]],
                let match = match(candidates, text, at: index, end)
            {
                return match
            }
            index += 1
        }
        return nil
    }

    private func match(_ candidates: [Int], _ text: UnsafeBufferPointer<UInt8>, at start: Int, _ end: Int) -> Match? {
        for candidate in candidates {
            let name = entries[candidate].name
            let stop = start + name.count
            guard stop <= end, stop == end || !Self.isWord(text[stop]), text[start..<stop].elementsEqual(name) else {
                continue
            }
            return Match(range: start..<stop, opening: entries[candidate].opening)
        }
        return nil
    }

    /// Whether a byte belongs to a word; all beyond ASCII do.
    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- 0x30 < 10 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
}
