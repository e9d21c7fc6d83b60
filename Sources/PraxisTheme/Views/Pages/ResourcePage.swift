/// A curated resource.
struct ResourcePage: View {
    var reading: ReadingHead
    var why: String
    var curator: PersonLink
    var open: OpenView?
    var usedIn: TitledItems?
    var outgrowths: TrailView?

    static let contract = Contract<ResourcePage>(
        "ResourcePage", "A curated resource.",
        Field.all(of: { $0.reading }) + [
            .text("why", "What it is good for, and for whom.") { $0.why },
            .view("curator", "Who vouches for it.") { $0.curator },
            .optional("open", "Where it is; missing where the page itself is the resource.") { $0.open },
            .optional("usedIn", "Learning paths in which it stands.") { $0.usedIn },
            .optional("trail", "What grew out of it.") { $0.outgrowths },
        ])
}

/// Where a resource is.
struct OpenView: View {
    var href: String
    var label: String
    /// The host's name.
    var host: String
    var archivedHref: String?

    static let contract = Contract<OpenView>(
        "Open", "Where a resource is.",
        [
            .text("href", "Its address.") { $0.href },
            .text("label", "What one does there: read, watch.") { $0.label },
            .text("host", "The name of the site that it is on.") { $0.host },
            .optional("archivedHref", "A copy that was kept.") { $0.archivedHref },
        ])
}

/// Pages under a plain heading.
struct TitledItems: View {
    var title: String
    var items: [ItemRow]

    static let contract = Contract<TitledItems>(
        "TitledItems", "Pages under a plain heading.",
        [.text("title", "The heading.") { $0.title }, .list("items", "The pages.") { $0.items }])
}

/// A learning path or collection.
struct PathPage: View {
    var reading: ReadingHead
    var curator: PersonLink
    var objectives: [String]
    var steps: [PathStep]
    var feeds: [FeedLink]

    static let contract = Contract<PathPage>(
        "PathPage", "A learning path or collection.",
        Field.all(of: { $0.reading }) + [
            .view("curator", "Who put it together.") { $0.curator },
            .texts("objectives", "What one can do afterwards.") { $0.objectives },
            .list("steps", "What to take, in order.") { $0.steps },
            .list("feedLinks", "Its feeds.") { $0.feeds },
        ])
}

/// One step of a learning path.
struct PathStep: View {
    var number: Int
    var title: String
    /// Missing where the page is not on the site today.
    var href: String?
    var lang: String?
    /// The same for readers.
    var inLanguage: String?
    var isExternal: Bool
    var kind: String?
    var why: String?
    var meta: [String]

    static let contract = Contract<PathStep>(
        "PathStep", "One step of a learning path.",
        [
            .number("n", "Its place, from 1.") { $0.number },
            .text("title", "Its title.") { $0.title },
            .optional("href", "Where it is; missing where the page is not on the site today.") { $0.href },
            .optional("lang", "Its language, where that is not the page's.") { $0.lang },
            .optional("inLanguage", "The same for readers: in Swedish.") { $0.inLanguage },
            .flag("external", "Whether it leads off the site.") { $0.isExternal },
            .optional("kind", "What it is, where that is known.") { $0.kind },
            .optional("why", "Why it stands here.") { $0.why },
            .texts("meta", "Length, level.") { $0.meta },
        ])
}
