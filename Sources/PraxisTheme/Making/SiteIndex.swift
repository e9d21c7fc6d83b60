import PraxisModel

/// What views need to know of the whole site, worked out once.
struct SiteIndex: Equatable, Sendable, Encodable {
    /// Dates from today on, soonest first, of events that are not archived.
    let agenda: [AgendaEntry]
    /// People by topic and level, by name; nobody who left.
    let knowing: [TopicID: [Knowledge]]
    /// People with an open offer on a topic, by name.
    let offering: [TopicID: [PageID]]
    /// Topics by the one above them, in the order of topics.yaml.
    let narrower: [TopicID: [Topic]]
    /// Communities by their identifier.
    let communities: [String: PageID]
    /// How many open offers there are.
    let openOffers: Int
    /// People with an open offer, by name.
    let helpers: [PageID]
    let clocks: Clocks
    /// Lists and tools that have something in them.
    let sections: Set<SiteSection>
    /// Plain pages at the top of the site.
    let topPages: [PageID]
    /// People who vouch for something.
    let curators: Set<PageID>
    /// The site's languages by their own names.
    let ownNames: [String: String]
    /// Where the sources are, if the site says so.
    let codeHost: CodeHost?
    /// Events whose last date has been, the latest first.
    let pastEvents: [PageID]

    private let divisions: [String: [GrowingList: [ListPart]]]
    private let kinds: [KindInCircle: Int]
    private let nextByEvent: [PageID: Event.Occurrence]
    private let agendaByCommunity: [PageID: [AgendaEntry]]

    /// One date of an event.
    struct AgendaEntry: Equatable, Sendable, Encodable {
        var page: PageID
        var occurrence: Event.Occurrence
        /// Minutes since 1970 in UTC.
        var moment: Int
    }

    /// Who knows something of a topic, and at what level.
    struct Knowledge: Equatable, Sendable, Encodable {
        var person: PageID
        var level: String
    }

    /// Linear in the number of pages and dates.
    init(of site: Site, titles: TitleParts, ownNames: [String: String] = [:]) {
        let clocks = Clocks()
        var people = PeopleIndex()
        for id in site.relations.byKind[.person] ?? [] { people.add(id, in: site) }
        var agenda: [AgendaEntry] = []
        for id in site.relations.byKind[.event] ?? [] {
            guard let event = site[id].event else { continue }
            let last = site.today.advanced(byDays: Event.horizon)
            for occurrence in event.occurrences(since: site.today, through: last) {
                let moment = clocks.moment(occurrence.start, in: event.timeZone)
                agenda.append(AgendaEntry(page: id, occurrence: occurrence, moment: moment))
            }
        }
        agenda.sort { ($0.moment, $0.page) < ($1.moment, $1.page) }
        self.agenda = agenda
        self.clocks = clocks
        self.ownNames = ownNames
        communities = Dictionary(
            (site.relations.byKind[.community] ?? []).map { (site[$0].slug, $0) },
            uniquingKeysWith: { first, _ in first })
        narrower = Dictionary(grouping: site.topics.filter { $0.broader != nil }) { $0.broader ?? $0.id }
        openOffers = people.openOffers
        var kinds: [KindInCircle: Int] = [:]
        for circle in Circle.allCases {
            for id in site.relations.byCircle[circle] ?? [] {
                kinds[KindInCircle(kind: site[id].kind, circle: circle), default: 0] += 1
            }
        }
        self.kinds = kinds
        sections = Self.sections(of: site, hasHelpers: !people.helpers.isEmpty)
        topPages = (site.relations.byKind[.page] ?? []).filter { site[$0].route.depth == 1 }
        curators = Set(
            site.relations.involvements.all.filter { $0.value.contains { $0.part == .curator } }.keys)
        codeHost = site.settings.repository.map(CodeHost.init)
        pastEvents = site.pastEvents
        divisions = ListDivider.divisions(of: site).merging(titles.withoutMembers.mapValues { [.titles: $0] }) {
            $0.merging($1) { first, _ in first }
        }
        var nextByEvent: [PageID: Event.Occurrence] = [:]
        var agendaByCommunity: [PageID: [AgendaEntry]] = [:]
        for entry in agenda {
            if nextByEvent[entry.page] == nil, !entry.occurrence.isCancelled {
                nextByEvent[entry.page] = entry.occurrence
            }
            if let community = site[entry.page].community { agendaByCommunity[community, default: []].append(entry) }
        }
        self.nextByEvent = nextByEvent
        self.agendaByCommunity = agendaByCommunity
        knowing = people.knowing
        offering = people.offering
        helpers = people.helpers
    }

    private static func sections(of site: Site, hasHelpers: Bool) -> Set<SiteSection> {
        var sections: Set<SiteSection> = [.contribute, .subscribe, .search]
        func add(_ section: SiteSection, if kind: PageKind) {
            if site.relations.byKind[kind]?.isEmpty == false { sections.insert(section) }
        }
        add(.communities, if: .community)
        add(.library, if: .resource)
        add(.guides, if: .guide)
        add(.events, if: .event)
        add(.questions, if: .question)
        add(.programmes, if: .programme)
        add(.people, if: .person)
        add(.paths, if: .path)
        add(.posts, if: .post)
        add(.opportunities, if: .opportunity)
        if hasHelpers { sections.insert(.find) }
        if !site.topics.isEmpty { sections.insert(.topics) }
        if !site.relations.archived.isEmpty { sections.insert(.archive) }
        if site.settings.publishesStewardship { sections.insert(.stewardship) }
        return sections
    }

    /// What a list is divided into in a language; empty where it stands on one page.
    func parts(of list: GrowingList, in language: String) -> [ListPart] { divisions[language]?[list] ?? [] }

    /// The next date of an event that is not cancelled.
    func next(of event: PageID) -> Event.Occurrence? { nextByEvent[event] }

    /// The dates of a community, soonest first.
    func agenda(of community: PageID) -> [AgendaEntry] { agendaByCommunity[community] ?? [] }

    /// The next date of a community that is not cancelled.
    func next(in community: PageID) -> AgendaEntry? {
        agendaByCommunity[community]?.first { !$0.occurrence.isCancelled }
    }

    /// How many pages of a kind are in a circle.
    func count(of kind: PageKind, in circle: Circle) -> Int { kinds[KindInCircle(kind: kind, circle: circle)] ?? 0 }

    /// How many pages are in a circle.
    func count(in circle: Circle) -> Int {
        PageKind.allCases.reduce(0) { $0 + count(of: $1, in: circle) }
    }

    private struct KindInCircle: Hashable, Encodable {
        var kind: PageKind
        var circle: Circle
    }

    private struct PeopleIndex {
        var openOffers = 0
        var knowing: [TopicID: [Knowledge]] = [:]
        var offering: [TopicID: [PageID]] = [:]
        var helpers: [PageID] = []

        mutating func add(_ id: PageID, in site: Site) {
            guard let person = site[id].person, person.alumni == nil else { return }
            for skill in person.skills {
                knowing[skill.topic, default: []].append(Knowledge(person: id, level: skill.level))
            }
            let open = person.offers.filter { $0.isOpen(on: site.today) }
            if !open.isEmpty { helpers.append(id) }
            openOffers += open.count
            for topic in Set(open.flatMap(\.topics)) { offering[topic, default: []].append(id) }
        }
    }
}

extension Site {
    /// The page in a language, or as it was written first.
    func page(_ id: PageID, in language: String) -> Page {
        let page = self[id]
        if page.language == language || !relations.hasTranslations { return page }
        let original = page.original ?? id
        if let translation = relations.translations[original]?[language] { return self[translation] }
        return page.original == nil ? page : self[original]
    }

    /// What a topic is called in a language: the title of its page there, else its label.
    func label(of topic: Topic, in language: String) -> String {
        guard language != settings.language, let page = topic.page,
            let translation = relations.translations[page]?[language]
        else { return topic.label }
        return self[translation].metadata.title
    }
}
