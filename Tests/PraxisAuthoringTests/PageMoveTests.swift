import PraxisBuild
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisAuthoring

@Suite struct PageMoveTests {
    /// The site after a move, which brings no new finding.
    private func moved(_ site: SmallSite, _ from: String, _ to: String) async throws -> (
        site: SmallSite, report: [String]
    ) {
        let sources = try await site.load().sources
        let before = try await site.mistakes().map(\.message)
        let move = try PageMove(from: SourcePath(from), to: SourcePath(to), in: sources)
        var after = site
        try move.edits.apply(to: &after.files)
        let new = try await after.mistakes().map(\.message).filter { !before.contains($0) }
        #expect(new == [])
        #expect(move.remaining.isEmpty)
        return (after, move.report)
    }

    private func refusal(_ site: SmallSite, _ from: String, _ to: String) async throws -> String? {
        let sources = try await site.load().sources
        do throws(AuthoringError) {
            _ = try PageMove(from: SourcePath(from), to: SourcePath(to), in: sources)
            return nil
        } catch {
            return error.description + (error.advice.map { "; \($0)" } ?? "")
        }
    }

    @Test func aFileThatIsNotReadUnderItsNameGetsAnother() async throws {
        var site = SmallSite.ofReferences
        let guide = page("title: Mine", "reviewed: 2026-11-01", text: "Text.\n")
        site["communities/agile/guides/My Guide.md"] = guide
        site["about.md"] = "# About\n\n[Mine](communities/agile/guides/My%20Guide.md)\n"
        let (after, report) = try await moved(
            site, "communities/agile/guides/My Guide.md", "communities/agile/guides/my-guide")
        #expect(after["communities/agile/guides/My Guide.md"] == nil)
        #expect(after["communities/agile/guides/my-guide.md"] == guide)
        #expect(after["about.md"] == "# About\n\n[Mine](communities/agile/guides/my-guide.md)\n")
        #expect(
            report.first
                == "content/communities/agile/guides/My Guide.md → content/communities/agile/guides/my-guide.md")
        #expect(
            try await refusal(site, "communities/agile/guides/My Guide.md", "communities/agile/guides/Mine.md")
                == "content/communities/agile/guides/Mine.md: \"Mine\" cannot be an address: "
                + "names have a–z, 0–9 and hyphens; rename it to mine.md")
        #expect(
            try await refusal(site, "agile/My-Guide.md", "about/me.md")
                == "there is no content/agile/My-Guide.md; did you mean content/communities/agile/guides/My Guide.md?")
    }

    @Test func aRenamedPersonIsNamedAnewEverywhere() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/questions/how.md"] = page(
            "title: How?", "asked: 2026-01-01", "asked_by: 'anna-lind' # she asked", "accepted: anna-lind",
            text: "How?\n\n## @anna-lind 2026-03-03\n\nLike [me](../../../people/anna-lind.md). `anna-lind`\n")
        site["communities/agile/posts/thanks.md"] = page(
            "title: Thanks", "kind: thanks", "author: Anna Lind", "date: 2026-01-01", "to:", "  - bo-ek",
            "  - \"anna-lind\"")
        let (after, report) = try await moved(site, "people/anna-lind.md", "people/anna-holm.md")
        #expect(after["people/anna-lind.md"] == nil)
        #expect(after["people/anna-holm.md"] == "---\nname: Anna Lind\naliases: /people/anna-lind/\n---\n")
        #expect(
            after["communities/agile/questions/how.md"]
                == page(
                    "title: How?", "asked: 2026-01-01", "asked_by: 'anna-holm' # she asked", "accepted: anna-holm",
                    text: "How?\n\n## @anna-holm 2026-03-03\n\nLike [me](../../../people/anna-holm.md). `anna-lind`\n"))
        #expect(
            after["communities/agile/posts/thanks.md"]
                == page(
                    "title: Thanks", "kind: thanks", "author: Anna Lind", "date: 2026-01-01", "to:", "  - bo-ek",
                    "  - \"anna-holm\""))
        #expect(report.contains("content/communities/agile/index.md:5: anna-lind → anna-holm"))
    }

    @Test func aGuideThatMovesToAnotherCommunityTakesItsLinksAndTranslationsAlong() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/retrospective.md"] = page(
            "title: Retro", "aliases: [/retro/] # short",
            text:
                "# Why\n\nSee [us](../index.md), [![p](p.png)](p.png \"Big\") and [that]\n\n`[x](../index.md)`\n\n[that]: ../posts/a.md#b\n"
        )
        site["communities/agile/guides/retrospective.sv.md"] = page(
            "title: Återblick", text: "Se [oss](../index.md).\n")
        site["communities/agile/guides/p.png"] = "p"
        site["communities/agile/posts/a.md"] = page(
            "title: A", "kind: story", "author: bo-ek", "date: 2026-01-01", "from:", "  - retrospective # the guide",
            "  - ../guides/retrospective.md", "  - agile/guides/retrospective",
            text: "## B\n\n[back](<../guides/retrospective.md>)\r\n")
        let (after, _) = try await moved(
            site, "content/communities/agile/guides/retrospective.md", "content/communities/data/guides/look-back.md")
        #expect(
            after["communities/data/guides/look-back.md"]
                == page(
                    "title: Retro", "aliases: [/retro/, /communities/agile/guides/retrospective/] # short",
                    text:
                        "# Why\n\nSee [us](../../agile/index.md), [![p](../../agile/guides/p.png)](../../agile/guides/p.png \"Big\")"
                        + " and [that]\n\n`[x](../index.md)`\n\n[that]: ../../agile/posts/a.md#b\n"))
        #expect(
            after["communities/data/guides/look-back.sv.md"]
                == page(
                    "title: Återblick", "aliases: /sv/communities/agile/guides/retrospective/",
                    text: "Se [oss](../../agile/index.md).\n"))
        #expect(
            after["communities/agile/posts/a.md"]
                == page(
                    "title: A", "kind: story", "author: bo-ek", "date: 2026-01-01", "from:",
                    "  - look-back # the guide",
                    "  - ../../data/guides/look-back.md", "  - data/guides/look-back",
                    text: "## B\n\n[back](<../../data/guides/look-back.md>)\r\n"))
        #expect(after["index.md"] == "Welcome. Read [the guide](communities/data/guides/look-back.md#why).\n")
    }

    @Test func aCommunityMovesAsAFolderWithAllThatIsInIt() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/retrospective.md"] = page("title: Retro", text: "# Why\n\n[us](../index.md)\n")
        site["communities/agile/paths/first.md"] = page(
            "title: First", "curator: bo-ek", "items: [agile/guides/retrospective]",
            text: "[list](../guides/) and [home](/communities/agile/)\n")
        site.files["content/communities/agile/odd name.bin"] = "x"
        let (after, report) = try await moved(site, "communities/agile", "communities/agility/")
        #expect(after["communities/agility/odd name.bin"] == "x")
        #expect(
            after["communities/agility/paths/first.md"]
                == page(
                    "title: First", "curator: bo-ek", "items: [agility/guides/retrospective]",
                    "aliases: /communities/agile/paths/first/",
                    text: "[list](../guides/) and [home](/communities/agility/)\n"))
        #expect(after["communities/data/index.md"]?.contains("related: [agility]") == true)
        #expect(after["index.md"] == "Welcome. Read [the guide](communities/agility/guides/retrospective.md#why).\n")
        #expect(after["site.yaml"]?.contains("url: /communities/agility/") == true)
        #expect(report.first == "content/communities/agile → content/communities/agility")
    }

    /// In each spelling that the menu takes.
    @Test(arguments: [
        ("retrospective", "look-back"), ("agile/guides/retrospective", "data/guides/look-back"),
        ("communities/agile/guides/retrospective", "communities/data/guides/look-back"),
        ("communities/agile/guides/retrospective.md", "communities/data/guides/look-back.md"),
        (
            "{title: Back, url: /communities/agile/guides/retrospective/}",
            "{title: Back, url: /communities/data/guides/look-back/}"
        ),
        ("communities/agile", "communities/agile"), ("guides", "guides"),
    ])
    func theMenuFollowsAPage(old: String, new: String) async throws {
        var site = SmallSite.ofReferences
        site["site.yaml"] = "title: Guild\nlanguage: en\nlanguages: [en, sv]\nnavigation: [\(old)]\n"
        site["communities/agile/guides/retrospective.md"] = page("title: Retro", text: "# Why\n")
        let (after, _) = try await moved(
            site, "communities/agile/guides/retrospective.md", "communities/data/guides/look-back.md")
        #expect(after["site.yaml"]?.hasSuffix("navigation: [\(new)]\n") == true, "\(after["site.yaml"] ?? "")")
    }

    @Test(arguments: [
        ("files: downloads/form.txt", "files: forms/form.txt"),
        ("files: [downloads/, a.txt]", "files: [forms/, a.txt]"),
        ("files: [content/downloads]", "files: [content/forms]"), ("trust: [downloads]", "trust: [forms]"),
        ("logo: downloads/logo.svg", "logo: forms/logo.svg"),
        (
            "theme: {name: own, settings: {hero: downloads/logo.svg}}",
            "theme: {name: own, settings: {hero: forms/logo.svg}}"
        ),
        ("logo: about.md # no picture", "logo: about.md # no picture"),
    ])
    func siteYAMLFollowsItsFiles(old: String, new: String) async throws {
        var site = SmallSite.ofReferences
        site.files["themes/own/theme.yaml"] =
            "name: own\nextends: commons\nsettings:\n  hero: {type: text, default: none}\n"
        site["site.yaml"] = "title: Guild\nlanguage: en\nlanguages: [en, sv]\n\(old)\n"
        site["a.txt"] = "A"
        site["downloads/form.txt"] = "Form"
        site["downloads/note.md"] = page("title: Note", text: "Note.\n")
        site["downloads/logo.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>"
        let (after, report) = try await moved(site, "downloads", "forms")
        #expect(after["site.yaml"]?.hasSuffix("\n\(new)\n") == true, "\(after["site.yaml"] ?? "")")
        #expect(report.contains { $0.hasPrefix("content/site.yaml:4: ") } == (old != new), "\(report)")
    }

    @Test func aNameThatAMoveMakesAmbiguousIsWrittenOutWhereItWasClear() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/a.md"] = page("title: A")
        site["communities/data/guides/b.md"] = page("title: B")
        site["programmes/p/index.md"] = page("title: P", "coordinator: bo-ek")
        site["opportunities/o.md"] = page(
            "title: O", "kind: swap", "host: bo-ek", "learning: all", "apply: ask")
        site["communities/agile/posts/x.md"] = page(
            "title: X", "kind: story", "author: bo-ek", "date: 2026-01-01", "from: b")
        let (after, _) = try await moved(site, "communities/data/guides/b.md", "communities/data/guides/a.md")
        #expect(after["communities/agile/posts/x.md"]?.contains("from: data/guides/a") == true)
    }

    @Test func movingBackSwapsTheAlias() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/retrospective.md"] = page("title: Retro", text: "# Why\n")
        let (once, _) = try await moved(site, "communities/agile/guides/retrospective.md", "communities/agile/guides/x")
        let (twice, _) = try await moved(
            once, "communities/agile/guides/x.md", "communities/agile/guides/retrospective.md")
        #expect(
            twice["communities/agile/guides/retrospective.md"]
                == page(
                    "title: Retro", "aliases: /communities/agile/guides/x/", text: "# Why\n"))
        #expect(twice["index.md"] == site["index.md"])
    }

    @Test func aliasesKeepTheFormThatTheAuthorGaveThem() async throws {
        for (before, after) in [
            ("aliases: /a/", "aliases: [/a/, /about/]"), ("aliases:", "aliases: /about/"),
            ("aliases: []", "aliases: [/about/]"),
            ("aliases:\n- /a/ # first\n- /b/", "aliases:\n- /a/ # first\n- /b/\n- /about/"),
            ("aliases:\n    - \"/a/\"\nsummary: S", "aliases:\n    - \"/a/\"\n    - /about/\nsummary: S"),
        ] {
            var site = SmallSite.ofReferences
            site["communities/agile/guides/retrospective.md"] = page("title: Retro", text: "# Why\n")
            site["about.md"] = page("title: About", before)
            #expect(try await moved(site, "about.md", "who.md").site["who.md"] == page("title: About", after))
            site["about.md"] = page("title: About", before).replacing("\n", with: "\r\n")
            #expect(
                try await moved(site, "about.md", "who.md").site["who.md"]
                    == page("title: About", after).replacing("\n", with: "\r\n"))
        }
        var site = SmallSite.ofReferences
        site["communities/agile/guides/retrospective.md"] = page("title: Retro", text: "# Why\n")
        site["about.md"] = "# About us\n"
        #expect(
            try await moved(site, "about.md", "who.md").site["who.md"] == "---\naliases: /about/\n---\n\n# About us\n")
    }

    @Test func anImageTakesItsLinksAndThePhotoFieldAlong() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/retrospective.md"] = page("title: Retro", text: "# Why\n")
        site["people/dan-ask.md"] = page("name: Dan Ask", "confirmed: 2026-01-01", "photo: dan.png", "photo_alt: Dan")
        site.files.set("content/people/dan.png", to: SmallSite.pixel)
        site["about.md"] = "# About\n\n![Dan](people/dan.png) ![Dan](people/dan.png)\n"
        let (after, _) = try await moved(site, "people/dan.png", "people/pictures/dan.png")
        #expect(after["people/dan-ask.md"]?.contains("photo: pictures/dan.png") == true)
        #expect(after["about.md"] == "# About\n\n![Dan](people/pictures/dan.png) ![Dan](people/pictures/dan.png)\n")
    }

    @Test func whatCannotBeMovedSaysWhy() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/a.md"] = page("title: A")
        site["communities/agile/guides/a.sv.md"] = page("title: A")
        site["topics/coaching.md"] = "# Coaching\n"
        site["about.md"] = page("title: About", "aliases: [/who/]")
        #expect(
            try await refusal(site, "communities/agile/guides/b.md", "x.md")
                == "there is no content/communities/agile/guides/b.md; did you mean content/communities/agile/guides/a.md?"
        )
        #expect(
            try await refusal(site, "communities/agile/guides/a.md", "communities/agile/posts/a.md")
                == "content/communities/agile/guides/a.md is a guide, and content/communities/agile/posts/a.md would be a post; "
                + "move it to a folder named guides")
        #expect(
            try await refusal(site, "people/bo-ek.md", "people/anna-lind.md")
                == "content/people/anna-lind.md is there already; choose another name, or move that one first")
        #expect(
            try await refusal(site, "communities/agile/guides/a.sv.md", "communities/agile/guides/b.sv.md")
                == "content/communities/agile/guides/a.sv.md is a translation, which stays beside its original; "
                + "move a.md; its translations go along")
        #expect(
            try await refusal(site, "communities/agile/index.md", "communities/lean/index.md")
                == "a community is a folder; move the folder: praxis move content/communities/agile content/communities/lean"
        )
        #expect(
            try await refusal(site, "topics/coaching.md", "topics/training.md")?.hasPrefix("a topic's file bears")
                == true)
        #expect(
            try await refusal(site, "people/bo-ek.md", "people/Bo Ek.md")?.contains("rename it to bo-ek.md") == true)
        #expect(
            try await refusal(site, "people/bo-ek.md", "who.md")
                == "content/people/bo-ek.md is a person, and content/who.md would be a page")
        #expect(try await refusal(site, "communities/agile/guides", "communities/agile/guides/old") != nil)
    }

    @Test func aFolderOfPagesJoinsThatOfAnotherCommunity() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/retrospective.md"] = page(
            "title: Retrospective", text: "## Why\n\n![Board](board.png) and [the community](../index.md)\n")
        site["communities/agile/guides/retrospective.sv.md"] = page("title: Tillbakablick", text: "Text.\n")
        site.files.set("content/communities/agile/guides/board.png", to: SmallSite.pixel)
        site["communities/data/guides/numbers.md"] = page("title: Numbers", text: "Text.\n")
        for target in ["communities/data", "communities/data/guides", "communities/data/guides/"] {
            let (after, report) = try await moved(site, "communities/agile/guides", target)
            #expect(
                report.first == "content/communities/agile/guides/board.png → content/communities/data/guides/board.png"
            )
            #expect(
                after["communities/data/guides/retrospective.md"]
                    == page(
                        "title: Retrospective", "aliases: /communities/agile/guides/retrospective/",
                        text: "## Why\n\n![Board](board.png) and [the community](../../agile/index.md)\n"))
            #expect(after["communities/data/guides/retrospective.sv.md"]?.contains("title: Tillbakablick") == true)
            #expect(after["communities/data/guides/numbers.md"] == site["communities/data/guides/numbers.md"])
            #expect(after["index.md"]?.contains("(communities/data/guides/retrospective.md#why)") == true)
        }
        site["communities/data/guides/retrospective.md"] = page("title: Theirs", text: "Text.\n")
        #expect(
            try await refusal(site, "communities/agile/guides", "communities/data/guides")
                == "content/communities/data/guides/retrospective.md is there already; "
                + "give content/communities/agile/guides/retrospective.md another name first, then move the folder")
    }
}
