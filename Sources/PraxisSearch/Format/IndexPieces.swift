/// The parts of one language's index as they are read back. Each is the second argument of one `PraxisSearch.register`.
enum IndexPieces {
    /// What each page can be chosen and sorted by: per page one varint, in Base64.
    struct Columns: Codable {
        /// Indices into the manifest's kinds.
        var kind: String
        /// Indices into the manifest's communities, from 1; 0 for none.
        var community: String
        /// For each page how many topics, then their indices.
        var topic: String
        /// As `community`.
        var level: String
        /// 1 for archived, else 0.
        var status: String
        /// Days since 1970-01-01 and 1 more; 0 for none.
        var date: String
        /// Different words in the title.
        var titleLength: String
        /// The place of the title among all the site's.
        var titleRank: String
        /// The other languages that a page is there in, a bit for each in the manifest's order.
        var versions: String
    }

    /// Titles and addresses of some pages in a row, and where their texts are.
    struct Pages: Codable {
        /// Address and title.
        var rows: [[String]]
        /// The files of `texts/N`, and the first page of each, which is its N.
        var texts: IndexManifest.Shards<Int>
    }

    /// Some forms in a row.
    struct Lexicon: Codable {
        /// Divided by spaces, in the order of UTF-16.
        var forms: String
        /// By form the difference of its term from the one before (signed varint, Base64).
        var terms: String
        /// By form the number of pages of its term (varint, Base64).
        var counts: String
    }

    /// Some terms in a row: for each a Base64 of its pages: the difference of the page from the one before (varint), the
    /// impact and the places (a byte each).
    typealias Postings = [String]
}
