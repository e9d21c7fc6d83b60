/// A list or tool of the site, which no file is about: its events, its people, how to subscribe.
package struct Overview: Hashable, Sendable {
    package var route: Route
    package var title: String
    /// What it says of itself; empty if nothing.
    package var summary: String
    /// A BCP 47 tag.
    package var language: String
    /// The route in the site's first language; `nil` where the site has but one.
    package var original: Route?

    package init(route: Route, title: String, summary: String, language: String, original: Route?) {
        self.route = route
        self.title = title
        self.summary = summary
        self.language = language
        self.original = original
    }
}
