/// The index of one language, read from its files as it is asked.
struct LanguageIndex {
    let manifest: IndexManifest.Language
    /// Its place in the manifest.
    let number: Int
    let columns: PageColumns
    let common: CommonForms
    private let files: IndexFiles

    /// - Throws: What reading throws; `SearchIndexError.damaged`.
    init(_ manifest: IndexManifest.Language, number: Int, files: IndexFiles) throws {
        self.manifest = manifest
        self.number = number
        self.files = files
        var facets: IndexPieces.Facets?
        if !manifest.facets.isEmpty {
            facets = try files.piece("facets", of: manifest.facets, as: IndexPieces.Facets.self) { $0 }
        }
        let (words, titles) = (manifest.words, manifest.titles)
        guard 0..<1 << 32 ~= manifest.averageLength, !words.files.isEmpty, words.files.count == words.starts.count,
            titles.files.count == titles.starts.count, !manifest.spelling.isEmpty,
            let columns = PageColumns(manifest, facets: facets, language: number),
            let common = CommonForms(manifest.common)
        else { throw SearchIndexError.damaged(IndexFormat.folder + IndexFormat.manifestName) }
        self.columns = columns
        self.common = common
    }

    /// Letters of a language's alphabet, which are none with an accent to those who read it.
    private static let ownLetters = [
        "sv": "åäö", "fi": "åäö", "nb": "æøå", "nn": "æøå", "no": "æøå", "da": "æøå", "de": "äöü", "es": "ñ",
    ]

    /// Whether a form has any of the language's own letters beyond those of Latin.
    func hasOwnLetters(_ form: [UInt8]) -> Bool {
        guard let own = Self.ownLetters[String(manifest.code.prefix { $0 != "-" })] else { return false }
        return String(decoding: form, as: UTF8.self).contains { own.contains($0) }
    }

    /// The shard whose words begin as a word does.
    func shardNumber(of plain: [UInt8]) -> Int {
        manifest.words.shard(of: String(decoding: plain, as: UTF8.self))
    }

    /// The shards after one that begin with a word.
    func shardNumbers(after first: Int, beginningWith plain: [UInt8]) -> [Int] {
        var numbers: [Int] = []
        var next = first + 1
        while next < manifest.words.starts.count, manifest.words.starts[next].utf8.starts(with: plain) {
            numbers.append(next)
            next += 1
        }
        return numbers
    }

    func words(_ shard: Int) throws -> WordShard {
        let start = manifest.words.starts[shard]
        return try files.piece(
            "words/\(start)", of: manifest.words.files[shard], as: IndexPieces.Words.self, prepare: WordShard.init)
    }

    /// Forms whose last letters are a word's.
    func spelling(of plain: [UInt8]) throws -> SpellingBucket {
        let number = SpellingBuckets.bucket(of: plain, among: manifest.spelling.count)
        return try files.piece(
            "spelling/\(number)", of: manifest.spelling[number], as: IndexPieces.Spelling.self,
            prepare: SpellingBucket.init)
    }

    /// Where a term stands.
    func list(_ reference: ListReference) throws -> (lists: PostingBlock, list: Int) {
        switch reference {
        case .rare(let shard, let list): return (try words(shard).lists, list)
        case .common(let term):
            let (bundle, name, place) = common.place(of: term)
            let lists = try files.piece(
                "common/\(name)", of: manifest.common.files[bundle], as: IndexPieces.Lists.self,
                prepare: PostingBlock.init)
            return (lists, place)
        }
    }

    /// By place of a page its day, from 1970-01-01 and 1 more, and the rank of its title.
    func sorting() throws -> (date: [Int], title: [Int]) {
        let count = manifest.count
        return try files.piece("sorting", of: manifest.sorting, as: IndexPieces.Sorting.self) { data in
            guard let date = PackedNumbers.numbers(of: data.date), let title = PackedNumbers.numbers(of: data.title),
                date.count == count, title.count == count
            else { return nil }
            return (date, title)
        }
    }

    /// A page's address, relative to the root, and its title.
    func row(of page: Int) throws -> (url: String, title: String) {
        let (titles, row, _) = try titleRow(of: page)
        return (titles.urls[row], titles.titles[row])
    }

    /// A page's texts.
    func text(of page: Int) throws -> IndexPieces.PageText {
        let (titles, row, _) = try titleRow(of: page)
        let shard = (titles.textStarts.lastIndex { $0 <= row }) ?? 0
        guard titles.textFiles.indices.contains(shard), titles.numbers.indices.contains(titles.textStarts[shard]) else {
            throw SearchIndexError.damaged(IndexFormat.folder + IndexFormat.manifestName)
        }
        let first = titles.textStarts[shard]
        let file = titles.textFiles[shard]
        let texts = try files.piece("texts/\(titles.numbers[first])", of: file, as: IndexPieces.Texts.self) { $0 }
        guard texts.indices.contains(row - first) else { throw SearchIndexError.damaged(IndexFormat.folder + file) }
        return texts[row - first]
    }

    private func titleRow(of page: Int) throws -> (titles: TitleRows, row: Int, file: String) {
        let group = columns.titles[page]
        guard manifest.titles.files.indices.contains(group), manifest.titles.starts.indices.contains(group) else {
            throw SearchIndexError.damaged(IndexFormat.folder + IndexFormat.manifestName)
        }
        let file = manifest.titles.files[group]
        let titles = try files.piece(
            "titles/\(manifest.titles.starts[group])", of: file, as: IndexPieces.Titles.self, prepare: TitleRows.init)
        guard let row = titles.rowOfNumber[columns.numbers[page]] else {
            throw SearchIndexError.damaged(IndexFormat.folder + file)
        }
        return (titles, row, file)
    }
}
