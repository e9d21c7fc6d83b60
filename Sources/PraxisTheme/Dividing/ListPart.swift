import PraxisModel

/// A part of a list that is too long for one page.
struct ListPart: Equatable, Sendable, Encodable {
    let key: PartKey
    /// Its pages by their numbers. In what order readers see them is worked out with the page, so that another title leaves
    /// what is worked out for the whole site as it was.
    let pages: [PageID]
    /// The topics without a page that are in it.
    let topics: [TopicID]
    /// What it is divided into; empty where its pages stand on one page.
    let parts: [ListPart]

    var count: Int { pages.count + topics.count }
}

extension [ListPart] {
    /// The same parts, whatever is in them: so another title leaves what is worked out for the whole site as it was.
    var withoutMembers: [ListPart] {
        map { ListPart(key: $0.key, pages: [], topics: [], parts: $0.parts.withoutMembers) }
    }

    /// The parts on the way to one, the outermost first; `nil` where there is none of that address.
    func way(to path: [String]) -> [ListPart]? {
        var way: [ListPart] = []
        var parts = self
        for slug in path {
            guard let part = parts.first(where: { $0.key.slug == slug }) else { return nil }
            way.append(part)
            parts = part.parts
        }
        return way
    }

    /// The addresses of all parts below the list's, each part before what it is divided into.
    var paths: [[String]] {
        flatMap { part in [[part.key.slug]] + part.parts.paths.map { [part.key.slug] + $0 } }
    }

    /// The way to the leaf that follows one, a leaf being a part whose pages stand on one page. Linear in how many parts stand
    /// beside those on the way.
    func leaf(after way: [ListPart]) -> [ListPart]? { leaf(beside: way, by: 1) { $0.first } }

    /// The way to the leaf before one.
    func leaf(before way: [ListPart]) -> [ListPart]? { leaf(beside: way, by: -1) { $0.last } }

    private func leaf(beside way: [ListPart], by step: Int, nearest: ([ListPart]) -> ListPart?) -> [ListPart]? {
        for depth in way.indices.reversed() {
            let siblings = depth == 0 ? self : way[depth - 1].parts
            guard let place = siblings.firstIndex(where: { $0.key == way[depth].key }),
                siblings.indices.contains(place + step)
            else { continue }
            var leaf = way.prefix(depth) + [siblings[place + step]]
            while let next = leaf.last.flatMap({ nearest($0.parts) }) { leaf.append(next) }
            return Array(leaf)
        }
        return nil
    }
}
