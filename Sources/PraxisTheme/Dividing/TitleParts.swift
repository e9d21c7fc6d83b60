import PraxisModel

/// The titles of a site from A to Z, divided, with what stands in each part.
///
/// It is not in the site's index, which knows only what parts there are: another title may move its page from one part to
/// another, and then just the pages that show titles are made anew.
struct TitleParts: Sendable {
    private let divisions: [String: [ListPart]]

    /// Linear in the number of pages, but for sorting.
    init(of site: Site) {
        divisions = ListDivider.parts(of: .titles, in: site)
    }

    /// What titles are divided into in a language; empty where they stand on one page.
    subscript(language: String) -> [ListPart] { divisions[language] ?? [] }

    /// By language what parts there are, whatever is in them.
    var withoutMembers: [String: [ListPart]] { divisions.mapValues(\.withoutMembers) }
}
