/// The parts of one language's index. Each is the second argument of one `PraxisSearch.register`.
///
/// Numbers are `PackedNumbers`. docs/search-index.md describes all byte by byte.
enum IndexPieces {
    /// The piece `facets`: columns by name of what pages can be chosen by besides the manifest's, in the order of these.
    ///
    /// `topicCounts` has by page how many topics it has, `topics` their indices in the manifest's values, page by page. An
    /// attribute that any page has stands under its own name: indices in the manifest's values, from 1; 0 for none.
    typealias Facets = [String: String]

    /// The piece `sorting`: what pages can be sorted by, in the order of the manifest's columns.
    struct Sorting: Codable {
        /// Days since 1970-01-01 and 1 more; 0 for none.
        var date: String
        /// The place of the title among all the site's.
        var title: String
    }

    /// A piece `titles/N`: addresses and titles of some pages, in the order of addresses, and where their texts are.
    struct Titles: Codable {
        /// Page numbers.
        var numbers: String
        /// Relative to the site's root, divided by line ends.
        var urls: String
        /// Divided by line ends.
        var titles: String
        /// The files of `texts/N`, and the first row of each; N is the number of its page.
        var texts: IndexManifest.Shards<Int>
    }

    /// A piece `leads`, beside lists: addresses and titles of the pages that rank first for their words, so that they need
    /// not be looked up in `titles/N`. A large index alone has any.
    struct Leads: Codable {
        /// Page numbers, in their order.
        var numbers: String
        /// As in `Titles`.
        var urls: String
        var titles: String
    }

    /// A piece `words/S`: some forms, and where their terms stand.
    struct Words: Codable {
        /// In order without accents, then with; divided by spaces.
        var forms: String
        /// By form how far its term lies before the next new one, 0 for a new one.
        var terms: String
        var lists: Lists
    }

    /// Where some terms stand: their lists one after another.
    struct Lists: Codable {
        /// How many terms.
        var lists: Int
        /// How many postings they have in all.
        var postings: Int
        /// As `PostingCodec` has them, in Base64.
        var bits: String
    }

    /// A piece `spelling/N`: forms by their last letters, to find what a misspelt word may have been.
    struct Spelling: Codable {
        /// Divided by spaces.
        var forms: String
        /// By form the number of its pages, as a binary logarithm.
        var counts: String
    }

    /// A piece `texts/N`: for some pages in the order of addresses the summary, the sections with identifier, heading and
    /// text, and what stands in no section.
    typealias Texts = [PageText]

    struct PageText: Codable {
        var summary: String
        var sections: [[String]]
        var fields: String

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            summary = try values.decode(String.self)
            sections = try values.decode([[String]].self)
            fields = try values.decode(String.self)
        }

        func encode(to encoder: any Encoder) throws {
            var values = encoder.unkeyedContainer()
            try values.encode(summary)
            try values.encode(sections)
            try values.encode(fields)
        }
    }
}
