import PraxisModel

extension ViewMaker {
    /// Titles and topics from A to Z. Sorting takes n log n.
    /// Titles stand on the page itself, or on pages by letter where there are too many.
    func searchPage() -> SearchPage {
        let find = index.sections.contains(.find) ? listHref(SiteSection.find.path) : nil
        let lettersApart = index.letters[language] ?? []
        guard lettersApart.isEmpty else {
            return SearchPage(find: find, letters: links(to: lettersApart, from: nil), groups: [])
        }
        var groups: [LetterGroup] = []
        for (key, entry) in titles(where: { _ in true }) {
            if groups.last?.letter == key.letter.text {
                groups[groups.count - 1].items.append(entry)
            } else {
                groups.append(LetterGroup(id: "letter-\(groups.count + 1)", letter: key.letter.text, items: [entry]))
            }
        }
        return SearchPage(
            find: find, letters: groups.map { NavigationLink(href: "#\($0.id)", label: $0.letter) }, groups: groups)
    }

    /// The titles that begin with a letter.
    func titlesPage(_ letter: Alphabet.Letter) -> TitlesPage {
        TitlesPage(
            letters: links(to: index.letters[language] ?? [], from: letter),
            items: titles(where: { $0 == letter }).map(\.entry))
    }

    private func links(to letters: [Alphabet.Letter], from here: Alphabet.Letter?) -> [NavigationLink] {
        letters.map {
            NavigationLink(
                href: listHref(TitleIndex.path(of: $0)), label: $0.text, current: $0 == here ? "page" : nil)
        }
    }

    /// Entries of the index from A to Z, in its order.
    private func titles(where isWanted: (Alphabet.Letter) -> Bool) -> [(key: Alphabet.Key, entry: IndexEntry)] {
        let alphabet = Alphabet(language: language)
        var entries: [(key: Alphabet.Key, entry: IndexEntry)] = []
        TitleIndex.visit(site, in: language) { item in
            guard isWanted(alphabet.letter(of: item.title)) else { return }
            let entry =
                switch item {
                case .page(let page):
                    IndexEntry(
                        href: href(page.route), title: item.title, lang: lang(of: page),
                        inLanguage: inLanguage(of: page),
                        kind: kind(of: page).label)
                case .topic(let topic, let title):
                    IndexEntry(
                        href: href(topicRoute(topic)), title: title, kind: strings.word(.kind, PageKind.topic.rawValue))
                }
            entries.append((alphabet.key(of: item.title), entry))
        }
        return entries.sorted { left, right in
            left.key == right.key ? left.entry.href < right.entry.href : left.key < right.key
        }
    }

    func subscribePage() -> SubscribePage {
        var groups = [
            FeedGroup(
                head: head("site", .subscribeSite),
                items: [FeedSubjectView(href: href(edition), title: settings.title, feeds: siteFeeds)])
        ]
        /// Where there are very many, each page has its own feeds, and the list leads to the pages.
        func add(_ id: String, _ title: TextKey, in section: SiteSection, _ items: [FeedSubjectView]) {
            let items = items.filter { !$0.feeds.isEmpty }
            if items.count > ListDivider.mostTogether {
                let more = all(items.count, in: list(section.path))
                groups.append(FeedGroup(head: head(id, title, note: .subscribeApart, more: more), items: []))
            } else if !items.isEmpty {
                groups.append(FeedGroup(head: head(id, title), items: items))
            }
        }
        func subject(_ id: PageID) -> FeedSubjectView {
            let page = page(id)
            return FeedSubjectView(
                href: href(page.route), title: page.metadata.title, lang: lang(of: page), feeds: feeds(on: page))
        }
        add("communities", .navCommunities, in: .communities, (relations.byKind[.community] ?? []).map(subject))
        add("paths", .navPaths, in: .paths, (relations.byKind[.path] ?? []).map(subject))
        add(
            "topics", .navTopics, in: .topics,
            site.topics.filter { relations.byTopic[$0.id]?.isEmpty == false }.map { topic in
                let label = site.label(of: topic, in: language)
                return FeedSubjectView(
                    href: href(topicRoute(topic)), title: label,
                    feeds: feeds(in: Route("/topics/\(topic.id)/"), about: label))
            })
        add(
            "curators", .subscribeCurators, in: .people,
            (relations.byKind[.person] ?? []).filter(index.curators.contains).map(subject))
        return SubscribePage(
            groups: groups,
            subscriptions: settings.url == nil
                ? nil : LinkView(href: href(Route("/feeds.opml")), label: strings.text(.feedAll)))
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
