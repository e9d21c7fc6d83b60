/// A tag that authors may write as HTML, and what it needs around it to be valid.
struct AllowedTag: Sendable {
    let name: String
    let role: Role
    /// The tags of which it must be a child; empty where any will do.
    let parents: [String]
    /// The attributes that it may have besides `title`, `lang` and `dir`.
    let attributes: [String]
    /// The attribute that says where it leads.
    var address: String?

    /// Where a tag may stand and what may stand in it.
    enum Role: Sendable {
        /// In text, with text.
        case phrasing
        /// In text, without content.
        case phrasingVoid
        /// Beside paragraphs, with text only.
        case textBlock
        /// Beside paragraphs, with text that needs no paragraph, or with paragraphs.
        case cell
        /// Beside paragraphs, with paragraphs.
        case section
        /// Beside paragraphs, with certain tags only.
        case structure
        /// Beside paragraphs, without content.
        case blockVoid
    }

    /// The tag of a name in lower case, if it is allowed; more are where the site trusts the authors.
    static func named(_ name: String, trusted: Bool) -> AllowedTag? {
        all[name] ?? (trusted ? forTrustedAuthors[name] : nil)
    }

    /// What leads out of a page or is played in it, and what a style sheet may want to take hold of.
    private static let forTrustedAuthors: [String: AllowedTag] = {
        var tags: [String: AllowedTag] = [:]
        func allow(
            _ names: String, _ role: Role, in parents: String = "", with attributes: String = "",
            to address: String? = nil
        ) {
            for name in names.split(separator: " ").map(String.init) {
                tags[name] = AllowedTag(
                    name: name, role: role, parents: parents.split(separator: " ").map(String.init),
                    attributes: attributes.split(separator: " ").map(String.init), address: address)
            }
        }
        allow("span", .phrasing)
        allow("a", .phrasing, to: "href")
        allow("audio video", .phrasing, with: "controls loop muted preload width height", to: "src")
        allow("source", .phrasingVoid, in: "audio video", with: "type", to: "src")
        allow("track", .phrasingVoid, in: "audio video", with: "kind srclang label default", to: "src")
        allow("section article aside header footer address", .section)
        return tags
    }()

    private static let all: [String: AllowedTag] = {
        var tags: [String: AllowedTag] = [:]
        func allow(
            _ names: String, _ role: Role, in parents: String = "", with attributes: String = ""
        ) {
            for name in names.split(separator: " ").map(String.init) {
                tags[name] = AllowedTag(
                    name: name, role: role, parents: parents.split(separator: " ").map(String.init),
                    attributes: attributes.split(separator: " ").map(String.init))
            }
        }
        allow("abbr b bdi cite code dfn em i kbd mark q s samp small strong sub sup u var", .phrasing)
        allow("del ins time", .phrasing, with: "datetime")
        allow("br wbr", .phrasingVoid)
        allow("img", .phrasingVoid, with: "src alt width height")
        allow("p", .textBlock)
        allow("summary", .textBlock, in: "details")
        allow("caption", .textBlock, in: "table")
        allow("figcaption", .cell, in: "figure")
        allow("td th", .cell, in: "tr", with: "colspan rowspan scope align")
        allow("li", .cell, in: "ul ol", with: "value")
        allow("dt dd", .cell, in: "dl")
        allow("details", .section, with: "open")
        allow("div figure blockquote", .section)
        allow("table ul dl", .structure)
        allow("ol", .structure, with: "start reversed")
        allow("thead tbody tfoot", .structure, in: "table")
        allow("tr", .structure, in: "table thead tbody tfoot")
        allow("hr", .blockVoid)
        return tags
    }()

    /// The tag as it is written into a page, with those attributes that are allowed and make sense; `nil` where it must
    /// not lead to where it does.
    ///
    /// An address is set apart by zero bytes, since only who writes the page knows where it is: `<a href="`, the address,
    /// `">`.
    func opening(with attributes: [HTMLTokenizer.Attribute], trusted: Bool) -> String? {
        var text = "<\(name)"
        var seen: Set<String> = []
        var target: String?
        for attribute in attributes where seen.insert(attribute.name).inserted {
            if attribute.name == address { target = attribute.value.filter { $0 != "\0" } }
            guard let written = written(attribute, trusted: trusted) else { continue }
            text += " \(written)"
        }
        guard let address else { return text + ">" }
        guard let target else { return name == "a" || name == "source" || name == "track" ? nil : text + ">" }
        let kind = HTML.kind(ofAddress: target)
        // What is played comes from the site: pages load nothing from elsewhere.
        guard kind == .relative || name == "a" && kind != .unsafe else { return nil }
        return "\(text) \(address)=\"\0\(target)\0\">"
    }

    private func written(_ attribute: HTMLTokenizer.Attribute, trusted: Bool) -> String? {
        let name = attribute.name
        let value = attribute.value
        switch name {
        case "class" where trusted:
            let names = value.split(whereSeparator: \.isWhitespace).filter { name in
                name.utf8.allSatisfy { $0 == 0x2D || $0 == 0x5F || $0 &- 0x30 < 10 || $0 | 0x20 &- 0x61 < 26 }
            }
            return names.isEmpty ? nil : "class=\"\(names.joined(separator: " "))\""
        case "title": return "title=\"\(HTML.escape(value))\""
        case "lang": return Self.isLanguage(value) ? "lang=\"\(value)\"" : nil
        case "dir": return ["ltr", "rtl", "auto"].contains(value.lowercased()) ? "dir=\"\(value.lowercased())\"" : nil
        default: break
        }
        guard attributes.contains(name) else { return nil }
        switch name {
        case "open", "reversed", "controls", "loop", "muted", "default": return name
        case "preload": return ["none", "metadata", "auto"].contains(value) ? "preload=\"\(value)\"" : nil
        case "width", "height":
            return Int(value).flatMap { 1...9999 ~= $0 ? "\(name)=\"\($0)\"" : nil }
        case "kind":
            return ["subtitles", "captions", "descriptions", "chapters"].contains(value) ? "kind=\"\(value)\"" : nil
        case "srclang": return Self.isLanguage(value) ? "srclang=\"\(value)\"" : nil
        case "label", "type": return "\(name)=\"\(HTML.escape(value))\""
        case "colspan", "rowspan", "start", "value":
            guard let number = Int(value), (name == "start" || number > 0), abs(number) <= 1000 else { return nil }
            return "\(name)=\"\(number)\""
        case "scope":
            return self.name == "th" && ["row", "col", "rowgroup", "colgroup"].contains(value.lowercased())
                ? "scope=\"\(value.lowercased())\"" : nil
        case "align":
            return ["left", "center", "right"].contains(value.lowercased())
                ? "class=\"align-\(value.lowercased())\"" : nil
        case "datetime": return Self.isDate(value) ? "datetime=\"\(value)\"" : nil
        default: return nil
        }
    }

    private static func isLanguage(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 3 else { return false }
        return parts.allSatisfy { part in
            (2...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
        }
    }

    /// `2026-11-23`, and nothing fancier.
    private static func isDate(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2] else { return false }
        guard let month = Int(parts[1]), let day = Int(parts[2]), Int(parts[0]) != nil else { return false }
        return (1...12).contains(month) && (1...28).contains(day)
    }
}
