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
            case .page(let page): page.title
            case .topic(_, let title): title
            }
        }
    }

    /// Shows each, in no order. Linear in the number of pages.
    static func visit(_ site: Site, in language: String, _ show: (Item) -> Void) {
        let isInOneLanguage = !site.relations.hasTranslations
        for page in site.pages where page.original == nil && page.kind != .home && !page.isArchived {
            let isSeen = isInOneLanguage || page.language == language
            show(.page(isSeen ? page : site.page(page.id, in: language)))
        }
        for topic in site.topics where topic.page == nil { show(.topic(topic, site.label(of: topic, in: language))) }
    }

    /// By language the letters that have a page of their own: none on a site whose titles stand on one page.
    static func letters(of site: Site) -> [String: [Alphabet.Letter]] {
        var letters: [String: [Alphabet.Letter]] = [:]
        for language in site.settings.languages {
            let alphabet = Alphabet(language: language)
            var count = 0
            var found: Set<Alphabet.Letter> = []
            visit(site, in: language) { item in
                count += 1
                found.insert(alphabet.letter(of: item.title))
            }
            if count > mostTogether { letters[language] = found.sorted() }
        }
        return letters
    }

    /// Where the titles with a letter are, in the folder of a language.
    static func path(of letter: Alphabet.Letter) -> String { "search/titles/\(letter.slug)/" }
}
