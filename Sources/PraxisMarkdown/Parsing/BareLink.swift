/// An address that stands in text without brackets: GitHub's specification, *Autolinks (extension)*.
struct BareLink {
    /// The bytes that become the link's text.
    private(set) var range: Range<Int>
    /// What its destination has before them.
    private(set) var missingPrefix: StaticString?

    /// Finds the link whose first `:`, `.` or `@` is at an index; it begins before that. Linear in its length.
    init?(in text: InlineText, at index: Int) {
        range = index..<index
        switch text.bytes[index] {
        case UInt8(ascii: ":"): guard findAddress(text, index) else { return nil }
        case UInt8(ascii: "."): guard findWWW(text, index) else { return nil }
        default: guard findMail(text, index) else { return nil }
        }
    }

    private mutating func findAddress(_ text: InlineText, _ colon: Int) -> Bool {
        let bytes = text.bytes
        let end = text.run.upperBound
        guard colon + 3 < end, bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/") else {
            return false
        }
        var start = colon
        while start > text.floor, Self.isLetter(bytes[start - 1]), colon - start < 6 { start -= 1 }
        let scheme = String(decoding: bytes[start..<colon], as: UTF8.self).lowercased()
        guard scheme == "http" || scheme == "https" || scheme == "ftp" else { return false }
        guard let host = Self.domainEnd(bytes, colon + 3, end, mayBeShort: true) else { return false }
        range = start..<Self.trimmedEnd(bytes, start, Self.addressEnd(bytes, host, end))
        return range.upperBound > colon + 3
    }

    private mutating func findWWW(_ text: InlineText, _ dot: Int) -> Bool {
        let bytes = text.bytes
        let start = dot - 3
        guard start >= text.floor, (start..<dot).allSatisfy({ bytes[$0] == UInt8(ascii: "w") }) else {
            return false
        }
        if start == text.run.lowerBound {
            guard text.edges.mayBeginAddress else { return false }
        } else {
            switch bytes[start - 1] {
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("): break
            default: guard text.kind(before: start) == .space else { return false }
            }
        }
        let end = text.run.upperBound
        guard let host = Self.domainEnd(bytes, start, end, mayBeShort: false) else { return false }
        range = start..<Self.trimmedEnd(bytes, start, Self.addressEnd(bytes, host, end))
        missingPrefix = "http://"
        return range.upperBound > dot + 1
    }

    private mutating func findMail(_ text: InlineText, _ at: Int) -> Bool {
        let bytes = text.bytes
        var start = at
        while start > text.floor, Self.isMailCharacter(bytes[start - 1]) { start -= 1 }
        guard start < at else { return false }
        var end = at + 1
        var dots = 0
        scan: while end < text.run.upperBound {
            switch bytes[end] {
            case UInt8(ascii: "."):
                guard end + 1 < text.run.upperBound, Self.isAlphanumeric(bytes[end + 1]) else { break scan }
                dots += 1
            case UInt8(ascii: "-"), UInt8(ascii: "_"): break
            case UInt8(ascii: "@"): return false
            case let byte: guard Self.isAlphanumeric(byte) else { break scan }
            }
            end += 1
        }
        guard end - at >= 2, dots > 0, Self.isLetter(bytes[end - 1]) else { return false }
        range = start..<Self.trimmedEnd(bytes, start, end)
        missingPrefix = "mailto:"
        return true
    }

    /// Where a valid domain ends: letters, digits, hyphens and dots, no underscore in its last two parts.
    private static func domainEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, mayBeShort: Bool
    ) -> Int? {
        var i = start
        var dots = 0
        var underscores = (last: 0, before: 0)
        while i < end {
            let byte = bytes[i]
            if byte == UInt8(ascii: "_") {
                underscores.last += 1
            } else if byte == UInt8(ascii: ".") {
                underscores = (0, underscores.last)
                dots += 1
            } else if byte >= 0x80 {
                var next = i + 1
                while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
                guard RunEdges.Kind(of: bytes[i..<next]) == .other else { break }
                i = next - 1
            } else if !isAlphanumeric(byte), byte != UInt8(ascii: "-") {
                break
            }
            i += 1
        }
        guard i > start, underscores.last == 0 && underscores.before == 0 || dots > 10 else { return nil }
        return mayBeShort || dots > 0 ? i : nil
    }

    private static func addressEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var i = start
        while i < end, bytes[i] > 0x20, bytes[i] != UInt8(ascii: "<") { i += 1 }
        return i
    }

    /// Where an address ends when the punctuation after it is left out, with closing parentheses that it does not open.
    private static func trimmedEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var end = limit
        var excess = 0
        for byte in bytes[start..<end] {
            if byte == UInt8(ascii: ")") { excess += 1 }
            if byte == UInt8(ascii: "(") { excess -= 1 }
        }
        while end > start {
            switch bytes[end - 1] {
            case UInt8(ascii: ")"):
                guard excess > 0 else { return end }
                excess -= 1
                end -= 1
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
                end -= 1
            case UInt8(ascii: ";"):
                var name = end - 2
                while name > start, isLetter(bytes[name]) { name -= 1 }
                end = name < end - 2 && bytes[name] == UInt8(ascii: "&") ? name : end - 1
            default: return end
            }
        }
        return end
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || byte >= 0x30 && byte <= 0x39 }

    private static func isMailCharacter(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }
}
