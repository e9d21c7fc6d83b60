/// What the build adds to one page.
package struct PageExtras: Sendable {
    /// Trusted markup for the end of `<head>`.
    package var head: HTML?
    /// JSON for search engines (JSON-LD).
    package var jsonLD: String?

    package init(head: HTML? = nil, jsonLD: String? = nil) {
        self.head = head
        self.jsonLD = jsonLD
    }

    /// Both as markup; in the JSON, `<` is written so that it ends no script.
    var markup: HTML? {
        guard let jsonLD else { return head }
        let json = jsonLD.utf8.contains(UInt8(ascii: "<")) ? jsonLD.replacing("<", with: "\\u003c") : jsonLD
        let script = Array("<script type=\"application/ld+json\">\(json)</script>\n".utf8)
        return HTML(bytes: script + (head?.bytes ?? []))
    }
}
