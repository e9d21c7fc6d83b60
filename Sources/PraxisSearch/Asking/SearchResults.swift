/// What was found.
package struct SearchResults: Sendable {
    /// How many pages in all.
    package var total: Int
    /// Whether there are no more than `total`: of pages that may hold a quotation only the best are looked through.
    package var isWhole: Bool
    /// Those that were asked for, best first.
    package var results: [SearchResult]
    /// How many pages each value would leave, given the query and the choices by the other facets; the most frequent first.
    package var facets: [SearchFacet: [Count]]
    /// Words of the query that stand on no page, in its order.
    package var missing: [MissingWord]

    package struct Count: Sendable, Equatable {
        package var value: String
        /// What readers see.
        package var label: String
        package var count: Int
    }
}

/// A word that was asked for and stands on no page.
package struct MissingWord: Sendable, Codable, Equatable {
    /// In small letters.
    package var word: String
    /// What was looked for instead, the nearest first; empty if nothing is near.
    package var instead: [String]
}

/// A page that was found.
package struct SearchResult: Sendable, Equatable {
    /// Relative to the site's root: `communities/agile/`.
    package var url: String
    package var title: String
    /// As readers choose by it: `video`, `story`, `person`.
    package var kind: String
    /// The identifier of its community.
    package var community: String?
    /// A BCP 47 tag.
    package var language: String
    package var isArchived: Bool
    /// Only to be compared with others of the same query.
    package var score: Int
}

/// The order of results. Ties go to the better score, then to the site's first language, then to the address.
package enum SearchSort: String, CaseIterable, Sendable {
    case relevance
    /// The newest first.
    case date
    case title
}

extension MissingWord {
    init(_ word: [UInt8], instead: [[UInt8]]) {
        self.word = String(decoding: word, as: UTF8.self)
        self.instead = instead.map { String(decoding: $0, as: UTF8.self) }
    }
}
