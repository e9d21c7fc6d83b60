import PraxisModel

extension ViewMaker {
    func personPage(_ page: Page, _ person: Person) -> PersonPage {
        let id = page.original ?? page.id
        let part = relations.involvements[id] ?? []
        func pages(_ isWanted: (Relations.Involvement.Part) -> Bool) -> [PageID] {
            part.filter { isWanted($0.part) && !site[$0.page].metadata.isArchived }.map(\.page)
        }
        let curated = pages { $0 == .curator }.filter { site[$0].kind == .resource }
        let meetings = coming(unique(pages { $0 == .host || $0 == .speaker }))
        let wrote =
            pages { part in
                switch part {
                case .author, .answerer, .host, .speaker, .coordinator: true
                default: false
                }
            } + pages { $0 == .curator }.filter { site[$0].kind == .path }
        let hosted = Set(meetings)
        let feeds = feeds(on: page)
        return PersonPage(
            person: self.person(page), pronouns: person.pronouns, meta: meta(of: person), reach: reach(person),
            aboutHead: head("about", .personAbout), offers: offers(person), skills: skills(person),
            events: events(meetings), roles: roles(part), curated: vouchedFor(curated),
            wrote: itemSection(
                "wrote", .personWrote, unique(wrote).filter { !hosted.contains($0) }, most: Self.mostContributions),
            thanks: thanks(pages { $0 == .thanked }),
            follow: index.curators.contains(id) && !feeds.isEmpty
                ? FeedSection(head: head("follow", .communityFollow), feeds: feeds) : nil)
    }

    private static let mostMeetings = 6
    private static let mostContributions = 12

    /// Events with a date to come, the soonest first.
    private func coming(_ ids: [PageID]) -> [PageID] {
        ids.compactMap { id in index.next(of: id).map { (id, $0.start) } }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    private func events(_ ids: [PageID]) -> EventSection? {
        let rows = ids.prefix(Self.mostMeetings).compactMap { eventRow(page($0)) }
        return rows.isEmpty ? nil : EventSection(head: head("events", .personEvents), items: rows)
    }

    /// What somebody curated, on their own page: each card need not say who.
    private func vouchedFor(_ ids: [PageID]) -> ResourceSection? {
        var section = resourceSection("curated", .personCurated, ids, most: 6)
        for place in section?.items.indices ?? 0..<0 { section?.items[place].curator = nil }
        return section
    }

    private func unique(_ ids: [PageID]) -> [PageID] {
        var seen: Set<PageID> = []
        return ids.filter { seen.insert($0).inserted }
    }

    private func meta(of person: Person) -> [String] {
        [person.location, person.languages.isEmpty ? nil : joined(person.languages.map(strings.language))]
            .compactMap(\.self)
    }

    private func reach(_ person: Person) -> ReachView? {
        let contact = person.contact
        guard person.alumni == nil,
            contact.email != nil || contact.chat != nil || contact.booking != nil || !person.links.isEmpty
        else { return nil }
        return ReachView(
            title: strings.text(.personReach), email: contact.email.map { MailView($0) }, chat: contact.chat,
            booking: contact.booking, links: person.links.map { LinkView(href: $0.url, label: $0.label) })
    }

    private func offers(_ person: Person) -> OfferSection? {
        guard person.alumni == nil else { return nil }
        let views = person.offers.filter { $0.isOpen(on: today) }.map(offer)
        return views.isEmpty
            ? nil : OfferSection(head: head("offers", .personOffers, note: .personOffersNote), items: views)
    }

    private func offer(_ offer: Person.Offer) -> OfferView {
        OfferView(
            kind: strings.word(.offer, offer.kind.rawValue), topics: joined(topics(offer.topics).map(\.label)),
            format: offer.format,
            meta: [
                offer.minutes.map(strings.duration),
                offer.capacity.map { strings.text(.personCapacity, count: $0) },
                offer.until.map { strings.text(.termUntil, ["date": strings.date($0)]) },
            ].compactMap(\.self))
    }

    private func skills(_ person: Person) -> SkillSection? {
        let levels = settings.levels.enumerated().reversed().compactMap { index, level -> SkillLevel? in
            let links = topics(person.skills.filter { $0.level == level.id }.map(\.topic))
            guard !links.isEmpty else { return nil }
            return SkillLevel(number: index + 1, label: self.level(level.id), topics: links)
        }
        let seeks = topics(person.seeks)
        guard !levels.isEmpty || !seeks.isEmpty else { return nil }
        return SkillSection(
            head: head("skills", .personSkills), levels: levels,
            seeks: seeks.isEmpty ? nil : SkillLevel(number: 0, label: strings.text(.personSeeks), topics: seeks))
    }

    private func roles(_ involvements: [Relations.Involvement]) -> RoleSection? {
        var lines: [RoleLine] = []
        for involvement in involvements {
            guard case .role(let role, let isPast) = involvement.part,
                let community = site[involvement.page].communityContent
            else { continue }
            let holder = community.roles[role]?.first { holder in
                holder.person.page.map { site[$0].route == route || page($0).route == route } == true
                    && holder.isPast(on: today) == isPast
            }
            let link = link(to: involvement.page)
            lines.append(
                RoleLine(
                    role: strings.word(.role, role.rawValue), community: link.label, href: link.href, lang: link.lang,
                    term: holder.flatMap(term), isPast: isPast || site[involvement.page].metadata.isArchived))
        }
        guard !lines.isEmpty else { return nil }
        return RoleSection(
            head: head("roles", .personRoles), items: lines.filter { !$0.isPast } + lines.filter(\.isPast))
    }

    private func thanks(_ ids: [PageID]) -> ThanksSection? {
        let lines = ids.compactMap { id -> ThanksLine? in
            let page = page(id)
            guard let post = page.post else { return nil }
            return ThanksLine(
                href: href(page.route), title: page.metadata.title, lang: lang(of: page),
                meta: joined([name(of: post.author), strings.date(post.date)]))
        }
        return lines.isEmpty ? nil : ThanksSection(head: head("thanks", .personThanks), items: lines)
    }

    // MARK: Sections that other pages have too

    /// Resources under a heading; `nil` where there are none.
    func resourceSection(
        _ id: String, _ title: TextKey, _ ids: [PageID], most: Int, more: LinkView? = nil
    ) -> ResourceSection? {
        let cards = ids.prefix(most).compactMap { resourceCard(page($0)) }
        return cards.isEmpty ? nil : ResourceSection(head: head(id, title, more: more), items: cards)
    }

    /// Pages of any kind under a heading; `nil` where there are none.
    func itemSection(_ id: String, _ title: TextKey, _ ids: [PageID], most: Int = .max) -> ItemSection? {
        let rows = ids.prefix(most).map { itemRow(page($0)) }
        return rows.isEmpty ? nil : ItemSection(head: head(id, title), items: rows)
    }
}
