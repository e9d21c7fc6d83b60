internal import PraxisModel

extension Page {
    /// What the front matter says that readers would look for, by field.
    func searchFields(in site: Site) -> [(field: SearchField, text: String)] {
        var fields: [(field: SearchField, text: String)] = []
        func add(_ field: SearchField, _ texts: [String?]) {
            let text = texts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
            if !text.isEmpty { fields.append((field, text)) }
        }
        func add(_ people: [PersonMention]) {
            add(.people, people.map(site.name(of:)))
        }
        switch content {
        case .plain: break
        case .topic(let id): add(.note, site.topic(id)?.synonyms ?? [])
        case .person(let person):
            add(.note, [person.role, person.unit, person.location])
            add(.body, person.offers.map(\.format))
            add(.skills, person.skills.map { site.topic($0.topic)?.label })
            add(.skills, person.offers.flatMap { $0.topics.map { site.topic($0)?.label } })
            add(.offers, person.offers.map(\.kind.rawValue))
        case .community(let community):
            add(.note, [community.purpose, community.audience])
            add(
                Role.allCases.flatMap { community.roles[$0] ?? [] }.filter { !$0.isPast(on: site.today) }.map(\.person))
            add(.body, community.needs + community.methods)
            add(.body, community.channels.flatMap { [$0.name, $0.purpose] })
        case .resource(let resource):
            add(.note, [metadata.summary == resource.why ? nil : metadata.summary])
            add([resource.curator])
            add(.people, resource.authors)
        case .path(let path):
            add([path.curator])
            add(.body, path.objectives + path.items.compactMap(\.why))
            add(.body, path.items.map { $0.target.title(in: site) })
        case .event(let event):
            add([event.host] + event.speakers)
            add(.body, [event.place])
            add(.keywords, [event.kind?.rawValue])
        case .post(let post):
            add(.note, [post.benefit])
            add([post.author] + post.to)
        case .question(let question): add((question.askedBy.map { [$0] } ?? []) + question.answers.map(\.author))
        case .guide(let guide):
            add(.body, [guide.audience, guide.origin])
            add(.keywords, [guide.kind.rawValue])
            add(metadata.owners)
        case .programme(let programme):
            add([programme.coordinator])
            add(.body, [programme.size] + programme.cohorts.map(\.name))
            add(.keywords, [programme.kind.rawValue])
        case .session(let session): add(.note, [session.goal])
        case .opportunity(let opportunity):
            add(.note, [opportunity.learning])
            add([opportunity.host])
            add(.body, [opportunity.effort, opportunity.mode])
            add(.keywords, [opportunity.kind.rawValue])
        }
        return fields
    }
}

extension LinkOrReference {
    /// What readers see for it.
    fileprivate func title(in site: Site) -> String {
        switch self {
        case .reference(.page(let id)): site[id].metadata.title
        case .reference(.hidden(let title)), .link(let title, _): title
        }
    }
}
