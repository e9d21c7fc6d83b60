import Foundation
import Testing

@testable import PraxisSearch

struct SearchIndexTests {
    private let pages: [SearchDocument] = [
        .page("a/", "Running a retrospective", "What went well, and what did not.", kind: "guide", community: "agile"),
        .page(
            "b/", "Feedback", "Runs of feedback in a team.", kind: "video", community: "agile", topics: ["feedback"],
            date: 10),
        .page("c/", "Board", "A retrospective ends with feedback.", kind: "video", community: "data", date: 20),
        .page("d/", "Old feedback", "Feedback as it was.", kind: "book", isArchived: true),
        .page("e/", "Översikt", "Fjärrserver och annat.", language: "sv"),
    ]
    private var index: BuiltIndex { BuiltIndex(pages) }

    @Test func formsOfAWordFindEachOther() throws {
        #expect(try index.urls("retrospectives ") == ["a/", "c/"])
        #expect(try index.urls("run ") == ["a/", "b/"])
    }

    @Test func aPageWithThatTitleComesFirst() throws {
        #expect(try index.urls("feedback") == ["b/", "c/"])
        #expect(try index.urls("board") == ["c/"])
    }

    @Test func theLastWordMayBeCutShort() throws {
        #expect(try index.urls("retros") == ["a/", "c/"])
        #expect(try index.urls("well retros").first == "a/")
        #expect(try index.urls("retros well").first == "a/")
    }

    @Test func aWordThatNobodyWritesIsReadAsTheNearest() throws {
        #expect(try index.urls("feedbakc ") == ["b/", "c/"])
        #expect(try index.urls("fedback ") == ["b/", "c/"])
        #expect(try index.urls("retorspektive ") == ["a/", "c/"])
        #expect(try index.urls("xylophone ").isEmpty)
    }

    @Test func aLetterWithoutItsAccentIsFoundOnlyWhenNothingElseIs() throws {
        #expect(try index.urls("oversikt ") == ["e/"])
        #expect(try index.urls("fjarrs") == ["e/"])
        let both = BuiltIndex([.page("a/", "Ett", "for", language: "sv"), .page("b/", "Två", "för", language: "sv")])
        #expect(try both.urls("for ") == ["a/"])
    }

    @Test func aWordWithoutItsAccentFindsThatOtherWordsHaveToo() throws {
        let index = BuiltIndex([
            .page("a/", "Code", "kovac"), .page("b/", "Mirela Kovač", kind: "person"),
            .page("c/", "Hus", "hall", language: "sv"), .page("d/", "Grepp", "håll", language: "sv"),
        ])
        #expect(try index.urls("kovac ") == ["b/", "a/"])
        #expect(try index.urls("kovač ") == ["b/"])
        #expect(try index.urls("hall ") == ["c/"], "å is a letter of its own in Swedish")
    }

    @Test func twoLettersStandForOneThatAKeyboardLacks() throws {
        let index = BuiltIndex([
            .page("a/", "Anna Müller", kind: "person", language: "de"), .page("b/", "Kåre Bøe", kind: "person"),
            .page("c/", "Jonas Mueller", kind: "person"), .page("d/", "Straße", language: "de"),
        ])
        #expect(try index.urls("kaare ") == ["b/"])
        #expect(try index.urls("boee ") == ["b/"])
        #expect(try index.urls("strasse ") == ["d/"])
        let german = BuiltIndex([.page("a/", "Anna Müller", kind: "person", language: "de")])
        #expect(try german.urls("mueller ") == ["a/"])
        let plain = BuiltIndex([.page("c/", "Jonas Mueller", kind: "person")])
        #expect(try plain.urls("müller ") == ["c/"])
    }

    @Test func aWordThatStandsNowhereIsTold() throws {
        let index = try BuiltIndex(pages + [.page("f/", "Mirela Kovač", kind: "person")]).opened()
        func missing(_ query: String) throws -> [MissingWord] { try index.search(query).missing }
        #expect(try missing("fedback ") == [MissingWord(word: "fedback", instead: ["feedback"])])
        #expect(
            try missing("Xylophone feedback fjarserver ") == [
                MissingWord(word: "xylophone", instead: []),
                MissingWord(word: "fjarserver", instead: ["fjärrserver"]),
            ])
        for query in ["feedback", "retros", "oversi", "oversikt ", "kovac ", ""] {
            #expect(try missing(query).isEmpty, "\(query)")
        }
    }

    @Test func ofFormsOfOneWordOneIsTold() throws {
        let index = try BuiltIndex([.page("a/", "Budget", "Budgets of a year."), .page("b/", "Badge")]).opened()
        let missing = try index.search("budgeting ").missing
        #expect(missing.map(\.word) == ["budgeting"])
        #expect(missing.first?.instead.count == 1)
        #expect(missing.first?.instead.first?.hasPrefix("budget") == true)
    }

    @Test func aFormThatNobodyWritesFindsThoseOfItsKin() throws {
        let index = BuiltIndex([
            .page("a/", "Budget", "The budget of a year."),
            .page("b/", "Work", "They were translated, and a mentor came."),
            .page("c/", "Words", "He mentioned it."), .page("d/", "Larm", "En larmkedja.", language: "sv"),
        ])
        #expect(try index.urls("budgeting ") == ["a/"])
        #expect(try index.urls("translation ") == ["b/"])
        #expect(try index.urls("mentored ") == ["b/"])
        #expect(try index.urls("kedja ") == ["d/"])
        #expect(try index.urls("kedjan ").isEmpty)
        #expect(try index.urls("budding ").isEmpty)
    }

    @Test func oneNameIsEnoughToFindAPersonFirst() throws {
        let index = BuiltIndex([
            .page("a/", "Thank you, Amina", "Amina, Amina, Amina."), .page("b/", "Amina Diallo", kind: "person"),
            .page("c/", "Amina Diallo writes", "Amina Diallo."),
        ])
        #expect(try index.urls("amina ").first == "b/")
        #expect(try index.urls("Amina Diallo ").first == "b/")
        #expect(try index.urls("diallo ").first == "b/")
    }

    @Test func wordsOfOneStemCountAsOne() throws {
        let index = try index.opened()
        func answer(_ query: String) throws -> [String] {
            try index.search(query).results.map { "\($0.url) \($0.score)" }
        }
        #expect(try answer("runs running feedback ") == answer("runs feedback "))
        #expect(try answer("runs running ") == answer("running "))
        #expect(try answer("\"runs of\" running ") == answer("\"runs of\" "))
        #expect(try answer("runs running ").count == 2)
        let titled = try BuiltIndex([
            .page("a/", "Planning a plan", "Text."), .page("b/", "Planning", "Plan a plan, planning."),
        ]).opened()
        #expect(
            try (titled.search("planning a plan ").results.first?.score ?? 0) > 1 << 31, "all of a title is asked for")
    }

    @Test func ofTitlesThatHaveAllWordsTheOneWithLittleElseComesFirst() throws {
        let body = "Plan the work and the budget. Work out a budget. The budget plan is work."
        let index = BuiltIndex([
            .page("a/", "How a team of twelve did plan its whole budget", body), .page("b/", "Budget plan basics"),
        ])
        #expect(try index.urls("plan budget ") == ["b/", "a/"])
    }

    @Test func oneUnknownWordTakesNothingAway() throws {
        #expect(try index.urls("qqqqq running a retrospective ").first == "a/")
    }

    @Test func wordsThatStandInOneSentenceCountForMore() throws {
        // `Iron`, `Word` and `Lanterns` lead to different bits, so the words of the first page share none.
        let filler = (0..<20).map { "Word number \($0) says nothing." }.joined(separator: " ")
        let both = BuiltIndex([
            .page("a/", "One", "Iron is heavy. \(filler) Lanterns are bright."),
            .page("b/", "Two", "\(filler) Iron lanterns are bright. Heavy!"),
            .page("c/", "Three", filler),
        ])
        #expect(try both.urls("iron lanterns ") == ["b/", "a/"])
    }

    @Test func wordsThatShareASentenceByChanceCountForLess() throws {
        func sentences(_ words: String...) -> String {
            (0..<24).map { "s\($0) \(words[$0 / 3 % words.count])." }.joined(separator: " ")
        }
        // Sentences with the same first word are told from all others, not from each other.
        let often = String(repeating: "Now alpha, beta. ", count: 4)
        let index = BuiltIndex([
            .page("apart/", "Apart", sentences("alpha", "beta")),
            .page("together/", "Together", "\(often) \(sentences("other"))"),
            .page("other/", "Other", sentences("other")),
        ])
        #expect(try index.urls("alpha beta ") == ["together/", "apart/"])
    }

    @Test func aWordInATitleComesBeforeAShortTextOfIt() throws {
        let long = String(repeating: "A guide with many other words in it. ", count: 40)
        let index = BuiltIndex([
            .page("short/", "Anna", "Anvil."), .page("title/", "When the anvil complains", "\(long) The anvil."),
            .page("other/", "Other", long),
        ])
        #expect(try index.urls("anvil ") == ["title/", "short/"])
        #expect(try index.urls("anvel ") == ["title/", "short/"])
    }

    @Test func aHeadingOfTheWordsComesBeforeTextOfThem() throws {
        let both = BuiltIndex([
            .page("a/", "One", "Copper lanterns. Copper lanterns again, and more copper lanterns."),
            .page(
                "b/", "Two", sections: [("Copper lanterns", "They are bright and hang above the door of the house.")]),
            .page("c/", "Three", "Nothing of the kind."),
        ])
        #expect(try both.urls("copper lanterns ") == ["b/", "a/"])
    }

    @Test func quotationsAreFoundAcrossTheEndOfASentence() throws {
        let one = BuiltIndex([
            .page("a/", "One", "We hang copper. Lanterns follow. Then all is bright."),
            .page("b/", "Two", "Lanterns of copper. Follow them."),
        ])
        #expect(try one.urls("\"copper lanterns follow then\"") == ["a/"])
        #expect(try one.urls("\"lanterns of copper\"") == ["b/"])
        #expect(try one.urls("\"of lanterns\"").isEmpty)
        #expect(try one.urls("\"copper lanterns zzzzqqqq\"").isEmpty)
        #expect(try one.urls("\"copper\" bright ").count == 2)
    }

    @Test func archivedPagesAreFoundOnlyWhenAskedFor() throws {
        #expect(try index.urls("old ").isEmpty)
        #expect(try index.urls("old ", filters: [.status: ["archived"]]) == ["d/"])
        #expect(try index.urls("feedback ", filters: [.status: ["archived", "live"]]).contains("d/"))
    }

    @Test func facetsCountWhatEachValueWouldLeave() throws {
        let results = try index.opened().search("feedback retrospective ", filters: [.kind: ["video"]])
        #expect(results.total == 2)
        #expect(results.facets[.kind]?.map(\.value) == ["video", "guide"])
        #expect(results.facets[.kind]?.map(\.count) == [2, 1])
        #expect(results.facets[.community]?.map(\.value) == ["agile", "data"])
        #expect(results.facets[.community]?.map(\.count) == [1, 1])
        #expect(results.facets[.status]?.map(\.value) == ["live"])
        let none = try index.opened().search("feedback ", filters: [.kind: ["poem"]])
        #expect(none.total == 0)
    }

    @Test func attributesOfPagesAreChosenAndCounted() throws {
        let index = BuiltIndex([
            .page("a/", "Feedback", attributes: [.length: "short", .way: "others"]),
            .page("b/", "Feedback, again", attributes: [.length: "long", .circle: "team"]),
            .page("c/", "Feedback, at last", attributes: [.length: "short", .freshness: "recent"]),
            .page("d/", "Feedback, without any"),
        ])
        #expect(try index.urls("feedback ", filters: [.length: ["short"]]) == ["a/", "c/"])
        #expect(try index.urls("", filters: [.circle: ["team"]]) == ["b/"])
        let facets = try index.opened().search("feedback ", filters: [.way: ["others"]]).facets
        #expect(facets[.way]?.map { "\($0.value) \($0.count)" } == ["others 1"])
        #expect(facets[.length]?.map { "\($0.value) \($0.count)" } == ["short 1"])
        #expect(facets[.freshness]?.isEmpty == true)
    }

    @Test func withoutAQueryTheFiltersAloneChoose() throws {
        #expect(try index.urls("", filters: [.kind: ["video"]], sort: .date) == ["c/", "b/"])
        #expect(try index.urls("", filters: [.kind: ["video"]], sort: .title) == ["c/", "b/"])
        #expect(try index.urls("").isEmpty)
        #expect(try index.urls("?!").isEmpty)
    }

    @Test func limitsAndOffsetsCutTheSameList() throws {
        let index = try index.opened()
        let all = try index.search("feedback retrospective", limit: 10)
        let second = try index.search("feedback retrospective", limit: 1, offset: 1)
        #expect(second.total == all.total)
        #expect(second.results == [all.results[1]])
        #expect(try index.search("feedback", limit: 5, offset: 99).results.isEmpty)
    }

    @Test func wordsInOneSectionCountForMoreThanWordsApart() throws {
        let index = BuiltIndex([
            .page("a/", "One", "alpha", sections: [("Two", "beta"), ("Three", "gamma")]),
            .page("b/", "One", "gamma", sections: [("Two", "delta"), ("Three", "alpha beta")]),
        ])
        #expect(try index.urls("alpha beta ") == ["b/", "a/"])
    }

    @Test func wordsInQuotationMarksMustStandTogether() throws {
        let index = BuiltIndex([
            .page("a/", "One", "alpha", sections: [("Two", "beta")]), .page("b/", "One", "so alpha beta is"),
            .page("c/", "One", "beta alpha"), .page("d/", "Alpha Beta", "alpha"),
            .page("e/", "One", "", fields: [(.skills, "Alpha beta")]), .page("f/", "Alpha", "beta alpha"),
        ])
        #expect(try index.urls("\"alpha beta\"").sorted() == ["b/", "d/", "e/"])
        #expect(try index.urls("“alpha beta” one").sorted() == ["b/", "d/", "e/"])
        #expect(try index.urls("\"alpha omega\"").isEmpty)
        #expect(try index.urls("\"alpha beta").count == 6)
        let results = try index.opened().search("\"alpha beta\"", filters: [.kind: ["page"]], limit: 1)
        #expect(results.total == 3)
        #expect(results.facets[.kind]?.map(\.count) == [3])
    }

    @Test func aQuotationIsLookedForFurtherWhereTheBestPagesDoNotHaveIt() throws {
        func answer(besides count: Int, filters: [SearchFacet: [String]] = [:]) throws -> SearchResults {
            let others = (0..<count).map {
                SearchDocument.page("b\($0)/", "Other \($0)", "Red very kite. Red big kite. Red old kite.")
            }
            let text = "A red kite over a field of many other words that make the page long enough to come last."
            return try BuiltIndex([.page("a/", "It", text, kind: "book")] + others).opened()
                .search("\"red kite\"", filters: filters)
        }
        let near = try answer(besides: 20)
        #expect(near.results.map(\.url) == ["a/"] && near.isWhole)
        let further = try answer(besides: 50)
        #expect(further.results.map(\.url) == ["a/"] && further.isWhole)
        let chosen = try answer(besides: 70, filters: [.kind: ["book"]])
        #expect(chosen.results.map(\.url) == ["a/"] && chosen.isWhole)
        let tooFar = try answer(besides: 70)
        #expect(tooFar.results.isEmpty && !tooFar.isWhole)
    }

    @Test func partsOfCompoundsFindThem() throws {
        let index = BuiltIndex([
            .page("a/", "Fjärrservern", "om en fjärrserver", language: "sv"),
            .page("b/", "Server", "om en server", language: "sv"),
            .page("c/", "Rum", "utbildningsledaren och utbildning av ledaren", language: "sv"),
            .page("d/", "Möte", "i utbildningsledaren", language: "sv"),
            .page("e/", "Server", "remoteserver", language: "en"),
        ])
        #expect(try index.urls("server ", language: "sv") == ["b/", "a/"])
        #expect(try index.urls("utbildning ", language: "sv") == ["c/", "d/"])
        #expect(try index.urls("ledare ", language: "sv") == ["c/", "d/"])
        #expect(try index.urls("server ", language: "en") == ["e/"])
        #expect(try index.urls("remote ", language: "en").isEmpty)
    }

    @Test func neighboursOfIdeographsAreWords() throws {
        let index = BuiltIndex([
            .page("a/", "実践コミュニティ", "知識を共有する", language: "ja"), .page("b/", "学習", "共に有る", language: "ja"),
        ])
        #expect(try index.urls("共有").first == "a/")
        #expect(try index.urls("知識共有").first == "a/")
        #expect(try index.urls("学習") == ["b/"])
    }

    @Test func oneVersionOfAPageIsShownTheReadersWherePossible() throws {
        let index = BuiltIndex([
            .page("a/", "Kanban", "board", original: "a/"),
            .page("sv/a/", "Kanban", "tavla", language: "sv", original: "a/"),
            .page("b/", "Kanban board"), .page("c/", "Kanbantavla, kanban", language: "sv"),
        ])
        #expect(Set(try index.urls("kanban ", reader: "en")) == ["a/", "b/", "c/"])
        #expect(Set(try index.urls("kanban ", reader: "sv")) == ["sv/a/", "b/", "c/"])
        #expect(Set(try index.urls("kanban ", reader: "fi")) == ["a/", "b/", "c/"])
        #expect(Set(try index.urls("kanban ", language: "sv")) == ["sv/a/", "c/"])
        #expect(try index.urls("tavla ", reader: "en").contains("sv/a/"))
        #expect(Set(try index.urls("kanban ", filters: [.language: ["sv"]], reader: "en")) == ["sv/a/", "c/"])
    }

    @Test func languagesCountTheirOwnVersions() throws {
        let index = BuiltIndex([
            .page("a/", "Kanban", original: "a/"), .page("sv/a/", "Kanban", language: "sv", original: "a/"),
            .page("b/", "Kanban", original: "b/"), .page("sv/b/", "Kanban", language: "sv", original: "b/"),
            .page("c/", "Kanban", kind: "video"),
        ])
        for language in [nil, "sv", "en"] {
            let filters = language.map { [SearchFacet.language: [$0]] } ?? [:]
            let results = try index.opened().search("kanban ", filters: filters)
            let counts = Dictionary(
                uniqueKeysWithValues: (results.facets[.language] ?? []).map { ($0.value, $0.count) })
            #expect(counts == ["en": 3, "sv": 2])
            #expect(results.total == language.map { counts[$0] } ?? 3)
        }
        let pages = try index.opened().search("kanban ", filters: [.kind: ["page"]])
        #expect(pages.facets[.kind]?.map(\.count) == [2, 1])
        #expect(pages.facets[.language]?.map(\.count) == [2, 2])
    }

    @Test func aVersionThatIsLeftOutHidesNoOther() throws {
        let index = BuiltIndex([
            .page("a/", "Ocelot", original: "a/"),
            .page("sv/a/", "Ocelot", language: "sv", original: "a/", isArchived: true),
        ])
        #expect(try index.urls("ocelot ", reader: "sv") == ["a/"])
        #expect(try index.urls("ocelot ", filters: [.status: ["archived"]], reader: "en") == ["sv/a/"])
    }

    @Test func anEmptyQuotationAsksForNothing() throws {
        #expect(try index.urls("\"\" \"feedback in a team\"") == ["b/"])
        #expect(try index.urls("\"!\" \"feedback in a team\"") == ["b/"])
    }

    @Test func theIndexIsTheSameWhateverTheOrderOfPages() {
        #expect(BuiltIndex(pages.reversed()).files == index.files)
        #expect(BuiltIndex(pages.reversed()).files.keys.sorted() == index.files.keys.sorted())
    }

    @Test func aSmallIndexIsOneFileALanguageWithItsTextsApart() {
        let names = index.files.keys.map { $0.dropFirst(IndexFormat.folder.count) }
        #expect(names.contains("manifest.js"))
        #expect(names.count { $0.hasPrefix("en-") } == 2)
        #expect(names.count { $0.hasPrefix("sv-") } == 2)
        #expect(names.count == 5)
    }

    @Test func aLargeIndexIsDividedAndFindsTheSame() throws {
        let index = LargeIndex.built
        #expect(index.files.count > 10)
        #expect(index.files.values.allSatisfy { $0.count < 140_000 })
        #expect(try index.opened().search("common").total == 2000)
        #expect(try index.urls("w31x7 ").contains("p1/"))
        #expect(try index.urls("1234").first == "p1234/")
    }

    @Test func leadsAreThePagesThatRankFirstForAWord() throws {
        let index = LargeIndex.built
        let opened = try index.opened()
        let leads = try index.files.mapValues { bytes in
            try IndexFormat.pieces(of: bytes)?["leads"].map {
                try JSONDecoder().decode(IndexPieces.Leads.self, from: Data($0))
            }
        }
        let rows = leads.values.compactMap(\.self).map {
            zip($0.urls.split(separator: "\n"), $0.titles.split(separator: "\n")).map { "\($0) \($1)" }
        }
        #expect(rows.count > 20)
        // Of the common word, what the search shows first; of a rare one, the only page.
        let first = try opened.search("page ", limit: 20).results.map { "\($0.url) \($0.title)" }
        #expect(first.count == 20)
        #expect(rows.contains { Set($0) == Set(first) })
        #expect(rows.contains { $0.contains("p1234/ Page 1234") })
        for (url, title) in rows.joined().map({ ($0.prefix { $0 != " " }, $0.split(separator: " ").last ?? "") }) {
            #expect(url == "p\(title)/")
        }
        #expect(self.index.files.values.allSatisfy { IndexFormat.pieces(of: $0)?["leads"] == nil })
    }

    @Test func commonWordsCountOnlyWhereThereIsLittleElse() throws {
        let index = LargeIndex.built
        #expect(try index.opened().search("common w31x7 ").total == 2000)
        #expect(try index.opened().search("comm").total == 2000)
        let six = "w31x7 w31x15 w62x7 w62x14 w93x9 w93x3 "
        let rare = try index.opened().search(six).total
        #expect(rare < 100)
        #expect(try index.opened().search("common " + six).total == rare)
        #expect(try index.opened().search("commno ").total == 2000)
        #expect(try index.urls("\"w31x7 common\"").isEmpty)
        let last = "w\(31 % 997)x\(59 % 89)"
        #expect(try index.urls("\"\(last) common\"") == ["p1/"])
    }

    @Test func titlesThatDifferInACommonWordAreToldApartWhereItIsLeftOut() throws {
        let rare = "alpha beta gamma delta epsilon zeta eta"
        let index = BuiltIndex(
            LargeIndex.pages + [
                .page("without/", rare, "Alpha."),
                .page("with/", "Common \(rare)", "Nothing."),
            ])
        #expect(try index.urls("\(rare) ").prefix(2) == ["without/", "with/"])
        #expect(try index.urls("common \(rare) ").prefix(2) == ["with/", "without/"])
    }

    @Test func anEditChangesFewFilesOfALargeIndex() {
        let before = LargeIndex.built
        var pages = LargeIndex.pages
        pages[700].sections[0].text += " one more sentence with w5x5"
        let edited = BuiltIndex(pages)
        #expect(edited.files.count { before.files[$0.key] != $0.value } <= 12)
        pages.append(.page("q/", "Another page", "It has a few words, w7x7 and w8x8 and common ones."))
        let added = BuiltIndex(pages)
        #expect(added.files.count { edited.files[$0.key] != $0.value } <= 24)
        #expect(added.files.count > 30)
    }

    @Test func aSiteWithoutPagesHasAnIndexThatFindsNothing() throws {
        #expect(try BuiltIndex([]).urls("anything").isEmpty)
    }
}

/// An index of 2,000 pages, so large that it is divided and has common words.
enum LargeIndex {
    static let pages = (0..<2000).map { number in
        SearchDocument.page(
            "p\(number)/", "Page \(number)",
            (0..<60).map { "w\(number * 31 % 997)x\($0 * number % 89)" }.joined(separator: " ") + " common")
    }
    static let built = BuiltIndex(pages)
}
