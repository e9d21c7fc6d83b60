import PraxisModel

extension ViewMaker {
    func communitiesPage() -> CommunitiesPage {
        let ids = relations.byKind[.community] ?? []
        let groups = settings.stagesInLists.compactMap { stage -> CommunityGroup? in
            let cards = ids.filter { site[$0].communityContent?.stage == stage }
                .compactMap { communityCard(page($0)) }
            guard !cards.isEmpty else { return nil }
            let head = SectionHead(id: TextKey.Family.key(of: stage.id), title: self.stage(stage))
            return CommunityGroup(head: head, items: cards)
        }
        return CommunitiesPage(groups: groups)
    }

    /// A list of pages of one kind, of the whole site or of a community.
    func listPage(_ kind: PageKind, community: PageID?) -> ListPage {
        let ids = community.map { relations.inside($0, kind) } ?? relations.byKind[kind] ?? []
        let showsCommunity = community == nil
        let groups: [RowGroup]
        var count = strings.text(.listCount, count: ids.count)
        var people: PeopleTools?
        switch kind {
        case .person:
            let here = ids.filter { site[$0].person?.alumni == nil }
            groups = [RowGroup(id: "all", items: here.map { row($0) })]
            count = strings.text(.peopleCount, count: here.count)
            people = PeopleTools(
                hasFilter: here.count >= Self.manyPeople,
                find: index.sections.contains(.find)
                    ? LinkView(href: listHref(SiteSection.find.path), label: strings.text(.peopleFind)) : nil)
        case .event:
            groups = eventGroups(ids, showsCommunity: showsCommunity)
        case .opportunity:
            let open = ids.filter { site[$0].opportunity?.isOpen(on: today) == true }
            let closed = ids.filter { site[$0].opportunity?.isOpen(on: today) != true }
            groups = self.groups(open + closed, by: Self.kind, showsCommunity: showsCommunity)
        case .guide, .post, .programme, .resource:
            groups = self.groups(ids, by: Self.kind, showsCommunity: showsCommunity)
        default:
            groups = [RowGroup(id: "all", items: ids.map { row($0, showsCommunity: showsCommunity) })]
        }
        let task: ContributeTask? =
            switch kind {
            case .resource: .resource
            case .question: .question
            case .post: .story
            case .event: .event
            case .person: .profile
            default: nil
            }
        let slug = community.map { site[$0].slug }
        let address = task.flatMap { self.address(of: $0, community: slug) }
        return ListPage(
            groups: groups.filter { !$0.items.isEmpty }, countText: count,
            feeds: community.map { feeds(of: page($0)) } ?? [], people: people,
            suggest: task.flatMap { task in
                address.map { LinkView(href: $0, label: strings.word(.task, task.rawValue)) }
            })
    }

    /// From how many people on a list has a field that narrows it: fewer are seen at a glance.
    private static let manyPeople = 12

    /// Events that are to come by their next date, and apart from them those that have been, the latest first.
    private func eventGroups(_ ids: [PageID], showsCommunity: Bool) -> [RowGroup] {
        let dated = ids.compactMap { id -> (id: PageID, date: Event.Occurrence)? in
            site[id].event.flatMap { shownDate(of: $0, page(id)) }.map { (id, $0) }
        }.sorted { ($0.date.start, $0.id) < ($1.date.start, $1.id) }
        func group(_ id: String, _ title: TextKey, _ ids: [PageID]) -> RowGroup {
            RowGroup(
                id: id, title: strings.text(title), items: ids.map { row($0, showsCommunity: showsCommunity) })
        }
        var coming = group("coming", .eventComing, dated.filter { $0.date.end.day >= today }.map(\.id))
        let past = group("past", .eventPast, dated.filter { $0.date.end.day < today }.map(\.id).reversed())
        // A heading says something only beside another.
        if past.items.isEmpty { coming.title = nil }
        return [coming, past]
    }

    /// Pages parted by a word of their kind, in the order in which the words first occur; all together below two words.
    private func groups(_ ids: [PageID], by word: (Page) -> String, showsCommunity: Bool) -> [RowGroup] {
        var order: [String] = []
        var parts: [String: [PageID]] = [:]
        for id in ids {
            let word = word(site[id])
            if parts[word] == nil { order.append(word) }
            parts[word, default: []].append(id)
        }
        guard order.count > 1 else {
            return [RowGroup(id: "all", items: ids.map { row($0, showsCommunity: showsCommunity) })]
        }
        return order.map { word in
            RowGroup(
                id: TextKey.Family.key(of: word), title: strings.word(.kinds, word), isOfOneKind: true,
                items: (parts[word] ?? []).map { row($0, showsCommunity: showsCommunity) })
        }
    }

    /// The topics by the broader one that they belong to.
    func topicsPage() -> ListPage {
        func count(_ topic: Topic) -> Int { relations.byTopic[topic.id]?.count ?? 0 }
        func row(_ topic: Topic) -> Row {
            let count = count(topic)
            return .item(
                ItemRow(
                    href: href(topicRoute(topic)), title: site.label(of: topic, in: language),
                    kind: term(.kind, PageKind.topic.rawValue), summary: topic.summary,
                    meta: count == 0 ? [] : [strings.text(.countPages, count: count)]))
        }
        var groups: [RowGroup] = []
        for topic in site.topics {
            guard let narrower = index.narrower[topic.id] else { continue }
            groups.append(
                RowGroup(
                    id: topic.id.rawValue, title: site.label(of: topic, in: language), note: topic.summary,
                    more: LinkView(
                        href: href(topicRoute(topic)), label: strings.text(.countPages, count: count(topic))),
                    isOfOneKind: true, items: narrower.map(row)))
        }
        let single = site.topics.filter { $0.broader == nil && index.narrower[$0.id] == nil }
        if !single.isEmpty { groups.append(RowGroup(id: "all", isOfOneKind: true, items: single.map(row))) }
        return ListPage(groups: groups, countText: strings.text(.listCount, count: site.topics.count), feeds: [])
    }

    /// Everything in a circle or of a way of learning, by kind.
    func facetPage(_ all: [PageID], siblings: [NavigationLink]) -> ListPage {
        // Nobody can learn from whoever left.
        let ids = all.filter { site[$0].person?.alumni == nil }
        let parts = Dictionary(grouping: ids) { site[$0].kind }
        let groups = PageKind.allCases.compactMap { kind -> RowGroup? in
            guard let ids = parts[kind], let section = Self.section(of: kind) else { return nil }
            let more = ids.count > Self.mostOfKind ? self.all(ids.count, in: list(section.path)) : nil
            return RowGroup(
                id: kind.rawValue, title: strings.text(section.title), more: more,
                items: ids.prefix(Self.mostOfKind).map { row($0) })
        }
        return ListPage(
            groups: groups, countText: strings.text(.listCount, count: ids.count), feeds: [], siblings: siblings)
    }

    /// The most pages of one kind that the page of a circle or way shows.
    private static let mostOfKind = 60

    /// The list that a kind of page belongs to.
    static func section(of kind: PageKind) -> SiteSection? {
        switch kind {
        case .community: .communities
        case .person: .people
        case .topic: .topics
        case .resource: .library
        case .path: .paths
        case .event: .events
        case .post: .posts
        case .question: .questions
        case .guide: .guides
        case .programme, .session: .programmes
        case .opportunity: .opportunities
        case .home, .page: nil
        }
    }

    func archivePage() -> ArchivePage {
        let parts = Dictionary(grouping: relations.archived) { site[$0].kind }
        return ArchivePage(
            groups: PageKind.allCases.compactMap { kind in
                guard let ids = parts[kind] else { return nil }
                let title = strings.text(Self.section(of: kind)?.title ?? .archivePages)
                return ItemGroup(
                    head: SectionHead(id: kind.rawValue, title: title), items: ids.map { itemRow(page($0)) })
            })
    }
}
