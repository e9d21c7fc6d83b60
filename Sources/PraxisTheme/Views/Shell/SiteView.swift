/// What all pages of one language and one depth below the root share.
struct SiteView: View {
    var title: String
    var summary: String?
    var lang: String?
    var href: String
    var logo: String?
    var navigation: [NavigationLink]
    var footer: [LinkGroup]
    var contact: MailView?

    static let contract = Contract<SiteView>(
        "Site", "The site, the same on all pages of one language.",
        [
            .text("title", "Its name.") { $0.title },
            .optional("summary", "What it is, in a sentence or two.") { $0.summary },
            .optional("lang", "The language of both, where that is not the page's.") { $0.lang },
            .text("href", "Its home page in this language.") { $0.href },
            .optional("logo", "The address of its logo.") { $0.logo },
            .list("navigation", "The main navigation.") { $0.navigation },
            .list("footer", "More links, in groups.") { $0.footer },
            .optional("contact", "Where its makers can be reached.") { $0.contact },
        ])
}
