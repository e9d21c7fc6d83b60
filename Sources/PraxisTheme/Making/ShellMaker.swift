import PraxisDiagnostics
import PraxisModel

/// Makes what stands around every page: the site's frame and what it must know of the page.
struct ShellMaker {
    let maker: ViewMaker
    private var strings: StringTable { maker.strings }
    private var settings: Settings { maker.settings }

    init(_ maker: ViewMaker) {
        self.maker = maker
    }

    /// What is particular about a page.
    struct Subject {
        var kind: String
        var title: String
        /// Its title below those of the pages above it, where it need not say all of it.
        var shortTitle: String?
        var lead: String?
        var summary: String?
        /// Which part of the navigation it belongs to: `library/`.
        var section: String?
        var breadcrumbs: [LinkView] = []
        var banners: [BannerView] = []
        var feeds: [FeedLink] = []
        /// The file that the page is made of.
        var page: Page?
        var isIndexed = true
        var body: HTML?
        var intro: HTML?
        /// The language of all in `<main>`, where that is not the page's.
        var contentLang: String?
        /// The language of title and text alone, where that is not the page's.
        var textLang: String?
        /// The page in other languages, by tag.
        var alternates: [(language: String, route: Route)] = []
    }

    /// The shell of a page.
    ///
    /// - Parameter site: What the page's frame says of the site, where that is known.
    func shell(_ subject: Subject, head: HTML?, site: ViewContent<SiteView>? = nil) -> ShellView {
        ShellView(
            root: maker.root, site: site ?? ViewContent(self.site(section: subject.section)),
            page: ViewContent(page(subject, head: head)))
    }

    // MARK: The site

    /// What a page says of the site that belongs to a section: the same on all of them at one depth that the navigation does
    /// not lead to.
    func site(section: String?) -> SiteView {
        SiteView(
            title: settings.title, summary: settings.summary, lang: maker.settingsLang, href: maker.href(maker.edition),
            logo: settings.logo.map { maker.href($0.route) }, navigation: navigation(section: section), footer: footer,
            contact: settings.contact.flatMap { $0.contains("@") ? MailView($0) : nil })
    }

    private func navigation(section: String?) -> [NavigationLink] {
        guard maker.site.menu.isEmpty else { return maker.site.menu.compactMap { link(to: $0, section: section) } }
        return SiteSection.main.compactMap { link(to: $0, title: nil, section: section) }
    }

    /// The pages that the navigation leads to, each of which says so of itself.
    var destinations: [Route] {
        guard maker.site.menu.isEmpty else {
            return maker.site.menu.compactMap { item in
                switch item.target {
                case .page(let id): maker.page(id).route
                case .address: nil
                case .list(let route): maker.list(String(route.path.dropFirst()))
                }
            }
        }
        return SiteSection.main.map { maker.list($0.path) }
    }

    private func link(to item: MenuItem, section: String?) -> NavigationLink? {
        switch item.target {
        case .page(let id):
            let page = maker.page(id)
            return NavigationLink(
                href: maker.href(page.route),
                label: item.title ?? page.metadata.title,
                lang: item.title == nil ? maker.lang(of: page) : maker.settingsLang,
                current: page.route == maker.route ? "page" : nil)
        case .address(let address):
            return NavigationLink(
                href: address, label: item.title ?? address, lang: item.title.flatMap { _ in maker.settingsLang })
        case .list(let route):
            let path = String(route.path.dropFirst())
            if let list = SiteSection.allCases.first(where: { $0.path == path }) {
                return link(to: list, title: item.title, section: section)
            }
            let here = maker.list(path)
            return NavigationLink(
                href: maker.href(here), label: item.title ?? strings.text(.navHome),
                lang: item.title.flatMap { _ in maker.settingsLang },
                current: here == maker.route ? "page" : nil)
        }
    }

    /// A link to a list or tool; `nil` where there is nothing in it.
    private func link(to list: SiteSection, title: String?, section: String?) -> NavigationLink? {
        guard maker.index.sections.contains(list) else { return nil }
        let route = maker.list(list.path)
        return NavigationLink(
            href: maker.href(route), label: title ?? strings.text(list.title),
            lang: title.flatMap { _ in maker.settingsLang },
            current: route == maker.route ? "page" : list.path == section ? "true" : nil)
    }

    private var footer: [LinkGroup] {
        func group(_ title: TextKey, _ entries: [SiteSection]) -> LinkGroup {
            let links = entries.filter(maker.index.sections.contains).map {
                LinkView(href: maker.listHref($0.path), label: strings.text($0.title))
            }
            return LinkGroup(label: strings.text(title), links: links)
        }
        var groups = [
            group(.footerExplore, [.people, .topics, .paths, .posts, .opportunities]),
            group(.footerTake, [.contribute, .subscribe, .find]), group(.footerSite, [.archive, .stewardship]),
        ]
        groups[2].links.insert(contentsOf: maker.index.topPages.map { maker.link(to: $0) }, at: 0)
        return groups.filter { !$0.links.isEmpty }
    }

    // MARK: The page

    private func page(_ subject: Subject, head: HTML?) -> PageView {
        let isHome = subject.page?.kind == .home || maker.route == maker.edition
        let url = settings.url
        let canonical = url.map { $0 + maker.route.path.dropFirst() }
        return PageView(
            kind: subject.kind, lang: maker.language, contentLang: subject.contentLang, textLang: subject.textLang,
            title: subject.title,
            documentTitle: isHome ? settings.title : "\(subject.title) · \(settings.title)",
            shortTitle: subject.shortTitle ?? subject.title,
            lead: subject.lead, summary: subject.summary ?? subject.lead, isIndexed: subject.isIndexed,
            canonical: subject.isIndexed ? canonical : nil, alternates: alternates(subject),
            languages: languages(subject), feeds: subject.feeds.isEmpty ? maker.siteFeeds : subject.feeds,
            openGraph: openGraph(subject, canonical, isHome: isHome), breadcrumbs: subject.breadcrumbs,
            banners: subject.banners,
            steward: subject.page.flatMap(steward),
            actions: maker.actions(
                title: subject.title, source: subject.page?.source.rawValue, community: subject.page?.community),
            body: subject.body, intro: subject.intro, head: head)
    }

    private func alternates(_ subject: Subject) -> [AlternateLink] {
        guard !subject.alternates.isEmpty else { return [] }
        let all = subject.alternates + [(maker.language, maker.route)]
        return all.sorted { $0.language < $1.language }.map { language, route in
            AlternateLink(
                lang: language, href: settings.url.map { $0 + route.path.dropFirst() } ?? maker.href(route))
        }
    }

    /// Where each other language begins for this page: its translation, else the home page there.
    private func languages(_ subject: Subject) -> [LanguageLink] {
        guard settings.languages.count > 1 else { return [] }
        return settings.languages.filter { $0 != maker.language }.map { language in
            let route =
                subject.alternates.first { $0.language == language }?.route
                ?? Route.home.prefixed(for: language, of: settings)
            return LanguageLink(
                code: language, label: maker.index.ownNames[language] ?? language, href: maker.href(route))
        }
    }

    private func openGraph(_ subject: Subject, _ canonical: String?, isHome: Bool) -> [OpenGraphProperty] {
        var properties = [
            OpenGraphProperty(property: "og:title", content: subject.title),
            OpenGraphProperty(property: "og:type", content: subject.page == nil || isHome ? "website" : "article"),
            OpenGraphProperty(property: "og:site_name", content: settings.title),
            OpenGraphProperty(
                property: "og:locale", content: maker.language.replacing("-", with: "_")),
        ]
        if let summary = subject.summary ?? subject.lead {
            properties.append(OpenGraphProperty(property: "og:description", content: summary))
        }
        if let canonical { properties.append(OpenGraphProperty(property: "og:url", content: canonical)) }
        if let url = settings.url, let picture = LinkPicture.of(subject.page, in: maker.site) {
            properties += picture.properties(at: url)
        }
        return properties
    }

    private func steward(of page: Page) -> StewardView? {
        let owners = page.metadata.owners
        let review = page.metadata.review
        guard !owners.isEmpty || review.reviewed != nil || page.metadata.changed != nil else { return nil }
        let isOverdue = review.isOverdue(on: maker.today)
        func line(_ key: TextKey, _ day: Day?, isOverdue: Bool = false) -> StewardDate? {
            day.map {
                StewardDate(
                    label: strings.text(key), iso: $0.description, text: strings.date($0), isOverdue: isOverdue)
            }
        }
        return StewardView(
            owners: owners.map { maker.person($0) },
            answersFor: strings.text(.stewardAnswers, count: max(1, owners.count)),
            reviewed: line(.stewardReviewed, review.reviewed),
            due: page.metadata.isArchived
                ? nil : line(isOverdue ? .stewardOverdue : .stewardDue, review.due, isOverdue: isOverdue),
            changed: line(.stewardChanged, page.metadata.changed))
    }
}
