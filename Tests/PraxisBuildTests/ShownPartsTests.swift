import PraxisFiles
import PraxisTestSupport
import Testing

/// What of a page is there only under a condition.
@Suite struct ShownPartsTests {
    private func page(_ path: String, of site: SmallSite) async throws -> String {
        String(decoding: try #require(try await site.build().bytes(at: path)), as: UTF8.self)
    }

    /// The day of the small site is 2026-11-23.
    @Test(arguments: [("2026-11-22", true), ("2026-11-23", true), ("2026-11-24", false)])
    func nobodyIsShownBeforeTheDayOnWhichTheyAgree(day: String, isShown: Bool) async throws {
        var site = SmallSite()
        site["people/anna-lind.md"] =
            "---\nname: Anna Lind\nrole: Coach\nconfirmed: \(day)\npronouns: she\nlocation: Umeå\n---\n"
        let page = try await page("people/anna-lind/index.html", of: site)
        #expect(page.contains("Coach"))
        #expect(page.contains("Umeå") == isShown)
    }

    @Test(arguments: ["2026-11-23", "2026-11-24"])
    func noDayOnWhichSomebodyAgreesBreaksASite(day: String) async throws {
        var site = SmallSite()
        site["people/anna-lind.md"] =
            "---\nname: Anna Lind\nconfirmed: \(day)\nphoto: anna.png\nphoto_alt: Anna\n---\n"
        #expect(try await site.brokenRules().contains("link.no-file people/anna-lind.md"))
    }

    /// Feeds need the site's address.
    @Test(arguments: [("", "", false), ("url: https://guild.example/", "", true), ("", "topics: listening", true)])
    func aSectionToFollowHasSomethingInIt(settings: String, fields: String, isThere: Bool) async throws {
        var site = SmallSite()
        site["topics.yaml"] = "listening: {label: Listening}"
        site["site.yaml"] = "title: Guild\nlanguage: en\n\(settings)\n"
        site["communities/guild/index.md"] =
            "---\ntitle: Guild\npurpose: We learn.\nfor: All\nowners: anna-lind\n\(fields)\n---\n"
        let page = try await page("communities/guild/index.html", of: site)
        #expect(page.contains("id=\"follow\"") == isThere)
        #expect(page.contains("href=\"#follow\"") == isThere)
    }

    @Test(arguments: [("", false), ("url: https://guild.example/", true)])
    func aCuratorIsFollowedByTheirFeed(settings: String, isThere: Bool) async throws {
        var site = SmallSite()
        site["site.yaml"] = "title: Guild\nlanguage: en\n\(settings)\n"
        site["communities/guild/resources/r.md"] =
            "---\ntitle: R\nkind: book\nurl: https://example.org\ncurator: anna-lind\nwhy: Short.\n---\n"
        #expect(try await page("people/anna-lind/index.html", of: site).contains("id=\"follow\"") == isThere)
    }
}
