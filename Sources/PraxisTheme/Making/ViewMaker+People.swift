import PraxisModel

extension ViewMaker {
    /// Somebody named in front matter.
    func person(_ mention: PersonMention, note: String? = nil) -> PersonLink {
        switch mention {
        case .name(let name): PersonLink(name: name, note: note)
        case .profile(let id): person(page(id), note: note)
        }
    }

    /// Somebody with a page.
    func person(_ page: Page, note: String? = nil) -> PersonLink {
        guard let person = page.person else { return PersonLink(name: page.metadata.title, href: href(page.route)) }
        return PersonLink(
            name: person.name, href: href(page.route), photo: person.photo.map(photo), note: note, role: person.role,
            unit: person.unit)
    }

    private func photo(_ photo: Person.Photo) -> PhotoView {
        PhotoView(src: href(photo.file), alt: photo.alternative, width: photo.width, height: photo.height)
    }

    /// What somebody is in the organisation, and where.
    func position(of person: PersonLink) -> String? {
        let parts = [person.role, person.unit].compactMap(\.self)
        return parts.isEmpty ? nil : joined(parts)
    }

    /// Since when, until when.
    func term(of holder: RoleHolder) -> String? {
        switch (holder.since.map(strings.month), holder.until.map(strings.month)) {
        case (let since?, let until?): strings.text(.termBetween, ["from": since, "to": until])
        case (let since?, nil): strings.text(.termSince, ["date": since])
        case (nil, let until?): strings.text(.termUntil, ["date": until])
        case (nil, nil): nil
        }
    }

    /// Everybody in a role of a community, current roles by role, past holders together.
    func people(in community: Community) -> (roles: [RoleGroup], past: [PersonRow]) {
        var past: [PersonRow] = []
        let roles = Role.allCases.compactMap { role -> RoleGroup? in
            var holders: [PersonRow] = []
            for holder in community.roles[role] ?? [] {
                let link = person(holder.person)
                var row = PersonRow(
                    person: link, unit: position(of: link), term: term(of: holder), note: holder.note)
                if holder.isPast(on: today) {
                    row.isPast = true
                    row.badge = strings.word(.role, role.rawValue)
                    past.append(row)
                } else {
                    holders.append(row)
                }
            }
            guard !holders.isEmpty else { return nil }
            return RoleGroup(label: strings.word(.roles, role.rawValue, count: holders.count), holders: holders)
        }
        return (roles, past)
    }

    /// The current owners' names.
    func ownerNames(of community: Community) -> String? {
        let owners = (community.roles[.owner] ?? []).filter { !$0.isPast(on: today) }
        return owners.isEmpty ? nil : joined(owners.map { name(of: $0.person) })
    }

    func name(of mention: PersonMention) -> String {
        switch mention {
        case .name(let name): name
        case .profile(let id): site[id].metadata.title
        }
    }

    /// A row for people who know a topic.
    func personRow(_ page: Page) -> PersonRow {
        let link = person(page)
        return PersonRow(person: link, unit: position(of: link), isPast: page.person?.alumni != nil)
    }

    /// A row for a list of people, with what one may ask them for.
    func profileRow(_ page: Page) -> PersonRow {
        var row = personRow(page)
        guard let person = page.person, person.alumni == nil else { return row }
        row.offers = person.offers.filter { $0.isOpen(on: today) }.map(line)
        let best = topics(knownBest(of: person)).map(\.label)
        row.skills = best.isEmpty ? nil : "\(strings.text(.personSkills)): \(joined(best))"
        return row
    }

    /// What somebody offers, and on what.
    func line(_ offer: Person.Offer) -> String {
        let kind = strings.word(.offer, offer.kind.rawValue)
        let topics = joined(topics(offer.topics).map(\.label))
        return topics.isEmpty ? kind : "\(kind): \(topics)"
    }

    /// The topics that somebody knows best, the highest level first, without the lowest: who is learning cannot help yet.
    private func knownBest(of person: Person) -> [TopicID] {
        let levels = settings.levels.map(\.id).dropFirst().reversed()
        return levels.flatMap { level in person.skills.filter { $0.level == level }.map(\.topic) }
            .prefix(Self.mostSkills).map(\.self)
    }

    /// The most skills that a row shows.
    private static let mostSkills = 4
}
