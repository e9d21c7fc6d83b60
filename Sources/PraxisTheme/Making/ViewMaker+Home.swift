import PraxisModel

extension ViewMaker {
    func homePage() -> HomePage {
        let communities = (relations.byKind[.community] ?? []).filter { id in
            site[id].communityContent?.goesOn == true
        }
        return HomePage(
            links: HomeLinks(
                find: link(to: .find, saying: .homeFind),
                communities: link(to: .communities, saying: .homeCommunities)),
            circles: circleDiscs(),
            communitiesHead: head(
                "communities", .homeCommunitiesTitle, note: .homeCommunitiesNote,
                more: all(relations.byKind[.community]?.count ?? 0, in: list("communities/"))),
            communities: communities.compactMap { communityCard(page($0)) },
            nextHead: head("next", .homeNext, note: .homeNextNote, more: more(.events)),
            events: nextEvents(6),
            newHead: head("new", .homeNew, note: .homeNewNote, more: more(.library)),
            posts: (relations.byKind[.post] ?? []).prefix(4).compactMap { postRow(page($0)) },
            resources: (relations.byKind[.resource] ?? []).prefix(4).map { itemRow(page($0)) },
            questionsHead: head("questions", .homeQuestions, note: .homeQuestionsNote, more: more(.questions)),
            questions: waitingQuestions(4))
    }

    private func more(_ section: SiteSection) -> LinkView? { link(to: section, saying: section.title) }

    /// A list or tool, if the site has it.
    private func link(to section: SiteSection, saying label: TextKey) -> LinkView? {
        guard index.sections.contains(section) else { return nil }
        return LinkView(href: listHref(section.path), label: strings.text(label))
    }

    /// The next dates of the site, one of each series.
    func nextEvents(_ count: Int) -> [EventRow] {
        var seen: Set<PageID> = []
        var rows: [EventRow] = []
        for entry in index.agenda where !entry.occurrence.isCancelled {
            guard seen.insert(entry.page).inserted else { continue }
            if let row = eventRow(page(entry.page)) { rows.append(row) }
            if rows.count == count { break }
        }
        return rows
    }

    /// The next dates of some events. Takes n log n in the number of these, however many dates the site has.
    func nextEvents(_ count: Int, of events: some Sequence<PageID>) -> [EventRow] {
        let dated = events.compactMap { id -> (moment: Int, id: PageID)? in
            guard let next = index.next(of: id), let event = site[id].event else { return nil }
            return (index.clocks.moment(next.start, in: event.timeZone), id)
        }
        return dated.sorted(by: <).prefix(count).compactMap { eventRow(page($0.id)) }
    }

    /// Questions without an accepted answer, those with the fewest answers first.
    private func waitingQuestions(_ count: Int) -> [QuestionRow] {
        let open = (relations.byKind[.question] ?? []).filter { site[$0].question?.accepted == nil }
        let sorted = open.sorted { left, right in
            let counts = (site[left].question?.answers.count ?? 0, site[right].question?.answers.count ?? 0)
            return counts.0 != counts.1 ? counts.0 < counts.1 : left < right
        }
        return sorted.prefix(count).compactMap { questionRow(page($0)) }
    }

    /// The widest first.
    private func circleDiscs() -> [CircleDisc] {
        func count(in circle: Circle) -> (text: TextKey, count: Int) {
            switch circle {
            case .oneToOne: (.countOffers, index.openOffers)
            case .team: (.countGuides, index.count(of: .guide, in: circle))
            case .community: (.countCommunities, index.count(of: .community, in: circle))
            case .network: (.countNetwork, index.count(in: circle))
            }
        }
        return Circle.allCases.reversed().map { circle in
            let (text, count) = count(in: circle)
            return CircleDisc(
                id: circle.rawValue, number: (Circle.allCases.firstIndex(of: circle) ?? 0) + 1,
                label: strings.word(.circle, circle.rawValue), text: strings.word(.circleText, circle.rawValue),
                href: listHref("circles/\(circle.rawValue)/"),
                countText: count > 0 ? strings.text(text, count: count) : nil)
        }
    }
}
