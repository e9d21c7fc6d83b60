package import PraxisModel

/// A page of HTML that the site has, and what it shows.
package struct PageOutput: Hashable, Sendable {
    /// Where it goes.
    package let route: Route
    /// The language of its interface; a BCP 47 tag.
    package let language: String
    package let subject: Subject
    /// Whether search engines may list it; what they may not is left out of the sitemap too.
    package let isIndexed: Bool

    /// What a page shows.
    package enum Subject: Hashable, Sendable {
        /// A file's own page.
        case page(PageID)
        /// The home page of a language, with the text of a file, perhaps in another language, or none.
        case home(PageID?)
        case topic(TopicID)
        /// A list or tool of the whole site.
        case section(SiteList)
        /// Pages of one kind in a community.
        case inside(PageID, PageKind)
        /// A list beside those: what has been, what there is on a topic.
        case list(GrowingList)
        /// A part of a list that is too long for one page, by its address below the list's.
        case part(GrowingList, [String])
        case circle(Circle)
        case way(Way)
        /// The new address of a page that moved.
        case redirect(to: Route)
        case notFound
    }
}

/// A list or tool of the whole site.
package enum SiteList: String, CaseIterable, Hashable, Sendable, Encodable {
    case communities, people, topics, library, guides, paths, questions, posts, events, programmes, opportunities
    case archive, find, search, subscribe, contribute, stewardship
}
