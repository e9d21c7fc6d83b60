/// Measures link reference definitions; remembers where words and quotation marks end, so that all calls together are
/// linear.
struct QuoteEnds {
    private var wordEnd = 0
    private var nextWord = 0
    private var double = 0
    private var single = 0
    private var parenthesis = 0

    /// How many bytes the destination and the title of a definition take whose colon ends before `start`; a bound from
    /// above, for a definition that libcmark would not accept is measured too.
    mutating func definitionLength(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        let destination = Self.skipSpace(bytes, start)
        if wordEnd <= destination {
            wordEnd = destination
            while wordEnd < bytes.count, bytes[wordEnd] > 0x20 { wordEnd += 1 }
            nextWord = Self.skipSpace(bytes, wordEnd)
        }
        let length = wordEnd - destination
        guard nextWord < bytes.count else { return length }
        switch bytes[nextWord] {
        case UInt8(ascii: "\""): return length + Self.title(bytes, nextWord, UInt8(ascii: "\""), &double)
        case UInt8(ascii: "'"): return length + Self.title(bytes, nextWord, UInt8(ascii: "'"), &single)
        case UInt8(ascii: "("): return length + Self.title(bytes, nextWord, UInt8(ascii: ")"), &parenthesis)
        default: return length
        }
    }

    /// The distance from an opening mark to the next closing one; `known` is the last such mark found.
    private static func title(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ mark: UInt8, _ known: inout Int
    ) -> Int {
        known = max(known, start + 1)
        while known < bytes.count, bytes[known] != mark || bytes[known - 1] == UInt8(ascii: "\\") { known += 1 }
        return known - start
    }

    private static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var i = start
        while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
        return i
    }
}
