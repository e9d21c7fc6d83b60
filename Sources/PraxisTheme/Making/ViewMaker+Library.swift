import PraxisModel

extension ViewMaker {
    /// Every resource, by kind, with facets. Linear in their number.
    func libraryPage() -> LibraryPage {
        let pages = (relations.byKind[.resource] ?? []).map(page)
        let counts = counts(of: pages)
        let shown = Set(Facet.allCases.filter { (counts[$0]?.count ?? 0) > 1 })
        var parts: [ResourceKind: [ResourceCard]] = [:]
        for page in pages {
            guard let resource = page.resource, let card = resourceCard(page, facets: shown) else { continue }
            parts[resource.kind, default: []].append(card)
        }
        return LibraryPage(
            facets: Facet.allCases.filter(shown.contains).map { facet($0, counts[$0] ?? [:]) },
            countText: strings.text(.facetsShowing, count: pages.count),
            groups: ResourceKind.allCases.compactMap { kind in
                parts[kind].map {
                    ResourceGroup(id: kind.rawValue, label: strings.word(.kinds, kind.rawValue), items: $0)
                }
            },
            table: libraryTable)
    }

    /// A facet, its values in their own order, else the most frequent first.
    private func facet(_ key: Facet, _ counts: [String: Int]) -> FacetView {
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
}
