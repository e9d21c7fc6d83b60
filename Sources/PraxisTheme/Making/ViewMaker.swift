import PraxisModel

/// Makes the views of one page: everything they say is in the page's language and every address leads from that page.
///
/// A value with no state: making a view changes nothing.
struct ViewMaker: Sendable {
    let site: Site
    /// What was worked out for the whole site.
    let index: SiteIndex
    /// All titles, with what was read for them: who uses them has read that.
    let titles: Remembered<TitleParts>
    let strings: StringTable
    /// Where the page is.
    let route: Route
    /// The way from the page to the site's root.
    let root: String
    /// The language of the interface.
    let language: String
    /// The folder of the lists in that language: `/`, or `/sv/`.
    let edition: Route
    /// The template of lists in a text.
    let inlineListProgram: [Instruction]

    init(
        site: Site, index: SiteIndex, titles: Remembered<TitleParts>, strings: StringTable, route: Route,
        root: String? = nil, edition: Route,
        inlineListProgram: [Instruction] = []
    ) {
        self.inlineListProgram = inlineListProgram
        self.site = site
        self.index = index
        self.titles = titles
        self.strings = strings
        self.route = route
        self.root = root ?? route.toRoot
        language = strings.language
        self.edition = edition
    }

    var relations: Relations { site.relations }
    var settings: Settings { site.settings }
    var today: Day { site.today }

    /// The address of another output, from this page.
    func href(_ target: Route) -> String {
        target.path == "/" ? root : root + target.path.dropFirst()
    }

    /// The address of a list in the page's language: `library/`.
    func listHref(_ path: String) -> String { href(list(path)) }

    /// A list in the page's language.
    func list(_ path: String) -> Route { Route(edition.path + path) }

    /// The page in the language of the interface, or as it was written first.
    func page(_ id: PageID) -> Page { site.page(id, in: language) }

    /// The language of a page, where readers of this one must be told.
    func lang(of page: Page) -> String? { page.language == language ? nil : page.language }

    /// The language of what site.yaml says, where readers of this page must be told.
    var settingsLang: String? { settings.language == language ? nil : settings.language }

    /// The language of a page for readers.
    func inLanguage(of page: Page) -> String? {
        lang(of: page).map { strings.text(.listLanguage, ["language": strings.language($0)]) }
    }

    /// A link to a page, with its title.
    func link(to page: Page) -> LinkView {
        LinkView(href: href(page.route), label: page.metadata.title, lang: lang(of: page))
    }

    func link(to id: PageID) -> LinkView { link(to: page(id)) }

    /// A link to what front matter refers to; `nil` for a page that is not on the site today.
    func link(to target: LinkOrReference) -> LinkView? {
        switch target {
        case .reference(.page(let id)): link(to: id)
        case .reference(.hidden): nil
        case .link(let title, let url): LinkView(href: url, label: title)
        }
    }

    func date(_ day: Day) -> DateView { DateView(iso: day.description, text: strings.date(day)) }
}
