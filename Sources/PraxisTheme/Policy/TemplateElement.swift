/// An element that begins in a template, as far as it is written there and not by a tag of the template.
struct TemplateElement {
    struct Attribute {
        /// In small letters.
        var name: String
        /// Up to where a tag of the template stands in it.
        var value: String
        /// From the name to the end of the value.
        var range: Range<Int>
    }

    /// In small letters.
    var name: String
    var attributes: [Attribute]
    /// From its `<` to the end of its name.
    var range: Range<Int>

    /// What an attribute says, in small letters; `nil` where it is not there.
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value.lowercased() }
}

/// Finds the elements that begin in a template, in order. Linear.
///
/// What a tag of the template will put out is not known, so a tag counts as space between attributes and as an end within a
/// value. Comments are left out, and so is what stands in scripts and styles.
struct TemplateElements: Sequence, IteratorProtocol {
    /// Zero bytes where tags of the template are.
    private let text: [UInt8]
    private var place = 0

    /// - Parameter template: One whose tags all end; of another, nothing is found.
    init(of template: [UInt8]) {
        var text = [UInt8](repeating: 0, count: template.count)
        for case .text(let range) in (try? TemplateScanner.tokens(of: template)) ?? [] {
            text.replaceSubrange(range, with: template[range])
        }
        self.text = text
    }

    mutating func next() -> TemplateElement? {
        while let start = text[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = start + 1
            if text[place...].starts(with: "!--".utf8) {
                skip(past: "-->")
                continue
            }
            let name = word { Self.isLetter($0) || $0 == UInt8(ascii: "-") || 0x30...0x39 ~= $0 }
            guard !name.isEmpty else { continue }
            let end = place
            let attributes = attributes()
            if name == "script" || name == "style" { skip(past: "</\(name)") }
            return TemplateElement(name: name, attributes: attributes, range: start..<end)
        }
        return nil
    }

    private mutating func attributes() -> [TemplateElement.Attribute] {
        var attributes: [TemplateElement.Attribute] = []
        while place < text.count {
            let byte = text[place]
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") { break }
            let start = place
            let name = word { !Self.isSpace($0) && !"=>/<\"'".utf8.contains($0) }
            guard !name.isEmpty else {
                place += 1
                continue
            }
            attributes.append(
                TemplateElement.Attribute(name: name, value: value() ?? "", range: start..<place))
        }
        return attributes
    }

    /// What follows the name of an attribute, if something does.
    private mutating func value() -> String? {
        var next = place
        func skipSpace() { while next < text.count, Self.isSpace(text[next]) { next += 1 } }
        skipSpace()
        guard next < text.count, text[next] == UInt8(ascii: "=") else { return nil }
        next += 1
        skipSpace()
        place = next
        guard next < text.count else { return nil }
        let quote = text[next]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        let start = isQuoted ? next + 1 : next
        let end =
            text[start...].firstIndex { isQuoted ? $0 == quote : Self.isSpace($0) || $0 == UInt8(ascii: ">") }
            ?? text.count
        place = Swift.min(isQuoted ? end + 1 : end, text.count)
        return String(decoding: text[start..<end].prefix { $0 != 0 }, as: UTF8.self)
    }

    /// The bytes from here on that belong to a word, in small letters.
    private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
        let end = text[place...].firstIndex { !belongs($0) } ?? text.count
        defer { place = end }
        return String(decoding: text[place..<end], as: UTF8.self).lowercased()
    }

    private mutating func skip(past mark: String) {
        let mark = Array(mark.utf8)
        while place < text.count {
            let isHere = zip(text[place...], mark).allSatisfy { $0 == $1 || Self.isLetter($0) && $0 | 0x20 == $1 }
            if isHere, text.count - place >= mark.count { return place += mark.count }
            place += 1
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
