import PraxisBuild
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisAuthoring

@Suite struct ForgettingTests {
    private struct Outcome {
        var site: SmallSite
        var report: [String]
        /// `path:line: message`
        var remaining: [String]
    }

    /// The site without a person; forgetting brings no new finding.
    private func forgotten(_ site: SmallSite, _ person: String, removesAnswers: Bool = false) async throws -> Outcome {
        let loaded = try await site.load()
        let before = try await site.mistakes().map(\.message)
        let forgetting = try Forgetting(
            person: person, removesAnswers: removesAnswers, in: loaded.sources, others: loaded.otherTexts)
        var after = site
        try forgetting.edits.apply(to: &after.files)
        let new = try await after.mistakes().map(\.message).filter { !before.contains($0) }
        #expect(new == [])
        let remaining = forgetting.remaining.map {
            "\($0.location.path):\($0.location.range?.start.line ?? 0): \($0.message)"
        }
        return Outcome(site: after, report: forgetting.report, remaining: remaining)
    }

    private func site() -> SmallSite {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/retrospective.md"] = page("title: Retro", text: "# Why\n")
        return site
    }

    @Test func theProfileItsTranslationAndItsPhotoGo() async throws {
        var site = site()
        site["people/cia-berg.md"] = page(
            "name: Cia Berg", "confirmed: 2026-01-01", "photo: cia.png", "photo_alt: Cia",
            "contact: {email: cia@example.org}")
        site["people/cia-berg.sv.md"] = page("role: Coach")
        site.files.set("content/people/cia.png", to: SmallSite.pixel)
        site["about.md"] =
            "# About\n\nAsk [**Cia** Berg](people/cia-berg.md \"Her page\"), ![Cia](people/cia.png)\ncia@example.org or Cia.\n"
        let outcome = try await forgotten(site, "Cia Berg")
        #expect(outcome.site.files.paths.filter { $0.rawValue.contains("cia") } == [])
        #expect(outcome.site["about.md"] == "# About\n\nAsk **Cia** Berg, \ncia@example.org or Cia.\n")
        #expect(
            outcome.remaining == [
                "content/about.md:3: \"Cia\" may mean Cia Berg",
                "content/about.md:4: \"cia@example.org\" still stands here",
                "content/about.md:4: \"Cia\" may mean Cia Berg",
            ])
        #expect(
            outcome.report.prefix(3) == [
                "content/people/cia-berg.md is removed", "content/people/cia-berg.sv.md is removed",
                "content/people/cia.png is removed",
            ])
    }

    @Test func filesThatAreNoPagesAreListedWhereTheyNameThePerson() async throws {
        var site = site()
        site["communities/agile/members.csv"] = "name\nBo Ek\nCia Berg\n"
        site["communities/agile/guides/old.md.bak"] = "Ask cia-berg\n"
        site["topics.yaml"] = "coaching: {label: Coaching, summary: What Cia Berg does}\n"
        #expect(
            try await forgotten(site, "cia-berg").remaining == [
                "content/communities/agile/guides/old.md.bak:1: \"cia-berg\" still stands here",
                "content/communities/agile/members.csv:3: \"Cia Berg\" still stands here",
                "content/topics.yaml:1: \"Cia Berg\" still stands here",
            ])
    }

    @Test func rolesAndListsLoseThePersonAndKeepTheRestByteForByte() async throws {
        for (before, after) in [
            ("owners: bo-ek\nmoderators: cia-berg # since May\nsummary: S", "owners: bo-ek\nsummary: S"),
            ("owners: [cia-berg, bo-ek ] # both", "owners: [bo-ek ] # both"),
            ("owners: [bo-ek,  cia-berg]", "owners: [bo-ek]"),
            ("owners: [bo-ek, cia-berg, Cia Berg]", "owners: [bo-ek]"),
            ("owners: [cia-berg, bo-ek, Cia Berg]", "owners: [bo-ek]"),
            ("owners:\n  - cia-berg # first\n  # then\n  - bo-ek", "owners:\n  # then\n  - bo-ek"),
            (
                "owners: [bo-ek]\nexperts:\n- person: cia-berg\n  since: 2024-01-01\n- bo-ek",
                "owners: [bo-ek]\nexperts:\n- bo-ek"
            ),
            ("owners: [{person: cia-berg, until: 2025-01-01}, bo-ek]", "owners: [bo-ek]"),
            ("owners: bo-ek\nsponsors:\n  person: cia-berg\n  note: kind\nsummary: S", "owners: bo-ek\nsummary: S"),
        ] {
            for end in ["\n", "\r\n"] {
                var site = site()
                func community(_ fields: String) -> String {
                    page("title: Data", "purpose: P", "for: All", "join: chat", fields).replacing("\n", with: end)
                }
                site["communities/data/index.md"] = community(before)
                #expect(try await forgotten(site, "cia-berg").site["communities/data/index.md"] == community(after))
            }
        }
    }

    @Test func anActiveCommunityKeepsAnOwnerThoughItIsNobody() async throws {
        let outcome = try await forgotten(site(), "bo-ek")
        #expect(outcome.site["communities/data/index.md"]?.contains("owners: Former member\n") == true)
        #expect(outcome.site["communities/agile/index.md"]?.contains("owners: [anna-lind]\n") == true)
        #expect(
            outcome.report.contains(
                "content/communities/data/index.md:5: owners: Former member, since the community needs one; "
                    + "name somebody who answers for it now"))
    }

    @Test func whatSomebodyAnswersForGoesToAnOwnerAndWhatTheyWroteToNobody() async throws {
        var site = site()
        site["communities/agile/resources/r.md"] = page(
            "title: R", "kind: book", "url: https://example.org", "curator: cia-berg", "why: Good")
        site["communities/agile/posts/p.md"] = page("title: P", "kind: story", "author: cia-berg", "date: 2026-01-01")
        site["communities/agile/events/old.md"] = page(
            "title: Old", "start: 2025-01-01 09:00", "minutes: 60", "host: cia-berg", "speakers: [cia-berg]")
        site["communities/agile/events/new.md"] = page(
            "title: New", "start: 2025-01-01 09:00", "minutes: 60", "host: \"Cia Berg\"", "repeat: {every: week}")
        site["opportunities/o.md"] = page(
            "title: O", "kind: swap", "host: cia-berg", "learning: all", "apply: ask", "community: data")
        site["programmes/p/index.md"] = page("title: P", "language: sv", "coordinator: cia-berg")
        let outcome = try await forgotten(site, "cia-berg")
        func line(_ path: String, _ text: String) -> Bool {
            outcome.site[path]?.split(separator: "\n").contains { $0 == text } == true
        }
        #expect(line("communities/agile/resources/r.md", "curator: anna-lind"))
        #expect(line("communities/agile/posts/p.md", "author: Former member"))
        #expect(line("communities/agile/events/old.md", "host: Former member"))
        #expect(outcome.site["communities/agile/events/old.md"]?.contains("speakers") == false)
        #expect(line("communities/agile/events/new.md", "host: anna-lind"))
        #expect(line("opportunities/o.md", "host: bo-ek"))
        #expect(line("programmes/p/index.md", "coordinator: Tidigare medlem"))
        #expect(
            outcome.report.contains(
                "content/communities/agile/resources/r.md:5: curator: anna-lind, who owns Agile"))
    }

    @Test func answersStayUnderANameThatIsNobodysUnlessTheyAreToGo() async throws {
        var site = site()
        func question(_ accepted: String, _ text: String) -> String {
            page("title: How?", "asked: 2026-01-01\(accepted)", text: text)
        }
        let path = "communities/agile/questions/how.md"
        site[path] = question(
            "\nasked_by: cia-berg\naccepted: cia-berg",
            "How?\n\n## @bo-ek 2026-03-02\n\nSo.\n\n## @cia-berg 2026-03-03\n\nThus.\n\n### More\n\n## @anna-lind 2026-03-04\n\nNo.\n"
        )
        #expect(
            try await forgotten(site, "cia-berg").site[path]
                == question(
                    "\naccepted: Former member",
                    "How?\n\n## @bo-ek 2026-03-02\n\nSo.\n\n## @Former member 2026-03-03\n\nThus.\n\n### More\n\n## @anna-lind 2026-03-04\n\nNo.\n"
                ))
        #expect(
            try await forgotten(site, "cia-berg", removesAnswers: true).site[path]
                == question(
                    "", "How?\n\n## @bo-ek 2026-03-02\n\nSo.\n\n## @anna-lind 2026-03-04\n\nNo.\n"))

        let twice = try await forgotten(try await forgotten(site, "bo-ek").site, "cia-berg").site
        #expect(twice[path]?.contains("accepted") == false)
    }

    @Test func somebodyWithoutAProfileIsForgottenToo() async throws {
        var site = site()
        site["communities/agile/guides/retrospective.md"] = page(
            "title: Retro", "owners: [Dag Ek, anna-lind]", text: "# Why\n")
        site["communities/agile/questions/how.md"] = page(
            "title: How?", "asked: 2026-01-01", text: "How?\n\n## @Dag Ek 2026-03-02\n\nSo.\n")
        site["about.md"] = "# About\n\nDag Ek began it.\n"
        let outcome = try await forgotten(site, "Dag Ek")
        #expect(outcome.site["communities/agile/guides/retrospective.md"]?.contains("Dag") == false)
        #expect(outcome.site["communities/agile/questions/how.md"]?.contains("## @Former member 2026-03-02") == true)
        #expect(outcome.remaining.first == "content/about.md:3: \"Dag Ek\" still stands here")
        #expect(outcome.report.count == 2)
    }

    @Test func somebodyUnknownIsSuggested() async throws {
        let sources = try await site().load().sources
        #expect(
            throws: AuthoringError(
                "there is nobody anna-lindh in content/people, and no page names them",
                advice: "did you mean anna-lind?")
        ) {
            try Forgetting(person: "anna-lindh", in: sources)
        }
    }
}
