package import PraxisDiagnostics

/// What the path of a page's file says about it: its kind, its identity and its address.
package struct Placement: Hashable, Sendable {
    package let kind: PageKind
    /// The last part of its identity; empty for the home page.
    package let slug: String
    /// The identifier of the community that the file is in, its own if it is one.
    package let community: String?
    /// The identifier of the programme that the file is in, its own if it is one.
    package let programme: String?
    /// Of a session: the number before its name.
    package let sessionNumber: Int?
    /// Of a translation: the tag in its name.
    package let translation: String?
    /// The address of the original, without a language.
    package let route: Route

    /// What a file is for, going by its path.
    package enum Outcome: Sendable {
        case page(Placement)
        case settings
        case topics
        /// A file beside pages, with its address while it is on the site.
        case attachment(Route)
        case refused(Finding)
    }

    /// The folder that all content is in.
    package static let contentFolder = SourcePath("content")
    package static let settingsFile = SourcePath("content/site.yaml")
    package static let topicsFile = SourcePath("content/topics.yaml")

    /// The address in a language; the site's first language has no prefix.
    package func route(in language: String, of settings: Settings) -> Route {
        route.prefixed(for: language, of: settings)
    }
}

extension Route {
    /// This address in a language's edition of the site; the first language has no prefix.
    package func prefixed(for language: String, of settings: Settings) -> Route {
        language == settings.language ? self : Route("/\(language)\(path)")
    }
}
