import PraxisModel

extension ViewMaker {
    func resourcePage(_ page: Page, _ resource: Resource) -> ResourcePage {
        let id = page.original ?? page.id
        let paths = (relations.pathsContaining[id] ?? []).filter { !site[$0].metadata.isArchived }
        return ResourcePage(
            reading: reading(page, facts: facts(of: resource, page)), why: resource.why,
            curator: person(resource.curator, note: strings.text(.resourceCurator)), open: open(resource),
            usedIn: paths.isEmpty
                ? nil
                : TitledItems(title: strings.text(.resourceUsedIn), items: paths.map { itemRow(self.page($0)) }),
            outgrowths: trail(of: page))
    }

    private func open(_ resource: Resource) -> OpenView? {
        guard let url = resource.url else { return nil }
        let kind = resource.kind.rawValue
        let word = strings.word(.open, kind)
        return OpenView(
            href: url, label: word == kind ? strings.text(.resourceOpen) : word, host: Self.host(of: url),
            archivedHref: resource.archivedURL)
    }

    /// The host's name in an address, without `www.`.
    static func host(of url: String) -> String {
        guard let start = url.firstRange(of: "://")?.upperBound else { return url }
        let host = url[start...].prefix { !"/?#".contains($0) }
        let name = host.split(separator: "@").last ?? host
        return String(name.hasPrefix("www.") ? name.dropFirst(4) : name)
    }

    private func facts(of resource: Resource, _ page: Page) -> [Fact] {
        var facts: [Fact] = []
        func add(_ label: TextKey, _ value: String?, href: String? = nil) {
            if let value, !value.isEmpty { facts.append(Fact(label: strings.text(label), value: value, href: href)) }
        }
        add(.resourceAuthors, joined(resource.authors))
        add(.resourceIssued, resource.issued.map(issued))
        add(.resourceLength, resource.minutes.map(strings.duration))
        add(.resourceLevel, resource.level.map(level))
        add(.resourceCost, resource.cost)
        add(.resourceLicence, resource.licence)
        add(.resourceAdded, resource.added.map(strings.date))
        if page.language != language { add(.resourceLanguage, strings.language(page.language)) }
        let circle = circle(page.metadata.circle)
        add(.resourceCircle, circle?.label, href: circle?.href)
        let way = way(page.metadata.way)
        add(.resourceWay, way?.label, href: way?.href)
        return facts + communityFact(page)
    }

    /// When something was published: a year as written, a month or a day in words.
    private func issued(_ text: String) -> String {
        if let day = Day(text) { return strings.date(day) }
        if let day = Day("\(text)-01") { return strings.month(day) }
        return text
    }

    func pathPage(_ page: Page, _ path: LearningPath) -> PathPage {
        var facts: [Fact] = []
        if let minutes = path.minutes {
            facts.append(Fact(label: strings.text(.guideTakes), value: strings.duration(minutes)))
        }
        facts += communityFact(page)
        let curator = person(path.curator, note: strings.text(.pathCurator))
        return PathPage(
            reading: reading(page, author: curator, facts: facts), curator: curator, objectives: path.objectives,
            steps: path.items.enumerated().map { step($1, number: $0 + 1) }, feeds: feeds(on: page))
    }

    private func step(_ item: LearningPath.Item, number: Int) -> PathStep {
        switch item.target {
        case .reference(.page(let id)):
            let page = page(id)
            return PathStep(
                number: number, title: page.metadata.title, href: href(page.route), lang: lang(of: page),
                inLanguage: inLanguage(of: page), isExternal: false, kind: kind(of: page).label, why: item.why,
                meta: itemRow(page).meta)
        case .reference(.hidden(let title)):
            return PathStep(number: number, title: title, isExternal: false, why: item.why, meta: [])
        case .link(let title, let url):
            return PathStep(
                number: number, title: title, href: url, isExternal: true, why: item.why, meta: [Self.host(of: url)])
        }
    }
}
