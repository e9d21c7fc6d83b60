import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisBuild

struct BuildTests {
    @Test func theFiveLineCommunityBuildsAsItStands() async throws {
        var site = SmallSite(hasCommunity: false)
        site["communities/advisors/index.md"] = """
            ---
            title: Business advisors
            purpose: Any advisor can draw on what all the others know.
            for: Branch advisors and central specialists
            owners: Anna Lind
            join: https://teams.example/x
            ---
            """
        let loaded = try await site.load()
        #expect(!loaded.hasErrors)
        #expect(loaded.findings.contains { $0.rule.id == "person.no-profile" })
        let page = try #require(try await site.output("communities/advisors/index.html"))
        #expect(page.contains("Any advisor can draw on what all the others know."))
        #expect(page.contains("https://teams.example/x"))
        #expect(page.contains("Anna Lind"))
    }

    @Test func quotationMarksFollowTheLanguageOfThePage() async throws {
        var site = SmallSite()
        site["site.yaml"] = "title: Guild\nlanguage: en\nlanguages: [en, sv]\ntimezone: UTC\nsmart_punctuation: true"
        for (name, language) in [("a", "language: sv\n"), ("b", "")] {
            site["communities/guild/guides/\(name).md"] = "---\ntitle: T\n\(language)---\n\nA \"quoted\" word.\n"
        }
        #expect(try await site.output("communities/guild/guides/a/index.html")?.contains("A ”quoted” word.") == true)
        #expect(try await site.output("communities/guild/guides/b/index.html")?.contains("A “quoted” word.") == true)
    }

    /// Each title once, on the page of its letter, and as many pages as letters; with hardly any titles none.
    @Test(arguments: [3, 600]) func manyTitlesStandOnPagesByLetter(count: Int) async throws {
        var site = SmallSite()
        site["site.yaml"] = "title: Guild\nlanguage: sv\ntimezone: UTC"
        let letters = ["A", "Z", "Å", "2"]
        let titles = (0..<count).map { "\(letters[$0 % letters.count])-title \($0)!" }
        for (number, title) in titles.enumerated() {
            site["communities/guild/guides/g\(number).md"] = "---\ntitle: \(title)\nkind: how-to\n---\n\nText.\n"
        }
        let tree = try await site.build()
        func text(_ path: String) throws -> String {
            String(decoding: try #require(try tree.bytes(at: path), "\(path)"), as: UTF8.self)
        }
        let search = try text("search/index.html")
        #expect(titles.allSatisfy { search.contains($0) } == (count == 3))
        let pages = tree.contents.keys.filter { $0.hasPrefix("search/titles/") }.sorted()
        guard count > 3 else { return #expect(pages.isEmpty) }
        // The site's own pages begin with the other letters.
        #expect(Set(["0", "a", "z", "e5"].map { "search/titles/\($0)/index.html" }).isSubset(of: pages))
        for page in pages {
            let folder = page.dropLast("index.html".count)
            #expect(search.contains("\"../\(folder)\""), "\(folder)")
        }
        for (slug, letter) in [("0", "2"), ("a", "A"), ("z", "Z"), ("e5", "Å")] {
            let page = try text("search/titles/\(slug)/index.html")
            for title in titles { #expect(page.ranges(of: ">\(title)<").count == (title.hasPrefix(letter) ? 1 : 0)) }
        }
    }

    @Test func whereAPhotoWasTakenIsNotPublished() async throws {
        var site = SmallSite()
        let place = Array("63.8258N 20.2630E".utf8)
        let end: [UInt8] = [0xFF, 0xD9]
        site.files.set(
            "content/people/anna.jpg", to: [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(2 + place.count)] + place + end)
        site.files.set("content/people/place.txt", to: place)
        site["about.md"] = "# About\n\n![Anna](people/anna.jpg) [Her place](people/place.txt)\n"
        let tree = try await site.build()
        guard case .bytes([0xFF, 0xD8, 0xFF, 0xD9]) = tree["people/anna.jpg"], case .file = tree["people/place.txt"]
        else {
            Issue.record("the photo is there without its place, and other files as they are")
            return
        }
    }

    @Test func aPictureWithAScriptIsRefused() async throws {
        var site = SmallSite()
        site["people/x.svg"] = "<svg><script>alert(1)</script></svg>"
        site["site.yaml"]? += "\nfiles: people/x.svg\n"
        let loaded = try await site.load()
        #expect(loaded.hasErrors)
        #expect(
            loaded.findings.contains {
                $0.rule.id == "files.script" && $0.message.hasPrefix("this picture holds <script>")
            })
    }

    @Test func aHomePageWithoutATitleIsFoundByTheSites() async throws {
        let site = try await SmallSite().load().site
        #expect(site.pages.first { $0.kind == .home }?.metadata.title == "Guild")
    }

    @Test func nobodyWhoHasLeftAnswersForAPage() async throws {
        var site = SmallSite()
        site["people/bengt-berg.md"] = "---\nname: Bengt Berg\nconfirmed: 2026-01-01\nalumni: 2026-06-30\n---\n"
        site["communities/guild/posts/old.md"] =
            "---\ntitle: Old\nkind: story\nauthor: bengt-berg\ndate: 2026-05-05\n---\nLong ago.\n"
        let loaded = try await site.load().site
        func owners(_ slug: String) -> [String] {
            loaded.pages.first { $0.slug == slug }?.metadata.owners.map { owner in
                owner.page.map { loaded[$0].slug } ?? "a name"
            } ?? []
        }
        #expect(owners("bengt-berg") == [])
        #expect(owners("old") == ["anna-lind"])
        #expect(owners("anna-lind") == ["anna-lind"])
    }

    @Test func notesOfAnEventAreALinkOrASentence() async throws {
        var site = SmallSite()
        func page(_ notes: String) async throws -> String {
            site["communities/guild/events/e.md"] =
                "---\ntitle: E\nstart: 2026-11-01 10:00\nend: 2026-11-01 11:00\nhost: anna-lind\nnotes: \(notes)\n---\n"
            return try await #require(site.output("communities/guild/events/e/index.html"))
        }
        #expect(try await page("https://notes.example/e").contains(#"href="https://notes.example/e">"#))
        #expect(try await !page("https://notes.example/e").contains(">https://notes.example/e<"))
        #expect(try await page("We agreed on tea").contains("We agreed on tea</span>"))
    }

    @Test func aDraftIsOnlyInPreviews() async throws {
        var site = SmallSite()
        site["communities/guild/guides/secret.md"] = "---\ntitle: Secret plan\nstatus: draft\n---\nText.\n"
        #expect(try await site.build()["communities/guild/guides/secret/index.html"] == nil)
        #expect(try await !mentions("Secret plan", in: site.build()))
        site.options.includesDrafts = true
        #expect(try await site.build()["communities/guild/guides/secret/index.html"] != nil)
    }

    @Test func aPageIsOnTheSiteFromItsFirstDayToItsLast() async throws {
        for (today, isShown) in [
            ("2026-11-22", false), ("2026-11-23", true), ("2026-11-25", true), ("2026-11-26", false),
        ] {
            var site = SmallSite()
            site["about.md"] = "---\nshow_from: 2026-11-23\nshow_until: 2026-11-25\n---\n# About us\n\nText.\n"
            site.options.today = try #require(.init(today))
            #expect(try await (site.build()["about/index.html"] != nil) == isShown, "\(today)")
        }
    }

    @Test func aPersonWhoIsNotListedLeavesNothingButTheNameInARole() async throws {
        var site = SmallSite()
        site["people/greta-lund.md"] =
            "---\nname: Greta Lund\nlisted: false\nrole: Director of mysteries\nconfirmed: 2026-01-01\n---\nMy life.\n"
        let community = site["communities/guild/index.md"] ?? ""
        site["communities/guild/index.md"] = community.replacing("moderators: Bo Ek", with: "moderators: greta-lund")
        let tree = try await site.build()
        #expect(tree["people/greta-lund/index.html"] == nil)
        #expect(try !mentions("Director of mysteries", in: tree))
        #expect(try mentions("Greta Lund", in: tree))
        #expect(try !mentions("greta-lund", in: tree))
    }

    @Test func aReferenceDoesNotNameWhoeverIsNotListed() async throws {
        var site = SmallSite()
        site["people/greta-lund.md"] = "---\nname: Greta Lund\nlisted: false\n---\n"
        site["communities/guild/paths/p.md"] =
            "---\ntitle: P\ncurator: anna-lind\nitems: [greta-lund, {title: Elsewhere, url: 'https://example.org/'}]\n---\n"
        site["communities/guild/posts/p.md"] =
            "---\ntitle: Talk\nkind: story\nauthor: anna-lind\ndate: 2026-11-01\nfrom: greta-lund\n---\nText.\n"
        let tree = try await site.build()
        #expect(try !mentions("Greta Lund", in: tree))
        #expect(try mentions("Elsewhere", in: tree))
        let report = try await site.report()
        #expect(report.ranges(of: "\"Greta Lund\" is not listed, so this place shows nothing").count == 2)
    }

    @Test func anUnconfirmedProfileShowsNameRoleAndUnitOnly() async throws {
        var site = SmallSite()
        site["people/ivo-petrov.md"] = """
            ---
            name: Ivo Petrov
            role: Advisor
            location: Ystad
            contact: {email: ivo@guild.example}
            offers: {kind: mentor, format: over herring}
            summary: New in town.
            topics: sailing
            circle: network
            ---
            I came by boat, as [the picture](boat.txt) shows.
            """
        site["people/boat.txt"] = "A boat"
        site["topics.yaml"] = "sailing: {label: Sailing}\n"
        let tree = try await site.build()
        for secret in ["Ystad", "ivo@guild.example", "over herring", "New in town", "by boat"] {
            #expect(try !mentions(secret, in: tree), "\(secret)")
        }
        for list in ["topics/sailing", "circles/network"] {
            let page = try #require(try tree.bytes(at: "\(list)/index.html"))
            #expect(!String(decoding: page, as: UTF8.self).contains("Ivo Petrov"), "\(list)")
        }
        #expect(tree["people/boat.txt"] == nil)
        #expect(try await !site.brokenRules().contains("files.unused people/boat.txt"))
        #expect(try mentions("Ivo Petrov", in: tree))
    }

    @Test func whatAPageLacksBecauseOfAnErrorInItIsNotSaidAsWell() async throws {
        var site = SmallSite()
        site["about.md"] = "---\ntitel: About\n---\nText.\n"
        site["communities/guild/guides/a.md"] = "---\ntitle: A\nreveiwed: 2026-11-01\n---\nText.\n"
        site["communities/guild/guides/b.md"] = "---\ntitle: B\nreviewed: 31.11.2026\n---\nText.\n"
        site["communities/guild/guides/c.txt"] = "---\ntitle: C\n---\nText.\n"
        #expect(
            try await site.brokenRules().filter { !$0.contains("index.md") } == [
                "field.unknown about.md", "field.unknown communities/guild/guides/a.md",
                "field.wrong-value communities/guild/guides/b.md", "page.name communities/guild/guides/c.txt",
            ])
    }

    @Test(arguments: [("2026-11-23", true), ("2026-11-24", false)])
    func nobodyHasLeftBeforeTheDayOnWhichTheyLeave(day: String, hasLeft: Bool) async throws {
        var site = SmallSite()
        site["people/ivo-petrov.md"] =
            "---\nname: Ivo Petrov\nconfirmed: 2026-01-01\nalumni: \(day)\ncontact: {chat: 'https://chat.example/ivo'}\n---\n"
        let page = try #require(try await site.output("people/ivo-petrov/index.html"))
        #expect(page.contains("banner-alumni") == hasLeft)
        #expect(page.contains("https://chat.example/ivo") != hasLeft)
    }

    @Test func namesAndTitlesAreInOneLine() async throws {
        var site = SmallSite()
        site["people/ivo-petrov.md"] = "---\nname: |\n  Ivo\n  Petrov\n---\n"
        site["communities/guild/guides/a.md"] = "---\ntitle: \"A\\nB\"\nowners: [\"Eva\\nRos\"]\n---\nText.\n"
        site["communities/guild/guides/b.md"] = "# C\u{1B}D\n\nText.\n"
        let pages = try await site.load().site.pages
        #expect(pages.map(\.metadata.title).filter { $0.contains { $0.isNewline || $0 == "\u{1B}" } } == [])
        #expect(pages.contains { $0.metadata.title == "Ivo Petrov" && $0.person?.name == "Ivo Petrov" })
        #expect(pages.contains { $0.metadata.title == "A B" && $0.metadata.owners == [.name("Eva Ros")] })
    }

    @Test func oldAddressesLeadToTheNewOne() async throws {
        var site = SmallSite()
        site["communities/guild/guides/new.md"] = "---\ntitle: New\naliases: /guides/old/\n---\nText.\n"
        let page = try #require(try await site.output("guides/old/index.html"))
        #expect(page.contains("../../communities/guild/guides/new/"))
    }

    @Test func theSameSiteGivesTheSameBytesOnAnyNumberOfThreads() async throws {
        var site = try SampleSite.small()
        let one = try await site.bytes()
        site.options.threads = 4
        let four = try await site.bytes()
        #expect(one == four)
    }

    @Test func aSiteThatCannotBeSearchedHasNoIndex() async throws {
        var site = SmallSite()
        #expect(try await site.bytes().keys.contains("search/index/manifest.js"))
        site.options.makesSearch = false
        let paths = try await site.bytes().keys
        #expect(paths.contains("index.html"))
        #expect(!paths.contains { $0.hasPrefix("search/index/") })
    }

    @Test func withoutSettingsTheSiteSaysWhatToDo() async throws {
        var site = SmallSite()
        site["site.yaml"] = nil
        #expect(
            try await site.report().contains(
                """
                content/site.yaml: error: the site has no site.yaml [site.missing]
                     = add content/site.yaml with two lines: title: and language:
                """))
    }

    @Test func aFolderNamedLikeAPageIsReported() async throws {
        var site = SmallSite()
        site["communities/guild/guides/folder.md/text.txt"] = "Hello"
        #expect(try await site.brokenRules().contains("files.kind communities/guild/guides/folder.md"))
    }

    @Test func everyRuleStandsOnceInTheCatalogue() {
        let names = BuildRules.all.map(\.id)
        #expect(Set(names).count == names.count)
    }

    @Test func contentMustBeThere() async {
        await #expect(throws: FileError.self) { try await Build().load(InMemoryFiles()) }
    }

    private func mentions(_ text: String, in tree: OutputTree) throws -> Bool {
        try tree.paths.contains { path in
            try tree.bytes(at: path.rawValue).map { String(decoding: $0, as: UTF8.self).contains(text) } ?? false
        }
    }
}

/// Sites to compare as a whole.
private enum SampleSite {
    /// One with something of most kinds.
    static func small() throws -> SmallSite {
        var site = SmallSite()
        site["topics.yaml"] = "tea: {label: Tea}\ncake: {label: Cake, broader: tea}\n"
        for number in 0..<30 {
            site["communities/guild/guides/guide-\(number).md"] =
                "---\ntitle: Guide \(number)\ntopics: [tea, cake]\n---\n## One\n\nSee [the next](guide-\((number + 1) % 30).md).\n"
            site["people/person-\(number).md"] = "---\nname: Person \(number)\nconfirmed: 2026-01-01\nseeks: tea\n---\n"
        }
        return site
    }
}
