import PraxisModel

/// Divides lists that are too long for one page.
///
/// A list is divided by what its pages keep: their kind, the year and month of their day, the letters of their titles. Never by
/// number, as then each new page would move all others along. A part that is too long is divided again by the next of these;
/// its address stays and leads to the new parts.
struct ListDivider {
    let site: Site
    let language: String
    private let alphabet: Alphabet

    /// How many rows one page has at the most, unless nothing sets its pages apart.
    static let mostTogether = 500

    /// The folder of the parts, in that of their list. No page of a file is in a folder of that name there.
    static let folder = "all"

    init(_ site: Site, language: String) {
        self.site = site
        self.language = language
        alphabet = Alphabet(language: language)
    }

    /// By language the parts of the lists that are too long. Linear in the number of pages, but for sorting.
    static func divisions(of site: Site) -> [String: [GrowingList: [ListPart]]] {
        var divisions: [String: [GrowingList: [ListPart]]] = [:]
        for list in GrowingList.all(of: site) {
            let pages = list.pages(of: site)
            guard pages.count > mostTogether else { continue }
            for language in site.settings.languages {
                divisions[language, default: [:]][list] =
                    ListDivider(site, language: language).parts(of: pages, by: list.levels[...])
            }
        }
        return divisions
    }

    private func parts(of pages: [PageID], by levels: ArraySlice<PartLevel>) -> [ListPart] {
        guard pages.count > Self.mostTogether, let level = levels.first else { return [] }
        let parts = Dictionary(grouping: pages) { key(of: $0, by: level) }
        return parts.sorted { $0.key < $1.key }.map { key, pages in
            // What has no year has no month.
            let below = key == .undated ? PartLevel.letters[...] : levels.dropFirst()
            return ListPart(key: key, pages: pages.sorted(), parts: self.parts(of: pages, by: below))
        }
    }

    private func key(of id: PageID, by level: PartLevel) -> PartKey {
        let page = site[id]
        switch level {
        case .kind: return .kind(ViewMaker.kind(of: page))
        case .pageKind: return .pageKind(page.kind)
        case .year: return page.dayInLists.map { .year($0.year) } ?? .undated
        case .month: return page.dayInLists.map { .month($0.month) } ?? .undated
        case .letter(let place):
            return .letter(alphabet.letter(place, of: site.page(id, in: language).metadata.title))
        }
    }
}

extension Page {
    /// The day by which lists have it.
    fileprivate var dayInLists: Day? {
        switch content {
        case .resource(let resource): resource.added
        case .post(let post): post.date
        case .question(let question): question.asked
        case .event(let event): event.start.day
        default: nil
        }
    }
}
