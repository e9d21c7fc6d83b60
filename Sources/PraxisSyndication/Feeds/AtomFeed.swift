/// A feed in Atom 1.0 (RFC 4287).
struct AtomFeed {
    let bytes: [UInt8]

    init(_ feed: Feed) {
        var xml = XMLText()
        xml.begin("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.language)])
        xml.element("id", feed.page)
        xml.element("title", feed.title)
        xml.element("subtitle", feed.summary)
        xml.element("updated", feed.updated.timestamp)
        xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", feed.page)])
        xml.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", feed.page + "feed.atom")])
        xml.begin("author")
        xml.element("name", feed.title)
        xml.end()
        for entry in feed.entries {
            xml.begin("entry", entry.language == feed.language ? [] : [("xml:lang", entry.language)])
            xml.element("id", entry.url)
            xml.element("title", entry.title)
            xml.element("updated", entry.date.timestamp)
            xml.element("published", entry.date.timestamp)
            xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", entry.url)])
            if let related = entry.related { xml.empty("link", [("rel", "related"), ("href", related)]) }
            if let author = entry.author {
                xml.begin("author")
                xml.element("name", author)
                xml.end()
            }
            for category in entry.categories { xml.empty("category", [("term", category)]) }
            xml.element("summary", entry.summary)
            xml.end()
        }
        xml.end()
        bytes = xml.bytes
    }
}
