/// A feed in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
struct JSONFeed {
    let bytes: [UInt8]

    init(_ feed: Feed) {
        bytes = jsonBytes(
            of: Document(
                version: "https://jsonfeed.org/version/1.1", title: feed.title, home_page_url: feed.page,
                feed_url: feed.page + "feed.json", description: feed.summary, language: feed.language,
                items: feed.entries.map { entry in
                    Item(
                        id: entry.url, url: entry.url, external_url: entry.related, title: entry.title,
                        content_text: entry.summary, date_published: entry.date.timestamp,
                        authors: entry.author.map { [Author(name: $0)] },
                        tags: entry.categories.isEmpty ? nil : entry.categories, language: entry.language)
                }))
    }

    // The names are those of the format.
    private struct Document: Encodable {
        var version: String
        var title: String
        var home_page_url: String
        var feed_url: String
        var description: String?
        var language: String
        var items: [Item]
    }

    private struct Item: Encodable {
        var id: String
        var url: String
        var external_url: String?
        var title: String
        var content_text: String
        var date_published: String
        var authors: [Author]?
        var tags: [String]?
        var language: String
    }

    private struct Author: Encodable {
        var name: String
    }
}
