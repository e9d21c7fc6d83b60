/// A link with its text.
struct LinkView: View, Hashable {
    var href: String
    var label: String
    /// The language of what it leads to, where that is not the page's.
    var lang: String?

    static let contract = Contract<LinkView>(
        "Link", "A link with its text.",
        [
            .text("href", "Where it leads, from this page.") { $0.href },
            .text("label", "Its text.") { $0.label },
            .optional("lang", "The language of what it leads to, where that is not the page's.") { $0.lang },
        ])
}

/// A link of the site's navigation.
struct NavigationLink: View {
    var href: String
    var label: String
    var lang: String?
    /// `page` on the page itself, `true` on pages below it.
    var current: String?

    static let contract = Contract<NavigationLink>(
        "NavigationLink", "A link of the site's navigation.",
        [
            .text("href", "Where it leads, from this page.") { $0.href },
            .text("label", "Its text.") { $0.label },
            .optional("lang", "The language of its text, where that is not the page's.") { $0.lang },
            .optional("current", "`page` on the page itself, `true` below it; for `aria-current`.") { $0.current },
        ])
}

/// Links under a heading.
struct LinkGroup: View {
    var label: String
    var links: [LinkView]

    static let contract = Contract<LinkGroup>(
        "LinkGroup", "Links under a heading.",
        [
            .text("label", "The heading.") { $0.label },
            .list("links", "The links.") { $0.links },
        ])
}

/// A feed or calendar that one can subscribe to.
struct FeedLink: View {
    var href: String
    var label: String
    /// The page, list or person it is about, with the site's name.
    var title: String
    /// The media type.
    var type: String
    var isCalendar: Bool
    var isForPrograms = false

    static let contract = Contract<FeedLink>(
        "FeedLink", "A feed or calendar that one can subscribe to.",
        [
            .text("href", "Where it is, from this page.") { $0.href },
            .text("label", "What it is: a news feed, a calendar.") { $0.label },
            .text("title", "What it is about.") { $0.title },
            .text("type", "Its media type.") { $0.type },
            .flag("calendar", "Whether it is a calendar.") { $0.isCalendar },
            .flag("forPrograms", "Whether it says the same as another, for programs.") { $0.isForPrograms },
        ])
}

/// A mail address, written so that programs which gather addresses do not see it.
struct MailView: View {
    /// `mailto:` and the address, each character as a reference.
    var href: HTML
    /// The address, each character as a reference.
    var text: HTML

    init(_ address: String) {
        text = Self.encoded(address)
        href = Self.encoded("mailto:\(address)")
    }

    /// Each character as a numeric reference of HTML.
    static func encoded(_ text: String) -> HTML {
        HTML(text.unicodeScalars.map { "&#\($0.value);" }.joined())
    }

    static let contract = Contract<MailView>(
        "Mail", "A mail address, written so that programs which gather addresses do not see it.",
        [
            .html("href", "For an `href` attribute.") { $0.href },
            .html("text", "The address to read.") { $0.text },
        ])
}
