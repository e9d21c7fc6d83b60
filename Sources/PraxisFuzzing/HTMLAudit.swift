/// Looks through rendered HTML for what must not be there. It reads more strictly than a browser does: it accepts only
/// what the renderer should write, so nothing can hide in what a browser would make of something odd.
package enum HTMLAudit {
    private static let tags: Set<String> = [
        "a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn", "div",
        "dl",
        "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd",
        "label", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub",
        "summary",
        "sup", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    ]
    private static let attributes: Set<String> = [
        "alt", "aria-hidden", "aria-label", "aria-labelledby", "autocomplete", "checked", "class", "colspan",
        "datetime",
        "dir", "disabled", "height", "href", "id", "lang", "loading", "open", "rel", "reversed", "role", "rows",
        "rowspan",
        "scope", "src", "start", "tabindex", "title", "type", "value", "width",
    ]
    private static let void: Set<String> = ["br", "hr", "img", "input", "wbr"]

    /// What is wrong with some HTML; nothing, if all is well.
    package static func complaints(about html: String) -> [String] {
        var complaints: [String] = []
        var open: [String] = []
        var rest = Array(html.utf8)[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            if rest[..<start].contains(UInt8(ascii: ">")) { complaints.append("a bare > in \(text(rest[..<start]))") }
            rest = rest[(start + 1)...]
            let isEnd = rest.first == UInt8(ascii: "/")
            if isEnd { rest = rest.dropFirst() }
            let nameBytes = rest.prefix { isLetter($0) || $0 &- 0x30 < 10 }
            let name = text(nameBytes)
            rest = rest[nameBytes.endIndex...]
            guard tags.contains(name) else {
                complaints.append("tag \(name)")
                continue
            }
            readAttributes(&rest, &complaints)
            if isEnd {
                if open.popLast() != name { complaints.append("stray end of \(name)") }
            } else if !void.contains(name) {
                open.append(name)
            }
        }
        if rest.contains(UInt8(ascii: ">")) { complaints.append("a bare > at the end") }
        return complaints + open.map { "\($0) is left open" }
    }

    private static func readAttributes(_ rest: inout ArraySlice<UInt8>, _ complaints: inout [String]) {
        while rest.first == UInt8(ascii: " ") {
            rest = rest.dropFirst()
            let nameBytes = rest.prefix { isLetter($0) || $0 == UInt8(ascii: "-") }
            let name = text(nameBytes)
            rest = rest[nameBytes.endIndex...]
            if !attributes.contains(name) { complaints.append("attribute \(name)") }
            guard rest.starts(with: "=\"".utf8) else { continue }
            rest = rest.dropFirst(2)
            guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else {
                return complaints.append("unclosed attribute \(name)")
            }
            let value = rest[..<end]
            if value.contains(UInt8(ascii: "<")) { complaints.append("< in attribute \(name)") }
            if name == "href" || name == "src" { checkAddress(text(value), &complaints) }
            rest = rest[(end + 1)...]
        }
        if rest.first == UInt8(ascii: ">") {
            rest = rest.dropFirst()
        } else {
            complaints.append("a tag goes on with \(text(rest.prefix(20)))")
        }
    }

    private static func checkAddress(_ value: String, _ complaints: inout [String]) {
        guard value.utf8.contains(UInt8(ascii: ":")) || value.utf8.contains(UInt8(ascii: "&")) else { return }
        var address = ""
        for (index, piece) in value.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = piece.firstIndex(of: ";") else {
                address += piece
                continue
            }
            let name = piece[..<end]
            let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
            address += number.flatMap(Unicode.Scalar.init).map { String($0) } ?? "?"
            address += piece[piece.index(after: end)...]
        }
        guard let colon = address.firstIndex(of: ":") else { return }
        // What is no scheme by its characters is a path.
        let scheme = address[..<colon].drop { $0.isWhitespace }.lowercased()
        guard scheme.allSatisfy({ $0.isLetter || $0.isNumber || "+.-".contains($0) || $0.asciiValue ?? 0x80 <= 0x20 })
        else { return }
        if !["http", "https", "mailto", "tel"].contains(scheme) { complaints.append("address \(address)") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
