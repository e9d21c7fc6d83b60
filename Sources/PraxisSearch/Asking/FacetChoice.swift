/// What a reader has chosen by each facet, and how many pages each value would leave.
struct FacetChoice {
    /// By facet the numbers of the chosen values; `nil` where everything passes.
    private let chosen: [Set<Int>?]
    /// By facet and value the number of pages.
    private var counted: [[Int]]

    /// Pages must be live, unless the filters say something of their status.
    init(_ filters: [SearchFacet: [String]], values: [String: [String]]) {
        chosen = SearchFacet.allCases.map { facet in
            let wanted = filters[facet].flatMap { $0.isEmpty ? nil : $0 } ?? (facet == .status ? ["live"] : nil)
            return wanted.map { Set($0.map { values[facet.rawValue]?.firstIndex(of: $0) ?? -1 }) }
        }
        counted = SearchFacet.allCases.map { Array(repeating: 0, count: values[$0.rawValue]?.count ?? 0) }
    }

    /// Whether a page passes all choices.
    func passes(_ page: Int, _ columns: PageColumns) -> Bool {
        SearchFacet.allCases.allSatisfy { passes(page, columns, by: $0) }
    }

    private func passes(_ page: Int, _ columns: PageColumns, by facet: SearchFacet) -> Bool {
        guard let wanted = chosen[facet.index] else { return true }
        return columns.values(of: facet, at: page).contains(where: wanted.contains)
    }

    /// The facets by whose choices a page does not pass.
    func failed(_ page: Int, _ columns: PageColumns) -> [SearchFacet] {
        SearchFacet.allCases.filter { !passes(page, columns, by: $0) }
    }

    /// Counts a page among those of what it has of a facet.
    mutating func count(_ page: Int, _ columns: PageColumns, by facet: SearchFacet) {
        for value in columns.values(of: facet, at: page) where counted[facet.index].indices.contains(value) {
            counted[facet.index][value] += 1
        }
    }

    /// The values with any page, the most frequent first, and those that are chosen.
    func counts(of facet: SearchFacet) -> [(number: Int, count: Int)] {
        counted[facet.index].enumerated().map { ($0, $1) }
            .filter { $0.1 > 0 || chosen[facet.index]?.contains($0.0) == true }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }
}
