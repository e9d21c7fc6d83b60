import PraxisModel

extension ViewMaker {
    /// A form that looks among the items of a list, by the facets that the search has.
    func search(in list: GrowingList, _ pages: [PageID]) -> ListSearch? {
        var counts: [FacetKey: [String: Int]] = [:]
        for page in pages.lazy.map(page) {
            for (key, value) in searched(page) { counts[key, default: [:]][value, default: 0] += 1 }
        }
        var (filters, fixed): ([FilterView], [FixedChoice]) = ([], [])
        var keys = FacetKey.allCases
        if case .resources(let topic) = list {
            fixed.append(FixedChoice(key: FacetKey.topic.rawValue, value: topic.rawValue))
            keys.removeAll { $0 == .topic }
        }
        for key in keys {
            let values = (counts[key] ?? [:]).map { value, count in
                FacetValue(value: value, label: label(of: value, key), count: count)
            }
            if values.count > 1 {
                filters.append(
                    FilterView(
                        key: key.rawValue, label: strings.word(.facet, key.rawValue), any: strings.text(.findAny),
                        values: inOrder(values, key)))
            } else if let value = values.first, value.count == pages.count, key == .kind || key == .community {
                fixed.append(FixedChoice(key: key.rawValue, value: value.value))
            }
        }
        return ListSearch(
            action: listHref("search/"), label: strings.text(.listSearch), filters: filters, fixed: fixed)
    }

    private func inOrder(_ values: [FacetValue], _ key: FacetKey) -> [FacetValue] {
        let order = ownOrder(of: key)
        if !order.isEmpty {
            func rank(_ value: FacetValue) -> Int { order.firstIndex(of: value.value) ?? order.count }
            return values.sorted { rank($0) < rank($1) }
        }
        let alphabet = Alphabet(language: language)
        let keys = values.map { (key: alphabet.key(of: $0.label), value: $0) }
        let sorted = keys.sorted { $0.key == $1.key ? $0.value.value < $1.value.value : $0.key < $1.key }
        return sorted.map(\.value)
    }

    /// What the search knows of a page, by the facets that it has.
    private func searched(_ page: Page) -> [(FacetKey, String)] {
        let kind: String
        var topics = page.metadata.topics
        switch page.content {
        case .resource(let resource): kind = resource.kind.rawValue
        case .post(let post): kind = post.kind.rawValue
        case .person(let person):
            kind = page.kind.rawValue
            topics = person.skills.map(\.topic) + person.offers.flatMap(\.topics)
        default: kind = page.kind.rawValue
        }
        var values: [(FacetKey, String)] = [(.kind, kind), (.language, page.language)]
        values += Set(topics).map { (.topic, $0.rawValue) }
        if let community = page.community, page.kind != .community { values.append((.community, site[community].slug)) }
        if let level = page.resource?.level { values.append((.level, level)) }
        if let length = page.lengthClass { values.append((.length, length.rawValue)) }
        if let freshness = page.freshness(on: today) { values.append((.freshness, freshness.rawValue)) }
        if let way = page.metadata.way { values.append((.way, way.rawValue)) }
        if let circle = page.metadata.circle { values.append((.circle, circle.rawValue)) }
        return values
    }
}
