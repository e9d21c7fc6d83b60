extension SiteRenderer {
    /// Whether a paragraph is nothing but a link to a film: it becomes a card that leads there. The film itself is never
    /// embedded, as somebody else would then watch who reads the page.
    func isFilm(_ index: Int) -> Bool {
        let link = index + 1
        guard link < nodes.count, nodes[link].kind == .link, nodes[link].end == nodes[index].end, !isInLink,
            !nodes[index].flags.contains(.task)
        else { return false }
        return FilmAddress.isOne(tree.link(at: link).destination)
    }

    /// Begins a card; where the author has put no picture into the link, the style sheet draws one.
    mutating func enterFilm() {
        html.beginLine()
        html.append("<figure class=\"video-card\">")
    }

    /// Ends a card with the name of the place that the film is at.
    mutating func leaveFilm(_ index: Int) {
        html.append("<figcaption>")
        html.append(escaping: FilmAddress.host(of: tree.link(at: index + 1).destination))
        html.append("</figcaption></figure>\n")
    }
}

/// Addresses at which there is a film to be seen.
enum FilmAddress {
    static func isOne(_ address: String) -> Bool {
        guard address.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "h"), HTML.kind(ofAddress: address) == .web else {
            return false
        }
        let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        guard parts.count == 3 else { return false }
        let path = parts[2].prefix { $0 != "#" }
        switch host(of: address) {
        case "youtube.com", "m.youtube.com":
            return ["watch?", "live/", "shorts/", "playlist?"].contains { path.hasPrefix($0) }
        case "youtu.be": return true
        case "vimeo.com": return path.first?.isNumber == true
        case "ted.com": return path.hasPrefix("talks/")
        default:
            let file = path.prefix { $0 != "?" }.lowercased()
            return [".mp4", ".webm", ".ogv"].contains { file.hasSuffix($0) }
        }
    }

    /// The host without the `www.` that says nothing.
    static func host(of address: String) -> String {
        let host = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst().first ?? ""
        let name = host.split(separator: "@").last.map(String.init)?.lowercased() ?? ""
        return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    }
}
