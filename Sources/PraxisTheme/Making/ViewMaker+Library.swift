import PraxisModel

extension ViewMaker {
    /// Every resource, by kind, with facets. Linear in their number.
    func libraryPage() -> LibraryPage {
        let ids = relations.byKind[.resource] ?? []
        var counts: [FacetKey: [String: Int]] = [:]
        for page in ids.lazy.map(page) {
            guard let resource = page.resource else { continue }
            for (key, value) in ResourceFacets.values(of: page, resource, in: site) {
                counts[key, default: [:]][value, default: 0] += 1
            }
        }
        let keys = Set(FacetKey.allCases.filter { (counts[$0]?.count ?? 0) > 1 })
        var parts: [ResourceKind: [ResourceCard]] = [:]
        for page in ids.lazy.map(page) {
            guard let resource = page.resource, let card = resourceCard(page, facets: keys) else { continue }
            parts[resource.kind, default: []].append(card)
        }
        return LibraryPage(
            facets: FacetKey.allCases.filter(keys.contains).map { facet($0, counts[$0] ?? [:]) },
            countText: strings.text(.facetsShowing, count: ids.count),
            groups: ResourceKind.allCases.compactMap { kind in
                parts[kind].map {
                    ResourceGroup(id: kind.rawValue, label: strings.word(.kinds, kind.rawValue), items: $0)
                }
            },
            table: libraryTable)
    }

    /// A facet, its values in their own order, else the most frequent first.
    private func facet(_ key: FacetKey, _ counts: [String: Int]) -> FacetView {
        let order = ownOrder(of: key)
        let values = counts.map { value, count in
            let view = FacetValue(value: TextKey.Family.key(of: value), label: label(of: value, key), count: count)
            return (rank: order.firstIndex(of: value) ?? order.count, view: view)
        }.sorted { left, right in
            (left.rank, right.view.count, left.view.label, left.view.value)
                < (right.rank, left.view.count, right.view.label, right.view.value)
        }.map { $0.view }
        let rest = values.dropFirst(Self.shownValues)
        // One more would take as much room as the line that hides it.
        let shown = rest.count < 2 ? values : Array(values.prefix(Self.shownValues))
        return FacetView(
            key: key.rawValue, label: strings.word(.facet, key.rawValue), values: shown,
            more: rest.count < 2
                ? nil : FacetMore(label: strings.text(.facetsMore, count: rest.count), values: Array(rest)))
    }

    /// How many values of a facet are shown at once.
    private static let shownValues = 8

    /// The values of a facet from the least to the most; empty where one is not more than another.
    func ownOrder(of key: FacetKey) -> [String] {
        switch key {
        case .level: settings.levels.map(\.id)
        case .length: LengthClass.allCases.map(\.rawValue)
        case .freshness: Freshness.allCases.map(\.rawValue)
        case .kind, .topic, .community, .way, .circle, .language: []
        }
    }

    func label(of value: String, _ key: FacetKey) -> String {
        switch key {
        case .kind: strings.word(.kind, value)
        case .topic: site.topic(TopicID(value)).map { site.label(of: $0, in: language) } ?? value
        case .community: index.communities[value].map { page($0).metadata.title } ?? value
        case .level: level(value)
        case .length: strings.word(.length, value)
        case .freshness: strings.word(.freshness, value)
        case .way: strings.word(.way, value)
        case .circle: strings.word(.circle, value)
        case .language: strings.language(value)
        }
    }
}
