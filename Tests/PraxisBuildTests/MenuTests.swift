import PraxisDiagnostics
import PraxisTestSupport
import Testing

@testable import PraxisBuild

/// Where the menu leads that site.yaml names.
struct MenuTests {
    private static func site(navigation: String) -> SmallSite {
        var site = SmallSite()
        site["site.yaml"] =
            "title: Guild\nlanguage: en\nlanguages: [en, sv]\ntimezone: UTC\nnavigation: \(navigation)\n"
        site["topics.yaml"] = "sql: {label: SQL}\n"
        site["about.md"] = "---\ntitle: About us\n---\n\nText.\n"
        site["about.sv.md"] = "---\ntitle: Om oss\n---\n\nText.\n"
        site["communities/guild/guides/listen.md"] = "---\ntitle: Listen\nkind: how-to\n---\n\nText.\n"
        site["communities/guild/guides/later.md"] = "---\ntitle: Later\nkind: how-to\nstatus: draft\n---\n\nText.\n"
        return site
    }

    /// The menu of a page, one entry on a line: where it leads, what it says, in which language that is if not in the page's, and
    /// whether one is there.
    private static func menu(of page: String, in site: SmallSite) async throws -> [String] {
        let text = try #require(try await site.output(page), "\(page)")
        let menu = try #require(text.firstMatch(of: /id="site-nav"[^>]*>(?<links>.*?)<\/nav>/.dotMatchesNewlines()))
        return menu.links.matches(
            of: /<a href="(?<href>[^"]*)"(?: lang="(?<lang>[^"]*)")?(?<current>[^>]*)>(?<label>[^<]*)<\/a>/
        ).map {
            "\($0.href) \($0.label)" + ($0.lang.map { " [\($0)]" } ?? "") + ($0.current.isEmpty ? "" : " (here)")
        }
    }

    @Test(arguments: [
        ("library", "guides", ["../../../../guides/ Guides (here)"], ["../../sv/guides/ Vägledningar"]),
        ("a page", "about", ["../../../../about/ About us"], ["../../sv/about/ Om oss (here)"]),
        ("a file", "about.md", ["../../../../about/ About us"], ["../../sv/about/ Om oss (here)"]),
        (
            "a community", "communities/guild", ["../../../../communities/guild/ Guild"],
            ["../../communities/guild/ Guild [en]"]
        ),
        (
            "a guide", "guild/guides/listen", ["../../../../communities/guild/guides/listen/ Listen (here)"],
            ["../../communities/guild/guides/listen/ Listen [en]"]
        ),
        (
            "an address of the site", "{title: We, url: /about/}", ["../../../../about/ We"],
            ["../../sv/about/ We [en] (here)"]
        ),
        (
            "a list by address", "{title: How, url: /guides/}", ["../../../../guides/ How (here)"],
            ["../../sv/guides/ How [en]"]
        ),
        (
            "a topic", "{title: SQL, url: topics/sql}", ["../../../../topics/sql/ SQL"],
            ["../../sv/topics/sql/ SQL [en]"]
        ),
        ("the top", "/", ["../../../../ Home"], ["../../sv/ Start"]),
        (
            "an address elsewhere", "{title: Else, url: 'https://example.org/'}", ["https://example.org/ Else"],
            ["https://example.org/ Else [en]"]
        ),
        (
            "a list that has nothing in it", "[guides, events]", ["../../../../guides/ Guides (here)"],
            ["../../sv/guides/ Vägledningar"]
        ),
    ])
    func eachEntryLeadsToWhatItNames(_: String, entry: String, english: [String], swedish: [String]) async throws {
        let site = Self.site(navigation: entry.hasPrefix("[") ? entry : "[\(entry)]")
        #expect(
            try await Self.menu(of: "communities/guild/guides/listen/index.html", in: site) == english)
        #expect(try await Self.menu(of: "sv/about/index.html", in: site) == swedish)
    }

    @Test(arguments: [
        ("libary", "site.menu", "no page or list \"libary\"", "did you mean \"library\"?"),
        ("communities/gild", "site.menu", "no page or list \"communities/gild\"", nil),
        ("{title: X, url: /nothing/}", "site.menu", "the site has nothing at \"/nothing/\"", nil),
        ("{title: X, url: /communities/gild/guides/}", "site.menu", "the site has nothing at", nil),
        ("{title: X, url: /topics/nothing/}", "site.menu", "the site has nothing at", nil),
        ("{title: X, url: /assets/}", "site.menu", "the site has nothing at", nil),
        ("'https://example.org/'", "site.menu", "the menu has no word for", "write \"title:\" and \"url:\""),
        ("topics/sql", "site.menu", "the menu has no word for", "write \"title:\" and \"url:\""),
        ("{title: X, url: 'javascript:alert(1)'}", "site.menu", "readers must not be sent to", nil),
        ("guild/guides/later", "site.menu-hidden", "\"Later\" is a draft, so the menu leaves it out", nil),
    ])
    func whatLeadsNowhereIsPointedOut(entry: String, rule: String, message: String, advice: String?) async throws {
        let loaded = try await Self.site(navigation: "[\(entry)]").load()
        let finding = try #require(loaded.findings.first { $0.rule.id == rule }, "\(loaded.findings)")
        #expect(finding.message.contains(message))
        #expect(finding.location.range?.start.line == 5)
        if let advice { #expect(finding.advice?.contains(advice) == true) }
    }

    @Test(arguments: [
        ("logo.svg", nil), ("/logo.svg", nil), ("people/logo.svg", "there is no content/people/logo.svg"),
        ("lgo.svg", "there is no content/lgo.svg"), ("../logo.svg", "the logo is outside content/"),
    ])
    func aLogoIsAFileThatIsThere(name: String, message: String?) async throws {
        var site = SmallSite()
        site["site.yaml"] = "title: Guild\nlanguage: en\nlogo: \(name)\n"
        site["logo.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
        let finding = try await site.load().findings.first { $0.location.path.name == "site.yaml" }
        #expect(finding?.message == message)
        if name.hasPrefix("lgo") { #expect(finding?.advice == "did you mean logo.svg?") }
        if message == nil {
            #expect(try await site.output("people/anna-lind/index.html")?.contains("src=\"../../logo.svg\"") == true)
        }
    }
}
