import PraxisModel

extension ViewMaker {
    /// Titles and topics from A to Z. Sorting takes n log n.
    func searchPage() -> SearchPage {
        let alphabet = Alphabet(language: language)
        var entries: [(key: Alphabet.Key, entry: IndexEntry)] = []
        for original in site.pages
        where original.original == nil && original.kind != .home && !original.metadata.isArchived {
            let page = page(original.id)
            let entry = IndexEntry(
                href: href(page.route), title: page.metadata.title, lang: lang(of: page), kind: kind(of: page).label)
            entries.append((alphabet.key(of: entry.title), entry))
        }
        for topic in site.topics where topic.page == nil {
            let entry = IndexEntry(
                href: href(topicRoute(topic)), title: index.label(of: topic, in: language, site),
                kind: strings.word(.kind, PageKind.topic.rawValue))
            entries.append((alphabet.key(of: entry.title), entry))
        }
        entries.sort { left, right in
            left.key == right.key ? left.entry.href < right.entry.href : left.key < right.key
        }
        var groups: [LetterGroup] = []
        for (key, entry) in entries {
            if groups.last?.letter == key.letter {
                groups[groups.count - 1].items.append(entry)
            } else {
                groups.append(LetterGroup(id: "letter-\(groups.count + 1)", letter: key.letter, items: [entry]))
            }
        }
        return SearchPage(letters: groups)
    }

    func subscribePage() -> SubscribePage {
        var groups = [
            FeedGroup(
                head: head("site", .subscribeSite),
                items: [FeedSubjectView(href: href(edition), title: settings.title, feeds: siteFeeds)])
        ]
        func add(_ id: String, _ title: TextKey, _ items: [FeedSubjectView]) {
            let items = items.filter { !$0.feeds.isEmpty }
            if !items.isEmpty { groups.append(FeedGroup(head: head(id, title), items: items)) }
        }
        func subject(_ id: PageID) -> FeedSubjectView {
            let page = page(id)
            return FeedSubjectView(
                href: href(page.route), title: page.metadata.title, lang: lang(of: page), feeds: feeds(on: page))
        }
        add("communities", .navCommunities, (relations.byKind[.community] ?? []).map(subject))
        add("paths", .navPaths, (relations.byKind[.path] ?? []).map(subject))
        add(
            "topics", .navTopics,
            site.topics.filter { relations.byTopic[$0.id]?.isEmpty == false }.map { topic in
                let label = index.label(of: topic, in: language, site)
                return FeedSubjectView(
                    href: href(topicRoute(topic)), title: label,
                    feeds: feeds(in: Route("/topics/\(topic.id)/"), about: label))
            })
        add(
            "curators", .subscribeCurators,
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
