/// Cuts a template into text and tags. (The Mustache specification, version 1.4: interpolation, sections, inverted,
/// comments, partials, delimiters, dynamic names, inheritance.)
struct TemplateScanner {
    /// A tag, or the text before one.
    enum Token {
        case text(Range<Int>)
        case tag(Tag)
    }

    struct Tag {
        /// The character that says what it is; `{` for three braces, none for a plain variable.
        var sigil: UInt8?
        var name: TemplateName
        /// From its first delimiter to its last.
        var range: Range<Int>
        /// The spaces before a tag that stands alone on its line.
        var indentation: Range<Int>?
    }

    /// What keeps a template from being read any further.
    enum Problem: Error {
        /// A tag that begins here never ends.
        case openTag(Range<Int>)
        case delimiters(Range<Int>)
    }

    private let bytes: [UInt8]
    private var open: [UInt8] = Array("{{".utf8)
    private var close: [UInt8] = Array("}}".utf8)

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The tokens of a template, in order, lines that hold nothing but one tag taken away with it. Linear.
    static func tokens(of bytes: [UInt8]) throws(Problem) -> [Token] {
        var scanner = TemplateScanner(bytes)
        return try scanner.tokens()
    }

    private mutating func tokens() throws(Problem) -> [Token] {
        var tokens: [Token] = []
        var start = 0
        while let begin = find(open, from: start) {
            var tag = try tag(at: begin)
            var textEnd = begin
            var next = tag.range.upperBound
            if Self.canStandAlone(tag.sigil), let line = lineAround(tag.range, notBefore: start) {
                tag.indentation = line.lowerBound..<begin
                textEnd = line.lowerBound
                next = line.upperBound
            }
            if textEnd > start { tokens.append(.text(start..<textEnd)) }
            if tag.sigil == UInt8(ascii: "=") {
                try setDelimiters(tag)
            } else if tag.sigil != UInt8(ascii: "!") {
                tokens.append(.tag(tag))
            }
            start = next
        }
        if start < bytes.count { tokens.append(.text(start..<bytes.count)) }
        return tokens
    }

    private static func canStandAlone(_ sigil: UInt8?) -> Bool {
        switch sigil {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "&"): false
        default: true
        }
    }

    private func tag(at begin: Int) throws(Problem) -> Tag {
        var inner = begin + open.count
        var ending = close
        var sigil: UInt8?
        if inner < bytes.count {
            switch bytes[inner] {
            case UInt8(ascii: "{") where open == Array("{{".utf8):
                sigil = bytes[inner]
                ending = Array("}}}".utf8)
            case UInt8(ascii: "="):
                sigil = bytes[inner]
                ending = [UInt8(ascii: "=")] + close
            case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "<"),
                UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "!"):
                sigil = bytes[inner]
            default: break
            }
        }
        if sigil != nil { inner += 1 }
        guard let end = find(ending, from: inner) else { throw .openTag(begin..<min(inner, bytes.count)) }
        var name = inner..<end
        while let first = name.first, Self.isSpace(bytes[first]) { name = name.dropFirst() }
        while let last = name.last, Self.isSpace(bytes[last]) { name = name.dropLast() }
        let text = String(decoding: bytes[name], as: UTF8.self)
        return Tag(
            sigil: sigil, name: TemplateName(text: text, range: name), range: begin..<end + ending.count)
    }

    private mutating func setDelimiters(_ tag: Tag) throws(Problem) {
        let parts = bytes[tag.name.range].split(whereSeparator: Self.isSpace)
        guard parts.count == 2, !tag.name.text.contains("=") else { throw .delimiters(tag.range) }
        open = Array(parts[0])
        close = Array(parts[1])
    }

    /// The whole line of a tag, its end included, where nothing but spaces stands beside the tag.
    private func lineAround(_ tag: Range<Int>, notBefore start: Int) -> Range<Int>? {
        var first = tag.lowerBound
        while first > start, Self.isBlank(bytes[first - 1]) { first -= 1 }
        guard first == 0 || bytes[first - 1] == UInt8(ascii: "\n") else { return nil }
        var end = tag.upperBound
        while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
        guard end < bytes.count else { return first..<end }
        return bytes[end] == UInt8(ascii: "\n") ? first..<end + 1 : nil
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + pattern.count <= bytes.count {
            if bytes[index] == pattern[0], bytes[index..<index + pattern.count].elementsEqual(pattern) { return index }
            index += 1
        }
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func isSpace(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
