import PraxisTestSupport
import Testing

/// What rows of lists say, so that readers can choose among them.
@Suite struct ListRowTests {
    private func people(_ frontMatter: String) async throws -> [String] {
        var site = SmallSite()
        site["topics.yaml"] = """
            feedback: {label: Giving feedback}
            writing: {label: Writing}
            sql: {label: SQL}
            """
        site["people/bo-ek.md"] = "---\nname: Bo Ek\nrole: Editor\nunit: Press\n\(frontMatter)\n---\n"
        return try await site.rows(of: "people/")
    }

    private let profile = """
        skills:
          - {topic: sql, level: learning}
          - {topic: writing, level: skilled}
          - {topic: feedback, level: teaching}
        offers:
          - {kind: coach, topics: [feedback, writing]}
          - {kind: mentor, topics: sql, until: 2026-11-22}
        contact: {chat: "https://chat.example/bo"}
        """

    @Test func aPersonIsListedWithOpenOffersAndWhatTheyKnowBest() async throws {
        #expect(
            try await people("confirmed: 2026-01-01\n\(profile)").last
                == "BE Bo Ek Editor, Press Coach: Giving feedback, Writing Skills: Giving feedback, Writing")
    }

    @Test func whoHasNotAgreedIsListedWithNameRoleAndUnitOnly() async throws {
        #expect(try await people(profile).last == "BE Bo Ek Editor, Press")
    }

    /// The list of so many people, the first of whom offers something or nothing.
    private func list(of count: Int, offering offers: String = "") async throws -> String {
        var site = SmallSite()
        site["topics.yaml"] = "writing: {label: Writing}"
        site["people/left.md"] = "---\nname: Left Long\nconfirmed: 2026-01-01\nalumni: 2026-10-01\n---\n"
        for number in 1..<count {
            site["people/p\(number).md"] =
                "---\nname: Person \(number)\nconfirmed: 2026-01-01\n\(number == 1 ? offers : "")\n---\n"
        }
        return try await site.output("people/index.html") ?? ""
    }

    private let offer = "offers: [{kind: coach, topics: writing}]\ncontact: {chat: https://chat.example}"

    @Test func manyPeopleAreNarrowedByAField() async throws {
        let html = try await list(of: 12)
        #expect(html.contains("<p class=\"list-count\">12 people</p>"))
        #expect(html.contains("data-filter-for=\"site-people\"") && html.contains("id=\"site-people\""))
        #expect(try await !list(of: 11).contains("data-filter-for"))
    }

    @Test func theListOfPeopleLeadsToWhoeverOffersSomething() async throws {
        let way = "<a href=\"../find/\">Find somebody by what you need"
        #expect(try await list(of: 2, offering: offer).contains(way))
        #expect(try await !list(of: 2).contains("Find somebody by what you need"))
    }

    @Test func aPartOfAListIsNamedForTheManyThingsInItAndIsWithinReach() async throws {
        var site = SmallSite()
        for (name, kind) in ["a": "checklist", "b": "checklist", "c": "sheet"] {
            site["communities/guild/guides/\(name).md"] = "---\ntitle: \(name)\nkind: \(kind)\n---\n\nText.\n"
        }
        let html = try #require(try await site.output("guides/index.html"))
        #expect(html.contains("<h2 id=\"checklist\">Checklists</h2>"))
        #expect(html.contains("<a href=\"#checklist\">Checklists <span class=\"count\">2</span></a>"))
        #expect(html.contains("<a href=\"#sheet\">Fill-in sheets <span class=\"count\">1</span></a>"))
        site["communities/guild/guides/c.md"] = nil
        #expect(try await site.output("guides/index.html")?.contains("list-groups") == false)
    }

    @Test func aPartWhoseWholeIsElsewhereSaysNoNumber() async throws {
        var site = SmallSite()
        site["topics.yaml"] = """
            language: {label: Language}
            writing: {label: Writing, broader: language}
            numbers: {label: Numbers}
            sql: {label: SQL, broader: numbers}
            """
        let html = try #require(try await site.output("topics/index.html"))
        #expect(html.contains("<a href=\"#language\">Language</a>"))
        #expect(html.contains("<a href=\"#numbers\">Numbers</a>"))
    }

    @Test func aLevelSaysThatItIsOne() async throws {
        var site = SmallSite()
        site["communities/guild/resources/a.md"] = """
            ---
            title: A book
            url: https://books.example/a
            kind: book
            curator: anna-lind
            why: It helped.
            level: learning
            added: 2026-11-01
            ---
            """
        #expect(try await site.rows(of: "communities/guild/resources/").last?.contains("Level: Learning") == true)
    }

    private func opportunity(_ title: String, closes: String, more: String = "") -> String {
        """
        ---
        \(more)
        title: \(title)
        summary: Sit beside us.
        kind: shadowing
        host: anna-lind
        learning: How we decide.
        effort: One day
        mode: In Umeå
        apply: https://people.example/apply
        closes: \(closes)
        ---
        """
    }

    @Test func anOpportunityIsListedWithWhatOneLearnsAndWhatItTakes() async throws {
        var site = SmallSite()
        site["opportunities/a.md"] = opportunity("A day", closes: "2026-11-22")
        site["opportunities/b.md"] = opportunity("Another day", closes: "2026-11-23")
        let rows = try await site.rows(of: "opportunities/")
        #expect(
            rows == [
                "Job shadowing Another day Sit beside us. What you learn How we decide. Effort One day "
                    + "How In Umeå Host Anna Lind Apply by 23 November 2026",
                "Job shadowing A day Closed Sit beside us. What you learn How we decide. Effort One day "
                    + "How In Umeå Host Anna Lind",
            ])
    }

    @Test func anOpportunityOfACommunityNamesIt() async throws {
        var site = SmallSite()
        site["opportunities/a.md"] = opportunity("A day", closes: "2026-11-23", more: "community: guild")
        #expect(
            try await site.rows(of: "opportunities/").last?.hasSuffix(
                "Host Anna Lind Community Guild Apply by 23 November 2026")
                == true)
    }

    @Test func aProgrammeIsListedWithItsNextCohort() async throws {
        var site = SmallSite()
        site["programmes/pairs/index.md"] = """
            ---
            title: Pairs
            kind: mentoring
            coordinator: anna-lind
            cohorts:
              - {name: Autumn, starts: 2026-09-01, apply: "https://people.example/a", apply_by: 2026-08-01}
              - {name: Later, starts: 2027-08-01, apply: "https://people.example/c"}
              - {name: Spring, starts: 2027-02-01, apply: "https://people.example/b", apply_by: 2027-01-10}
            ---

            Two by two.
            """
        #expect(
            try await site.rows(of: "programmes/").last?.hasSuffix(
                "Two by two. Starts 1 February 2027 Apply by 10 January 2027") == true)
    }
}
