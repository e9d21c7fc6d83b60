import PraxisModel

/// Divides lists that are too long for one page.
///
/// A list is divided by what its pages keep: their kind, the year and month of their day, the letters of their titles. Never by
/// number, as then each new page would move all others along. A part that is too long is divided again by the next of these;
/// its address stays and leads to the new parts.
struct ListDivider {
    let site: Site
    let list: GrowingList
    let language: String
    private let alphabet: Alphabet

    /// How many rows one page has at the most, unless nothing sets its pages apart.
    static let mostTogether = 500

    init(_ site: Site, _ list: GrowingList, language: String) {
        self.site = site
        self.list = list
        self.language = language
        alphabet = Alphabet(language: language)
    }

    /// By language the parts of the lists that are too long, that of titles left out. Linear in the number of pages, but for
    /// sorting.
    static func divisions(of site: Site) -> [String: [GrowingList: [ListPart]]] {
        var divisions: [String: [GrowingList: [ListPart]]] = [:]
        for list in GrowingList.all(of: site) where list != .titles {
            for (language, parts) in self.parts(of: list, in: site) { divisions[language, default: [:]][list] = parts }
        }
        return divisions
    }

    /// By language what a list is divided into, if it is too long for one page. Linear in its length, but for sorting.
    static func parts(of list: GrowingList, in site: Site) -> [String: [ListPart]] {
        let (pages, topics) = (list.pages(of: site), list.topics(of: site))
        guard pages.count + topics.count > mostTogether else { return [:] }
        let parts = site.settings.languages.map { language in
            (language, ListDivider(site, list, language: language).parts(of: pages, topics, by: list.levels[...]))
        }
        return Dictionary(parts, uniquingKeysWith: { first, _ in first })
    }

    private func parts(of pages: [PageID], _ topics: [Topic], by levels: ArraySlice<PartLevel>) -> [ListPart] {
        guard pages.count + topics.count > Self.mostTogether, let level = levels.first else { return [] }
        let pages = Dictionary(grouping: pages) { key(of: $0, by: level) }
        let topics = Dictionary(grouping: topics) { key(of: $0, by: level) }
        return Set(pages.keys).union(topics.keys).sorted().map { key in
            let (pages, topics) = (pages[key] ?? [], topics[key] ?? [])
            // What has no year has no month.
            let below = key == .undated ? PartLevel.letters[...] : levels.dropFirst()
            return ListPart(
                key: key, pages: pages.sorted(), topics: topics.map(\.id), parts: parts(of: pages, topics, by: below))
        }
    }

    private func key(of id: PageID, by level: PartLevel) -> PartKey {
        let page = site[id]
        switch level {
        case .kind: return .kind(ViewMaker.kind(of: page))
        case .pageKind: return .pageKind(page.kind)
        case .year: return day(of: page).map { .year($0.year) } ?? .undated
        case .month: return day(of: page).map { .month($0.month) } ?? .undated
        case .letter(let place):
            return .letter(alphabet.letter(place, of: site.page(id, in: language).title))
        }
    }

    private func key(of topic: Topic, by level: PartLevel) -> PartKey {
        guard case .letter(let place) = level else { return .undated }
        return .letter(alphabet.letter(place, of: site.label(of: topic, in: language)))
    }

    /// The day by which the list has a page: of events that have been, the last.
    private func day(of page: Page) -> Day? {
        list == .pastEvents ? page.event?.shownDate(on: site.today)?.start.day : page.dayInLists
    }
}

extension Page {
    /// The day by which lists have it.
    fileprivate var dayInLists: Day? {
        switch content {
        case .resource(let resource): resource.added
        case .post(let post): post.date
        case .question(let question): question.asked
        case .event(let event): event.start.day
        default: nil
        }
    }
}
