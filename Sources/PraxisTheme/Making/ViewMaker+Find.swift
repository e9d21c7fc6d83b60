import PraxisModel

extension ViewMaker {
    /// Everybody who has an open offer, with what the finder's script compares.
    func findPage() -> FindPage {
        let found = index.helpers.compactMap(found)
        // Each stands there once for each topic, and on the topic's own page.
        let mostOfTopic = found.count > ListDivider.mostTogether ? Self.mostOfTopic : .max
        let byTopic = site.topics.compactMap { topic -> TopicPeople? in
            guard let people = index.offering[topic.id] else { return nil }
            let route = topicRoute(topic)
            return TopicPeople(
                href: href(route), label: site.label(of: topic, in: language),
                people: people.prefix(mostOfTopic).map { person(page($0)) },
                more: people.count > mostOfTopic ? all(people.count, in: route) : nil)
        }
        return FindPage(
            filters: filters(), topics: site.topics.map(choice),
            foundHead: head("found", .findFound, note: .findFoundNote), found: found,
            byTopicHead: head("by-topic", .findByTopic, note: .findByTopicNote), byTopic: byTopic)
    }

    /// How many people a topic names in an organisation of very many.
    private static let mostOfTopic = 10

    /// A topic with its synonyms, and what it is called in the site's own language where that differs.
    private func choice(_ topic: Topic) -> TopicChoice {
        let label = site.label(of: topic, in: language)
        return TopicChoice(
            href: href(topicRoute(topic)), label: label,
            synonyms: (label == topic.label ? [] : [topic.label]) + topic.synonyms)
    }

    private func found(_ id: PageID) -> FoundPerson? {
        let page = page(id)
        guard let person = page.person else { return nil }
        let offers = person.offers.filter { $0.isOpen(on: today) }
        let room = offers.compactMap(\.capacity).reduce(0, +)
        return FoundPerson(
            person: self.person(page), meta: [person.role, person.unit, person.location].compactMap(\.self),
            reasons: offers.map(line),
            capacity: room > 0 ? strings.text(.personCapacity, count: room) : nil,
            href: person.contact.chat ?? person.contact.booking ?? person.contact.email.map { "mailto:\($0)" }
                ?? href(page.route),
            data: FinderData(person, offers: offers).json)
    }

    private func filters() -> [FilterView] {
        let people = index.helpers.compactMap { site[$0].person }
        var filters = [
            FilterView(
                key: "offer", label: strings.text(.findOffer), any: strings.text(.findAny),
                values: OfferKind.allCases.compactMap { kind in
                    let count = people.count { $0.offers.contains { $0.kind == kind && $0.isOpen(on: today) } }
                    guard count > 0 else { return nil }
                    return FacetValue(
                        value: kind.rawValue, label: strings.word(.offer, kind.rawValue), count: count)
                }),
            FilterView(
                key: "level", label: strings.text(.findLevel), any: strings.text(.findAny),
                values: settings.levels.dropFirst().map { level in
                    let count = people.count { $0.skills.contains { $0.level == level.id } }
                    return FacetValue(value: level.id, label: self.level(level.id), count: count)
                }),
        ]
        let languages = Dictionary(people.flatMap(\.languages).map { ($0, 1) }, uniquingKeysWith: +)
        let sorted = languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        filters.append(
            FilterView(
                key: "language", label: strings.text(.findLanguage), any: strings.text(.findAny),
                values: sorted.map { FacetValue(value: $0.key, label: strings.language($0.key), count: $0.value) }))
        return filters.filter { $0.values.count > 1 }
    }
}

/// What the finder's script compares, as JSON.
struct FinderData {
    let json: String

    init(_ person: Person, offers: [Person.Offer]) {
        var fields: [String] = []
        func list(_ items: [String]) -> String { "[\(items.joined(separator: ","))]" }
        fields.append(
            "\"offers\":"
                + list(
                    offers.map { offer in
                        let topics = list(offer.topics.map { Self.quoted($0.rawValue) })
                        let minutes = offer.minutes.map { ",\"minutes\":\($0)" } ?? ""
                        let capacity = offer.capacity.map { ",\"capacity\":\($0)" } ?? ""
                        let until = offer.until.map { ",\"until\":\(Self.quoted($0.description))" } ?? ""
                        return
                            "{\"kind\":\(Self.quoted(offer.kind.rawValue)),\"topics\":\(topics)\(minutes)\(capacity)\(until)}"
                    }))
        let skills = person.skills.map { "\(Self.quoted($0.topic.rawValue)):\(Self.quoted($0.level))" }
        fields.append("\"skills\":{\(skills.joined(separator: ","))}")
        fields.append("\"languages\":\(list(person.languages.map(Self.quoted)))")
        if let zone = person.timeZone { fields.append("\"zone\":\(Self.quoted(zone))") }
        json = "{\(fields.joined(separator: ","))}"
    }

    /// A text as JSON writes it (RFC 8259, 7).
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
