import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisBuild

/// Which files beside pages are published.
struct FileUseTests {
    private static let guide = "communities/guild/guides/g.md"
    private static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>"

    /// A site with a picture beside a guide, one beside a person, and a file at the top.
    private static func site(_ files: [String: String] = [:]) -> SmallSite {
        var site = SmallSite()
        site["communities/guild/guides/p.svg"] = picture
        site["people/anna.svg"] = picture
        site["top.txt"] = "Top"
        for (path, text) in files { site[path] = text }
        return site
    }

    /// The files beside pages that come out.
    private func published(_ site: SmallSite) async throws -> [String] {
        let paths = try await site.build().contents.keys.filter {
            $0.hasSuffix("/p.svg") || $0.hasSuffix("anna.svg") || $0.hasPrefix("top") || $0.hasPrefix(".well-known")
        }
        return paths.sorted()
    }

    private static func guide(_ text: String, _ fields: String = "") -> [String: String] {
        [guide: "---\ntitle: G\nkind: how-to\n\(fields)---\n\n\(text)\n"]
    }

    private static func settings(_ lines: String) -> [String: String] {
        ["site.yaml": "title: Guild\nlanguage: en\nlanguages: [en, sv]\n\(lines)\n"]
    }

    private static func anna(_ fields: String) -> [String: String] {
        ["people/anna-lind.md": "---\nname: Anna Lind\nphoto: anna.svg\nphoto_alt: Anna\n\(fields)---\n"]
    }

    @Test func whatNothingUsesIsNotPublished() async throws {
        let site = Self.site()
        #expect(try await published(site) == [])
        let report = try await site.report()
        #expect(
            report.contains(
                """
                content/communities/guild/guides/p.svg: advice: no page uses this file, so it is not published [files.unused]
                     = link to it from a page, name it under files: in site.yaml, or take it out of content/
                """))
        #expect(report.ranges(of: "[files.unused]").count == 3)
    }

    private static let picturePath = "communities/guild/guides/p.svg"

    @Test(arguments: [
        ("an image", guide("![Two people](p.svg)"), picturePath),
        ("a link", guide("[The form](p.svg)"), picturePath),
        ("a link with a definition", guide("[The form][f]\n\n[f]: <p.svg> \"Form\""), picturePath),
        ("an image as HTML", guide("<img src=\"p.svg\" alt=\"Two\">"), picturePath),
        ("a link from elsewhere", ["about.md": "# About\n\n[Form](communities/guild/guides/p.svg)\n"], picturePath),
        ("a photo", anna("confirmed: 2026-01-01\n"), "people/anna.svg"),
        ("a field for the theme", guide("Text.", "extra: {hero: [p.svg]}\n"), picturePath),
        ("the logo", settings("logo: top.txt"), "top.txt"),
        ("a setting of the theme", settings("theme: {name: own, settings: {hero: top.txt}}"), "top.txt"),
        ("its name in site.yaml", settings("files: top.txt"), "top.txt"),
        ("its folder in site.yaml", settings("files: [communities/guild/]"), picturePath),
    ])
    func whatAPageOfTheSiteUsesIsPublished(_: String, files: [String: String], path: String) async throws {
        var site = Self.site(files)
        site.files["themes/own/theme.yaml"] =
            "name: own\nextends: commons\nsettings:\n  hero: {type: text, default: none}\n"
        #expect(try await published(site) == [path])
        #expect(try await !site.report().contains("content/\(path):"))
    }

    @Test func aTranslationUsesItsFilesAndThoseOfItsOriginal() async throws {
        var site = Self.site(Self.settings("").merging(Self.guide("Text.")) { $1 })
        site["communities/guild/guides/g.sv.md"] = "---\ntitle: G\n---\n\n![Två](p.svg)\n"
        #expect(try await published(site) == [Self.picturePath])
    }

    @Test(arguments: [
        ("a draft", guide("![Two](p.svg)", "status: draft\n"), [picturePath]),
        ("not yet shown", guide("![Two](p.svg)", "show_from: 2026-11-24\n"), [picturePath]),
        ("no longer shown", guide("![Two](p.svg)", "show_until: 2026-11-22\n"), [picturePath]),
        ("not listed", anna("confirmed: 2026-01-01\nlisted: false\n"), []),
        ("not agreed to", anna(""), []),
    ])
    func whatOnlyHiddenPagesUseIsAsHidden(
        _: String, files: [String: String], inPreview: [String]
    ) async throws {
        var site = Self.site(files)
        #expect(try await published(site) == [])
        // Two of the three files are used by nothing at all; the third is nobody's mistake.
        #expect(try await site.report().ranges(of: "[files.unused]").count == 2)
        site.options.includesDrafts = true
        #expect(try await published(site) == inPreview)
    }

    @Test func filesForOthersArePublishedByName() async throws {
        var site = Self.site(Self.settings("files: [top.html, .well-known/]"))
        site["top.html"] = "google-site-verification: top.html"
        site[".well-known/security.txt"] = "Contact: mailto:security@guild.example"
        site[".hidden/x.txt"] = "Hidden"
        #expect(try await published(site) == [".well-known/security.txt", "top.html"])
    }

    @Test(arguments: [
        ("tip.txt", "there is no content/tip.txt", "did you mean top.txt?"),
        ("downloads/", "there is no content/downloads", "name a file or a folder of files from content/ on"),
        ("../themes", "\"../themes\" is outside content/", "name a file or a folder below content/, such as downloads"),
    ])
    func aNameInSiteYAMLThatLeadsNowhereIsAnError(name: String, message: String, advice: String) async throws {
        let loaded = try await Self.site(Self.settings("files: [\(name)]")).load()
        let finding = try #require(loaded.findings.first { $0.location.path.name == "site.yaml" })
        #expect(loaded.hasErrors)
        #expect(finding.message == message)
        #expect(finding.advice == advice)
        #expect(finding.location.range?.start.line == 4)
    }

    @Test func whatAPageBeginsOrStopsToUseComesAndGoes() async throws {
        var session = BuildSession(includesDrafts: false)
        for (step, (text, fields, isThere)) in [
            ("Text.", "", false), ("![Two](p.svg)", "", true), ("![Two](p.svg)", "status: draft\n", false),
            ("![Two](p.svg)", "", true), ("Text.", "", false),
        ].enumerated() {
            let site = Self.site(Self.guide(text, fields))
            let outcome = try await session.build(site)
            let output = try #require(outcome.output, "\(outcome.findings)")
            #expect((output[Self.picturePath] != nil) == isThere, "step \(step)")
            var fresh = BuildSession(includesDrafts: false)
            let clean = try await fresh.build(site)
            #expect(clean.output?.contents.keys.sorted() == output.contents.keys.sorted())
            #expect(clean.findings == outcome.findings)
        }
    }

    // MARK: What only counts in files that are used

    /// Files with which nothing could be published.
    private static func unfit(_ files: [String: String] = [:]) -> SmallSite {
        var site = SmallSite()
        site["site.yaml"]? += "\nhost: netlify\n"
        site["calendar.ics"] = "Ours"
        site["_headers"] = "/*"
        site.files.set("content/old.png", to: [])
        site["run.svg"] = "<svg><script/></svg>"
        for (path, text) in files { site[path] = text }
        return site
    }

    private static let unfitRules = [
        "host.file _headers", "address.shared calendar.ics", "files.picture old.png", "files.script run.svg",
    ]

    private static func unfitGuide(_ fields: String = "") -> [String: String] {
        guide("[a](../../../calendar.ics) [b](../../../_headers) [c](../../../old.png) [d](../../../run.svg)", fields)
    }

    private func errors(in loaded: Build.Loaded) -> [String] {
        loaded.findings.filter { $0.severity == .error }.map {
            "\($0.rule.id) \($0.location.path.rawValue.replacing("content/", with: ""))"
        }
    }

    @Test func whatNothingUsesBreaksNothing() async throws {
        let site = Self.unfit()
        let loaded = try await site.load()
        #expect(errors(in: loaded) == [])
        #expect(loaded.findings.count { $0.rule.id == "files.unused" } == 4)
        #expect(try await site.build()["run.svg"] == nil)
    }

    @Test(arguments: ["", "show_from: 2026-11-24\n", "status: draft\n"])
    func noDayOfAPageBreaksASite(fields: String) async throws {
        #expect(errors(in: try await Self.unfit(Self.unfitGuide(fields)).load()) == Self.unfitRules)
    }

    @Test func aPageThatBeginsWithFrontMatterIsToldSoThoughNothingUsesIt() async throws {
        var site = SmallSite()
        site["note.txt"] = "---\ntitle: Note\n---\n\nText.\n"
        #expect(try await site.brokenRules().contains("page.name note.txt"))
    }

    @Test func whatIsWrongWithFilesComesAndGoesWithTheirUse() async throws {
        var session = BuildSession(includesDrafts: false)
        for (step, isUsed) in [false, true, false, true].enumerated() {
            let site = Self.unfit(isUsed ? Self.unfitGuide() : Self.guide("Text."))
            let outcome = try await session.build(site)
            #expect((outcome.output == nil) == isUsed, "step \(step)")
            var fresh = BuildSession(includesDrafts: false)
            #expect(try await fresh.build(site).findings == outcome.findings)
        }
    }

    // MARK: Pages of HTML

    @Test(arguments: [
        ("", "this page of HTML needs style.css and 1 more, which are not published with it"),
        ("files: [style.css]", "this page of HTML needs parts/a.png, which is not published with it"),
        ("files: [style.css, parts]", nil),
    ])
    func aPageOfHTMLBringsWhatItNeeds(settings: String, message: String?) async throws {
        var site = Self.site(Self.settings(settings).merging(Self.guide("[Plan](../../../plan.html)")) { $1 })
        site["plan.html"] = """
            <!DOCTYPE html><html><head><link rel="StyleSheet" href="style.css?v=1"><link rel="next" href="b.html">
            <script src="https://cdn.example/a.js"></script></head><body><a href="c.html">C</a>
            <img src="parts/a.png"><img src='parts/a.png'><iframe src="#top"></iframe>
            """
        site["style.css"] = "p {}"
        site["parts/a.png"] = "A"
        let findings = try await site.load().findings.filter { $0.rule.id == "files.page-parts" }
        #expect(findings.map(\.message) == [message].compactMap(\.self))
        #expect(findings.allSatisfy { $0.location.path.rawValue == "content/plan.html" })
    }

    @Test func aPageOfHTMLIsToldOfWhatIsNotThere() async throws {
        var site = Self.site(Self.guide("[Plan](../../../plan.html)"))
        site["plan.html"] = "<link rel=stylesheet href=style.css>"
        let findings = try await site.load().findings.filter { $0.rule.id == "files.page-parts" }
        #expect(findings.map(\.message) == ["this page of HTML needs style.css, which is not there"])
        // Nobody gets a page that nothing leads to.
        site[Self.guide] = "---\ntitle: G\nkind: how-to\n---\n\nText.\n"
        #expect(try await !site.brokenRules().contains { $0.hasPrefix("files.page-parts") })
    }
}
