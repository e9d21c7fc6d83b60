/// A word of the site's vocabulary, from topics.yaml.
package struct Topic: Equatable, Sendable, Encodable {
    package let id: TopicID
    package let label: String
    package let synonyms: [String]
    package let broader: TopicID?
    package let summary: String?
    /// The page of `topics/ID.md`, where there is one.
    package let page: PageID?

    package init(
        id: TopicID, label: String, synonyms: [String] = [], broader: TopicID? = nil, summary: String? = nil,
        page: PageID? = nil
    ) {
        self.id = id
        self.label = label
        self.synonyms = synonyms
        self.broader = broader
        self.summary = summary
        self.page = page
    }

    /// Where its page is, whether or not it has text of its own.
    package var route: Route { Route("/topics/\(id)/") }
}
