import PraxisModel

extension ViewMaker {
    /// - Parameter page: The topic's own text, where there is one.
    func topicPage(_ topic: Topic, _ page: Page?) -> TopicPage {
        let pages = Dictionary(grouping: relations.byTopic[topic.id] ?? []) { site[$0].kind }
        let about = page.flatMap { BodyRenderer(self, page: $0).whole(depth: 1) }
        let resources = newestFirst(pages[.resource] ?? [])
        let list = GrowingList.resources(on: topic.id)
        let events = nextEvents(6, of: pages[.event] ?? [])
        let communities = (pages[.community] ?? []).compactMap { communityCard(self.page($0)) }
        let feeds = feeds(of: topic)
        return TopicPage(
            kind: term(.kind, PageKind.topic.rawValue), synonyms: topic.synonyms.isEmpty ? nil : joined(topic.synonyms),
            about: about.map { TextSection(head: head("about", .topicAbout), body: $0) }, people: people(on: topic),
            communities: communities.isEmpty
                ? nil : CommunitySection(head: head("communities", .topicCommunities), items: communities),
            resources: resourceSection(
                "resources", .topicResources, resources, most: Self.mostResourcesOfTopic,
                more: resources.count > Self.mostResourcesOfTopic ? all(resources.count, in: route(of: list)) : nil),
            guides: itemSection(
                "guides", .topicGuides, (pages[.guide] ?? []) + (pages[.path] ?? []) + (pages[.programme] ?? []),
                most: 12),
            questions: section("questions", .communityQuestions, pages[.question] ?? []),
            stories: posts("stories", .communityStories, pages[.post] ?? []),
            events: events.isEmpty ? nil : EventSection(head: head("events", .topicEvents), items: events),
            relatedTopics: related(to: topic),
            follow: feeds.isEmpty ? nil : FeedSection(head: head("follow", .communityFollow), feeds: feeds))
    }

    /// The most resources that the page of a topic shows; where there are more, it leads to all.
    static let mostResourcesOfTopic = 6

    private func newestFirst(_ ids: [PageID]) -> [PageID] {
        ids.sorted { left, right in
            let days = (site[left].resource?.added?.number ?? 0, site[right].resource?.added?.number ?? 0)
            return days.0 != days.1 ? days.0 > days.1 : left < right
        }
    }

    private func section(_ id: String, _ title: TextKey, _ ids: [PageID]) -> QuestionSection? {
        let rows = ids.prefix(6).compactMap { questionRow(page($0)) }
        return rows.isEmpty ? nil : QuestionSection(head: head(id, title), items: rows)
    }

    private func posts(_ id: String, _ title: TextKey, _ ids: [PageID]) -> PostSection? {
        let rows = ids.prefix(6).compactMap { postRow(page($0)) }
        return rows.isEmpty ? nil : PostSection(head: head(id, title), items: rows)
    }

    /// Who knows a topic, the highest level first, then who offers something on it without saying how well they know it.
    private func people(on topic: Topic) -> PeopleSection? {
        let known = index.knowing[topic.id] ?? []
        let offering = index.offering[topic.id] ?? []
        let skilled = Set(known.map(\.person))
        let others = offering.filter { !skilled.contains($0) }
        // Of very many, those who know most; the finder has everybody who helps.
        var room = known.count + others.count > ListDivider.mostTogether ? longestLaidOut : .max
        var groups: [RoleGroup] = []
        func add(_ label: String, _ people: [PageID]) {
            let holders = people.prefix(room).map { row($0, on: topic) }
            room -= holders.count
            if !holders.isEmpty { groups.append(RoleGroup(label: label, holders: holders)) }
        }
        for level in settings.levels.reversed() {
            add(self.level(level.id), known.filter { $0.level == level.id }.map(\.person))
        }
        add(strings.text(.personOffers), others)
        guard !groups.isEmpty else { return nil }
        let words = CodeHost.encoded(site.label(of: topic, in: language))
        let finder =
            offering.isEmpty
            ? nil : LinkView(href: "\(listHref("find/"))#words=\(words)", label: strings.text(.navFind))
        return PeopleSection(
            head: head("people", .topicPeople, note: .communityPeopleNote, more: finder), roles: groups, past: nil)
    }

    /// Somebody who knows a topic, with what they offer on it.
    private func row(_ person: PageID, on topic: Topic) -> PersonRow {
        let page = page(person)
        var row = personRow(page)
        row.offers = (page.person?.offers ?? []).filter { $0.isOpen(on: today) && $0.topics.contains(topic.id) }.map {
            let kind = strings.word(.offer, $0.kind.rawValue)
            return $0.format.map { "\(kind): \($0)" } ?? kind
        }
        return row
    }

    /// The broader topic, narrower ones and those beside it.
    private func related(to topic: Topic) -> TopicSection? {
        var ids: [TopicID] = topic.broader.map { [$0] } ?? []
        ids += (index.narrower[topic.id] ?? []).map(\.id)
        if let broader = topic.broader {
            ids += (index.narrower[broader] ?? []).map(\.id).filter { $0 != topic.id }
        }
        let links = topics(ids)
        return links.isEmpty ? nil : TopicSection(head: head("related", .topicRelated), topics: links)
    }
}
