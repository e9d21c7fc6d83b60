import Foundation
import PraxisBuild
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisTheme

/// Lists that are too long for one page are divided by what their pages keep.
@Suite struct DividedListTests {
    @Test func fiveHundredRowsStandOnOnePage() async throws {
        let pages = try await Pages(of: .library(500))
        #expect(pages.parts(of: "/library/").isEmpty)
        #expect(try pages.html("/library/").contains("data-facets-for"))
    }

    @Test func aLongerListLeadsToItsPartsWithHowManyEachHas() async throws {
        let pages = try await Pages(of: .library(501))
        #expect(
            pages.parts(of: "/library/") == [
                "/library/all/article/", "/library/all/video/",
            ])
        let library = try pages.html("/library/")
        #expect(library.contains("<a href=\"../library/all/article/\">Article</a> <span class=\"count\">251</span>"))
        #expect(library.contains("<a href=\"../library/all/video/\">Video</a> <span class=\"count\">250</span>"))
        #expect(library.contains("501 in all"))
        #expect(library.contains("href=\"../library/resources.csv\""))
    }

    @Test func theFirstPageHasTheNewest() async throws {
        let pages = try await Pages(of: .library(501))
        let titles = try pages.titles("/library/")
        #expect(titles.count == 60)
        #expect(titles.prefix(2) == ["Number 500", "Number 499"])
    }

    @Test func aPartThatIsTooLongIsDividedAgainAndKeepsItsAddress() async throws {
        let pages = try await Pages(of: .library(1800))
        let parts = pages.parts(of: "/library/")
        #expect(
            parts == [
                "/library/all/article/", "/library/all/article/2024/", "/library/all/article/2025/",
                "/library/all/article/2026/", "/library/all/video/", "/library/all/video/2024/",
                "/library/all/video/2025/", "/library/all/video/2026/",
            ])
        #expect(try pages.titles("/library/all/article/").count == 60)
    }

    @Test func everyRowStandsInOnePart() async throws {
        let pages = try await Pages(of: .library(1800))
        let leaves = pages.parts(of: "/library/").filter {
            $0.hasSuffix("/2024/") || $0.hasSuffix("/2025/") || $0.hasSuffix("/2026/")
        }
        let titles = try leaves.flatMap(pages.titles)
        #expect(titles.count == 1800)
        #expect(Set(titles).count == 1800)
    }

    @Test func aPartHasItsRowsInTheOrderOfTheList() async throws {
        let pages = try await Pages(of: .library(1800))
        let numbers = try pages.titles("/library/all/article/2025/").map { Int($0.dropFirst("Number ".count)) ?? 0 }
        #expect(numbers == numbers.sorted(by: >))
        #expect(numbers.count > 250)
    }

    @Test func aYearThatIsTooLongIsDividedIntoMonths() async throws {
        var site = SmallSite()
        for number in 0..<501 {
            site["communities/guild/questions/q\(number).md"] =
                "---\ntitle: Why \(number)?\nasked: 2025-0\(number % 2 + 2)-03\n---\n\nText.\n"
        }
        let pages = try await Pages(of: site)
        #expect(
            pages.parts(of: "/questions/") == [
                "/questions/all/2025/", "/questions/all/2025/02/", "/questions/all/2025/03/",
            ])
        #expect(try pages.html("/questions/all/2025/03/").contains("<h1>Questions: March 2025</h1>"))
        #expect(try pages.html("/questions/all/2025/").contains(">March</a>"))
        // Its own community's list is as long.
        let inside = "/communities/guild/questions/"
        #expect(pages.parts(of: inside).contains("\(inside)all/2025/03/"))
        let part = try pages.html("\(inside)all/2025/03/")
        #expect(part.contains("<h1>Questions: March 2025 · Guild</h1>"))
        #expect(part.contains("<li><a href=\"../../../../../../communities/guild/questions/all/2025/\">2025</a></li>"))
    }

    @Test func aMonthThatIsTooLongIsDividedByLetters() async throws {
        var site = SmallSite()
        for number in 0..<520 {
            site["communities/guild/resources/r\(number).md"] = SmallSite.resource(
                title: "\(["Ask", "Bring"][number % 2]) \(number)", kind: "book", added: "2025-03-07")
        }
        let pages = try await Pages(of: site)
        let month = "/library/all/book/2025/03/"
        #expect(
            pages.parts(of: "/library/") == [
                "/library/all/book/", "/library/all/book/2025/", month, "\(month)a/", "\(month)b/",
            ])
        #expect(try pages.html("\(month)b/").contains("<h1>Library: Book, March 2025, B</h1>"))
        #expect(try pages.titles("\(month)b/").count == 260)
    }

    @Test func whatHasNoDayIsDividedByLetters() async throws {
        var site = SmallSite()
        for number in 0..<520 {
            site["communities/guild/resources/r\(number).md"] = SmallSite.resource(
                title: "\(["Ask", "Bring", "åter", "9 steps"][number % 4]) \(number)", kind: "book", added: nil)
        }
        let pages = try await Pages(of: site)
        #expect(
            pages.parts(of: "/library/") == [
                "/library/all/book/", "/library/all/book/undated/", "/library/all/book/undated/0/",
                "/library/all/book/undated/a/", "/library/all/book/undated/b/",
            ])
        #expect(try pages.html("/library/all/book/undated/a/").contains("<h1>Library: Book, Without a date, A</h1>"))
        #expect(try pages.titles("/library/all/book/undated/a/").count == 260)
    }

    @Test func lettersAreThoseOfTheLanguageAndALongOneIsDividedByTheNext() async throws {
        var site = SmallSite()
        site["site.yaml"] = site["site.yaml"].map { "\($0)\nlanguages: [en, sv]\n" }
        for number in 0..<540 {
            let name = number < 510 ? ["Siv", "Sara"][number % 2] : ["Åsa", "Öyvind", "Bo"][number % 3]
            site["people/p\(number).md"] = "---\nname: \(name) \(number)\n---\n"
        }
        let pages = try await Pages(of: site)
        let english = ["a/", "b/", "o/", "s/", "s/a/", "s/i/"].map { "/people/all/\($0)" }
        #expect(pages.parts(of: "/people/") == english)
        #expect(
            Set(pages.parts(of: "/sv/people/"))
                == Set(["a/", "b/", "e5/", "f6/", "s/", "s/a/", "s/i/"].map { "/sv/people/all/\($0)" }))
        #expect(try pages.html("/people/all/s/a/").contains("<h1>People: Sa</h1>"))
        let swedish = try pages.html("/sv/people/")
        let order = ["A", "B", "S", "Å", "Ö"].map { letter in
            swedish.range(of: "/\">\(letter)</a> <span class=\"count\">")?.lowerBound
        }
        #expect(order.compactMap(\.self).count == 5)
        #expect(order.compactMap(\.self) == order.compactMap(\.self).sorted())
        // A letter of one language is no page of the other.
        #expect(try !pages.html("/sv/people/all/e5/").contains("hreflang=\"en\" href=\"https"))
        #expect(
            try pages.html("/sv/people/all/b/").contains(
                "hreflang=\"en\" href=\"https://guild.example/people/all/b/\""))
    }

    @Test func lettersThatShareACapitalAreOnePart() async throws {
        var site = SmallSite()
        for number in 0..<510 {
            site["people/p\(number).md"] = "---\nname: \(["µ", "μ", "Σ", "ς", "ſ", "S"][number % 6]) \(number)\n---\n"
        }
        let pages = try await Pages(of: site)
        let parts = pages.parts(of: "/people/")
        #expect(["s", "3bc", "3c3"].allSatisfy { parts.contains("/people/all/\($0)/") })
        #expect(Set(parts).count == parts.count)
        let people = try parts.flatMap {
            try pages.html($0).matches(of: #/href="[./]*people\/(p\d+)\/"/#).map(\.output.1)
        }
        #expect(Set(people).count == 510)
    }

    @Test func aPartLeadsToThoseBesideItAndAboveIt() async throws {
        let pages = try await Pages(of: .library(1800))
        let part = try pages.html("/library/all/article/2025/")
        #expect(part.contains("<h1>Library: Article, 2025</h1>"))
        #expect(part.contains("<li><a href=\"../../../../library/\">Library</a></li>"))
        #expect(part.contains("<li><a href=\"../../../../library/all/article/\">Article</a></li>"))
        #expect(part.contains("<a href=\"../../../../library/all/article/2025/\" aria-current=\"page\">2025</a>"))
        #expect(part.contains("href=\"../../../../library/all/article/2026/\" rel=\"prev\""))
        #expect(part.contains("<strong>Article, 2026</strong>"))
        #expect(part.contains("href=\"../../../../library/all/article/2024/\" rel=\"next\""))
        let last = try pages.html("/library/all/article/2024/")
        #expect(last.contains("<strong>Video, 2026</strong>"))
        let first = try pages.html("/library/all/article/2026/")
        #expect(!first.contains("rel=\"prev\""))
    }

    @Test func searchEnginesMayListTheParts() async throws {
        let pages = try await Pages(of: .library(501))
        #expect(pages.outputs.filter { $0.route.path.hasPrefix("/library/all/") }.map(\.isIndexed) == [true, true])
        #expect(
            try pages.html("/library/all/video/").contains(
                "rel=\"canonical\" href=\"https://guild.example/library/all/video/\""))
    }

    @Test func partsOfAListOfPeopleAreAsHiddenFromSearchEnginesAsTheList() async throws {
        var site = SmallSite()
        site["site.yaml"] = site["site.yaml"].map { "\($0)\npeople: {index: false}\n" }
        for number in 0..<510 { site["people/p\(number).md"] = "---\nname: P \(number)\n---\n" }
        let pages = try await Pages(of: site)
        let parts = pages.outputs.filter { $0.route.path.hasPrefix("/people/all/") }
        #expect(!parts.isEmpty)
        #expect(!parts.contains { $0.isIndexed })
    }

    @Test func partsAreNoHitsOfTheSearch() async throws {
        let pages = try await Pages(of: .library(501))
        let overviews = pages.renderer.overviews.map(\.route.path)
        #expect(overviews.contains("/library/"))
        #expect(!overviews.contains { $0.contains("/all/") })
    }

    @Test func theFormLeadsToTheSearchWithItsFacets() async throws {
        var site = SmallSite.library(501)
        site["topics.yaml"] = "feedback: {label: Feedback}\nsafety: {label: Safety}\n"
        site["communities/guild/resources/r1.md"] = SmallSite.resource(
            title: "One", kind: "article", added: "2026-01-01", more: "topics: [feedback]\n")
        site["communities/guild/resources/r2.md"] = SmallSite.resource(
            title: "Two", kind: "video", added: "2026-01-01", more: "topics: [feedback, safety]\n")
        let pages = try await Pages(of: site)
        let library = try pages.html("/library/")
        #expect(library.contains("action=\"../search/\" method=\"get\" hidden data-list-search"))
        #expect(
            library.contains(
                "<option value=\"feedback\">Feedback (2)</option><option value=\"safety\">Safety (1)</option>"))
        #expect(library.contains("<select name=\"kind\">"))
        // What all have is not chosen but given.
        #expect(library.contains("<input type=\"hidden\" name=\"community\" value=\"guild\">"))
        let part = try pages.html("/library/all/video/")
        #expect(!part.contains("data-list-search"))
    }

    @Test func aNewPageChangesItsOwnPartsAlone() async throws {
        var site = SmallSite.library(1800)
        let before = try await Pages(of: site)
        site["communities/guild/resources/new.md"] = SmallSite.resource(
            title: "New", kind: "article", added: "2026-06-01")
        let after = try await Pages(of: site)
        let parts = before.parts(of: "/library/")
        #expect(after.parts(of: "/library/") == parts)
        let changed = try parts.filter { try before.html($0) != after.html($0) }
        #expect(changed == ["/library/all/article/", "/library/all/article/2026/"])
    }

    @Test func anAddressOfAPartIsTaken() async throws {
        var site = SmallSite()
        site["library/all/article.md"] = "---\ntitle: A\n---\n\nText.\n"
        #expect(
            try await site.report().contains(
                "error: a part of the library is at /library/all/article/ already [address.shared]"))
        let inside = "/communities/guild/resources/all/book/"
        site["library/all/article.md"] = nil
        site["about.md"] =
            "---\ntitle: A\naliases: [\(inside)]\n---\n\n[Books](communities/guild/resources/all/book/)\n"
        let findings = try await site.report()
        #expect(findings.contains("the alias \(inside) is the address of a part of the community's list of resources"))
        #expect(findings.contains("\"communities/guild/resources/all/book/\""))
    }

    @Test func aPathToAPartIsNoLinkSinceASmallerSiteHasNone() async throws {
        var site = SmallSite()
        site["index.md"] = "See [articles](library/all/article/) in the [library](library/).\n"
        let findings = try await site.report()
        #expect(findings.contains("\"library/all/article/\""))
        #expect(!findings.contains("\"library/\""))
    }

    @Test func aCommunityMayBeCalledAll() async throws {
        var site = SmallSite()
        site["communities/all/index.md"] = site["communities/guild/index.md"]
        site["communities/all/rules.md"] = "---\ntitle: Rules\n---\n\nText.\n"
        site["communities/all/guides/a.md"] = "---\ntitle: A\nkind: how-to\n---\n\n[Guides](../../all/guides/)\n"
        #expect(try await !site.load().hasErrors)
    }

    @Test func pagesThatNameEverybodyNameSomeOfVeryMany() async throws {
        var site = SmallSite()
        site["topics.yaml"] = "feedback: {label: Feedback}\n"
        for number in 0..<501 {
            site["people/p\(number).md"] = """
                ---
                name: P \(number)
                confirmed: 2026-01-01
                skills: [{topic: feedback, level: \(number == 400 ? "teaching" : "learning")}]
                offers: [{kind: mentor, topics: [feedback]}]
                ---
                """
            site["communities/guild/resources/r\(number).md"] = SmallSite.resource(
                title: "R \(number)", kind: "book", added: nil
            ).replacing("anna-lind", with: "p\(number)")
        }
        let pages = try await Pages(of: site)
        let find = try pages.html("/find/")
        #expect(find.matches(of: #/data-person=/#).count == 501)
        let byTopic = find[(try #require(find.range(of: "<dl class=\"by-topic\">"))).upperBound...]
        #expect(byTopic.matches(of: #/class="byline"/#).count == 10)
        #expect(byTopic.contains("<a href=\"../topics/feedback/\">All 501</a>"))
        // Those who know most come first.
        let topic = try pages.html("/topics/feedback/")
        #expect(topic.matches(of: #/<li class="person-row"/#).count == 60)
        #expect(topic.contains(">P 400</a>"))
        let subscribe = try pages.html("/subscribe/")
        #expect(!subscribe.contains(">P 400</a>"))
        #expect(subscribe.contains("<a href=\"../people/\">All 501"))
        #expect(subscribe.contains(">Guild</a></h3>"))
    }

    @Test func theLibraryOfALargeSiteIsFoundInAllItsTopics() async throws {
        var site = SmallSite.library(501)
        site["topics.yaml"] = "feedback: {label: Feedback}\n"
        for number in 0..<10 {
            site["communities/guild/resources/t\(number).md"] = SmallSite.resource(
                title: "T \(number)", kind: "article", added: "2026-01-01", more: "topics: [feedback]\n")
        }
        let pages = try await Pages(of: site)
        // A list that needs no script, and leads to where it can be narrowed.
        #expect(try pages.html("/topics/feedback/").contains("href=\"../../topics/feedback/resources/\">All 10"))
        let list = try pages.html("/topics/feedback/resources/")
        #expect(list.contains("<h1>Resources</h1>") && list.contains("<title>Resources · Feedback"))
        #expect(list.contains("<li><a href=\"../../../topics/feedback/\">Feedback</a></li>"))
        #expect(list.contains("href=\"../../../library/#topic=feedback\">Filter these in the library"))
        #expect(try pages.titles("/topics/feedback/resources/").sorted() == (0..<10).map { "T \($0)" })
    }

    @Test func aTopicWhosePageHasAllItsResourcesHasNoListOfThem() async throws {
        let pages = try await Pages(of: topic(with: 6))
        #expect(!pages.outputs.contains { $0.route.path == "/topics/feedback/resources/" })
        #expect(try !pages.html("/topics/feedback/").contains("/resources/\">All"))
    }

    @Test func theResourcesOfATopicAreDividedAsThoseOfTheLibrary() async throws {
        let pages = try await Pages(of: topic(with: 501))
        let list = "/topics/feedback/resources/"
        #expect(pages.parts(of: list) == ["\(list)all/article/", "\(list)all/book/"])
        let html = try pages.html(list)
        #expect(html.contains("<input type=\"hidden\" name=\"topic\" value=\"feedback\">"))
        #expect(!html.contains("<select name=\"topic\">"))
        let part = try pages.html("\(list)all/book/")
        #expect(part.contains("<h1>Resources: Book · Feedback</h1>"))
        #expect(part.contains("<li><a href=\"../../../../../topics/feedback/resources/\">Resources</a></li>"))
    }

    private func topic(with count: Int) -> SmallSite {
        var site = SmallSite()
        site["topics.yaml"] = "feedback: {label: Feedback}\nother: {label: Other}\n"
        for number in 0..<count {
            site["communities/guild/resources/t\(number).md"] = SmallSite.resource(
                title: "T \(number)", kind: number % 2 == 0 ? "article" : "book", added: "2026-01-01",
                more: "topics: [feedback\(number % 3 == 0 ? ", other" : "")]\n")
        }
        return site
    }

    @Test func whatHasBeenIsDividedByTheYearsOfLastDates() async throws {
        var site = SmallSite()
        for number in 0..<502 {
            site["communities/guild/events/e\(number).md"] =
                "---\ntitle: Event \(number)\nstart: 202\(number % 2 + 4)-03-05 13:00\nminutes: 45\nhost: anna-lind\n"
                + (number == 0 ? "repeat: {every: year, count: 3}\n" : "") + "---\n"
        }
        let pages = try await Pages(of: site)
        let list = "/events/past/"
        #expect(pages.parts(of: list) == ["2024", "2025", "2026"].map { "\(list)all/\($0)/" })
        #expect(try pages.titles("\(list)all/2026/") == ["Event 0"])
        #expect(try pages.titles("\(list)all/2025/").count == 251)
        #expect(try pages.html("\(list)all/2026/").contains("<h1>Past events: 2026</h1>"))
        // A year of a community's meetings is none of what is coming up.
        #expect(try !pages.html("/communities/guild/events/all/2024/").contains("Coming up"))
    }

    @Test func aLetterWithTooManyTitlesIsDividedByTheNext() async throws {
        var site = SmallSite()
        site["topics.yaml"] = "sailing: {label: Sailing}\nquilts: {label: Quilts}\n"
        for number in 0..<510 {
            site["people/p\(number).md"] = "---\nname: \(["Siv", "Sara"][number % 2]) \(number)\n---\n"
        }
        let pages = try await Pages(of: site)
        let letters = pages.outputs.map(\.route.path).filter { $0.hasPrefix("/search/titles/") }
        #expect(letters == ["a/", "g/", "q/", "s/", "s/a/", "s/i/"].map { "/search/titles/\($0)" })
        let letter = try pages.html("/search/titles/s/")
        #expect(letter.contains("<a href=\"../../../search/titles/s/a/\">Sa</a> <span class=\"count\">256</span>"))
        #expect(!letter.contains("<ul class=\"titles"))
        let part = try pages.html("/search/titles/s/a/")
        #expect(part.contains("<h1>A to Z: Sa</h1>"))
        #expect(part.contains("<a href=\"../../../../search/titles/s/\" aria-current=\"true\">S</a>"))
        #expect(part.contains(">Sailing<") && part.contains(">Sara 1<") && !part.contains(">Siv 0<"))
        // A letter that topics alone begin with.
        #expect(try pages.html("/search/titles/q/").contains(">Quilts<"))
    }

    @Test func aPartOfTheCommunitiesHasThemByStage() async throws {
        var site = SmallSite()
        for number in 0..<501 {
            let stage = ["active", "forming", "closing"][number % 3]
            let letter = number < 12 ? "A" : number == 12 ? "B" : "C"
            site["communities/c\(number)/index.md"] =
                "---\ntitle: \(letter) \(number)\npurpose: We learn.\nfor: All\nowners: anna-lind\njoin: chat\n"
                + "stage: \(stage)\n---\n"
        }
        let pages = try await Pages(of: site)
        let part = try pages.html("/communities/all/a/")
        let heads = part.matches(of: #/<h2 [^>]*id="([a-z]*)"[^>]*>/#).map { String($0.output.1) }
        let stages = ["active", "forming", "closing"]
        #expect(heads.filter(stages.contains) == stages)
        let numbers = try pages.titles("/communities/all/a/").compactMap { Int($0.dropFirst(2)) }
        #expect(numbers.map { $0 % 3 } == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
        #expect(try !pages.html("/communities/all/b/").contains("id=\"active\""))
    }
}

/// The pages of a site, made one by one.
private struct Pages {
    let renderer: ThemeRenderer
    private let outputsByPath: [String: PageOutput]

    init(of site: SmallSite) async throws {
        let loaded = try await site.load()
        try #require(!loaded.hasErrors, "\(loaded.findings.prefix(3))")
        renderer = ThemeRenderer(theme: loaded.theme, site: loaded.site)
        outputsByPath = Dictionary(
            renderer.outputs.map { ($0.route.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var outputs: [PageOutput] { renderer.outputs }

    /// The addresses of the parts of a list.
    func parts(of list: String) -> [String] { outputs.map(\.route.path).filter { $0.hasPrefix("\(list)all/") } }

    func html(_ path: String) throws -> String {
        let output = try #require(outputsByPath[path], "nothing at \(path)")
        return String(decoding: renderer.render(output).bytes, as: UTF8.self)
    }

    /// The titles of the cards on a page, in their order.
    func titles(_ path: String) throws -> [String] {
        try html(path).matches(of: #/<h3 class="card-title"><a [^>]*>([^<]*)</a>/#).map { String($0.output.1) }
    }
}

extension SmallSite {
    /// A library of so many resources, every second of them a video, a day or so after the one before.
    fileprivate static func library(_ count: Int) -> SmallSite {
        var site = SmallSite()
        for number in 0..<count {
            let added = today.advanced(byDays: (number - count) * 900 / count)
            site["communities/guild/resources/r\(number).md"] = resource(
                title: "Number \(number)", kind: number % 2 == 0 ? "article" : "video", added: added.description)
        }
        return site
    }

    fileprivate static func resource(title: String, kind: String, added: String?, more: String = "") -> String {
        """
        ---
        title: \(title)
        kind: \(kind)
        url: https://books.example/a
        curator: anna-lind
        why: It is short.
        \(added.map { "added: \($0)\n" } ?? "")\(more)---
        """
    }
}
