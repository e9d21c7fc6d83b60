internal import PraxisDiagnostics

/// A tag of raw HTML that is not allowed, so that readers see it as it was written.
struct ShownTag {
    /// In lower case.
    let name: String
    /// As it was written.
    let text: [UInt8]
    /// The block that it stands in, in bytes of the file.
    let block: Range<UInt32>
}

extension ShownTag {
    static let rule = Rule(
        "markdown.html", .advice, "HTML tags beyond a small set are shown to readers as they are written.")

    /// Says so once for each tag of a page, where it stands first. Words in angle brackets that are no tags of HTML are
    /// meant to be seen.
    static func findings(for tags: [ShownTag], in source: SourceText) -> [Finding] {
        var seen: Set<String> = []
        return tags.filter { elements[$0.name] != nil && seen.insert($0.name).inserted }.map { tag in
            Finding(
                rule, at: source.location(tag.range(in: source)), "<\(tag.name)> is shown to readers as it stands here",
                advice: elements[tag.name] ?? "")
        }
    }

    /// Where its beginning stands; where that cannot be found, its block.
    private func range(in source: SourceText) -> SourceRange {
        let bytes = source.bytes
        let block = Int(block.lowerBound)..<min(Int(block.upperBound), bytes.count)
        let found = block.first { bytes[$0] == UInt8(ascii: "<") && bytes[$0...].starts(with: text) }
        let range = found.map { $0..<($0 + name.utf8.count + 1) } ?? block
        return SourceRange(
            start: source.position(of: range.lowerBound), end: source.position(of: range.upperBound))
    }

    /// The elements of HTML that authors may not use, with what to do instead.
    private static let elements: [String: String] = {
        var advice: [String: String] = [:]
        func say(_ text: String, for names: String) {
            for name in names.split(separator: " ") { advice[String(name)] = text }
        }
        say("write a link as [words](address)", for: "a")
        say("write a heading as \"## Words\"", for: "h1 h2 h3 h4 h5 h6")
        say(
            "write a link to it on a line of its own; pages load nothing from elsewhere",
            for: "audio embed frame frameset iframe object source track video picture")
        say(
            "leave it out; how a page looks is for the theme to say",
            for: "basefont big blink center dir font link marquee nobr span strike style tt")
        say(
            "leave it out; a page runs nothing that its authors write",
            for: "button canvas dialog form input label math optgroup option script select svg template textarea applet"
        )
        say(
            "leave it out, or put it between backticks if readers should see it",
            for: """
                address area article aside base body col colgroup data datalist fieldset footer head header hgroup html \
                legend main map menu meta meter nav noembed noframes noscript output param plaintext pre progress rp rt \
                ruby search section slot title xmp
                """)
        return advice
    }()
}
