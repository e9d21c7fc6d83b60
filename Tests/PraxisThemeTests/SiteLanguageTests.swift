import PraxisTestSupport
import Testing

/// What site.yaml says is in the site's own language, on pages in others too.
@Suite struct SiteLanguageTests {
    private static let inTwoLanguages: SmallSite = {
        var site = SmallSite()
        site["site.yaml"]? += """

            summary: We learn from each other.
            languages: [en, sv]
            navigation: [{title: All guilds, url: communities}, people]
            """
        return site
    }()

    @Test(arguments: [("sv/people/index.html", " lang=\"en\""), ("people/index.html", "")])
    func theNameOfTheSiteIsMarkedWhereItIsInAnotherLanguage(_ path: String, _ mark: String) async throws {
        let html = try #require(try await Self.inTwoLanguages.output(path))
        #expect(html.contains("<span class=\"brand-name\"\(mark)>"))
        #expect(html.contains("<p class=\"site-footer-title\"\(mark)>"))
        #expect(html.contains("<p\(mark)>We learn from each other.</p>"))
        #expect(html.contains("\(mark)>All guilds</a>"))
    }

    @Test func theHomePageMarksATextInAnotherLanguage() async throws {
        var site = Self.inTwoLanguages
        site["index.md"] = "---\ntitle: Welcome\n---\n\nCome in.\n\n## Why\n\nTo learn.\n"
        let html = try #require(try await site.output("sv/index.html"))
        #expect(html.contains("<h1 lang=\"en\">Welcome</h1>"))
        #expect(html.contains("<div class=\"lead\" lang=\"en\" dir=\"auto\">"))
        #expect(html.contains("<div class=\"prose\" lang=\"en\" dir=\"auto\">"))
        #expect(try await site.output("index.html")?.contains("<h1>Welcome</h1>") == true)
    }
}
