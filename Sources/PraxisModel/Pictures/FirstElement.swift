/// The element that a text in XML or HTML begins with.
struct FirstElement {
    /// In small letters, without the prefix of a namespace.
    let name: String

    /// Looks past a byte order mark, instructions, comments and declarations, of which `<!DOCTYPE html>` already names the
    /// element; `nil` where anything else comes first. Linear.
    init?(of bytes: [UInt8]) {
        var rest = Self.utf8(of: bytes)[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        while true {
            rest = rest.drop { $0 <= 0x20 }
            let next: ArraySlice<UInt8>?
            if rest.starts(with: "<!--".utf8) {
                next = Self.after("-->", in: rest)
            } else if rest.starts(with: "<?".utf8) {
                next = Self.after("?>", in: rest)
            } else if rest.starts(with: "<!".utf8) {
                if Self.isDocumentTypeOfHTML(rest) {
                    name = "html"
                    return
                }
                next = Self.afterDeclaration(in: rest)
            } else {
                break
            }
            guard let next else { return nil }
            rest = next
        }
        guard rest.first == UInt8(ascii: "<") else { return nil }
        let tag = rest.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        let local = tag.split(separator: UInt8(ascii: ":")).last ?? []
        guard !local.isEmpty else { return nil }
        name = String(decoding: local, as: UTF8.self).lowercased()
    }

    private static func after(_ mark: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        text.firstRange(of: Array(mark.utf8)).map { text[$0.upperBound...] }
    }

    /// What follows a declaration, in whose brackets there may be others.
    private static func afterDeclaration(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var depth = 0
        for place in text.indices {
            switch text[place] {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0: return text[(place + 1)...]
            default: break
            }
        }
        return nil
    }

    private static func isDocumentTypeOfHTML(_ text: ArraySlice<UInt8>) -> Bool {
        let words = String(decoding: text.prefix(64), as: UTF8.self).lowercased().split { $0.isWhitespace || $0 == ">" }
        return words.count > 1 && words[0] == "<!doctype" && words[1] == "html"
    }

    /// Drawing programs write UTF-16 too.
    private static func utf8(of bytes: [UInt8]) -> [UInt8] {
        let isBig = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, UInt8(ascii: "<")])
        guard isBig || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [UInt8(ascii: "<"), 0]) else {
            return bytes
        }
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
