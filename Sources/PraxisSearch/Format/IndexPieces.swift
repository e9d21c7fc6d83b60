/// The parts of one language's index. Each is the second argument of one `PraxisSearch.register`.
///
/// docs/search-index.md describes them byte by byte.
enum IndexPieces {
    /// The piece `facets`: what pages can be chosen by besides the manifest's columns, in the order of these.
    struct Facets: Codable {
        /// For each page how many topics, then their indices in the manifest's values (varints, packed).
        var topic: String
        /// Indices into the manifest's levels, from 1; 0 for none (varint, packed).
        var level: String
    }

    /// The piece `sorting`: what pages can be sorted by, in the order of the manifest's columns.
    struct Sorting: Codable {
        /// Days since 1970-01-01 and 1 more; 0 for none (varint, packed).
        var date: String
        /// The place of the title among all the site's (varint, packed).
        var title: String
    }

    /// A piece `titles/N`: addresses and titles of some pages, in the order of addresses, and where their texts are.
    struct Titles: Codable {
        /// Page numbers (varint, packed).
        var numbers: String
        /// Relative to the site's root, divided by line ends.
        var urls: String
        /// Divided by line ends.
        var titles: String
        /// The files of `texts/N`, and the first row of each; N is the number of its page.
        var texts: IndexManifest.Shards<Int>
    }

    /// A piece `words/S`: some forms, and where their terms stand.
    struct Words: Codable {
        /// In order without accents, then with; divided by spaces.
        var forms: String
        /// By form how far its term lies before the next new one, 0 for a new one (varint, packed).
        var terms: String
        var lists: Lists
    }

    /// Where some terms stand: their lists one after another.
    struct Lists: Codable {
        /// By term the number of its pages (varint, packed).
        var counts: String
        /// By page how much its number is above the one before in the list (varint, packed).
        var gaps: String
        /// By page how much the term weighs on it, as a step of `Scale` (a byte, packed).
        var weights: String
        /// By page where it stands, as `WordPlaces` (a byte, packed).
        var places: String
    }

    /// A piece `spelling/N`: forms by their last letters, to find what a misspelt word may have been.
    struct Spelling: Codable {
        /// Divided by spaces.
        var forms: String
        /// By form the number of its pages, as a binary logarithm (a byte, packed).
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
