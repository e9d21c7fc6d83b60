import PraxisModel

extension ViewMaker {
    func programmePage(_ page: Page, _ programme: Programme) -> ProgrammePage {
        let id = page.original ?? page.id
        let sessions = relations.sessions[id] ?? []
        let cohorts = programme.cohorts.indices.map { cohort(programme.cohorts[$0], number: $0 + 1, of: id) }
        let open = cohorts.filter { $0.applyHref != nil || $0.badge != nil && !$0.isOver }
        let about = BodyRenderer(self, page: page).whole(depth: 1)
        var facts = [Fact(label: strings.text(.programmeCoordinator), people: [person(programme.coordinator)])]
        if let size = programme.size { facts.append(Fact(label: strings.text(.programmeSize), value: size)) }
        var meta: [String] = []
        if !sessions.isEmpty { meta.append(strings.text(.programmeSessionsCount, count: sessions.count)) }
        meta.append("\(strings.text(.programmeCoordinator)): \(name(of: programme.coordinator))")
        return ProgrammePage(
            reading: reading(page, meta: meta, facts: facts), apply: apply(programme, open),
            about: about.map { TextSection(head: head("about", .programmeAbout), body: $0) },
            sessions: sessions.isEmpty
                ? nil
                : SessionSection(
                    head: head("sessions", .programmeSessions),
                    items: sessions.compactMap {
                        sessionRow(self.page($0), isWeekly: programme.cadence == Period(1, .week))
                    }),
            cohorts: cohorts.isEmpty
                ? nil
                : CohortSection(
                    head: head("cohorts", .programmeCohorts),
                    items: cohorts.filter { !$0.isOver } + cohorts.filter(\.isOver)))
    }

    private func sessionRow(_ page: Page, isWeekly: Bool) -> SessionRow? {
        guard let session = page.session else { return nil }
        return SessionRow(
            number: session.number,
            when: isWeekly ? strings.text(.programmeWeek, count: session.number) : String(session.number),
            title: page.metadata.title, href: href(page.route), lang: lang(of: page), goal: session.goal,
            minutes: session.minutes.map(strings.duration))
    }

    private func cohort(_ cohort: Programme.Cohort, number: Int, of programme: PageID) -> CohortView {
        let isOpen = cohort.isOpen(on: today)
        let isOver = cohort.starts.day < today && !isOpen
        var facts = [
            Fact(
                label: strings.text(.programmeStarts),
                value: cohort.hasTime
                    ? "\(strings.date(cohort.starts.day)), \(cohort.starts.clock)" : strings.date(cohort.starts.day))
        ]
        if let day = cohort.applyBy, isOpen {
            facts.append(Fact(label: strings.text(.programmeApplyBy), value: strings.date(day)))
        }
        if let places = cohort.places {
            facts.append(Fact(label: strings.text(.programmePlaces), value: strings.number(places)))
        }
        return CohortView(
            name: cohort.name,
            badge: isOpen ? strings.text(.programmeOpen) : isOver ? strings.text(.programmeOver) : nil,
            facts: facts, outcome: cohort.outcome, applyHref: isOpen ? cohort.apply.flatMap(Self.address) : nil,
            calendar: isOver ? nil : href(site[programme].route.folder("\(number)").file("calendar.ics")),
            isOver: isOver)
    }

    private func apply(_ programme: Programme, _ open: [CohortView]) -> ApplyView? {
        guard let cohort = programme.cohorts.first(where: { $0.isOpen(on: today) }), let apply = cohort.apply else {
            return nil
        }
        let facts = (open.first?.facts ?? []).prefix(2).compactMap { fact in fact.value.map { "\(fact.label) \($0)." } }
        let text = (["\(cohort.name)."] + facts).joined(separator: " ")
        return self.apply(apply, title: strings.text(.programmeApplyTitle), text: text, label: .programmeApply)
    }

    /// How one applies: at an address, by mail, or as a sentence says.
    func apply(_ written: String, title: String, text: String?, label: TextKey) -> ApplyView {
        let address = Self.address(written)
        let isMail = address == nil && written.contains("@") && !written.contains(" ")
        let sentence = address == nil && !isMail ? written : nil
        return ApplyView(
            title: title, text: [text, sentence].compactMap(\.self).joined(separator: " "), href: address,
            label: strings.text(label), email: isMail ? MailView(written.trimmingMailto) : nil)
    }

    /// A text that is a web address.
    static func address(_ text: String) -> String? {
        text.hasPrefix("https://") || text.hasPrefix("http://") ? text : nil
    }

    func sessionPage(_ page: Page, _ session: Session) -> SessionPage {
        let all = relations.sessions[session.programme] ?? []
        let place = all.firstIndex(of: page.original ?? page.id)
        let programme = self.page(session.programme)
        var facts = [
            Fact(
                label: kind(of: programme).label, value: programme.metadata.title, href: href(programme.route),
                lang: lang(of: programme))
        ]
        if let minutes = session.minutes {
            facts.append(Fact(label: strings.text(.guideTakes), value: strings.duration(minutes)))
        }
        return SessionPage(
            reading: reading(page, facts: facts), programme: link(to: programme), goal: session.goal,
            previous: place.flatMap { $0 > 0 ? link(to: all[$0 - 1]) : nil },
            next: place.flatMap { $0 + 1 < all.count ? link(to: all[$0 + 1]) : nil })
    }

    func opportunityPage(_ page: Page, _ opportunity: Opportunity) -> OpportunityPage {
        let isOpen = opportunity.isOpen(on: today)
        var facts = [Fact(label: strings.text(.opportunityHost), people: [person(opportunity.host)])]
        func add(_ label: TextKey, _ value: String?) {
            if let value { facts.append(Fact(label: strings.text(label), value: value)) }
        }
        add(.opportunityEffort, opportunity.effort)
        add(.opportunityPlaces, opportunity.places.map(strings.number))
        add(.opportunityMode, opportunity.mode)
        // While one can apply, the box for that says until when.
        if !isOpen { add(.opportunityCloses, opportunity.closes.map(strings.date)) }
        if let community = opportunity.community?.page {
            let link = link(to: community)
            facts.append(
                Fact(label: strings.text(.resourceCommunity), value: link.label, href: link.href, lang: link.lang))
        }
        var reading = reading(page, facts: facts)
        if !isOpen { reading.kindNote = strings.text(.opportunityClosed) }
        let apply = apply(
            opportunity.apply, title: strings.text(.programmeApplyTitle),
            text: opportunity.closes.map { "\(strings.text(.opportunityCloses)) \(strings.date($0))." },
            label: .opportunityApply)
        return OpportunityPage(
            reading: reading, learning: opportunity.learning, apply: isOpen ? apply : nil, isClosed: !isOpen)
    }
}

extension Programme.Cohort {
    /// Whether one can still apply: until the day in `applyBy`, else until it starts.
    func isOpen(on today: Day) -> Bool {
        apply != nil && (applyBy ?? starts.day) >= today
    }
}

extension String {
    /// A mail address without its scheme.
    fileprivate var trimmingMailto: String { hasPrefix("mailto:") ? String(dropFirst(7)) : self }
}
