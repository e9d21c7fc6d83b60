/// What a request asks for: the path in it, decoded once, and what follows the question mark.
struct RequestTarget: Equatable {
    /// The path without the slash at its start; empty for the home page.
    let path: String
    /// The path as it was asked for, slash and encoding included.
    let rawPath: String
    /// What follows the question mark, as it was asked for; empty when nothing does.
    let query: String

    /// Reads the target of a request line; `nil` for any that is not a plain path, or that no page could have.
    ///
    /// RFC 9112, 3.2: only the origin form. A path that climbs, or that holds a backslash, a NUL or another control
    /// character in any encoding, is no page's.
    init?(_ uri: String) {
        guard uri.utf8.first == UInt8(ascii: "/"),
            uri.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "\\") })
        else { return nil }
        let parts = uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        rawPath = String(parts[0])
        query = parts.count > 1 ? String(parts[1]) : ""
        var names = [String]()
        for part in rawPath.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let name = Self.decoded(part), name != ".", name != "..",
                !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "/" || $0 == "\\" })
            else { return nil }
            names.append(name)
        }
        path = names.joined(separator: "/")
    }

    /// The value of a field of the query; `nil` where it is missing or not well written.
    func field(_ name: String) -> String? {
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, parts[0] == name {
                return Self.decoded(
                    Substring(parts[1].split(separator: "+", omittingEmptySubsequences: false).joined(separator: "%20"))
                )
            }
        }
        return nil
    }

    /// A text with its percent signs resolved once; `nil` where one is not followed by two digits, or the result is no
    /// UTF-8.
    private static func decoded(_ text: Substring) -> String? {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes = [UInt8]()
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
