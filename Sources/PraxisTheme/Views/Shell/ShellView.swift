/// What every template can reach, whatever page it is for, under these names from everywhere.
struct ShellView: View {
    var root: String
    var site: ViewContent<SiteView>
    var page: ViewContent<PageView>

    static let contract = Contract<ShellView>(
        "Shell",
        "What every template can reach from everywhere, beside `t.KEY` (the texts of the string files), `assets.FILE` (the "
            + "address of a file of the theme) and `settings.NAME` (what the site chose).",
        [
            .text("root", "The way from this page to the site's root: `../../`.") { $0.root },
            .view("site", "The site, the same on all pages of one language.") { $0.site },
            .view("page", "This page.") { $0.page },
        ])

    /// The fields that say nothing of the page.
    static let frameFields = Set(["root", "site"].compactMap(contract.description.index(of:)))
}
