import PraxisModel

/// Names every page of a site.
struct OutputList {
    private let site: Site
    private let index: SiteIndex
    private let pages: [Page.Standing]
    private var outputs: [PageOutput] = []
    private var taken: Set<Route> = []

    private init(_ site: Site, _ index: SiteIndex) {
        self.site = site
        self.index = index
        pages = site.standings
    }

    /// Every page, sorted by route. Linear, but for the sorting.
    static func outputs(of site: Site, _ index: SiteIndex) -> [PageOutput] {
        var list = OutputList(site, index)
        list.addPages()
        for language in site.settings.languages { list.addLists(language) }
        list.addCommunityLists()
        list.addRedirects()
        list.add(Route("/404.html"), site.settings.language, .notFound, isIndexed: false)
        return list.outputs.sorted { $0.route < $1.route }
    }

    /// What comes first keeps an address: pages before lists, lists before redirects.
    private mutating func add(
        _ route: Route, _ language: String, _ subject: PageOutput.Subject, isIndexed: Bool = true
    ) {
        guard taken.insert(route).inserted else { return }
        outputs.append(PageOutput(route: route, language: language, subject: subject, isIndexed: isIndexed))
    }

    private mutating func addPages() {
        let showsPeople = site.settings.people.isIndexed
        for page in pages {
            let subject: PageOutput.Subject =
                page.topic.map { .topic($0) } ?? (page.kind == .home ? .home(page.id) : .page(page.id))
            let isIndexed = page.kind == .person ? showsPeople : page.status != .archived
            add(page.route, page.language, subject, isIndexed: isIndexed && page.status != .draft)
        }
    }

    /// The home page, lists and tools in a language.
    private mutating func addLists(_ language: String) {
        let root = Route.home.prefixed(for: language, of: site.settings)
        func route(_ path: String) -> Route { Route(root.path + path) }
        add(root, language, .home(site.relations.byKind[.home]?.first))
        for section in SiteSection.allCases where index.sections.contains(section) {
            guard let list = SiteList(rawValue: section.rawValue) else { continue }
            let isIndexed =
                list != .search && list != .stewardship && (list != .people || site.settings.people.isIndexed)
            add(route(section.path), language, .section(list), isIndexed: isIndexed)
            addParts(of: .section(list), in: route(section.path), language, isIndexed: isIndexed)
        }
        addParts(of: .titles, in: route("search/"), language, isIndexed: false)
        if !index.pastEvents.isEmpty { add(.pastEvents, at: route("events/past/"), language) }
        for topic in site.topics {
            add(route("topics/\(topic.id)/"), language, .topic(topic.id))
            let resources = GrowingList.resources(on: topic.id)
            if resources.pages(of: site).count > ViewMaker.mostResourcesOfTopic {
                add(resources, at: route("topics/\(topic.id)/resources/"), language)
            }
        }
        for circle in Circle.allCases { add(route("circles/\(circle.rawValue)/"), language, .circle(circle)) }
        for way in Way.allCases { add(route("ways/\(way.rawValue)/"), language, .way(way)) }
    }

    private mutating func add(_ list: GrowingList, at route: Route, _ language: String) {
        add(route, language, .list(list))
        addParts(of: list, in: route, language, isIndexed: true)
    }

    /// The lists inside each community, beside each language's page of it.
    private mutating func addCommunityLists() {
        for page in pages where page.kind == .community {
            for kind in PageKind.insideCommunities {
                guard let folder = kind.communityFolder, site.relations.hasAny(kind, inside: page.original ?? page.id)
                else { continue }
                let list = page.route.folder(folder)
                let isIndexed = page.status != .archived
                add(list, page.language, .inside(page.id, kind), isIndexed: isIndexed)
                addParts(
                    of: .inside(page.original ?? page.id, kind), in: list, page.language, isIndexed: isIndexed)
            }
        }
    }

    /// The parts of a list that is too long for one page.
    private mutating func addParts(of list: GrowingList, in folder: Route, _ language: String, isIndexed: Bool) {
        for path in index.parts(of: list, in: language).paths {
            add(folder.part(path, of: list), language, .part(list, path), isIndexed: isIndexed)
        }
    }

    private mutating func addRedirects() {
        for page in pages {
            for alias in page.aliases {
                add(alias, page.language, .redirect(to: page.route), isIndexed: false)
            }
        }
    }
}

extension Route {
    /// Where a part of the list is that is at this address; the list itself without a path.
    func part(_ path: [String], of list: GrowingList) -> Route {
        path.isEmpty ? self : path.reduce(folder(list.folder)) { $0.folder($1) }
    }
}
