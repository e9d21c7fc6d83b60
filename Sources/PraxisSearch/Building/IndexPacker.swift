internal import FoundationEssentials

/// Divides the index of a site into files and names them by what is in them.
struct IndexPacker {
    /// Name and content; the manifest is the last.
    private(set) var files: [(name: String, bytes: [UInt8])] = []

    /// Below this many bytes a language's index is one file, its texts apart.
    private static let smallIndex = 256 * 1024
    /// About so many bytes go into one piece of lexicon or postings, and into one of texts.
    private static let pieceSize = 48 * 1024

    /// - Parameters:
    ///   - pages: In any order.
    ///   - languages: The site's, in its order.
    ///   - labels: What readers see, by language, facet and value.
    init(_ pages: [AnalysedPage], languages: [String], labels: [String: [String: [String: String]]]) {
        let inOrder = pages.sorted { $0.facts.url.utf8.lexicographicallyPrecedes($1.facts.url.utf8) }
        let groups = Dictionary(grouping: inOrder, by: \.facts.language)
        let codes = languages.filter { groups[$0] != nil } + groups.keys.filter { !languages.contains($0) }.sorted()
        let values = FacetValues(of: inOrder)
        let ranks = Self.titleRanks(of: inOrder)
        var entries: [IndexManifest.Language] = []
        for code in codes {
            let pages = groups[code] ?? []
            let columns = FacetColumns(of: pages, values: values, languages: codes, ranks: ranks)
            entries.append(pack(pages, language: code, columns: columns))
        }
        let manifest = IndexManifest(languages: entries, values: values.byFacet(languages: codes), labels: labels)
        files.append((IndexFormat.manifestName, Self.script(of: manifest)))
    }

    private mutating func pack(
        _ pages: [AnalysedPage], language: String, columns: FacetColumns
    ) -> IndexManifest.Language {
        var columnsPiece = Piece(name: "columns")
        columns.write(to: &columnsPiece.data)
        let pagePieces = stride(from: 0, to: pages.count, by: IndexManifest.pagesPerGroup).map { start in
            self.pages(pages, from: start, language: language)
        }
        let index = InvertedIndex(of: pages, language: language)
        let (lexicon, firstForms) = Self.lexicon(of: index)
        let (postings, firstTerms) = Self.postings(of: index)
        let all = [columnsPiece] + pagePieces + lexicon + postings
        let isSmall = all.reduce(0) { $0 + $1.data.bytes.count } < Self.smallIndex
        let names: [String]
        if isSmall {
            names = Array(repeating: file(of: all, language), count: all.count)
        } else {
            names = all.map { file(of: [$0], language) }
        }
        let lexiconStart = 1 + pagePieces.count
        let postingsStart = lexiconStart + lexicon.count
        return IndexManifest.Language(
            code: language, count: pages.count, columns: names[0], pages: Array(names[1..<lexiconStart]),
            lexicon: .init(starts: firstForms, files: Array(names[lexiconStart..<postingsStart])),
            postings: .init(starts: firstTerms, files: Array(names[postingsStart...])))
    }

    /// The titles of a group of pages; writes the files of their texts.
    private mutating func pages(_ pages: [AnalysedPage], from start: Int, language: String) -> Piece {
        let group = start..<min(start + IndexManifest.pagesPerGroup, pages.count)
        var starts: [Int] = []
        var names: [String] = []
        var first = group.lowerBound
        while first < group.upperBound {
            var end = first
            var size = 0
            while end < group.upperBound, end == first || size + pages[end].text.count <= Self.pieceSize {
                size += pages[end].text.count
                end += 1
            }
            var piece = Piece(name: "texts/\(first)")
            piece.data.list(pages[first..<end]) { $0.raw($1.text) }
            starts.append(first)
            names.append(file(of: [piece], language))
            first = end
        }
        var piece = Piece(name: "pages/\(start / IndexManifest.pagesPerGroup)")
        piece.data.raw("{\"rows\":")
        piece.data.list(pages[group]) { writer, page in
            writer.list([page.facts.url, page.facts.title]) { $0.evenString($1) }
        }
        piece.data.raw(",\"texts\":{\"starts\":")
        piece.data.list(starts) { $0.raw(String($1)) }
        piece.data.raw(",\"files\":")
        piece.data.list(names) { $0.string($1) }
        piece.data.raw("}}")
        return piece
    }

    private static func lexicon(of index: InvertedIndex) -> (pieces: [Piece], starts: [String]) {
        var pieces: [Piece] = []
        var starts: [String] = []
        var first = 0
        repeat {
            var piece = Piece(name: "lexicon/\(pieces.count)")
            var terms: [UInt8] = []
            var counts: [UInt8] = []
            var previous = 0
            var end = first
            piece.data.raw("{\"forms\":\"")
            while end < index.forms.count, piece.data.bytes.count < pieceSize {
                if end > first { piece.data.raw(" ") }
                piece.data.raw(index.forms[end])
                let term = index.termOfForm[end]
                Varints.appendSigned(term - previous, to: &terms)
                Varints.append(index.postings[term].count, to: &counts)
                previous = term
                end += 1
            }
            piece.data.raw("\",\"terms\":")
            piece.data.base64(terms)
            piece.data.raw(",\"counts\":")
            piece.data.base64(counts)
            piece.data.raw("}")
            starts.append(first < index.forms.count ? String(decoding: index.forms[first], as: UTF8.self) : "")
            pieces.append(piece)
            first = end
        } while first < index.forms.count
        return (pieces, starts)
    }

    private static func postings(of index: InvertedIndex) -> (pieces: [Piece], starts: [Int]) {
        var pieces: [Piece] = []
        var starts: [Int] = []
        var first = 0
        repeat {
            var piece = Piece(name: "postings/\(pieces.count)")
            var end = first
            piece.data.raw("[")
            while end < index.postings.count, end == first || piece.data.bytes.count < pieceSize {
                if end > first { piece.data.raw(",") }
                piece.data.base64(bytes(of: index.postings[end]))
                end += 1
            }
            piece.data.raw("]")
            starts.append(first)
            pieces.append(piece)
            first = end
        } while first < index.postings.count
        return (pieces, starts)
    }

    private static func bytes(of postings: [InvertedIndex.Posting]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(postings.count * 3)
        var previous = 0
        for posting in postings {
            Varints.append(posting.page - previous, to: &bytes)
            bytes.append(posting.impact)
            bytes.append(posting.places)
            previous = posting.page
        }
        return bytes
    }

    /// By address, the place of each title in the order of titles without their accents.
    private static func titleRanks(of pages: [AnalysedPage]) -> [String: Int] {
        let keyed = pages.map { page in
            let words = WordScanner.words(of: page.facts.title).map {
                CharacterTable.generated.withoutAccents($0) ?? $0
            }
            return (key: Array(words.joined(separator: [0x20])), url: page.facts.url)
        }
        let order = keyed.sorted { left, right in
            left.key == right.key
                ? left.url.utf8.lexicographicallyPrecedes(right.url.utf8)
                : left.key.lexicographicallyPrecedes(right.key)
        }
        return Dictionary(order.enumerated().map { ($1.url, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A part of the index under its name.
    private struct Piece {
        let name: String
        var data = ScriptWriter()
    }

    /// Writes a file that holds some pieces; gives its name.
    private mutating func file(of pieces: [Piece], _ language: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.data.bytes.count + 64 })
        for piece in pieces { IndexFormat.append(piece.data.bytes, as: piece.name, to: &bytes) }
        var hash = StableHash()
        hash.combine(bytes)
        let name = "\(language.lowercased())-\(hash.hexadecimal).js"
        files.append((name, bytes))
        return name
    }

    private static func script(of manifest: IndexManifest) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(manifest) else {
            preconditionFailure("strings and numbers always encode")
        }
        var bytes: [UInt8] = []
        IndexFormat.append(Array(json), as: "manifest", to: &bytes)
        return bytes
    }
}
