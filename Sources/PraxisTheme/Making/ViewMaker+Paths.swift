import PraxisModel

extension ViewMaker {
    /// Where a page stands in learning paths, with the steps before and after it; paths that are archived are left out.
    func places(of page: Page) -> [PathPlace] {
        let id = page.original ?? page.id
        return (relations.pathsContaining[id] ?? []).compactMap { path in
            site[path].metadata.isArchived ? nil : place(of: id, in: self.page(path))
        }
    }

    /// Where a page first stands in a path.
    private func place(of id: PageID, in path: Page) -> PathPlace? {
        guard let items = path.learningPath?.items,
            let place = items.firstIndex(where: { leads($0.target, to: id) })
        else { return nil }
        return PathPlace(
            label: "\(kind(of: path).label): \(path.metadata.title)", path: link(to: path),
            text: strings.text(
                .pathPlace, ["number": strings.number(place + 1), "count": strings.number(items.count)]),
            previous: items[..<place].lazy.reversed().compactMap(step).first,
            next: items[(place + 1)...].lazy.compactMap(step).first)
    }

    private func leads(_ target: LinkOrReference, to id: PageID) -> Bool {
        guard case .reference(.page(let page)) = target else { return false }
        return (site[page].original ?? page) == id
    }

    /// A step that one can open.
    private func step(_ item: LearningPath.Item) -> PathStepLink? {
        guard let link = link(to: item.target) else { return nil }
        if case .link = item.target { return PathStepLink(link: link, isExternal: true) }
        return PathStepLink(link: link, isExternal: false)
    }
}
