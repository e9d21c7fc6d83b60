import PraxisModel

extension ViewMaker {
    /// A form that looks among the items of a list, by the facets that the search has.
    func search(in list: GrowingList, _ pages: [PageID]) -> ListSearch? {
        let counts = counts(of: pages.map(page))
        var (filters, fixed): ([FilterView], [FixedChoice]) = ([], [])
        var facets = Facet.allCases
        if case .resources(let topic) = list {
            fixed.append(FixedChoice(key: Facet.topic.rawValue, value: topic.rawValue))
            facets.removeAll { $0 == .topic }
        }
        // Each community would be the only one of its own.
        if list.kind == .community { facets.removeAll { $0 == .community } }
        for key in facets {
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

    private func inOrder(_ values: [FacetValue], _ key: Facet) -> [FacetValue] {
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
}
