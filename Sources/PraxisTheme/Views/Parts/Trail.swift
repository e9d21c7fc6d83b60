/// What a page grew out of and what grew out of it: a question, a lesson, a guide.
struct TrailView: View {
    var steps: [TrailStep]

    static let contract = Contract<TrailView>(
        "Trail", "What a page grew out of, and what grew out of it.",
        [.list("steps", "The pages, in the order in which one led to the other.") { $0.steps }])
}

/// One page of a trail.
struct TrailStep: View {
    var kind: String
    var title: String
    var lang: String?
    /// Missing on the page itself, and where the page is not on the site.
    var href: String?
    var relation: String?
    var isHere: Bool

    static let contract = Contract<TrailStep>(
        "TrailStep", "One page of a trail.",
        [
            .text("kind", "What it is.") { $0.kind },
            .text("title", "Its title.") { $0.title },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .optional("href", "The page; missing on the page itself.") { $0.href },
            .optional("relation", "How it belongs to this page.") { $0.relation },
            .flag("here", "Whether it is this page.") { $0.isHere },
        ])
}
