import PraxisBuild
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisAuthoring

@Suite struct NewPageTests {
    private func begun(_ request: NewPage.Request, in site: SmallSite = SmallSite.ofReferences) async throws -> (
        page: NewPage, text: String
    ) {
        let page = try NewPage(request, in: try await site.load().sources)
        var after = site
        try page.edits.apply(to: &after.files)
        return (page, after.files[page.file.rawValue] ?? "")
    }

    private func refusal(_ request: NewPage.Request) async throws -> String? {
        let sources = try await SmallSite.ofReferences.load().sources
        do throws(AuthoringError) {
            _ = try NewPage(request, in: sources)
            return nil
        } catch {
            return error.description + (error.advice.map { "; \($0)" } ?? "")
        }
    }

    @Test(arguments: [
        ("en", "Süd Ärlig Åse Bjørn", "sud-arlig-ase-bjorn"), ("de", "Süd, Straße & ÄÖÜ", "sued-strasse-aeoeue"),
        ("de-AT", "U\u{308}ber uns", "ueber-uns"), ("da", "Æblegrød på Århus", "aeblegroed-paa-aarhus"),
        ("nb", "Bodø på ærlig", "bodo-pa-aerlig"), ("sv", "Så gör vi", "sa-gor-vi"),
        ("is", "Þór og Guðrún", "thor-og-gudrun"),
    ])
    func anAddressHasTheLettersOfItsLanguage(language: String, title: String, name: String) async throws {
        let (page, _) = try await begun(
            .init(kind: "guide", title: title, community: "agile", language: language))
        #expect(page.file.rawValue == "content/communities/agile/guides/\(name).md")
        var site = SmallSite.ofReferences
        let index = try #require(site["communities/agile/index.md"])
        site["communities/agile/index.md"] = index.replacing("join: chat", with: "join: chat\nlanguage: \(language)")
        let (inCommunity, _) = try await begun(.init(kind: "guide", title: title, community: "agile"), in: site)
        #expect(inCommunity.file == page.file)
        site["site.yaml"] = "title: Guild\nlanguage: \(language)\n"
        #expect(try await begun(.init(kind: "person", title: title), in: site).page.file.stem == name)
    }

    @Test func aLessonComesWithItsFieldsAndHeadings() async throws {
        let (page, text) = try await begun(
            .init(kind: "lesson", title: "What the pilot: taught us", community: "agile", author: "anna-lind"))
        #expect(page.file.rawValue == "content/communities/agile/posts/what-the-pilot-taught-us.md")
        #expect(page.remaining == [])
        #expect(
            text == """
                ---
                title: "What the pilot: taught us"
                kind: lesson
                author: anna-lind
                date: 2026-11-23
                # what it grew out of: a question, an event, a lesson
                # from: […]
                # of a lesson: what it was worth, in a sentence
                # benefit: …
                # what it is about: words of topics.yaml
                # topics: […]
                ---

                ## Context

                ## What we tried

                ## How it went

                ## What we learned

                """)
    }

    @Test func whatIsNotKnownIsLeftEmptyWithAHintAndReported() async throws {
        let (page, text) = try await begun(.init(kind: "Resource", title: "Öl & bröd", community: "data"))
        #expect(page.file.rawValue == "content/communities/data/resources/ol-brod.md")
        #expect(
            text.hasPrefix(
                """
                ---
                title: Öl & bröd
                # what sort of thing it is: article, video, report, guide, course, book, podcast, tool, template, dataset or talk
                kind:
                # where it is, unless the page itself is the resource
                url:
                # who vouches for it, for example anna-lind
                curator:
                # the curator's note on what it is good for, and for whom, for example The clearest hour on the subject, for beginners.
                why:
                # who made it
                # authors: […]
                # when it was published
                # issued: …
                added: 2026-11-23

                """))
        #expect(page.remaining.map(\.rule.id) == Array(repeating: "field.missing", count: 4))
        #expect(page.remaining.map { $0.location.range?.start.line } == [4, 6, 8, 10])
    }

    @Test(arguments: NewPage.kinds) func everyKindIsValidOnceItsEmptyFieldsAreFilled(_ kind: String) async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/retrospective.md"] = page("title: R", text: "# Why\n")
        site["programmes/p/index.md"] = page("title: P", "coordinator: bo-ek")
        let known = [
            "kind": kind == "resource" ? "book" : kind == "post" ? "story" : "swap", "url": "https://example.org/a",
            "why": "Good", "items": "agile/guides/retrospective", "start": "2026-12-01 09:00", "purpose": "P",
            "for": "All", "learning": "Much", "apply": "ask", "to": "bo-ek, Cia Berg",
        ]
        let title = kind == "topic" ? "Coaching" : "A new thing"
        let first = try await begun(.init(kind: kind, title: title, community: "agile"), in: site)
        let needed = Set(
            first.text.split(separator: "\n").compactMap { line -> String? in
                line.hasSuffix(":") && !line.hasPrefix("#") ? String(line.dropLast()) : nil
            })
        let hasAuthor = !needed.isDisjoint(with: ["author", "curator", "host", "coordinator", "owners"])
        let request = NewPage.Request(
            kind: kind, title: title, community: "agile", author: hasAuthor ? "anna-lind" : nil,
            values: known.filter { needed.contains($0.key) }.map { (key: $0.key, value: $0.value) })
        let (page, _) = try await begun(request, in: site)
        #expect(page.remaining == [])
        var after = site
        try page.edits.apply(to: &after.files)
        #expect(try await after.findings() == [])
    }

    /// However much of what is there an author fills in, with the words of its hints above it or, as pages had them once,
    /// behind it.
    @Test(arguments: NewPage.kinds) func hintsAreNotTakenForTextThatIsCutOff(_ kind: String) async throws {
        var site = SmallSite.ofReferences
        site["programmes/p/index.md"] = page("title: P", "coordinator: bo-ek")
        let title = kind == "topic" ? "Coaching" : "A new thing"
        let (begun, text) = try await begun(.init(kind: kind, title: title, community: "agile"), in: site)
        var above = ""
        var behind = ""
        var hint = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard let field = line.wholeMatch(of: /(?:# )?([a-z_]+:)( .*)?/) else {
                above += "\(line)\n"
                if line.hasPrefix("# ") { hint = "  \(line)" } else { behind += "\(line)\n" }
                continue
            }
            let value = (field.2.map(String.init) ?? " …").replacing("…", with: "Words of ours")
            above += "\(field.1)\(value)\n"
            behind += "\(field.1)\(value)\(hint)\n"
            hint = ""
        }
        for text in [above, behind] {
            #expect(text.contains("Words of ours"))
            var after = site
            try begun.edits.apply(to: &after.files)
            after.files[begun.file.rawValue] = text
            #expect(try await after.mistakes().filter { $0.rule.id == "yaml.number-sign" } == [])
        }
    }

    @Test func otherCommentsBehindTextAreReported() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/resources/a.md"] = page(
            "title: A", "kind: book", "curator: anna-lind", "added: 2026-11-01", "why: Good  # for whom?")
        #expect(try await site.mistakes().map(\.rule.id).filter { $0 == "yaml.number-sign" }.count == 1)
    }

    @Test func headingsAreInThePagesLanguage() async throws {
        var site = SmallSite.ofReferences
        site["communities/data/index.md"] = page(
            "title: Data", "purpose: P", "for: Alla", "owners: bo-ek", "join: chatt", "language: sv")
        let swedish = try await begun(.init(kind: "lesson", title: "Lärdom", community: "data"), in: site).text
        #expect(swedish.contains("## Vad vi lärde oss"))
        #expect(!swedish.contains("language"))
        let english = try await begun(.init(kind: "lesson", title: "L", community: "data", language: "en"), in: site)
            .text
        #expect(english.contains("language: en\n"))
        #expect(english.contains("## What we learned"))
    }

    @Test func aProgrammeBeginsWithASessionAndTheNextOneIsNumbered() async throws {
        var site = SmallSite.ofReferences
        let (page, _) = try await begun(.init(kind: "mentoring", title: "Pairs", author: "bo-ek"), in: site)
        #expect(
            page.edits.paths.map(\.rawValue) == [
                "content/programmes/pairs/01-first-session.md", "content/programmes/pairs/index.md",
            ])
        #expect(page.remaining == [])
        try page.edits.apply(to: &site.files)
        #expect(
            try await begun(.init(kind: "session", title: "Find a goal"), in: site).page.file.rawValue
                == "content/programmes/pairs/02-find-a-goal.md")
    }

    @Test func aPersonIsNamedAndAsksNobodysConsentYet() async throws {
        let (page, text) = try await begun(.init(kind: "person", title: "Eva Åkesson"))
        #expect(page.file.rawValue == "content/people/eva-akesson.md")
        #expect(text.hasPrefix("---\nname: Eva Åkesson\n"))
        #expect(
            text.contains(
                "\n# the day on which the person agreed to this page; until then most of it is hidden\n# confirmed: 2026-03-31\n"
            ))
        #expect(
            text.contains(
                "\n# how to reach them\n# contact: {email: name@example.org, chat: https://example.org/page}\n"))
    }

    @Test func whatCannotBeBegunSaysWhatToWrite() async throws {
        #expect(
            try await refusal(.init(kind: "leson", title: "A"))
                == "there is no kind of page \"leson\"; did you mean lesson?")
        #expect(
            try await refusal(.init(kind: "guide", title: "A"))
                == "a guide belongs to a community; say which with --community: agile, data")
        #expect(
            try await refusal(.init(kind: "guide", title: "A", community: "agil"))
                == "there is no community \"agil\"; did you mean agile?")
        #expect(
            try await refusal(.init(kind: "session", title: "A"))
                == "a session belongs to a programme, and there is none yet; make one first: praxis new programme \"…\""
        )
        #expect(
            try await refusal(.init(kind: "person", title: "Bo Ek"))
                == "content/people/bo-ek.md is there already; choose another title, or a name with --id")
        #expect(try await refusal(.init(kind: "page", title: "東京"))?.hasSuffix("give a name with --id") == true)
        #expect(
            try await refusal(.init(kind: "page", title: "A", identifier: "A b"))?.hasSuffix("write --id a-b") == true)
        #expect(
            try await refusal(.init(kind: "story", title: "A", community: "agile", author: "bo-eck"))
                == "there is nobody \"bo-eck\" in content/people; did you mean bo-ek?")
        #expect(
            try await refusal(.init(kind: "story", title: "A", community: "agile", values: [("dat", "2026-01-01")]))
                == "a post has no field \"dat\"; did you mean date?")
        #expect(try await refusal(.init(kind: "page", title: "library"))?.contains("library") == nil)
    }
}
