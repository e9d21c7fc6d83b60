/// Looks through rendered HTML for what must not be there. It reads more strictly than a browser does: it accepts only
/// what the renderer should write, so nothing can hide in what a browser would make of something odd.
enum HTMLAudit {
    private static let tags: Set<Substring> = [
        "a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn", "div",
        "dl",
        "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd",
        "label", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub",
        "summary",
        "sup", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    ]
    private static let attributes: Set<Substring> = [
        "alt", "aria-hidden", "aria-label", "aria-labelledby", "autocomplete", "checked", "class", "colspan",
        "datetime",
        "dir", "disabled", "height", "href", "id", "lang", "loading", "open", "rel", "reversed", "role", "rows",
        "rowspan",
        "scope", "src", "start", "tabindex", "title", "type", "value", "width",
    ]
    private static let void: Set<Substring> = ["br", "hr", "img", "input", "wbr"]

    /// What is wrong with some HTML; nothing, if all is well.
    static func complaints(about html: String) -> [String] {
        var complaints: [String] = []
        var open: [Substring] = []
        // A combining character would join with the markup before it.
        let ascii = String(String.UnicodeScalarView(html.unicodeScalars.map { $0.isASCII ? $0 : "é" }))
        var rest = ascii[...]
        while let start = rest.firstIndex(of: "<") {
            if rest[..<start].contains(">") { complaints.append("a bare > in \(rest[..<start])") }
            rest = rest[rest.index(after: start)...]
            let isEnd = rest.first == "/"
            if isEnd { rest = rest.dropFirst() }
            let name = rest.prefix { $0.isLetter || $0.isNumber }
            rest = rest[name.endIndex...]
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
        if rest.contains(">") { complaints.append("a bare > at the end") }
        return complaints + open.map { "\($0) is left open" }
    }

    private static func readAttributes(_ rest: inout Substring, _ complaints: inout [String]) {
        while rest.first == " " {
            rest = rest.dropFirst()
            let name = rest.prefix { $0.isLetter || $0 == "-" }
            rest = rest[name.endIndex...]
            if !attributes.contains(name) { complaints.append("attribute \(name)") }
            guard rest.hasPrefix("=\"") else { continue }
            rest = rest.dropFirst(2)
            guard let end = rest.firstIndex(of: "\"") else { return complaints.append("unclosed attribute \(name)") }
            let value = rest[..<end]
            if value.contains("<") { complaints.append("< in attribute \(name)") }
            if name == "href" || name == "src" { checkAddress(value, &complaints) }
            rest = rest[rest.index(after: end)...]
        }
        if rest.first == ">" {
            rest = rest.dropFirst()
        } else {
            complaints.append("a tag goes on with \(rest.prefix(20))")
        }
    }

    private static func checkAddress(_ value: Substring, _ complaints: inout [String]) {
        var address = ""
        for (index, piece) in value.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = piece.firstIndex(of: ";") else {
                address += piece
                continue
            }
            let reference = piece[..<end]
            let number =
                reference.hasPrefix("#x") ? UInt32(reference.dropFirst(2), radix: 16) : UInt32(reference.dropFirst())
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
}
