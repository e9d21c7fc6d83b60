/// The index of one language, read from its files as it is asked.
struct LanguageIndex {
    let manifest: IndexManifest.Language
    /// Its place in the manifest.
    let number: Int
    let columns: Columns
    private let files: IndexFiles

    init(_ manifest: IndexManifest.Language, number: Int, files: IndexFiles) throws {
        self.manifest = manifest
        self.number = number
        self.files = files
        columns = try files.piece("columns", of: manifest.columns, as: IndexPieces.Columns.self) {
            Columns($0, count: manifest.count, language: number)
        }
    }

    /// What each page can be chosen and sorted by, as numbers into the manifest's values.
    struct Columns {
        fileprivate let values: [[[Int]]]
        let date: [Int]
        let titleLength: [Int]
        let titleRank: [Int]
        /// The other languages that a page is there in, as bits.
        let versions: [Int]

        /// What a page has of a facet: indices into the manifest's values.
        func values(of facet: SearchFacet, at page: Int) -> [Int] { values[facet.index][page] }
    }

    /// Some forms in a row.
    struct Lexicon {
        let forms: [[UInt8]]
        let terms: [Int]
        let counts: [Int]
        let numbers: [[UInt8]: Int]
    }

    /// The lexicon's shard that holds a word, if any does, and those with what begins with it.
    func lexicons(of word: [UInt8], withCompletions: Bool) throws -> [Lexicon] {
        let shards = manifest.lexicon
        let text = String(decoding: word, as: UTF8.self)
        var number = shards.shard(of: text) { $0.utf16.lexicographicallyPrecedes($1.utf16) }
        var found = [try lexicon(number)]
        while withCompletions, number + 1 < shards.starts.count, shards.starts[number + 1].utf8.starts(with: word) {
            number += 1
            found.append(try lexicon(number))
        }
        return found
    }

    /// The whole lexicon.
    func lexicons() throws -> [Lexicon] {
        try manifest.lexicon.files.indices.map(lexicon)
    }

    /// Where a term stands: page, impact and places, in the order of pages.
    func postings(of term: Int) throws -> VarintReader {
        let shard = manifest.postings.shard(of: term, isBefore: <)
        let place = term - manifest.postings.starts[shard]
        let lists = try files.piece("postings/\(shard)", of: manifest.postings.files[shard], as: [String].self) { $0 }
        guard lists.indices.contains(place), let bytes = Base64.decode(lists[place]) else {
            throw SearchIndexError.damaged(IndexFormat.folder + manifest.postings.files[shard])
        }
        return VarintReader(bytes)
    }

    /// A page's address, relative to the root, and its title.
    func row(of page: Int) throws -> (url: String, title: String) {
        let group = page / IndexManifest.pagesPerGroup
        let file = manifest.pages[group]
        let pages = try files.piece("pages/\(group)", of: file, as: IndexPieces.Pages.self) { $0 }
        let place = page % IndexManifest.pagesPerGroup
        guard pages.rows.indices.contains(place), pages.rows[place].count == 2 else {
            throw SearchIndexError.damaged(IndexFormat.folder + file)
        }
        return (pages.rows[place][0], pages.rows[place][1])
    }

    private func lexicon(_ number: Int) throws -> Lexicon {
        let file = manifest.lexicon.files[number]
        return try files.piece("lexicon/\(number)", of: file, as: IndexPieces.Lexicon.self, prepare: Lexicon.init)
    }
}

extension LanguageIndex.Columns {
    /// `nil` if a column has not a value for each page.
    init?(_ data: IndexPieces.Columns, count: Int, language: Int) {
        func numbers(_ text: String) -> [Int]? {
            guard let bytes = Base64.decode(text) else { return nil }
            var reader = VarintReader(bytes)
            return (0..<count).map { _ in reader.number() }
        }
        guard let kind = numbers(data.kind), let community = numbers(data.community), let level = numbers(data.level),
            let status = numbers(data.status), let date = numbers(data.date),
            let titleLength = numbers(data.titleLength), let titleRank = numbers(data.titleRank),
            let versions = numbers(data.versions), let topicBytes = Base64.decode(data.topic)
        else { return nil }
        var topics = VarintReader(topicBytes)
        // In the order of `SearchFacet.allCases`.
        values = [
            kind.map { [$0] },
            community.map { $0 > 0 ? [$0 - 1] : [] },
            (0..<count).map { _ in (0..<min(topics.number(), topicBytes.count)).map { _ in topics.number() } },
            level.map { $0 > 0 ? [$0 - 1] : [] },
            Array(repeating: [language], count: count),
            status.map { [$0] },
        ]
        self.date = date
        self.titleLength = titleLength
        self.titleRank = titleRank
        self.versions = versions
    }
}

extension LanguageIndex.Lexicon {
    /// `nil` if it is not what the builder writes.
    init?(_ data: IndexPieces.Lexicon) {
        guard let termBytes = Base64.decode(data.terms), let countBytes = Base64.decode(data.counts) else { return nil }
        var differences = VarintReader(termBytes)
        var pages = VarintReader(countBytes)
        var term = 0
        forms = data.forms.utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
        terms = forms.map { _ in
            term += differences.signed()
            return term
        }
        counts = forms.map { _ in pages.number() }
        numbers = Dictionary(forms.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        guard terms.allSatisfy({ $0 >= 0 }) else { return nil }
    }
}
