import PraxisTestSupport
import Testing

/// What is in another language than the page that names it says so, to readers and to their software.
@Suite struct ListLanguageTests {
    @Test func aPageInAnotherLanguageSaysSoInItsRow() async throws {
        var site = SmallSite()
        site["site.yaml"] = site["site.yaml"].map { "\($0)\nlanguages: [en, sv]\n" }
        site["communities/guild/guides/a.md"] = "---\ntitle: Skriv kort\nkind: how-to\nlanguage: sv\n---\n\nText.\n"
        site["communities/guild/guides/b.md"] = "---\ntitle: Write briefly\nkind: how-to\n---\n\nText.\n"
        #expect(
            try await site.rows(of: "guides/") == [
                "How-to Skriv kort in Swedish Text. Guild", "How-to Write briefly Text. Guild",
            ])
        #expect(
            try await site.rows(of: "sv/guides/") == [
                "Så gör du Skriv kort Text. Guild", "Så gör du Write briefly på engelska Text. Guild",
            ])
        #expect(try await site.output("guides/index.html")?.contains("lang=\"sv\">Skriv kort</a> <span") == true)
    }

    @Test func aTitleInAnotherLanguageSaysSoInTheIndexFromAToZ() async throws {
        var site = SmallSite()
        site["communities/guild/guides/a.md"] = "---\ntitle: Skriv kort\nkind: how-to\nlanguage: sv\n---\n\nText.\n"
        let page = try await site.output("search/index.html") ?? ""
        #expect(
            page.contains(
                "lang=\"sv\">Skriv kort</a> <span class=\"in-language\">in Swedish</span> <span class=\"meta\">How-to"))
        #expect(page.contains(">Anna Lind</a> <span class=\"meta\">Person"))
    }

    @Test func aPageNamesItsCommunityInTheCommunitysOwnLanguage() async throws {
        var site = SmallSite()
        site["communities/guild/guides/a.md"] = "---\ntitle: Skriv kort\nlanguage: sv\n---\n\nText.\n"
        let page = try await site.output("communities/guild/guides/a/index.html") ?? ""
        let link = "<a href=\"../../../../communities/guild/\" lang=\"en\">Guild</a>"
        #expect(page.contains("<li>\(link)</li>"))
        #expect(page.contains("<dd>\(link)</dd>"))
    }
}
