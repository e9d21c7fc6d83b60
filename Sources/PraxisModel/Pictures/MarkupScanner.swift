/// Goes through the tags of a text in XML or HTML. Linear.
struct MarkupScanner {
    private let bytes: [UInt8]
    private var position = 0

    enum Tag {
        case element(name: String, attributes: [(name: String, value: String)])
        /// A comment, an instruction, a declaration, the end of an element; and what is wrong with it.
        case other(String?)
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func nextTag() -> Tag? {
        guard let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
        position = start + 1
        if skips("!--", to: "-->") || skips("![CDATA[", to: "]]>") { return .other(nil) }
        if bytes[position...].starts(with: "!".utf8) {
            // Entities could stand for any of the things that are looked for here.
            let declaration = skipped(to: ">")
            return .other(declaration.contains(UInt8(ascii: "[")) ? "a declaration of entities" : nil)
        }
        if bytes[position...].starts(with: "?".utf8) {
            let instruction = String(decoding: skipped(to: "?>"), as: UTF8.self)
            return .other(instruction.hasPrefix("?xml-stylesheet") ? "a style sheet from elsewhere" : nil)
        }
        if bytes[position...].starts(with: "/".utf8) {
            _ = skipped(to: ">")
            return .other(nil)
        }
        let name = word { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        var attributes: [(name: String, value: String)] = []
        while true {
            while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: "/") {
                position += 1
            }
            guard position < bytes.count, bytes[position] != UInt8(ascii: ">") else { break }
            let key = word {
                $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
            }
            while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
            guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
                if key.isEmpty { position += 1 }
                attributes.append((key, ""))
                continue
            }
            position += 1
            while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
            attributes.append((key, value()))
        }
        position = min(position + 1, bytes.count)
        return .element(name: name, attributes: attributes)
    }

    private mutating func value() -> String {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        else {
            return word { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        }
        let quote = bytes[position]
        position += 1
        let raw = word { $0 != quote }
        position = min(position + 1, bytes.count)
        return Self.decoded(raw)
    }

    private mutating func word(while isPart: (UInt8) -> Bool) -> String {
        let end = bytes[position...].firstIndex { !isPart($0) } ?? bytes.count
        defer { position = end }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    /// Passes over what begins and ends so, if it is here.
    private mutating func skips(_ start: String, to end: String) -> Bool {
        guard bytes[position...].starts(with: start.utf8) else { return false }
        _ = skipped(to: end)
        return true
    }

    private mutating func skipped(to end: String) -> ArraySlice<UInt8> {
        let mark = Array(end.utf8)
        let start = position
        while position + mark.count <= bytes.count {
            if bytes[position] == mark[0], bytes[position...].starts(with: mark) {
                position += mark.count
                return bytes[start..<position]
            }
            position += 1
        }
        position = bytes.count
        return bytes[start...]
    }

    /// References by number, and the five names that XML has.
    private static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        for (index, piece) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = piece.firstIndex(of: ";") else {
                result += index > 0 ? "&\(piece)" : piece
                continue
            }
            let name = piece[..<end]
            let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
            if name.hasPrefix("#"), let scalar = number.flatMap(Unicode.Scalar.init) {
                result.unicodeScalars.append(scalar)
            } else {
                result += ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][String(name)] ?? "&\(name);"
            }
            result += piece[piece.index(after: end)...]
        }
        return result
    }
}
