/// Takes raw HTML apart into tags and text. Whatever is not plainly a tag is text; the whole is linear.
struct HTMLTokenizer {
    private let bytes: [UInt8]
    private var position = 0
    private var lacksCommentEnd = false

    /// A piece of raw HTML.
    enum Token {
        /// Text with its entities decoded.
        case text([UInt8])
        /// A tag with its name in lower case, its attributes, and as it was written.
        case open(name: String, attributes: [Attribute], source: [UInt8])
        case close(name: String, source: [UInt8])
        case comment
    }

    /// An attribute: name in lower case, value with its entities decoded.
    struct Attribute {
        let name: String
        let value: String
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next piece, or `nil` at the end.
    mutating func next() -> Token? {
        guard position < bytes.count else { return nil }
        if bytes[position] == UInt8(ascii: "<"), let token = markup() { return token }
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return .text(HTMLEntities.decoded(bytes[start..<position]))
    }

    private mutating func markup() -> Token? {
        let start = position
        var i = start + 1
        guard i < bytes.count else { return nil }
        if bytes[i] == UInt8(ascii: "!") { return comment() }
        let isClosing = bytes[i] == UInt8(ascii: "/")
        if isClosing { i += 1 }
        let nameStart = i
        guard i < bytes.count, Self.isLetter(bytes[i]) else { return nil }
        while i < bytes.count, Self.isLetter(bytes[i]) || bytes[i] &- 0x30 < 10 || bytes[i] == UInt8(ascii: "-") {
            i += 1
        }
        let name = String(decoding: bytes[nameStart..<i], as: UTF8.self).lowercased()
        var attributes: [Attribute] = []
        while true {
            skipSpace(&i)
            guard i < bytes.count else { return nil }
            if bytes[i] == UInt8(ascii: ">") { break }
            if bytes[i] == UInt8(ascii: "/"), i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: ">") {
                i += 1
                break
            }
            guard let attribute = attribute(&i) else { return nil }
            attributes.append(attribute)
        }
        position = i + 1
        let source = Array(bytes[start..<position])
        return isClosing
            ? .close(name: name, source: source) : .open(name: name, attributes: attributes, source: source)
    }

    private mutating func comment() -> Token? {
        guard !lacksCommentEnd, bytes[position...].starts(with: "<!--".utf8) else { return nil }
        var i = position + 4
        while i + 2 < bytes.count {
            if bytes[i] == UInt8(ascii: "-"), bytes[i + 1] == UInt8(ascii: "-"), bytes[i + 2] == UInt8(ascii: ">") {
                position = i + 3
                return .comment
            }
            i += 1
        }
        lacksCommentEnd = true
        return nil
    }

    private func attribute(_ i: inout Int) -> Attribute? {
        let start = i
        while i < bytes.count, bytes[i] > 0x20, !"\"'<>/=`".utf8.contains(bytes[i]) { i += 1 }
        guard i > start else { return nil }
        let name = String(decoding: bytes[start..<i], as: UTF8.self).lowercased()
        var next = i
        skipSpace(&next)
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return Attribute(name: name, value: "") }
        i = next + 1
        skipSpace(&i)
        guard i < bytes.count else { return nil }
        let quote = bytes[i]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            guard let end = bytes[(i + 1)...].firstIndex(of: quote) else { return nil }
            defer { i = end + 1 }
            return Attribute(name: name, value: Self.string(bytes[(i + 1)..<end]))
        }
        let valueStart = i
        while i < bytes.count, bytes[i] > 0x20, !"\"'<>=`".utf8.contains(bytes[i]) { i += 1 }
        return i > valueStart ? Attribute(name: name, value: Self.string(bytes[valueStart..<i])) : nil
    }

    private func skipSpace(_ i: inout Int) {
        while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: HTMLEntities.decoded(bytes), as: UTF8.self)
    }
}
