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

    /// The languages that pages are in.
    package var languages: [String] { manifest.languages.map(\.code) }

    /// What pages can be chosen by.
    package func values(of facet: SearchFacet) -> [String] { manifest.values[facet.rawValue] ?? [] }

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
        let asked = try asked(questions, in: languages)
        let quotations = Quotations(in: query, table: table)
        // A quotation with a word that stands nowhere stands nowhere.
        let quoted = quotations.numbers(among: asked)
        let isListing = questions.isEmpty && filters.values.contains { !$0.isEmpty }
        var found: [Hit] = []
        for (place, language) in languages.enumerated() {
            let ranking = Ranking(
                of: asked.terms.map { $0.rankings[place] }, count: language.manifest.count)
            for page in 0..<language.manifest.count where ranking.isFound[page] || isListing {
                guard let quoted, ranking.mayHold(quoted, on: page) else { continue }
                let titleLength = language.columns.titleLength(of: page, withoutCommon: asked.isShortened)
                let isLikeTitle = asked.isShortened && language.columns.commonInTitle[page] == asked.commonCount
                let score = ranking.score(of: page, titleLength: titleLength, hasSameCommonCount: isLikeTitle)
                found.append(Hit(language: place, page: page, score: score))
            }
        }
        var choice = FacetChoice(filters, values: manifest.values)
        var isWhole = true
        if !quotations.isShort {
            // What is not chosen comes last; it counts for facets alone.
            for place in found.indices {
                let columns = languages[found[place].language].columns
                found[place].key = choice.passes(found[place].page, columns) ? 0 : 1
            }
            let chosenCount = found.count { $0.key == 0 }
            let (quoting, read) = try Quotations.first(of: found.sorted { $0.isBefore($1) }) { hit in
                let language = languages[hit.language]
                return quotations.allStand(
                    in: try language.text(of: hit.page), title: try language.row(of: hit.page).title)
            }
            found = quoting
            isWhole = read >= chosenCount
        }
        found = chosen(among: found, by: &choice, languages, preferring: filters[.language] ?? [])
        if sort != .relevance {
            let keys = try languages.map { try $0.sorting() }
            for place in found.indices {
                let hit = found[place]
                let key = keys[hit.language]
                found[place].key = sort == .date ? -key.date[hit.page] : key.title[hit.page]
            }
        }
        found.sort { $0.isBefore($1) }
        let shown = found.dropFirst(max(0, offset)).prefix(max(0, limit))
        return SearchResults(
            total: found.count, isWhole: isWhole, results: try shown.map { try result($0, languages[$0.language]) },
            facets: facets(choice), missing: asked.missing)
    }

    /// Looks up the words of a query. Of a long one, the most common words are left out.
    private func asked(_ questions: [Question], in languages: [LanguageIndex]) throws -> AskedWords {
        let count = languages.reduce(0) { $0 + $1.manifest.count }
        var missing: [MissingWord] = []
        var unknown: Set<[UInt8]> = []
        func lists(for question: Question) throws -> [WordLists] {
            try languages.map { try Lookup.lists(for: question, in: $0, table: table) }
        }
        let looked = try questions.flatMap { question in
            let found = try lists(for: question)
            guard found.allSatisfy(\.isEmpty) else { return [QueryTerm(question, found)] }
            let corrections = try Lookup.corrections(for: question, in: languages, table: table)
            if !corrections.haveWordItself { missing.append(MissingWord(question.word, instead: corrections.forms)) }
            if corrections.lists.allSatisfy(\.isEmpty) { unknown.insert(question.word) }
            guard corrections.halves.isEmpty else {
                return try corrections.halves.map { QueryTerm($0, try lists(for: $0)) }
            }
            return [QueryTerm(question, corrections.lists)]
        }
        let terms = QueryTerm.merged(looked)
        let lists = terms.map(\.lists)
        let weighed = lists.map { lists in lists.contains { !$0.rare.isEmpty } }
        let rareCount = weighed.count { $0 }
        let common = commonWords(among: lists, in: languages)
        let takenCommon = common.prefix(max(0, Self.mostWords - rareCount))
        let isShortened = takenCommon.count < common.count && rareCount > 0
        let impacts = languages.map { Impact(lengths: $0.columns.lengths, average: $0.manifest.averageLength) }
        let found = try terms.indices.compactMap { number -> AskedWords.Term? in
            let isCommon = !weighed[number]
            if isCommon, !takenCommon.contains(number) { return nil }
            let hits = try languages.indices.map { place in
                let lists = lists[number][place]
                let all = lists.rare.merging(lists.common) { first, _ in first }
                return try WordHits(of: all, in: languages[place], impact: impacts[place])
            }
            let pages = hits.reduce(0) { $0 + $1.pages.count }
            guard pages > 0 else { return nil }
            let rarity = Ranking.rarity(of: pages, in: count)
            let countsInTitles = !isShortened || !isCommon
            return AskedWords.Term(
                words: terms[number].words,
                rankings: hits.map { Ranking.Word(hits: $0, rarity: rarity, countsInTitles: countsInTitles) })
        }
        return AskedWords(
            terms: found, isShortened: isShortened, commonCount: common.count, unknown: unknown, missing: missing)
    }

    /// So many words are looked for, common ones last; of others all.
    private static let mostWords = 6

    /// The words that are common in each language that has them, by their numbers, the rarest first.
    private func commonWords(among lists: [[WordLists]], in languages: [LanguageIndex]) -> [Int] {
        let octaves = lists.map { lists in
            zip(lists, languages).flatMap { lists, language in
                lists.common.keys.map { language.common.octave(of: $0) }
            }.max()
        }
        return lists.indices.filter { number in octaves[number] != nil && lists[number].allSatisfy(\.rare.isEmpty) }
            .sorted { ((octaves[$0] ?? 0), $0) < ((octaves[$1] ?? 0), $1) }
    }

    /// Chooses one version of each page that was found in several languages: in a language that was chosen, else the
    /// reader's, else the first that passes. Counts by facet what each value would leave: versions by language, pages by all
    /// others.
    private func chosen(
        among found: [Hit], by choice: inout FacetChoice, _ languages: [LanguageIndex], preferring codes: [String]
    ) -> [Hit] {
        func distance(_ hit: Hit) -> Int {
            let language = languages[hit.language]
            if codes.contains(language.manifest.code) { return -2 }
            return language.number == preferred ? -1 : language.number
        }
        struct Version {
            let hit: Hit
            /// The one choice that it does not pass.
            let failed: SearchFacet?
        }
        var groups: [[Version]] = []
        var groupOfVersion: [Int: Int] = [:]
        for hit in found {
            let columns = languages[hit.language].columns
            let failed = choice.failed(hit.page, columns)
            if failed.count > 1 { continue }
            if failed.first ?? .language == .language { choice.count(hit.page, columns, by: .language) }
            let version = Version(hit: hit, failed: failed.first)
            let number = columns.versions[hit.page]
            if number > 0, let group = groupOfVersion[number] {
                groups[group].append(version)
            } else {
                if number > 0 { groupOfVersion[number] = groups.count }
                groups.append([version])
            }
        }
        var chosen: [Hit] = []
        for versions in groups {
            func nearest(_ failed: SearchFacet?) -> Hit? {
                versions.filter { $0.failed == failed }.map(\.hit).min { distance($0) < distance($1) }
            }
            let hit = nearest(nil)
            if let hit { chosen.append(hit) }
            for facet in SearchFacet.allCases where facet != .language {
                guard let counted = hit ?? nearest(facet) else { continue }
                choice.count(counted.page, languages[counted.language].columns, by: facet)
            }
        }
        return chosen
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
        /// What comes before the score, the smallest first.
        var key = 0

        func isBefore(_ other: Hit) -> Bool {
            (key, -score, language, page) < (other.key, -other.score, other.language, other.page)
        }
    }
}
