import PraxisModel

/// All titles and topics of a site, as its index from A to Z has them.
enum TitleIndex {
    /// How many there may be for the page of the search to have them all.
    static let mostTogether = 500

    /// Something with a title.
    enum Item {
        case page(Page)
        /// One without a page of its own, with what it is called.
        case topic(Topic, String)

        var title: String {
            switch self {
            case .page(let page): page.metadata.title
            case .topic(_, let title): title
            }
        }
    }

    /// In no order. Linear in the number of pages.
    static func items(of site: Site, in language: String) -> [Item] {
        let pages = site.pages
            .filter { $0.original == nil && $0.kind != .home && !$0.metadata.isArchived }
            .map { Item.page(site.page($0.id, in: language)) }
        return pages + site.topics.filter { $0.page == nil }.map { .topic($0, site.label(of: $0, in: language)) }
    }

    /// By language the letters that have a page of their own: none on a site whose titles stand on one page.
    static func letters(of site: Site) -> [String: [Alphabet.Letter]] {
        var letters: [String: [Alphabet.Letter]] = [:]
        for language in site.settings.languages {
            let items = items(of: site, in: language)
            guard items.count > mostTogether else { continue }
            let alphabet = Alphabet(language: language)
            letters[language] = Set(items.map { alphabet.letter(of: $0.title) }).sorted()
        }
        return letters
    }

    /// Where the titles with a letter are, in the folder of a language.
    static func path(of letter: Alphabet.Letter) -> String { "search/titles/\(letter.slug)/" }
}
