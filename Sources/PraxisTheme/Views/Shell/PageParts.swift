/// The same page in some language, for `<link rel=alternate hreflang>`.
struct AlternateLink: View {
    var lang: String
    var href: String

    static let contract = Contract<AlternateLink>(
        "Alternate", "The page in one language, for `<link rel=alternate hreflang>`.",
        [
            .text("lang", "The language.") { $0.lang },
            .text("href", "The full address where the site's is known, else from this page.") { $0.href },
        ])
}

/// The way to another language.
struct LanguageLink: View {
    var code: String
    /// The language's own name for itself.
    var label: String
    var href: String

    static let contract = Contract<LanguageLink>(
        "LanguageLink", "The way to another language: the page there, or that language's home page.",
        [
            .text("code", "The language.") { $0.code },
            .text("label", "The language's own name.") { $0.label },
            .text("href", "Where it leads, from this page.") { $0.href },
        ])
}

/// A property for link previews.
struct OpenGraphProperty: View {
    var property: String
    var content: String

    static let contract = Contract<OpenGraphProperty>(
        "OpenGraph", "A property for link previews.",
        [
            .text("property", "Its name: `og:title`.") { $0.property },
            .text("content", "Its value.") { $0.content },
        ])
}

/// Something that a reader must know before anything else.
struct BannerView: View {
    /// `draft`, `archived`, `overdue`, `cancelled`, `replaced`, `translation`, `unconfirmed`.
    var kind: String
    var label: String
    var text: String
    var link: LinkView?

    static let contract = Contract<BannerView>(
        "Banner", "Something that a reader must know before anything else.",
        [
            .text("kind", "`archived`, `overdue`, `cancelled`, `replaced`, `translation`, `unconfirmed`, `draft`.") {
                $0.kind
            },
            .text("label", "It in a word.") { $0.label },
            .text("text", "What it means.") { $0.text },
            .optional("link", "Where to go instead.") { $0.link },
        ])
}

/// Who answers for a page, and when it was looked at.
struct StewardView: View {
    var owners: [PersonLink]
    var answersFor: String
    var reviewed: StewardDate?
    var due: StewardDate?
    var changed: StewardDate?

    static let contract = Contract<StewardView>(
        "Steward", "Who answers for a page, and when it was looked at.",
        [
            .list("owners", "Who.") { $0.owners },
            .text("answersFor", "What they do, after their names: answers for this page.") { $0.answersFor },
            .optional("reviewed", "When it was last looked at.") { $0.reviewed },
            .optional("due", "By when somebody should look again.") { $0.due },
            .optional("changed", "When it last changed, where the site reads its history.") { $0.changed },
        ])
}

/// A day in the life of a page.
struct StewardDate: View {
    var label: String
    var iso: String
    var text: String
    var isOverdue = false

    static let contract = Contract<StewardDate>(
        "StewardDate", "A day in the life of a page.",
        [
            .text("label", "What happened then, or should.") { $0.label },
            .text("iso", "For a `datetime` attribute.") { $0.iso },
            .text("text", "The day to read.") { $0.text },
            .flag("overdue", "Whether it has passed and should not have.") { $0.isOverdue },
        ])
}

/// What a reader can do about a page: each an address of the code host's editor, or a mail begun.
struct ActionsView: View {
    var edit: String?
    var suggest: String?
    var ask: String?
    var report: String?

    static let contract = Contract<ActionsView>(
        "Actions", "What a reader can do about a page: addresses of the code host's editor, or mails begun.",
        [
            .optional("edit", "Change this page's file.") { $0.edit },
            .optional("suggest", "Suggest a resource.") { $0.suggest },
            .optional("ask", "Ask a question.") { $0.ask },
            .optional("report", "Report a problem with this page.") { $0.report },
        ])
}
