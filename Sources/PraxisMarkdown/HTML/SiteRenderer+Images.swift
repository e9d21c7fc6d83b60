extension SiteRenderer {
    /// Writes an image of this site; one from elsewhere becomes a link, so that a page asks nobody else for anything.
    mutating func appendImage(_ index: Int) {
        let link = tree.link(at: index)
        let fields = tree.fields(of: index)
        var address = link.destination
        var size = (width: number(fields, 2), height: number(fields, 3))
        switch resolve(link) {
        case .asWritten: break
        case .address(let other): address = other
        case .image(let other, let width, let height):
            address = other
            // What the author wrote goes before what the file says.
            if size.width == nil, size.height == nil { size = (width, height) }
        case .text: return appendAlternative(index)
        }
        let isFigure = nodes[index - 1].kind == .paragraph && nodes[index - 1].flags.contains(.figure)
        switch HTML.kind(ofAddress: address) {
        case .relative:
            html.append("<img src=\"")
            html.append(address: address)
            html.append("\" alt=\"")
            appendAlternative(index)
            if fields.count > 1, !fields[1].isEmpty, !isFigure {
                html.append("\" title=\"")
                html.append(escaping: fields[1])
            }
            appendSize("\" width=\"", size.width)
            appendSize("\" height=\"", size.height)
            html.append("\" loading=\"lazy\">")
        case .web where !isInLink:
            html.append("<a href=\"")
            html.append(address: address)
            html.append("\" rel=\"external\">")
            let length = html.count
            appendAlternative(index)
            if html.count == length { html.append(escaping: address) }
            html.append("</a>")
        default: appendAlternative(index)
        }
        if isFigure, fields.count > 1 {
            html.append("<figcaption>")
            html.append(escaping: fields[1])
            html.append("</figcaption>")
        }
    }

    private func number(_ fields: [Substring], _ index: Int) -> Int? {
        index < fields.count ? Int(fields[index]) : nil
    }

    private mutating func appendSize(_ attribute: StaticString, _ size: Int?) {
        guard let size else { return }
        html.append(attribute)
        html.append(size)
    }

    private mutating func appendAlternative(_ index: Int) {
        for inner in (index + 1)..<Int(nodes[index].end) {
            switch nodes[inner].kind {
            case .text, .code, .blank: appendProse(slice(nodes[inner].text))
            case .lineBreak: html.append(" ")
            default: break
            }
        }
    }
}
