import PraxisModel

extension ViewMaker {
    /// Titles and topics from A to Z. Sorting takes n log n.
    /// Titles stand on the page itself, or on pages by letter where there are too many.
    func searchPage() -> SearchPage {
        let find = index.sections.contains(.find) ? listHref(SiteSection.find.path) : nil
        let apart = index.parts(of: .titles, in: language)
        guard apart.isEmpty else {
            return SearchPage(find: find, letters: links(to: apart, at: []), groups: [])
        }
        var groups: [LetterGroup] = []
        for (key, entry) in titles(GrowingList.titles.pages(of: site), GrowingList.titles.topics(of: site)) {
            if groups.last?.letter == key.letter.text {
                groups[groups.count - 1].items.append(entry)
            } else {
                groups.append(LetterGroup(id: "letter-\(groups.count + 1)", letter: key.letter.text, items: [entry]))
            }
        }
        return SearchPage(
            find: find, letters: groups.map { NavigationLink(href: "#\($0.id)", label: $0.letter) }, groups: groups)
    }

    /// A part of the index from A to Z: its titles, or what it is divided into itself.
    func titlesPage(at path: [String]) -> TitlesPage? {
        site.note(titles.reads)
        let all = titles.value[language]
        guard let way = all.way(to: path), let part = way.last else { return nil }
        let topics = Set(part.topics)
        let isDivided = !part.parts.isEmpty
        return TitlesPage(
            letters: links(to: all, at: Array(path.prefix(1)), isHere: way.count == 1),
            siblings: way.count == 1 ? [] : links(to: way[way.count - 2].parts, at: path, below: way.dropLast()),
            parts: isDivided ? parts(part.parts, of: .titles, at: way) : nil,
            items: isDivided
                ? [] : titles(part.pages, site.topics.filter { topics.contains($0.id) }).map(\.entry),
            steps: isDivided ? nil : steps(beside: way, of: .titles, all))
    }

    /// Links to parts that stand beside each other; the one at the path is marked.
    private func links(
        to parts: [ListPart], at path: [String], below way: [ListPart] = [], isHere: Bool = true
    ) -> [NavigationLink] {
        parts.map { part in
            let target = way.map(\.key.slug) + [part.key.slug]
            return NavigationLink(
                href: href(route(of: .titles, at: target)), label: label(of: part, below: way),
                current: target == path ? isHere ? "page" : "true" : nil)
        }
    }

    /// Entries of the index from A to Z, in its order. Takes n log n.
    private func titles(_ pages: [PageID], _ topics: [Topic]) -> [(key: Alphabet.Key, entry: IndexEntry)] {
        let alphabet = Alphabet(language: language)
        var entries = pages.map { id -> (key: Alphabet.Key, entry: IndexEntry) in
            let page = page(id)
            let entry = IndexEntry(
                href: href(page.route), title: page.metadata.title, lang: lang(of: page),
                inLanguage: inLanguage(of: page), kind: kind(of: page).label)
            return (alphabet.key(of: entry.title), entry)
        }
        entries += topics.map { topic in
            let title = site.label(of: topic, in: language)
            let kind = strings.word(.kind, PageKind.topic.rawValue)
            return (alphabet.key(of: title), IndexEntry(href: href(topicRoute(topic)), title: title, kind: kind))
        }
        return entries.sorted { left, right in
            left.key == right.key ? left.entry.href < right.entry.href : left.key < right.key
        }
    }

    func subscribePage() -> SubscribePage {
        var groups = [
            FeedGroup(
                head: head("site", .subscribeSite, note: .subscribeSiteNote),
                items: [FeedSubjectView(href: href(edition), title: settings.title, feeds: siteFeeds.forReaders)])
        ]
        /// Where there are very many, each page has its own feeds, and the list leads to the pages.
        func add(
            _ id: String, _ title: TextKey, _ note: TextKey, in section: SiteSection, _ items: [FeedSubjectView]
        ) {
            let items = items.filter { !$0.feeds.isEmpty }
            if items.count > ListDivider.mostTogether {
                let more = all(items.count, in: list(section.path))
                groups.append(FeedGroup(head: head(id, title, note: .subscribeApart, more: more), items: []))
            } else if !items.isEmpty {
                groups.append(FeedGroup(head: head(id, title, note: note), items: items))
            }
        }
        func subject(_ id: PageID) -> FeedSubjectView {
            let page = page(id)
            return FeedSubjectView(
                href: href(page.route), title: page.metadata.title, lang: lang(of: page),
                feeds: feeds(on: page).forReaders)
        }
        add(
            "communities", .navCommunities, .subscribeCommunitiesNote, in: .communities,
            (relations.byKind[.community] ?? []).map(subject))
        add("paths", .navPaths, .subscribePathsNote, in: .paths, (relations.byKind[.path] ?? []).map(subject))
        add(
            "topics", .navTopics, .subscribeTopicsNote, in: .topics,
            site.topics.map { topic in
                FeedSubjectView(
                    href: href(topicRoute(topic)), title: site.label(of: topic, in: language),
                    feeds: feeds(of: topic).forReaders)
            })
        add(
            "curators", .subscribeCurators, .subscribeCuratorsNote, in: .people,
            (relations.byKind[.person] ?? []).filter(index.curators.contains).map(subject))
        return SubscribePage(
            howHead: head("how", .subscribeHow), groups: groups, programsHead: head("programs", .subscribePrograms),
            subscriptions: settings.url == nil
                ? nil : LinkView(href: href(Route("/feeds.opml")), label: strings.text(.feedAll)),
            json: siteFeeds.first(where: \.isForPrograms))
    }

    func contributePage() -> ContributePage {
        let groups = ContributeTask.Group.allCases.compactMap { group -> TaskGroup? in
            let tasks = ContributeTask.allCases.filter { $0.group == group }.compactMap { task -> TaskView? in
                guard let address = address(of: task, community: nil) else { return nil }
                return TaskView(
                    href: address, title: strings.word(.task, task.rawValue),
                    text: strings.word(.taskText, task.rawValue), time: strings.duration(task.minutes))
            }
            guard !tasks.isEmpty else { return nil }
            return TaskGroup(
                head: SectionHead(id: group.rawValue, title: strings.word(.taskGroup, group.rawValue)), items: tasks)
        }
        return ContributePage(groups: groups)
    }

    /// - Parameter isBare: Whether the way to the site's root is not known.
    func notFoundPage(isBare: Bool) -> NotFoundPage {
        let places: [(SiteSection, TextKey)] = [
            (.communities, .homeCommunitiesNote), (.find, .findLead), (.library, .libraryLead),
        ]
        let items = places.filter { index.sections.contains($0.0) }.map { section, text in
            TaskView(
                href: listHref(section.path), title: strings.text(section.title), text: strings.text(text))
        }
        return NotFoundPage(items: isBare ? [] : items, isBare: isBare)
    }
}

extension [FeedLink] {
    /// Those that say something that no other says.
    fileprivate var forReaders: [FeedLink] { filter { !$0.isForPrograms } }
}
