internal import PraxisModel

/// All feeds of the site in one OPML 2.0 file, which a feed reader takes in at once.
struct SubscriptionList {
    let bytes: [UInt8]

    init(of site: Site) {
        var xml = XMLText()
        xml.begin("opml", [("version", "2.0")])
        xml.begin("head")
        xml.element("title", site.settings.title)
        xml.end()
        xml.begin("body")
        for subject in site.feedSubjects {
            let page = site.settings.address(of: subject.route(in: site))
            xml.empty(
                "outline",
                [
                    ("type", "rss"), ("text", subject.title(in: site)), ("xmlUrl", page + "feed.atom"),
                    ("htmlUrl", page),
                ])
        }
        xml.end()
        xml.end()
        bytes = xml.bytes
    }
}
