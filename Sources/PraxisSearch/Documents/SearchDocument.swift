internal import PraxisModel

/// What search knows of a page: its facts, and its text by field and section.
struct SearchDocument: Sendable {
    var facts: SearchFacts
    var summary: String
    /// Text that stands in no section.
    var fields: [(field: SearchField, text: String)]
    /// The text before the first heading, then each heading's own.
    var sections: [Section]

    /// What a page says in no section, each line once; without the words that it is only filed under.
    var fieldText: String {
        var seen: Set<Substring> = []
        return fields.lazy.filter(\.field.isShown).flatMap { $0.text.split(separator: "\n") }
            .filter { seen.insert($0).inserted }.joined(separator: " \u{B7} ")
    }

    struct Section: Sendable {
        /// The heading's identifier on the page; empty for the text before the first.
        var id: String
        var heading: String
        var text: String
    }
}

/// What search tells of a page, and what it can be chosen by.
struct SearchFacts: Sendable {
    /// Relative to the site's root: `communities/agile/`.
    var url: String
    var title: String
    /// As readers choose by it: `video`, `story`, `person`.
    var kind: String
    /// The identifier of its community.
    var community: String?
    var topics: [String]
    /// What it has of the facets of which a page has one value or none.
    var attributes: [SearchFacet: String]
    /// Days since 1970-01-01.
    var date: Int?
    /// A BCP 47 tag.
    var language: String
    /// The address that stands for a page in all of its languages; `nil` if it is in one.
    var original: String?
    var isArchived: Bool

    var isPerson: Bool { kind == PageKind.person.rawValue }
}

/// A part of a page, by how much its words tell.
enum SearchField: Sendable {
    case title, heading, note, people, skills, keywords, body
    /// The program's words for what somebody offers.
    case offers

    /// Whether readers find it on the page as it is.
    var isShown: Bool { self != .keywords && self != .offers }

    /// What one word in it adds to a word's weight in the page; one in the body adds 4. (Robertson, Zaragoza and Taylor,
    /// “Simple BM25 Extension to Multiple Weighted Fields”, 2004.)
    var weight: UInt16 {
        switch self {
        case .title: 16
        case .skills, .offers: 16
        case .heading: 10
        case .note: 8
        case .people: 6
        case .keywords: 5
        case .body: 4
        }
    }
}
