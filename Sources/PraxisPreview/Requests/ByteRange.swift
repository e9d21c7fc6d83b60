/// The part of a file that a request asks for (RFC 9110, 14).
enum ByteRange: Equatable {
    /// The whole of it: no range is asked for, or one that is not understood or has several parts.
    case whole
    case part(Range<Int>)
    /// None of what is asked for is there.
    case none

    /// Reads the `Range` field of a request for a file of some bytes.
    init(_ field: String?, of count: Int) {
        self = .whole
        guard let field, field.hasPrefix("bytes=") else { return }
        let ends = field.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]) else { return }
        switch (first, last) {
        case (nil, nil): return
        case (nil, let length?):
            self = length == 0 || count == 0 ? .none : .part(max(0, count - length)..<count)
        case (let first?, let last):
            if let last, last < first { return }
            self = first < count ? .part(first..<(min(last ?? count - 1, count - 1) + 1)) : .none
        }
    }

    /// The outer `nil` is for what is no number, the inner for none.
    private static func number(_ text: Substring) -> Int?? {
        if text.isEmpty { return .some(nil) }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return .none }
        return .some(Int(text) ?? .max)
    }
}
