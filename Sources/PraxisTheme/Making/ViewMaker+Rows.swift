import PraxisModel

extension ViewMaker {
    /// The card of a resource.
    ///
    /// - Parameter facets: The properties by which a script narrows the list.
    func resourceCard(_ page: Page, facets: Set<Facet>? = nil) -> ResourceCard? {
        guard let resource = page.resource else { return nil }
        return ResourceCard(
            href: href(page.route), title: page.metadata.title, lang: lang(of: page), inLanguage: inLanguage(of: page),
            kind: kind(of: page),
            circle: circle(page.metadata.circle), way: way(page.metadata.way), why: resource.why,
            curator: person(resource.curator), meta: meta(of: resource), isFeatured: page.metadata.isFeatured,
            facetData: facets.map { facetData(of: page, resource, shown: $0) })
    }

    /// Length, level and cost of a resource.
    func meta(of resource: Resource) -> [String] {
        let level = resource.level.map { strings.text(.resourceAtLevel, ["level": self.level($0)]) }
        return [resource.minutes.map(strings.duration), level, resource.cost].compactMap(\.self)
    }

    /// The card of a community.
    func communityCard(_ page: Page) -> CommunityCard? {
        guard let community = page.communityContent else { return nil }
        let original = page.original ?? page.id
        return CommunityCard(
            href: href(page.route), title: page.metadata.title, lang: lang(of: page), inLanguage: inLanguage(of: page),
            purpose: community.purpose,
            stage: unusualStage(of: community),
            membersText: Privacy.figure(community.members.last?.count).map {
                strings.text(.communityMembersCount, count: $0)
            },
            ownerName: ownerNames(of: community),
            nextText: index.next(in: original).map {
                strings.text(.communityNextMeeting, ["date": strings.shortDate($0.occurrence.start.day)])
            })
    }

    /// Any page in a list.
    func itemRow(_ page: Page, showsCommunity: Bool = false) -> ItemRow {
        ItemRow(
            href: href(page.route), title: page.metadata.title, lang: lang(of: page), inLanguage: inLanguage(of: page),
            kind: kind(of: page),
            circle: circle(page.metadata.circle), summary: page.resource?.why ?? page.metadata.summary,
            meta: itemMeta(page), community: showsCommunity ? page.community.map(link(to:)) : nil)
    }

    private func itemMeta(_ page: Page) -> [String] {
        switch page.content {
        case .resource(let resource): return resource.minutes.map { [strings.duration($0)] } ?? []
        case .guide(let guide): return guide.minutes.map { [strings.duration($0)] } ?? []
        case .path(let path):
            return [path.minutes.map(strings.duration), name(of: path.curator)].compactMap(\.self)
        case .session(let session): return session.minutes.map { [strings.duration($0)] } ?? []
        case .event(let event):
            return [strings.date(index.next(of: page.original ?? page.id)?.start.day ?? event.start.day)]
        case .post(let post): return [strings.date(post.date)]
        case .question(let question): return [strings.date(question.asked)]
        case .opportunity(let opportunity):
            if !opportunity.isOpen(on: today) { return [strings.text(.opportunityClosed)] }
            return opportunity.closes.map { ["\(strings.text(.opportunityCloses)) \(strings.date($0))"] } ?? []
        case .programme(let programme):
            let count = relations.sessions[page.original ?? page.id]?.count ?? 0
            let open = programme.cohorts.filter { $0.isOpen(on: today) }.min { $0.starts.day < $1.starts.day }
            return [
                count == 0 ? nil : strings.text(.programmeSessionsCount, count: count),
                open.map { "\(strings.text(.programmeStarts)) \(strings.date($0.starts.day))" },
                open?.applyBy.map { "\(strings.text(.programmeApplyBy)) \(strings.date($0))" },
            ].compactMap(\.self)
        case .plain, .topic, .person, .community: return []
        }
    }

    /// An opportunity in a list.
    func opportunityRow(_ page: Page, showsCommunity: Bool = true) -> OpportunityRow? {
        guard let opportunity = page.opportunity else { return nil }
        let isOpen = opportunity.isOpen(on: today)
        return OpportunityRow(
            href: href(page.route), title: page.metadata.title, lang: lang(of: page),
            inLanguage: inLanguage(of: page), kind: kind(of: page), circle: circle(page.metadata.circle),
            summary: page.metadata.summary, learning: opportunity.learning, effort: opportunity.effort,
            mode: opportunity.mode, host: name(of: opportunity.host),
            community: showsCommunity ? opportunity.community?.page.map(link(to:)) : nil,
            closes: isOpen ? opportunity.closes.map(date) : nil, isClosed: !isOpen)
    }

    /// A post in a list.
    func postRow(_ page: Page, showsCommunity: Bool = true) -> PostRow? {
        guard let post = page.post else { return nil }
        return PostRow(
            href: href(page.route), title: page.metadata.title, lang: lang(of: page), inLanguage: inLanguage(of: page),
            kind: kind(of: page),
            circle: circle(page.metadata.circle), summary: page.metadata.summary, author: person(post.author),
            date: date(post.date), community: showsCommunity ? page.community.map(link(to:)) : nil)
    }

    /// A question in a list.
    func questionRow(_ page: Page, showsCommunity: Bool = true) -> QuestionRow? {
        guard let question = page.question else { return nil }
        let asked = strings.date(question.asked)
        return QuestionRow(
            href: href(page.route), title: page.metadata.title, lang: lang(of: page),
            inLanguage: inLanguage(of: page), answerCount: question.answers.count,
            answerLabel: strings.text(.questionAnswers, count: question.answers.count),
            askedLine: question.askedBy.map { strings.text(.questionAsked, ["name": name(of: $0), "date": asked]) }
                ?? strings.text(.questionAskedAnonymously, ["date": asked]),
            isSettled: question.accepted != nil,
            community: showsCommunity ? page.community.map(link(to:)) : nil)
    }

    /// A page of any kind as the row that its kind has.
    func row(_ id: PageID, showsCommunity: Bool = true) -> Row {
        let page = page(id)
        switch page.content {
        case .resource: if let card = resourceCard(page) { return .resource(card) }
        case .community: if let card = communityCard(page) { return .community(card) }
        case .person: return .person(profileRow(page))
        case .post: if let row = postRow(page, showsCommunity: showsCommunity) { return .post(row) }
        case .question: if let row = questionRow(page, showsCommunity: showsCommunity) { return .question(row) }
        case .event: if let row = eventRow(page, showsCommunity: showsCommunity) { return .event(row) }
        case .opportunity:
            if let row = opportunityRow(page, showsCommunity: showsCommunity) { return .opportunity(row) }
        case .plain, .topic, .path, .guide, .programme, .session: break
        }
        return .item(itemRow(page, showsCommunity: showsCommunity))
    }
}
