import PraxisMarkdown
import PraxisModel

/// Pages without a file of their own.
extension Composition {
    mutating func home(_ page: Page?) -> Main? {
        if let page {
            begin(page)
            (subject.contentLang, subject.textLang) = (nil, subject.contentLang)
            let heading = page.document.divisions(atLevel: 2).dropFirst().first?.heading
            let renderer = BodyRenderer(maker, page: page)
            subject.intro = renderer.part(after: page.document.leadingHeading, before: heading)
            subject.body = heading.flatMap { renderer.part(from: $0) }
            if page.language != output.language { subject.banners.append(maker.translationBanner(for: page)) }
        } else {
            subject.title = site.settings.title
            subject.summary = site.settings.summary
            subject.textLang = maker.settingsLang
        }
        subject.kind = "home"
        subject.breadcrumbs = []
        subject.alternates = editions("")
        return (.home, maker.homePage().boxed)
    }

    mutating func topic(_ id: TopicID) -> Main? {
        guard let topic = site.topic(id) else { return nil }
        let page = topic.page.map { maker.page($0) }
        if let page { begin(page) }
        subject.kind = "topic"
        subject.title = site.label(of: topic, in: maker.language)
        subject.lead = page?.hasOwnSummary == true ? page?.metadata.summary : topic.summary
        subject.summary = subject.lead
        subject.section = SiteSection.topics.path
        subject.breadcrumbs = [homeLink, listLink(.topics)]
        subject.contentLang = nil
        subject.feeds = maker.feeds(of: topic)
        subject.alternates = editions("topics/\(id)/")
        return (.topic, maker.topicPage(topic, page).boxed)
    }

    /// The same list in the site's other languages.
    private func editions(_ path: String) -> [(language: String, route: Route)] {
        site.settings.languages.filter { $0 != output.language }.map { language in
            (language, Route(Route.home.prefixed(for: language, of: site.settings).path + path))
        }
    }

    mutating func section(_ list: SiteList) -> Main? {
        guard let section = SiteSection(rawValue: list.rawValue) else { return nil }
        subject.kind = "list"
        subject.title = strings.text(section.title)
        subject.section = section.path
        subject.breadcrumbs = [homeLink]
        subject.alternates = editions(section.path)
        if let lead = strings.lead(of: list, in: site) {
            subject.kind = list.rawValue
            subject.lead = lead
        }
        if let page = maker.dividedPage(.section(list)) { return (.list, page.boxed) }
        switch list {
        case .communities: return (.communities, maker.communitiesPage().boxed)
        case .library: return (.library, maker.libraryPage().boxed)
        case .events: return (.events, maker.eventsPage().boxed)
        case .find: return (.find, maker.findPage().boxed)
        case .search:
            subject.kind = list.rawValue
            return (.search, maker.searchPage().boxed)
        case .subscribe: return (.subscribe, maker.subscribePage().boxed)
        case .contribute: return (.contribute, maker.contributePage().boxed)
        case .stewardship: return (.stewardship, maker.stewardshipPage().boxed)
        case .archive: return (.archive, maker.archivePage().boxed)
        case .topics: return (.list, maker.topicsPage().boxed)
        case .people: return (.list, maker.listPage(.person, community: nil).boxed)
        case .guides: return (.list, maker.listPage(.guide, community: nil).boxed)
        case .paths: return (.list, maker.listPage(.path, community: nil).boxed)
        case .questions: return (.list, maker.listPage(.question, community: nil).boxed)
        case .posts: return (.list, maker.listPage(.post, community: nil).boxed)
        case .programmes: return (.list, maker.listPage(.programme, community: nil).boxed)
        case .opportunities: return (.list, maker.listPage(.opportunity, community: nil).boxed)
        }
    }

    mutating func inside(_ community: Page, _ kind: PageKind) -> Main? {
        guard let folder = kind.communityFolder, let name = begin(community, kind) else { return nil }
        subject.title = "\(name) · \(community.metadata.title)"
        subject.shortTitle = name
        subject.alternates = alternates(of: community).map { ($0.language, $0.route.folder(folder)) }
        let original = community.original ?? community.id
        let page = maker.dividedPage(.inside(original, kind)) ?? maker.listPage(kind, community: original)
        return (.list, page.boxed)
    }

    /// What the shell says of any list inside a community; the result is what the list is called there.
    private mutating func begin(_ community: Page, _ kind: PageKind) -> String? {
        guard let section = ViewMaker.section(of: kind) else { return nil }
        subject.kind = "list"
        subject.section = section.path
        subject.breadcrumbs = [homeLink, listLink(.communities), maker.link(to: community)]
        subject.feeds = maker.feeds(of: community)
        return strings.text(kind == .resource ? .communityResources : section.title)
    }

    /// What the shell says of any list, the way to it included; the result is what the list is called, and whose it is.
    private mutating func begin(_ list: GrowingList) -> (name: String, owner: String?)? {
        subject.kind = "list"
        switch list {
        case .section(let list):
            guard let section = SiteSection(rawValue: list.rawValue) else { return nil }
            subject.section = section.path
            subject.breadcrumbs = [homeLink, listLink(section)]
            return (strings.text(section.title), nil)
        case .titles:
            subject.section = SiteSection.search.path
            subject.breadcrumbs = [homeLink, listLink(.search)]
            return (strings.text(.searchIndexTitle), nil)
        case .inside(let id, let kind):
            let community = maker.page(id)
            guard let name = begin(community, kind) else { return nil }
            subject.breadcrumbs.append(link(to: list, saying: name))
            return (name, community.metadata.title)
        case .pastEvents:
            let name = strings.text(.eventsPast)
            subject.section = SiteSection.events.path
            subject.breadcrumbs = [homeLink, listLink(.events), link(to: list, saying: name)]
            return (name, nil)
        case .resources(let id):
            guard let topic = site.topic(id) else { return nil }
            let (name, label) = (strings.text(.communityResources), site.label(of: topic, in: maker.language))
            let route = maker.topicRoute(topic)
            subject.section = SiteSection.topics.path
            subject.breadcrumbs = [
                homeLink, listLink(.topics), LinkView(href: maker.href(route), label: label),
                link(to: list, saying: name),
            ]
            subject.feeds = maker.feeds(of: topic)
            return (name, label)
        }
    }

    private func link(to list: GrowingList, saying name: String) -> LinkView {
        LinkView(href: maker.href(maker.route(of: list)), label: name)
    }

    /// A list beside those of the site's sections and communities.
    mutating func list(_ list: GrowingList) -> Main? {
        guard let (name, owner) = begin(list) else { return nil }
        subject.breadcrumbs.removeLast()
        subject.title = owner.map { "\(name) · \($0)" } ?? name
        subject.shortTitle = name
        if list == .pastEvents { subject.lead = strings.text(.eventsPastLead) }
        subject.alternates = editions(of: list, at: [])
        return (.list, (maker.dividedPage(list) ?? maker.wholePage(list)).boxed)
    }

    /// A part of a list that is too long for one page.
    mutating func part(of list: GrowingList, at path: [String]) -> Main? {
        guard let way = maker.index.parts(of: list, in: maker.language).way(to: path),
            let (name, owner) = begin(list)
        else { return nil }
        let part = maker.title(of: way)
        subject.title = "\(name): \(part)\(owner.map { " · \($0)" } ?? "")"
        for place in way.indices.dropLast() {
            subject.breadcrumbs.append(maker.link(to: Array(way[...place]), of: list))
        }
        subject.shortTitle = part
        subject.alternates = editions(of: list, at: path)
        if list == .titles { return maker.titlesPage(at: path).map { (.titles, $0.boxed) } }
        return maker.partPage(list, at: path).map { (.list, $0.boxed) }
    }

    /// The same list, or part of one, in the site's other languages, where it is there too.
    private func editions(of list: GrowingList, at path: [String]) -> [(language: String, route: Route)] {
        let lists: [(language: String, route: Route)] =
            switch list {
            case .section(let section): editions("\(section.rawValue)/")
            case .titles: editions(SiteSection.search.path)
            case .pastEvents: editions("events/past/")
            case .resources(let topic): editions("topics/\(topic)/resources/")
            case .inside(let id, let kind):
                alternates(of: maker.page(id)).map { ($0.language, $0.route.folder(kind.communityFolder ?? "")) }
            }
        return lists.filter { maker.index.parts(of: list, in: $0.language).way(to: path) != nil }
            .map { ($0.language, $0.route.part(path, of: list)) }
    }

    mutating func circle(_ circle: Circle) -> Main? {
        beginFacet("circles/\(circle.rawValue)/", .circle, .circleText, circle.rawValue)
        let siblings = Circle.allCases.map { sibling("circles", $0.rawValue, .circle, isHere: $0 == circle) }
        return (.list, maker.facetPage(site.relations.byCircle[circle] ?? [], siblings: siblings).boxed)
    }

    mutating func way(_ way: Way) -> Main? {
        beginFacet("ways/\(way.rawValue)/", .way, .wayText, way.rawValue)
        let siblings = Way.allCases.map { sibling("ways", $0.rawValue, .way, isHere: $0 == way) }
        return (.list, maker.facetPage(site.relations.byWay[way] ?? [], siblings: siblings).boxed)
    }

    private mutating func beginFacet(
        _ path: String, _ word: TextKey.Family, _ text: TextKey.Family, _ member: String
    ) {
        subject.kind = "list"
        subject.title = strings.word(word, member)
        subject.lead = strings.word(text, member)
        subject.breadcrumbs = [homeLink]
        subject.alternates = editions(path)
    }

    private func sibling(_ folder: String, _ id: String, _ family: TextKey.Family, isHere: Bool) -> NavigationLink {
        NavigationLink(
            href: maker.listHref("\(folder)/\(id)/"), label: strings.word(family, id), current: isHere ? "page" : nil)
    }

    mutating func redirect(_ route: Route) -> Main? {
        let title = site.page(at: route).map { site[$0].metadata.title } ?? route.path
        subject.kind = "redirect"
        subject.title = title
        return (.redirect, RedirectPage(href: maker.href(route), label: title).boxed)
    }

    mutating func notFound() -> Main? {
        subject.kind = "not-found"
        subject.title = strings.text(.notFoundTitle)
        subject.lead = strings.text(.notFoundText)
        return (.notFound, maker.notFoundPage(isBare: site.settings.url == nil).boxed)
    }
}

extension StringTable {
    /// The sentence with which a list or tool begins that has a template of its own.
    func lead(of list: SiteList, in site: Site) -> String? {
        list.lead.map { text($0, ["zone": zone(site.settings.timeZone)]) }
    }
}

extension SiteList {
    fileprivate var lead: TextKey? {
        switch self {
        case .communities: .homeCommunitiesNote
        case .library: .libraryLead
        case .events: .eventsLead
        case .find: .findLead
        case .subscribe: .subscribeLead
        case .contribute: .contributeLead
        case .stewardship: .stewardshipLead
        case .archive: .archiveLead
        default: nil
        }
    }
}
