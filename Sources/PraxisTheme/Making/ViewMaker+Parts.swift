import PraxisModel

extension ViewMaker {
    /// Where a list is, in the page's language.
    func route(of list: GrowingList) -> Route {
        switch list {
        case .section(let section): self.list("\(section.rawValue)/")
        case .inside(let community, let kind):
            page(community).route.folder(kind.communityFolder ?? kind.rawValue)
        case .pastEvents: self.list("events/past/")
        case .resources(let topic): self.list("topics/\(topic)/resources/")
        case .titles: self.list("search/")
        }
    }

    /// Where a part of a list is.
    func route(of list: GrowingList, at path: [String]) -> Route { route(of: list).part(path, of: list) }

    /// A list that is too long for one page: how to search it, what it is divided into, and what is newest of it; `nil` for
    /// a list that stands on one page. Linear in its length.
    func dividedPage(_ list: GrowingList) -> ListPage? {
        let parts = index.parts(of: list, in: language)
        guard !parts.isEmpty else { return nil }
        let pages = list.pages(of: site)
        var page = ListPage(
            groups: [], countText: strings.text(.listCount, count: pages.count), feeds: feeds(of: list),
            search: search(in: list, pages), parts: self.parts(parts, of: list, at: []))
        if list == .section(.library) { page.table = libraryTable }
        if case .inside(_, .event) = list {
            page.groups = first(coming(pages), .listComing, of: list)
        } else if isByDay(list) {
            page.groups = first(pages, .listNewest, of: list)
        }
        return page
    }

    /// A part of a list that is too long for one page: all its rows, or what it is divided into itself. Takes n log n in its
    /// length.
    func partPage(_ list: GrowingList, at path: [String]) -> ListPage? {
        let all = index.parts(of: list, in: language)
        guard let way = all.way(to: path), let part = way.last else { return nil }
        let above = Array(way.dropLast())
        var page = ListPage(
            groups: [], countText: strings.text(.listCount, count: part.pages.count), feeds: feeds(of: list),
            siblings: (above.last?.parts ?? all).map { sibling in
                NavigationLink(
                    href: href(route(of: list, at: path.dropLast() + [sibling.key.slug])),
                    label: label(of: sibling, below: above), current: sibling.key == part.key ? "page" : nil)
            })
        let pages = inOrder(part, of: list)
        guard part.parts.isEmpty else {
            page.parts = parts(part.parts, of: list, at: way)
            page.groups = isByDay(list) && part.key != .undated ? first(pages, .listNewest, of: list) : []
            return page
        }
        page.groups =
            list.kind == .community
            ? byStage(pages, of: list)
            : [RowGroup(id: "all", isOfOneKind: isOfOneKind(way), items: rows(pages, of: list))]
        page.steps = steps(beside: way, of: list, all)
        return page
    }

    /// The parts before and after one whose items stand on one page.
    func steps(beside way: [ListPart], of list: GrowingList, _ all: [ListPart]) -> PartSteps {
        PartSteps(
            previous: all.leaf(before: way).map { link(to: $0, of: list) },
            next: all.leaf(after: way).map { link(to: $0, of: list) })
    }

    /// A list of the site, beside those of its sections, that stands on one page.
    func wholePage(_ list: GrowingList) -> ListPage {
        let pages = list.pages(of: site)
        var page = ListPage(
            groups: [RowGroup(id: "all", items: rows(pages, of: list))],
            countText: strings.text(.listCount, count: pages.count), feeds: feeds(of: list))
        if case .resources(let topic) = list {
            page.narrow = LinkView(href: "\(listHref("library/"))#topic=\(topic)", label: strings.text(.listNarrow))
        }
        return page
    }

    /// What readers call a part, below the name of its list: Article, March 2025.
    func title(of way: [ListPart]) -> String {
        var labels: [String] = []
        for (place, part) in way.enumerated() {
            if place > 0, way[place - 1].key.isPartOfName(of: part.key) { labels.removeLast() }
            labels.append(name(of: part, below: Array(way[..<place])))
        }
        return joined(labels)
    }

    /// A link to a part, with its whole name.
    func link(to way: [ListPart], of list: GrowingList) -> LinkView {
        LinkView(href: href(route(of: list, at: way.map(\.key.slug))), label: title(of: way))
    }

    // MARK: Names

    /// What a part is called where nothing else says what is above it.
    private func name(of part: ListPart, below way: [ListPart]) -> String {
        guard case .month(let month) = part.key, case .year(let year)? = way.last?.key,
            let day = Day(year: year, month: month, day: 1)
        else { return label(of: part, below: way) }
        return strings.month(day)
    }

    /// What a part is called among those beside it.
    func label(of part: ListPart, below way: [ListPart]) -> String {
        switch part.key {
        case .kind(let word): return strings.word(.kind, word)
        case .pageKind(let kind): return strings.text(Self.section(of: kind)?.title ?? .archivePages)
        case .year(let year): return String(year)
        case .month(let month): return strings.item(.months, month)
        case .undated: return strings.text(.listUndated)
        case .letter(let letter):
            let before = way.compactMap { part in if case .letter(let letter) = part.key { letter.text } else { nil } }
            return before.isEmpty ? letter.text : before[0] + (before.dropFirst() + [letter.text]).joined().lowercased()
        }
    }

    // MARK: Views

    /// How many rows are shown of a list of which most are elsewhere.
    private static let mostFirst = 60

    private func first(_ pages: [PageID], _ title: TextKey, of list: GrowingList) -> [RowGroup] {
        guard !pages.isEmpty else { return [] }
        let items = rows(Array(pages.prefix(Self.mostFirst)), of: list)
        return [RowGroup(id: "newest", title: strings.text(title), items: items)]
    }

    /// Communities in groups, as their list has them where it stands on one page: a stage changes too often to part a list by.
    private func byStage(_ pages: [PageID], of list: GrowingList) -> [RowGroup] {
        let groups = settings.stagesInLists.compactMap { stage -> RowGroup? in
            let those = pages.filter { site[$0].communityContent?.stage == stage }
            guard !those.isEmpty else { return nil }
            return RowGroup(
                id: TextKey.Family.key(of: stage.id), title: self.stage(stage), items: rows(those, of: list))
        }
        // A heading says something only beside another.
        return groups.count == 1 ? [RowGroup(id: "all", items: groups[0].items)] : groups
    }

    private func rows(_ pages: [PageID], of list: GrowingList) -> [Row] {
        if list == .section(.archive) { return pages.map { .item(itemRow(page($0))) } }
        if case .inside = list { return pages.map { row($0, showsCommunity: false) } }
        return pages.map { row($0) }
    }

    /// What a list, or a part of it, is divided into.
    func parts(_ parts: [ListPart], of list: GrowingList, at way: [ListPart]) -> PartsView {
        func href(_ way: [ListPart]) -> String { self.href(route(of: list, at: way.map(\.key.slug))) }
        return PartsView(
            head: SectionHead(id: "parts", title: strings.text(.listParts)),
            items: parts.map { part in
                PartLink(
                    href: href(way + [part]), label: label(of: part, below: way), count: part.count,
                    parts: part.parts.map { below in
                        CountedLink(
                            href: href(way + [part, below]), label: label(of: below, below: way + [part]),
                            count: below.count)
                    })
            })
    }

    private func feeds(of list: GrowingList) -> [FeedLink] {
        switch list {
        case .inside(let community, _): feeds(of: page(community))
        case .resources(let topic): site.topic(topic).map(feeds(of:)) ?? []
        case .section, .pastEvents, .titles: []
        }
    }

    /// Where all resources are as a table for a spreadsheet.
    var libraryTable: LinkView {
        LinkView(href: href(Route("/library/resources.csv")), label: strings.text(.libraryTable))
    }

    // MARK: Order

    /// Whether a list has the newest first.
    private func isByDay(_ list: GrowingList) -> Bool { list.levels.contains(.year) }

    private func isOfOneKind(_ way: [ListPart]) -> Bool {
        way.contains { part in if case .kind = part.key { true } else { false } }
    }

    /// The pages of a part as its list has them.
    private func inOrder(_ part: ListPart, of list: GrowingList) -> [PageID] {
        if list == .pastEvents { return index.pastEvents.filter(Set(part.pages).contains) }
        guard isByDay(list), part.key != .undated else {
            let alphabet = Alphabet(language: language)
            let keys = part.pages.map { (key: alphabet.key(of: page($0).metadata.title), id: $0) }
            let sorted = keys.sorted { $0.key == $1.key ? $0.id < $1.id : $0.key < $1.key }
            return sorted.map(\.id)
        }
        return site.inNaturalOrder(part.pages)
    }

    private func coming(_ pages: [PageID]) -> [PageID] {
        pages.compactMap { id in index.next(of: id).map { (id, $0.start) } }.sorted { $0.1 < $1.1 }.map(\.0)
    }
}

extension PartKey {
    /// Whether the name of a part says this already: the letter before, the year of a month.
    fileprivate func isPartOfName(of below: PartKey) -> Bool {
        switch (self, below) {
        case (.letter, .letter), (.year, .month): true
        default: false
        }
    }
}
