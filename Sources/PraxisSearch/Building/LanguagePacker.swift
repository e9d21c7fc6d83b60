internal import PraxisBytes

/// Divides the index of one language into files.
struct LanguagePacker {
    private let code: String
    /// In the order of their numbers, as all that goes by page.
    private var pages: [AnalysedPage]
    private let numbers: [Int]
    /// The pages in the order of their addresses, divided into the pieces that have their titles.
    private let titleRuns: [[Int]]
    /// The size of most pieces of texts: rounded to a step of `Scale`, so that an edit does not move all boundaries.
    private let textsTarget: Int
    /// To two binary digits, so that an edit to one page does not change it.
    private let averageLength: Int

    /// Below this many bytes a language's index is one file, its texts apart.
    private static let smallIndex = 256 * 1024
    /// About so many bytes of addresses and titles go into one piece.
    private static let titlesTarget = 14 * 1024
    /// At least about so many bytes of text go into one piece, and more where that would make too many.
    private static let leastTexts = 24 * 1024
    private static let mostTextPieces = 850

    /// - Parameters:
    ///   - code: The language.
    ///   - pages: In the order of their addresses.
    init(code: String, pages: [AnalysedPage]) {
        let runs = Boundaries.runs(
            of: pages.map { $0.facts.url.utf8.count + $0.facts.title.utf8.count + 4 }, marks: pages.map(Self.mark),
            target: Self.titlesTarget)
        let numbered = PageNumbers(
            of: pages.map(\.facts.url), communities: pages.map(\.facts.community), lengths: pages.map(\.length))
        var placeOfPage = Array(repeating: 0, count: pages.count)
        for (place, page) in numbered.order.enumerated() { placeOfPage[page] = place }
        self.code = code
        self.pages = numbered.order.map { pages[$0] }
        numbers = numbered.order.map { numbered.numbers[$0] }
        titleRuns = runs.map { run in run.map { placeOfPage[$0] } }
        let texts = pages.reduce(0) { $0 + $1.text.count }
        textsTarget = max(Self.leastTexts, Scale.value(of: Int(Scale.step(of: texts / Self.mostTextPieces))))
        let average = pages.isEmpty ? 1 : max(1, pages.reduce(0) { $0 + $1.length } / pages.count)
        let unit = max(1, (1 << (Int.bitWidth - 1 - average.leadingZeroBitCount)) / 4)
        averageLength = average / unit * unit
    }

    /// What says whether a piece may begin with a page.
    private static func mark(_ page: AnalysedPage) -> UInt64 { StableHash.value(of: Array(page.facts.url.utf8)) }

    /// Makes all files; gives what the manifest says of the language. Linear in the number of words in all.
    ///
    /// What pages hold is let go of when it is written.
    ///
    /// - Parameters:
    ///   - makeColumns: Is given the pages in the order of columns.
    ///   - write: Is given each file when it is made.
    ///   - release: Called when much of what pages held is free.
    mutating func pack(
        makeColumns: ([AnalysedPage]) -> FacetColumns, write: FileWriter, release: () -> Void
    ) rethrows -> IndexManifest.Language {
        let pageNumbers = numbers
        // First, since texts are half of what pages hold.
        let titles = try titleRuns.map { FilePart(try titlePiece($0, write: write)) }
        let index = InvertedIndex(taking: &pages, language: code, release: release)
        let common = CommonWords(of: index)
        let rarer = index.forms.filter { !common.contains($0.term) }
        let shards = WordShards(rarer, of: index, numbers: numbers)
        let spelling = SpellingBuckets(rarer, of: index)
        // In each piece by number, which is shorter to write than in the order of addresses.
        let order = titleRuns.flatMap { $0.sorted() }
        let columns = makeColumns(order.map { pages[$0] })
        let commonInTitle = common.countsInTitles(of: pages, in: index)

        let leads = LeadingPages(of: pages, order: order, averageLength: averageLength)
        func leadsPiece(of terms: some Sequence<Int>, inTitles: Bool) -> Piece {
            let lists = terms.lazy.map { index.postings[$0] }
            return Piece("leads") { leads.write(for: lists, inTitles: inTitles, numbers: pageNumbers, to: &$0) }
        }
        var parts = titles
        for shard in 0..<shards.count {
            parts.append(
                FilePart(
                    Piece("words/\(shards.starts[shard])") { shards.write(shard, to: &$0) },
                    leads: leadsPiece(of: shards.terms(of: shard), inTitles: true)))
        }
        for bundle in 0..<common.bundleCount {
            parts.append(
                FilePart(
                    Piece("common/\(common.name(of: bundle))") {
                        common.write(bundle, of: index, numbers: pageNumbers, to: &$0)
                    },
                    leads: leadsPiece(of: common.terms(of: bundle), inTitles: false)))
        }
        for bucket in 0..<spelling.count {
            parts.append(FilePart(Piece("spelling/\(bucket)") { spelling.write(bucket, to: &$0) }))
        }
        parts.append(FilePart(Piece("sorting") { columns.writeSorting(to: &$0) }))
        if columns.hasFacets { parts.append(FilePart(Piece("facets") { columns.writeFacets(to: &$0) })) }

        var names = try names(of: parts, write: write)[...]
        func next(_ count: Int) -> [String] {
            defer { names = names.dropFirst(count) }
            return Array(names.prefix(count))
        }
        let titleFiles = next(titles.count)
        let wordFiles = next(shards.count)
        let commonFiles = next(common.bundleCount)
        let spellingFiles = next(spelling.count)
        let sortingFile = next(1)[0]
        let facetsFile = columns.hasFacets ? next(1)[0] : ""
        return IndexManifest.Language(
            code: code, count: pages.count, averageLength: averageLength,
            columns: columns.columns(
                numbers: order.map { numbers[$0] }, titles: titleRuns.map(\.count),
                titleLengths: order.map { pages[$0].titleLength },
                commonInTitle: order.map { commonInTitle[$0] }),
            facets: facetsFile, sorting: sortingFile,
            titles: .init(starts: titleRuns.map { numbers[$0[0]] }, files: titleFiles),
            words: .init(starts: shards.starts, files: wordFiles),
            common: common.entry(of: index, files: commonFiles), spelling: spellingFiles)
    }

    /// Addresses and titles of some pages; writes the files of their texts.
    ///
    /// Pages of one folder stand together, so that the results of a query need few of the pieces.
    private mutating func titlePiece(_ places: [Int], write: FileWriter) rethrows -> Piece {
        let pages = places.map { self.pages[$0] }
        let numbers = places.map { self.numbers[$0] }
        let runs = Boundaries.runs(of: pages.map(\.text.count), marks: pages.map(Self.mark), target: textsTarget)
        let texts = try runs.map { run in
            let piece = Piece("texts/\(numbers[run.lowerBound])") { $0.list(pages[run]) { $0.raw($1.text) } }
            return try file(of: [piece], write: write)
        }
        for place in places { self.pages[place].dropText() }
        return Piece("titles/\(numbers.first ?? 0)") { writer in
            writer.object([
                "numbers": { $0.packed(numbers) },
                "urls": { $0.lines(pages.map(\.facts.url)) },
                "titles": { $0.lines(pages.map(\.facts.title)) },
                "texts": { writer in
                    writer.object([
                        "starts": { $0.list(runs) { $0.raw(String($1.lowerBound)) } },
                        "files": { $0.list(texts) { $0.string($1) } },
                    ])
                },
            ])
        }
    }

    /// A part of the index under its name.
    private struct Piece {
        let name: String
        let json: [UInt8]

        init(_ name: String, write: (inout ScriptWriter) -> Void) {
            var writer = ScriptWriter()
            write(&writer)
            self.name = name
            json = writer.bytes
        }
    }

    /// A piece, and the leads that stand beside it where it has a file of its own.
    private struct FilePart {
        let piece: Piece
        let leads: Piece?

        init(_ piece: Piece, leads: Piece? = nil) {
            self.piece = piece
            self.leads = leads
        }
    }

    /// Writes pieces, all into one file where they are small, else each into its own; gives the file of each.
    private func names(of parts: [FilePart], write: FileWriter) rethrows -> [String] {
        let size = parts.reduce(0) { $0 + $1.piece.json.count }
        if size < Self.smallIndex {
            return Array(repeating: try file(of: parts.map(\.piece), write: write), count: parts.count)
        }
        return try parts.map { try file(of: [$0.piece] + ($0.leads.map { [$0] } ?? []), write: write) }
    }

    /// Writes a file that holds some pieces; gives its name.
    private func file(of pieces: [Piece], write: FileWriter) rethrows -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.json.count + 64 })
        for piece in pieces { IndexFormat.append(piece.json, as: piece.name, to: &bytes) }
        var hash = StableHash()
        hash.combine(bytes)
        let name = IndexFormat.name(of: hash, in: code)
        try write(name, bytes)
        return name
    }
}
