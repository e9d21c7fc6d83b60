/// What the frame around every page needs to know of it.
struct PageView: View {
    /// What the page is, for class names: `community`, `list`.
    var kind: String
    /// The language of the interface.
    var lang: String
    /// The language of the text, where that is another.
    var contentLang: String?
    /// The language of title and text, where what stands around them is in the interface's.
    var textLang: String?
    var title: String
    var documentTitle: String
    var shortTitle: String
    var lead: String?
    var summary: String?
    var isIndexed: Bool
    /// The page's full address, where the site's is known.
    var canonical: String?
    var alternates: [AlternateLink]
    var languages: [LanguageLink]
    var feeds: [FeedLink]
    var openGraph: [OpenGraphProperty]
    var breadcrumbs: [LinkView]
    var banners: [BannerView]
    var steward: StewardView?
    var actions: ActionsView
    var body: HTML?
    var intro: HTML?
    var head: HTML?

    static let contract = Contract<PageView>(
        "Page", "This page, as the frame around it needs to know it.",
        [
            .text("kind", "What it is, for class names.") { $0.kind },
            .text("lang", "The language of the interface, for `<html lang>`.") { $0.lang },
            .optional("dir", "`rtl`, where the interface is written from right to left.") {
                TextDirection.isRightToLeft($0.lang) ? "rtl" : nil
            },
            .optional("contentLang", "The language of the text, where that is another; for `<main lang>`.") {
                $0.contentLang
            },
            .optional("textLang", "On the home page: the language of title and text, where that is another.") {
                $0.textLang
            },
            .text("title", "Its title.") { $0.title },
            .text("documentTitle", "Its title with the site's, for `<title>`.") { $0.documentTitle },
            .text("shortTitle", "Its title after those of the pages above it.") { $0.shortTitle },
            .optional("lead", "A sentence to begin with.") { $0.lead },
            .optional("summary", "One or two sentences for search engines.") { $0.summary },
            .flag("noindex", "Whether search engines should leave it out.") { !$0.isIndexed },
            .optional("canonical", "Its full address, where the site's is known.") { $0.canonical },
            .list("alternates", "The page in each language, itself included; only with translations.") {
                $0.alternates
            },
            .list("languages", "Where its readers go in other languages.") { $0.languages },
            .list("feeds", "What one can subscribe to here, for `<link rel=alternate>`.") { $0.feeds },
            .list("openGraph", "For `<meta property>`.") { $0.openGraph },
            .list("breadcrumbs", "The pages above it, from the home page on.") { $0.breadcrumbs },
            .list("banners", "What a reader must know before anything else.") { $0.banners },
            .optional("steward", "Who answers for it.") { $0.steward },
            .view("actions", "What a reader can do about it.") { $0.actions },
            .html("bodyHTML", "Its text.") { $0.body },
            .html("introHTML", "On the home page: the text before the first heading.") { $0.intro },
            .html("head", "What the build adds at the end of `<head>`.") { $0.head },
        ])
}

/// Which languages are written from right to left.
enum TextDirection {
    /// Whether a language is, by the first part of its tag.
    static func isRightToLeft(_ language: String) -> Bool {
        ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]
            .contains(String(language.prefix { $0 != "-" }))
    }
}
