/// Mail addresses in a text, which programs that gather them are not to find.
package enum MailAddresses {
    /// A text with an ellipsis in the place of each address: what feeds, data files and the search are given.
    package static func leftOut(of text: String) -> String {
        // Nearly all texts have none, and a buffer is looked through much faster than a string.
        var text = text
        guard text.withUTF8({ $0.contains(at) }) else { return text }
        let bytes = Array(text.utf8)
        var shown: [UInt8] = []
        var end = 0
        for range in ranges(in: bytes) {
            shown += bytes[end..<range.lowerBound]
            shown += Array("…".utf8)
            end = range.upperBound
            // After an ellipsis a sentence needs no other mark.
            if end < bytes.count, bytes[end] == dot, end + 1 == bytes.count || bytes[end + 1] <= 0x20 { end += 1 }
        }
        return end == 0 ? text : String(decoding: shown + bytes[end...], as: UTF8.self)
    }

    /// Where addresses stand, `mailto:` before them included; those that are a part of a web address are none. Linear.
    package static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var floor = 0
        var isInWebAddress = false
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): isInWebAddress = false
            case UInt8(ascii: ":") where bytes[index...].starts(with: "://".utf8): isInWebAddress = true
            case at:
                if !isInWebAddress, let range = range(around: index, from: floor, in: bytes) {
                    ranges.append(range)
                    index = range.upperBound - 1
                }
                floor = index + 1
            default: break
            }
            index += 1
        }
        return ranges
    }

    /// The address of which an at sign is a part.
    private static func range(around sign: Int, from floor: Int, in bytes: [UInt8]) -> Range<Int>? {
        var start = sign
        while start > floor {
            if start - 1 > floor, isSecond(bytes[start - 1]), isFirst(bytes[start - 2]) {
                start -= 2
            } else if isPartOfName(bytes[start - 1]) {
                start -= 1
            } else {
                break
            }
        }
        var end = sign + 1
        var lastDot: Int?
        while end < bytes.count, isPartOfHost(bytes[end]) {
            if bytes[end] == dot {
                // A full stop ends the sentence, not the host.
                guard end > sign + 1, end + 1 < bytes.count, isPartOfHost(bytes[end + 1]), bytes[end + 1] != dot else {
                    break
                }
                lastDot = end
            }
            end += 1
        }
        guard start < sign, let lastDot, end - lastDot > 2 else { return nil }
        let scheme = Array("mailto:".utf8)
        if start - floor >= scheme.count, bytes[..<start].suffix(scheme.count).elementsEqual(scheme) {
            start -= scheme.count
        }
        return start..<end
    }

    private static let at = UInt8(ascii: "@")
    private static let dot = UInt8(ascii: ".")

    /// Whether a byte is of a letter, digit, hyphen or full stop; of the letters of two bytes, either.
    private static func isPartOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), dot:
            true
        default: isFirst(byte) || isSecond(byte)
        }
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        byte < 0x80 && (isPartOfHost(byte) || "_+%'".utf8.contains(byte))
    }

    /// Whether a byte begins a letter of two bytes: of Latin, Greek or Cyrillic, among others.
    private static func isFirst(_ byte: UInt8) -> Bool { 0xC3...0xDF ~= byte }

    private static func isSecond(_ byte: UInt8) -> Bool { 0x80...0xBF ~= byte }
}
