/// Answers queries from the files of a built site, in the order in which its pages do in a browser.
package struct SearchIndex {
    private let manifest: IndexManifest
    private let files: IndexFiles
    private let table: CharacterTable
    /// The place of the reader's language in the manifest.
    private let preferred: Int

    /// Reads the manifest.
    ///
    /// - Parameters:
    ///   - reader: The language whose versions of pages are shown; the site's first by default.
    ///   - read: Gives the bytes of a file below the site's root: `search/index/manifest.js`.
    /// - Throws: What `read` throws; `SearchIndexError`.
    package init(reader: String? = nil, read: @escaping (String) throws -> [UInt8]) throws {
        files = IndexFiles(read: read)
        manifest = try files.piece("manifest", of: IndexFormat.manifestName, as: IndexManifest.self) { $0 }
        guard manifest.version == IndexManifest.currentVersion else { throw SearchIndexError.otherFormat }
        table = manifest.characters.table
        preferred = manifest.languages.firstIndex { $0.code == reader } ?? 0
    }

    /// What is found. Without a query, all that the filters choose.
    ///
    /// - Parameters:
    ///   - filters: Values by facet, any of which a page must have; archived pages only by `status`.
    ///   - language: Looks in the index of this language alone; else in all, and shows one version of each page.
    /// - Throws: What `read` throws; `SearchIndexError.damaged`.
    package func search(
        _ query: String, filters: [SearchFacet: [String]] = [:], limit: Int = 10, offset: Int = 0,
        sort: SearchSort = .relevance, language: String? = nil
    ) throws -> SearchResults {
        let languages = try manifest.languages.enumerated()
            .filter { language == nil || $1.code == language }
            .map { try LanguageIndex($1, number: $0, files: files) }
        let questions = Question.all(in: query, table: table)
        let words = try self.words(for: questions, in: languages)
        var choice = FacetChoice(filters, values: manifest.values)
        let isListing = questions.isEmpty && filters.values.contains { !$0.isEmpty }
        var found: [Hit] = []
        for (place, language) in languages.enumerated() {
            let ranking = Ranking(
                of: words.map { $0[place] }, questions: questions, count: language.manifest.count)
            let columns = language.columns
            for page in 0..<language.manifest.count where ranking.isFound[page] || isListing {
                if languages.count > 1, isOtherVersion(page, of: language) { continue }
                guard ranking.holdsQuotations(of: page), choice.countAndPass(page, columns) else { continue }
                found.append(
                    Hit(
                        language: place, page: page,
                        score: ranking.score(of: page, titleLength: columns.titleLength[page]),
                        date: columns.date[page], titleRank: columns.titleRank[page]))
            }
        }
        found.sort { $0.isBefore($1, by: sort) }
        let shown = found.dropFirst(max(0, offset)).prefix(max(0, limit))
        return SearchResults(
            total: found.count, results: try shown.map { try result($0, languages[$0.language]) },
            facets: facets(choice))
    }

    /// What each known word of a query says, by word and language.
    private func words(for questions: [Question], in languages: [LanguageIndex]) throws -> [[Ranking.Word]] {
        let count = languages.reduce(0) { $0 + $1.manifest.count }
        return try questions.compactMap { question in
            var terms = try languages.map { try Lookup.hits(for: question, in: $0) }
            if terms.allSatisfy(\.isEmpty) {
                terms = try Lookup.corrections(for: question, in: languages, table: table)
            }
            let hits = try zip(terms, languages).map { try WordHits(of: $0, in: $1) }
            let pages = hits.reduce(0) { $0 + $1.pages.count }
            guard pages > 0 else { return nil }
            let rarity = Ranking.rarity(of: pages, in: count)
            return hits.map { Ranking.Word(question: question, hits: $0, rarity: rarity) }
        }
    }

    /// Whether another version of a page is the one to show: in the reader's language, else in the first.
    private func isOtherVersion(_ page: Int, of language: LanguageIndex) -> Bool {
        let others = language.columns.versions[page]
        if others == 0 || language.number == preferred { return false }
        return others & 1 << preferred != 0 || others & (1 << language.number - 1) != 0
    }

    private func result(_ hit: Hit, _ language: LanguageIndex) throws -> SearchResult {
        let row = try language.row(of: hit.page)
        let columns = language.columns
        func value(_ facet: SearchFacet) -> String? {
            guard let number = columns.values(of: facet, at: hit.page).first,
                let values = manifest.values[facet.rawValue],
                values.indices.contains(number)
            else { return nil }
            return values[number]
        }
        return SearchResult(
            url: row.url, title: row.title, kind: value(.kind) ?? "", community: value(.community),
            language: language.manifest.code, isArchived: value(.status) == "archived", score: hit.score)
    }

    private func facets(_ choice: FacetChoice) -> [SearchFacet: [SearchResults.Count]] {
        var facets: [SearchFacet: [SearchResults.Count]] = [:]
        let code = manifest.languages.indices.contains(preferred) ? manifest.languages[preferred].code : ""
        for facet in SearchFacet.allCases {
            let labels = manifest.labels[code]?[facet.rawValue] ?? [:]
            let values = manifest.values[facet.rawValue] ?? []
            facets[facet] = choice.counts(of: facet).map { number, count in
                SearchResults.Count(
                    value: values[number], label: labels[values[number]] ?? values[number], count: count)
            }
        }
        return facets
    }

    /// A page that was found.
    private struct Hit {
        var language: Int
        var page: Int
        var score: Int
        var date: Int
        var titleRank: Int

        func isBefore(_ other: Hit, by sort: SearchSort) -> Bool {
            let left: (Int, Int)
            let right: (Int, Int)
            switch sort {
            case .relevance: (left, right) = ((-score, 0), (-other.score, 0))
            case .date: (left, right) = ((-date, -score), (-other.date, -other.score))
            case .title: (left, right) = ((titleRank, 0), (other.titleRank, 0))
            }
            return (left.0, left.1, language, page) < (right.0, right.1, other.language, other.page)
        }
    }
}
