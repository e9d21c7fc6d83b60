import Foundation
import PraxisTestSupport
import Testing

@testable import PraxisSearch

/// The client in the theme answers as `SearchIndex` does. Run by node, where there is one.
@Suite(.enabled(if: Node.isThere, "needs node"))
struct ClientTests {
    @Test func bothEnginesGiveTheSameResultsInTheSameOrder() throws {
        var random = SeededGenerator(seed: 11)
        let documents = Self.documents(&random)
        try compare(BuiltIndex(documents), of: documents, queries: 500, &random)
    }

    /// One that has no attribute of a page but its level.
    @Test func bothReadAnIndexOfAnEarlierBuild() throws {
        var random = SeededGenerator(seed: 14)
        let documents = Self.documents(&random)
        var index = BuiltIndex(documents)
        let later = #/,"(length|freshness|way|circle)":("[A-Za-z0-9+/=]*"|\[[^\]]*\])/#
        var count = 0
        for (name, bytes) in index.files {
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
                guard line.contains("(\"facets\"") || line.contains("(\"manifest\"") else { return String(line) }
                count += line.contains("\"values\":") || line.contains("\"topicCounts\":") ? 1 : 0
                return line.contains("(\"manifest\"")
                    ? Self.withoutValues(String(line)) : String(line).replacing(later, with: "")
            }
            index.files[name] = Array((lines.joined(separator: "\n") + "\n").utf8)
        }
        #expect(count == 3)
        try compare(index, of: documents, queries: 100, least: 40, &random)
        #expect(try index.opened().search("", filters: [.length: ["short"]]).total == 0)
        #expect(try index.opened().search("", filters: [.level: ["skilled"]]).total > 0)
    }

    private static func withoutValues(_ manifest: String) -> String {
        guard let start = manifest.range(of: "\"values\":{"),
            let end = manifest[start.upperBound...].firstIndex(of: "}")
        else { return manifest }
        let values = manifest[start.upperBound..<end].replacing(
            #/"(length|freshness|way|circle)":\[[^\]]*\],?/#, with: "")
        let whole = values.hasSuffix(",") ? String(values.dropLast()) : String(values)
        return manifest[..<start.upperBound] + whole + manifest[end...]
    }

    @Test func bothAgreeOnTheSample() async throws {
        var random = SeededGenerator(seed: 12)
        let sample = try await SiteIndex.sample.value
        try compare(sample.built, of: sample.documents, queries: 300, &random)
    }

    @Test func bothAgreeOnADividedIndexWithCommonWords() throws {
        var random = SeededGenerator(seed: 13)
        try compare(LargeIndex.built, of: LargeIndex.pages, queries: 100, least: 20, &random)
    }

    @Test func titlesOfWhatRanksFirstForAWordComeWithIt() throws {
        let folder = try TemporaryFolder()
        for (name, bytes) in LargeIndex.built.files {
            try folder.write(String(decoding: bytes, as: UTF8.self), to: name)
        }
        func kinds(_ query: String) throws -> Set<String> {
            let pieces = try Node.piecesLoaded(for: query, in: folder.path)
            return Set(pieces.map { String($0.prefix { $0 != "/" }) })
        }
        #expect(try kinds("page ") == ["manifest", "common", "leads"])
        #expect(try kinds("1234 ") == ["manifest", "words", "leads"])
        #expect(try kinds("w31x7 ").contains("titles"))
    }

    private func compare(
        _ index: BuiltIndex, of documents: [SearchDocument], queries count: Int, least: Int? = nil,
        _ random: inout SeededGenerator
    ) throws {
        let folder = try TemporaryFolder()
        for (name, bytes) in index.files { try folder.write(String(decoding: bytes, as: UTF8.self), to: name) }
        let queries = (0..<count).map { _ in Query.random(from: documents, &random) }
        let answers = try Node.answers(to: queries, in: folder.path)
        let opened = try index.opened(reader: "en")
        #expect(answers.count == queries.count)
        for (query, answer) in zip(queries, answers) {
            #expect(try query.answer(of: opened) == answer, "\(query)")
        }
        #expect(answers.count { !$0.urls.isEmpty } > least ?? count / 2)
    }

    @Test func aDetailLeadsToTheSectionAndMarksTheWords() throws {
        let index = BuiltIndex([
            .page(
                "a/", "Title", "Nothing here.",
                sections: [
                    ("First steps", "Say what <you> saw."), ("Feedback", "Give feedback kindly; fed back at once."),
                ])
        ])
        let folder = try TemporaryFolder()
        for (name, bytes) in index.files { try folder.write(String(decoding: bytes, as: UTF8.self), to: name) }
        let detail = try Node.detail(of: "kindly feedback", in: folder.path)
        #expect(detail.url.hasSuffix("/a/index.html#feedback"))
        #expect(detail.section == "Feedback")
        #expect(detail.excerpt == "Give feedback kindly; fed back at once.")
        #expect(detail.marks == [[5, 13], [14, 20]])
    }

    @Test func twoWordsWithAHyphenAreMarkedAsTheOneThatWasAskedFor() throws {
        let index = BuiltIndex([
            .page("a/", "Formats", "Nothing here.", sections: [("Daily", "Our stand-up is short; stand up for it.")]),
            .page("b/", "Other", "A standup elsewhere."),
        ])
        let folder = try TemporaryFolder()
        for (name, bytes) in index.files { try folder.write(String(decoding: bytes, as: UTF8.self), to: name) }
        let detail = try Node.detail(of: "formats standup", in: folder.path)
        #expect(detail.url.hasSuffix("/a/index.html#daily"))
        let excerpt = Array(detail.excerpt)
        #expect(detail.marks.map { String(excerpt[$0[0]..<$0[1]]) } == ["stand-up"])
        #expect(detail.words.contains("stand up"))
    }

    @Test func theExcerptOfAQuotationIsWhereItStands() throws {
        let apart = "Red is a colour. " + String(repeating: "A kite is red and a red thing is a kite. ", count: 20)
        let index = BuiltIndex([
            .page("a/", "Title", apart, sections: [("Later", apart + "Then a red kite came, red as fire. " + apart)])
        ])
        let folder = try TemporaryFolder()
        for (name, bytes) in index.files { try folder.write(String(decoding: bytes, as: UTF8.self), to: name) }
        let detail = try Node.detail(of: "\"red kite\"", in: folder.path)
        #expect(detail.section == "Later")
        let excerpt = Array(detail.excerpt)
        #expect(detail.marks.map { String(excerpt[$0[0]..<$0[1]]) } == ["red", "kite"])
        #expect(detail.words == ["red kite"])
        #expect(detail.excerpt.contains("Then a red kite came, red as fire."))
    }

    /// Such pages exist: an index of all items of a library has each word thousands of times. Where the time for an excerpt
    /// grows with the square of that, this test does not come to its end.
    @Test func theExcerptOfAPageThatIsFullOfTheWordsIsWhereTheyAllStand() throws {
        let full = String(repeating: "red kite, red barn. ", count: 10_000)
        let index = BuiltIndex([.page("a/", "Title", full + "A red heron saw the kite leave. " + full)])
        let folder = try TemporaryFolder()
        for (name, bytes) in index.files { try folder.write(String(decoding: bytes, as: UTF8.self), to: name) }
        let detail = try Node.detail(of: "kite red heron", in: folder.path)
        #expect(detail.excerpt.contains("A red heron saw the kite"))
    }

    @Test func noMorePagesAreLookedThroughForAQuotationThanAreShown() throws {
        let pages = (0..<600).map { number in
            SearchDocument.page(
                "p\(number)/", "Page \(number)",
                (0..<60).map { "w\(number * 31 % 597)x\($0 * number % 89)" }.joined(separator: " ")
                    + (number % 3 == 0 ? " A red kite flies." : " A kite is red."))
        }
        let built = BuiltIndex(pages)
        let folder = try TemporaryFolder()
        for (name, bytes) in built.files { try folder.write(String(decoding: bytes, as: UTF8.self), to: name) }
        let all = try built.opened(reader: "en").search("\"red kite\"", limit: 4)
        let answer = try Node.plainAnswer(to: "\"red kite\"", in: folder.path)
        #expect(answer.urls == all.results.map(\.url))
        #expect(answer.urls.count == 4)
        #expect(!answer.isWhole)
        let pieces = try Node.piecesLoaded(for: "\"red kite\"", in: folder.path)
        #expect(answer.texts < pieces.count { $0.hasPrefix("texts/") })
    }

    @Test func whatStandsInNoSectionIsAnExcerptToo() throws {
        let index = BuiltIndex([
            .page(
                "a/", "Amina Diallo", "I listen.", kind: "person",
                fields: [(.skills, "Facilitation\nCoaching"), (.offers, "buddy"), (.keywords, "Person")])
        ])
        let folder = try TemporaryFolder()
        for (name, bytes) in index.files { try folder.write(String(decoding: bytes, as: UTF8.self), to: name) }
        let detail = try Node.detail(of: "coaching", in: folder.path)
        #expect(detail.excerpt == "Facilitation \u{B7} Coaching")
        #expect(detail.words == ["coaching"], "to be marked on the page")
        #expect(detail.url.hasSuffix("/a/index.html"))
        #expect(detail.section == nil)
        #expect(detail.marks.count == 1)
    }

    @Test func allWordsOfAPageThatWereAskedForAreMarkedThere() throws {
        let index = BuiltIndex([
            .page(
                "a/", "Zebrafish", "Quaggas sleep.",
                sections: [("Setup", "An ocelot."), ("Later", "Two quaggas, quagga.")])
        ])
        let folder = try TemporaryFolder()
        for (name, bytes) in index.files { try folder.write(String(decoding: bytes, as: UTF8.self), to: name) }
        let detail = try Node.detail(of: "zebrafish quagga setup", in: folder.path)
        #expect(detail.words.sorted() == ["quagga", "quaggas", "setup", "zebrafish"])
    }

    @Test func marksInTextWithoutBlanksAreOneAndInTheExcerpt() throws {
        let filler = String(repeating: "的人在北京开会", count: 60)
        let index = BuiltIndex([.page("a/", "Title", "\(filler)数据保护\(filler) end", language: "zh")])
        let folder = try TemporaryFolder()
        for (name, bytes) in index.files { try folder.write(String(decoding: bytes, as: UTF8.self), to: name) }
        let detail = try Node.detail(of: "数据保护", in: folder.path)
        let excerpt = Array(detail.excerpt)
        #expect(detail.marks.map { String(excerpt[$0[0]..<$0[1]]) } == ["数据保护"])
        #expect(excerpt.count > 200)
    }

    /// Whoever reads such an index in a browser must get an answer, and not a page that hangs.
    @Test(arguments: [("\"count\":", "2147483647"), ("\"count\":", "1e15"), ("\"count\":", "-1"), ("\"count\":", "2")])
    func aManifestThatSaysTheImpossibleIsRefused(field: String, value: String) throws {
        let index = BuiltIndex([.page("a/", "Alpha", "beta")])
        let folder = try TemporaryFolder()
        for (name, bytes) in index.files {
            let text = String(decoding: bytes, as: UTF8.self)
            try folder.write(text.replacing(field, with: "\(field)\(value),\"old\":"), to: name)
        }
        #expect(try Node.failure(of: "alpha", in: folder.path) == "the index is damaged")
    }

    @Test func oddArgumentsAreReadAsTheUsualOnes() throws {
        let index = BuiltIndex((1...12).map { .page("\($0)/", "Alpha \($0)") })
        let folder = try TemporaryFolder()
        for (name, bytes) in index.files { try folder.write(String(decoding: bytes, as: UTF8.self), to: name) }
        #expect(try Node.counts(of: "alpha", in: folder.path) == [10, 0, 12, 2, 10, 0])
    }

    /// Pages of invented words in two languages.
    private static func documents(_ random: inout SeededGenerator) -> [SearchDocument] {
        let syllables = [
            "ka", "re", "mö", "ti", "sol", "an", "ver", "lå", "pe", "dus", "ning", "er", "東", "京", "é", "ue", "Ｂ",
        ]
        let words = (0..<400).map { _ in
            (0...Int.random(in: 0...3, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }
                .joined()
        }
        func text(_ count: Int, _ random: inout SeededGenerator) -> String {
            let found = (0..<count).map { _ in
                words[min(Int.random(in: 0..<400, using: &random), Int.random(in: 0..<400, using: &random))]
            }
            return found.reduce("") { $0 + ([" ", " ", " ", " ", "-", ""].randomElement(using: &random) ?? " ") + $1 }
        }
        func attributes(_ number: Int) -> [SearchFacet: String] {
            switch number % 5 {
            case 0: [.level: "skilled", .length: "short", .way: "others"]
            case 1: [.length: "long", .freshness: "recent"]
            case 2: [.circle: "team", .way: "experience", .freshness: "older"]
            default: [:]
            }
        }
        return (0..<300).map { number in
            let isSwedish = number % 3 == 0
            return SearchDocument.page(
                "p\(number)/", text(Int.random(in: 1...4, using: &random), &random),
                text(Int.random(in: 0...60, using: &random), &random),
                sections: (0..<number % 9).map { ("Part \($0)", text(12, &random)) },
                kind: ["video", "book", "guide"][number % 3], community: number % 4 == 0 ? nil : "c\(number % 5)",
                topics: ["t\(number % 7)", "t\(number % 2)"], language: isSwedish ? "sv" : "en",
                original: number % 6 < 2 ? "p\(number / 6)/" : nil, date: number % 5 == 0 ? nil : number,
                isArchived: number % 10 == 0, attributes: attributes(number),
                fields: [(.skills, text(2, &random))])
        }
    }
}

/// What one query asks, and how it is told to node.
struct Query: Codable, CustomStringConvertible {
    var query: String
    var filters: [String: [String]]
    var sort: String
    var offset: Int
    var language: String?

    var description: String { "“\(query)” \(filters) by \(sort) from \(offset)" }

    /// What an engine said: everything that readers see.
    struct Answer: Codable, Equatable {
        var total: Int
        var isWhole: Bool
        var urls: [String]
        var scores: [Int]
        var facets: [String: [String]]
        var missing: [MissingWord]
    }

    static func random(from documents: [SearchDocument], _ random: inout SeededGenerator) -> Query {
        let words = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            let document = documents[Int.random(in: 0..<documents.count, using: &random)]
            let words = (document.facts.title + " " + (document.sections.randomElement(using: &random)?.text ?? ""))
                .split(separator: " ").map(String.init)
            return bent(words.randomElement(using: &random) ?? "", &random)
        }
        var query = words.reduce("") { $0 + ([" ", " ", " ", "-", ""].randomElement(using: &random) ?? " ") + $1 }
        if Int.random(in: 0..<8, using: &random) == 0 { query = "\"\(quotation(from: documents, &random))\" \(query)" }
        if Bool.random(using: &random) { query += " " }
        var filters: [String: [String]] = [:]
        if Int.random(in: 0..<3, using: &random) == 0 { filters["kind"] = ["book", "guide"] }
        if Int.random(in: 0..<3, using: &random) == 0 {
            filters["topic"] = ["t\(Int.random(in: 0..<8, using: &random))"]
        }
        if Int.random(in: 0..<4, using: &random) == 0 { filters["status"] = ["live", "archived"] }
        if Int.random(in: 0..<3, using: &random) == 0 {
            let attributes = documents[Int.random(in: 0..<documents.count, using: &random)].facts.attributes
            if let facet = SearchFacet.attributes.first(where: { attributes[$0] != nil }) {
                filters[facet.rawValue] = attributes[facet].map { [$0] }
            }
        }
        return Query(
            query: query, filters: filters,
            sort: SearchSort.allCases.randomElement(using: &random)?.rawValue ?? "relevance",
            offset: Int.random(in: 0..<3, using: &random),
            language: Int.random(in: 0..<5, using: &random) == 0 ? "sv" : nil)
    }

    /// Two neighbours of a text.
    private static func quotation(from documents: [SearchDocument], _ random: inout SeededGenerator) -> String {
        let words = (documents.randomElement(using: &random)?.sections.first?.text ?? "").split(separator: " ")
        guard words.count > 1 else { return "" }
        let first = Int.random(in: 0..<words.count - 1, using: &random)
        return words[first...first + 1].joined(separator: " ").filter { $0 != "\"" }
    }

    /// A word as it might be typed.
    private static func bent(_ word: String, _ random: inout SeededGenerator) -> String {
        var letters = Array(word)
        guard letters.count > 2 else { return word }
        let place = Int.random(in: 1..<letters.count, using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0: letters.remove(at: place)
        case 1: letters.swapAt(place, place - 1)
        case 2: letters[place] = "q"
        case 3: letters.removeLast(letters.count - place)
        case 4: return word.folding(options: .diacriticInsensitive, locale: nil).uppercased()
        case 5: return word.replacing("ö", with: "oe").replacing("å", with: "aa")
        default: break
        }
        return String(letters)
    }

    func answer(of index: SearchIndex) throws -> Answer {
        let results = try index.search(
            query,
            filters: Dictionary(
                uniqueKeysWithValues: filters.compactMap { key, values in
                    SearchFacet(rawValue: key).map { ($0, values) }
                }),
            limit: 20, offset: offset, sort: SearchSort(rawValue: sort) ?? .relevance, language: language)
        return Answer(
            total: results.total, isWhole: results.isWhole, urls: results.results.map(\.url),
            scores: results.results.map(\.score),
            facets: Dictionary(
                uniqueKeysWithValues: results.facets.map { facet, counts in
                    (facet.rawValue, counts.map { "\($0.value) \($0.count)" })
                }), missing: results.missing)
    }
}
