import Foundation
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisBuild

/// A build that takes over what an earlier one made gives what a build from nothing gives.
struct IncrementalTests {
    /// `EDITS=10000 swift test --filter IncrementalTests` tries more, `SEED=17 EDITS=1` one series again; a failure names its
    /// seed and the fewest edits.
    private static let steps = number("EDITS") ?? 80
    private static let firstSeed = number("SEED") ?? 0
    private static let perSeed = 40

    private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

    @Test(arguments: firstSeed..<(firstSeed + (steps + perSeed - 1) / perSeed))
    func afterAnyEditsTheSiteIsAsIfBuiltFromNothing(seed: Int) async throws {
        let edits = SiteEdit.script(seed: UInt64(seed), count: Self.perSeed)
        let series = try await Series(of: edits)
        guard let difference = series.difference else {
            // Where hardly anything could be built, hardly anything was compared.
            #expect(series.siteCount > edits.count / 2, "seed \(seed): most of the edits make no site")
            return
        }
        Issue.record("seed \(seed), after \(series.editCount) edits: \(difference)")
        // Leaves out ever shorter stretches of edits while what is left still shows it.
        var fewest = Array(edits.prefix(series.editCount))
        var length = fewest.count / 2
        while length > 0 {
            var start = 0
            while start < fewest.count {
                var fewer = fewest
                fewer.removeSubrange(start..<min(start + length, fewest.count))
                if try await Series(of: fewer).difference != nil { fewest = fewer } else { start += length }
            }
            length /= 2
        }
        Issue.record("the fewest edits that show it: \(fewest)")
    }

    @Test func whatReadsNothingNewIsTakenOver() async throws {
        var site = SiteEdit.site()
        for number in 0..<5 {
            site["communities/guild/guides/g\(number).md"] = "---\ntitle: G\(number)\nkind: how-to\n---\n\nText.\n"
            site["people/p\(number).md"] = "---\nname: P \(number)\nconfirmed: 2026-01-01\n---\n"
        }
        var session = BuildSession()
        _ = try await session.build(site)
        site["communities/guild/guides/g0.md"]? += "More.\n"
        let outcome = try await session.build(site)
        let rendered = try #require(outcome.rendered, "\(outcome.findings)")
        #expect(rendered.newPageCount > 0)
        #expect(rendered.newPageCount < rendered.pageCount / 2)
        #expect(try await session.build(site).rendered?.newPageCount == 0)
    }

    @Test func aTextMakesItsOwnPageAnewAndNoOther() async throws {
        var site = SiteEdit.site()
        site["communities/guild/guides/g.md"] = "---\ntitle: G\nkind: how-to\n---\n\nFirst.\n\nSecond.\n"
        var session = BuildSession()
        _ = try await session.build(site)
        site["communities/guild/guides/g.md"]? += "More.\n"
        #expect(try await session.build(site).rendered?.newPageCount == 1)
        // The report says in each of three languages to which pages no other leads.
        site["communities/guild/guides/g.md"]? += "\n[Guild](../index.md)\n"
        let linking = try await session.build(site).rendered
        #expect(linking?.newPageCount == 1 + 3)
        // What stands in lists is a fact.
        site["communities/guild/guides/g.md"] = site["communities/guild/guides/g.md"]?.replacing("First", with: "One")
        #expect(try #require(try await session.build(site).rendered).newPageCount > 1)
    }

    /// No file tells that its page stands in the index from A to Z, nor under which letter.
    @Test func aTitleThatMovesToAnotherLetterLeavesOneAndJoinsTheOther() async throws {
        var site = SiteEdit.site()
        // No list but this one is long enough to be divided.
        for number in 0..<260 {
            site["communities/guild/guides/q\(number).md"] = "---\ntitle: Quilt \(number)\nkind: how-to\n---\n\nText.\n"
            site["rugs/r\(number).md"] = "---\ntitle: Rug \(number)\n---\n\nText.\n"
        }
        func page(_ letter: String, of output: OutputTree?) throws -> String {
            let bytes = try #require(try output?.bytes(at: "search/titles/\(letter)/index.html"))
            return String(decoding: bytes, as: UTF8.self)
        }
        var session = BuildSession()
        let first = try await session.build(site).output
        #expect(try page("q", of: first).contains(">Quilt 8<") && page("r", of: first).contains(">Rug 8<"))
        let path = "communities/guild/guides/q8.md"
        site[path] = site[path]?.replacing("Quilt 8", with: "Rag 8")
        let moved = try await session.build(site)
        #expect(try !page("q", of: moved.output).contains(">Quilt 8<"))
        #expect(try page("r", of: moved.output).contains(">Rag 8<"))
        #expect(try #require(moved.rendered?.newPageCount) < 40)
    }

    @Test func aTitleMakesAnewWhatNamesItAndNothingElse() async throws {
        var site = SiteEdit.site()
        for number in 0..<40 {
            site["communities/guild/guides/g\(number).md"] = "---\ntitle: G\(number)\nkind: how-to\n---\n\nText.\n"
            site["communities/crew/guides/c\(number).md"] = "---\ntitle: C\(number)\nkind: how-to\n---\n\nText.\n"
        }
        site["communities/crew/guides/c0.md"]? += "\n[G](../../guild/guides/g0.md)\n"
        var session = BuildSession()
        _ = try await session.build(site)
        // Another place in the lists in which it stands, too.
        site["communities/guild/guides/g0.md"] = site["communities/guild/guides/g0.md"]?.replacing("G0", with: "Zeta")
        let rendered = try #require(try await session.build(site).rendered)
        #expect(rendered.newPageCount > 1)
        #expect(rendered.newPageCount < 20)
    }

    @Test(arguments: [
        ("somebody is called by name", "people/kim.md", "Kim Holm", "Kim Berg"),
        ("somebody gets a name that is called", "people/bo.md", "Bo Ek", "Eva Ask"),
        ("two people have one name", "people/bo.md", "Bo Ek", "Kim Holm"),
        ("somebody left", "people/bo.md", "confirmed: 2026-01-01", "confirmed: 2026-01-01\nalumni: 2026-02-01"),
        ("a heading is linked", "communities/guild/guides/g.md", "## Part", "## Section"),
        ("a community has a list", "communities/guild/index.md", "title: Folks", "title: Other"),
        ("a page is linked", "communities/guild/guides/g.md", "title: G", "title: Other"),
        ("a draft is named", "communities/guild/guides/d.md", "title: D", "title: Other"),
        ("the menu leaves somebody out", "people/ida.md", "name: Ida Falk", "name: Ida Berg"),
    ])
    func whoeverAskedForANameIsReadAgain(_: String, path: String, old: String, new: String) async throws {
        var site = SiteEdit.site()
        site["people/kim.md"] = "---\nname: Kim Holm\nconfirmed: 2026-01-01\n---\n"
        site["site.yaml"]? += "navigation: [guild, ida]\n"
        site["people/ida.md"] = "---\nname: Ida Falk\nconfirmed: 2026-01-01\nlisted: false\n---\n"
        site["people/bo.md"] = "---\nname: Bo Ek\nconfirmed: 2026-01-01\n---\n"
        site["communities/guild/index.md"] =
            "---\ntitle: Folks\npurpose: We learn.\nfor: All\nowners: bo\njoin: https://guild.example/join\n---\n"
        site["communities/guild/guides/g.md"] = "---\ntitle: G\nkind: how-to\n---\n\nText.\n\n## Part\n\nText.\n"
        site["communities/guild/guides/d.md"] = "---\ntitle: D\nkind: how-to\nstatus: draft\n---\n\nText.\n"
        for (name, author) in [("a", "Kim Holm"), ("b", "bo"), ("e", "Eva Ask")] {
            site["communities/guild/posts/\(name).md"] =
                "---\ntitle: \(name)\nkind: story\nauthor: \(author)\ndate: 2026-01-01\nfrom: d\n---\n\nText.\n\n"
                + "[G](../guides/g.md#part) [D](../guides/d.md)\n\n[list: 2 guides of Folks]\n"
        }
        for includesDrafts in [true, false] {
            var session = BuildSession(includesDrafts: includesDrafts)
            let before = try await session.build(site)
            try #require(before.output != nil, "\(before.findings)")
            var edited = site
            edited[path] = site[path]?.replacing(old, with: new)
            #expect(edited[path] != site[path])
            var fresh = BuildSession(includesDrafts: includesDrafts)
            let difference = try Series.difference(
                between: try await session.build(edited), and: try await fresh.build(edited))
            #expect(difference == nil)
        }
    }

    @Test func aDividedListIsAsIfBuiltFromNothing() async throws {
        var site = SmallSite()
        func resource(_ title: String, _ kind: String, _ added: String?) -> String {
            "---\ntitle: \(title)\nkind: \(kind)\nurl: https://books.example/a\ncurator: anna-lind\nwhy: Short.\n"
                + "\(added.map { "added: \($0)\n" } ?? "")---\n"
        }
        let folder = "communities/guild/resources"
        for number in 0..<505 {
            site["\(folder)/r\(number).md"] = resource(
                "R \(number)", number < 503 ? "book" : "video", "202\(number % 3)-01-01")
        }
        site["\(folder)/zoo.md"] = resource("R Zoo", "video", "2020-01-01")
        var session = BuildSession()
        let first = try #require(try await session.build(site).rendered)
        /// What is made anew with an edit, once it is certain that the site is as it should be.
        func madeAnew(_ edit: (inout SmallSite) -> Void) async throws -> Int {
            edit(&site)
            let outcome = try await session.build(site)
            var fresh = BuildSession()
            let difference = try Series.difference(between: outcome, and: try await fresh.build(site))
            #expect(difference == nil)
            return try #require(outcome.rendered, "\(outcome.findings.prefix(3))").newPageCount
        }
        // Another title makes its part anew and what else names it, while no letter of the index comes or goes.
        let titled = try await madeAnew { $0["\(folder)/r3.md"] = resource("R Zeta", "book", "2020-01-01") }
        #expect(titled < first.pageCount / 10)
        // It goes to another part, whose page and the one that it leaves are others.
        _ = try await madeAnew { $0["\(folder)/r4.md"] = resource("R 4", "video", "2021-01-01") }
        _ = try await madeAnew { $0["\(folder)/r5.md"] = resource("R 5", "book", "2019-05-01") }
        _ = try await madeAnew { $0["\(folder)/r6.md"] = resource("R 6", "book", nil) }
        // Parts come and go with what is in them.
        _ = try await madeAnew { $0["\(folder)/r5.md"] = resource("R 5", "book", "2020-05-01") }
        _ = try await madeAnew { site in for number in 6..<12 { site["\(folder)/r\(number).md"] = nil } }
        _ = try await madeAnew { $0["\(folder)/new.md"] = resource("New", "podcast", "2026-05-01") }
        _ = try await madeAnew { $0["\(folder)/n2.md"] = resource("New too", "podcast", "2026-05-01") }
        _ = try await madeAnew { $0["\(folder)/n3.md"] = resource("New again", "podcast", "2026-05-01") }
    }

    @Test func ofAThemeOnlyWhatPagesShowMakesPagesAnew() async throws {
        var site = SiteEdit.site()
        site["site.yaml"]? += "theme: plain\n"
        site["communities/guild/guides/g.md"] = "---\ntitle: G\nkind: how-to\n---\n\nText.\n"
        site.files["themes/plain/theme.yaml"] = "name: plain\nextends: commons\n"
        site.files["themes/plain/assets/plain.css"] = "p { margin: 0 }\n"
        site.files["themes/plain/templates/pages/guide.mustache"] = "<h1>{{page.title}}</h1>\n"
        var session = BuildSession()
        let whole = try await session.build(site)
        let guides = try #require(whole.output).contents.keys.filter { $0.contains("/guides/g") }.count
        site.files["themes/plain/assets/plain.css"] = "p { margin: 1px }\n"
        let styled = try await session.build(site)
        #expect(styled.rendered?.newPageCount == 0)
        let style = try #require(styled.output?.contents.keys.first { $0.hasSuffix("/plain.css") })
        #expect(try styled.output?.bytes(at: style) == Array("p { margin: 1px }\n".utf8))
        site.files["themes/plain/templates/pages/guide.mustache"] = "<h2>{{page.title}}</h2>\n"
        #expect(try await session.build(site).rendered?.newPageCount == guides)
        // A text of the interface may stand on any page.
        site.files["themes/plain/strings/en.yaml"] = "nav:\n  home: Start\n"
        let said = try #require(try await session.build(site).rendered)
        #expect(said.newPageCount == said.pageCount)
    }

    /// Otherwise edits of it leave errors, and nothing is compared.
    @Test(arguments: SiteEdit.Slot.numbers) func anyFileOfTheEditedThemeMakesASite(number: UInt32) async throws {
        var site = SiteEdit.site()
        site["site.yaml"] = "title: A\nlanguage: en\nlanguages: [en, sv]\ntimezone: UTC\ntheme: own\n"
        SiteEdit(action: .theme, slot: SiteEdit.Slot(kind: .theme, number: number), variant: SiteEdit.plainVariant)
            .apply(to: &site.files)
        var session = BuildSession()
        let outcome = try await session.build(site)
        #expect(outcome.output != nil, "\(outcome.findings)")
    }

    @Test func pagesInSightComeFirst() async throws {
        var site = SiteEdit.site()
        site["communities/guild/guides/g.md"] = "---\ntitle: G\nkind: how-to\n---\n\nText.\n"
        var session = BuildSession()
        _ = try await session.build(site)
        let isNamed: @Sendable (OutputTree, String) -> Bool = { output, path in
            (try? output.bytes(at: path)).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self).contains("Other") }
                ?? false
        }
        site["site.yaml"] = site["site.yaml"]?.replacing(/title: .*/, with: "title: Other")
        let guide = "communities/guild/guides/g"
        let (steps, outcome) = try await session.steps(of: site, first: "/\(guide)/") { output in
            (isNamed(output, "\(guide)/index.html"), isNamed(output, "communities/guild/index.html"))
        }
        try #require(steps.count == 2)
        #expect(steps[0] == (true, false))
        #expect(steps[1] == (true, true))
        #expect(isNamed(try #require(outcome.output), "communities/guild/index.html"))
    }
}

/// Edits, each followed by a build from nothing and by one from what was there, until these differ.
///
/// Who leaves the site with errors goes on for up to two edits, and then takes back all since it had none.
private struct Series {
    /// How many edits were made.
    private(set) var editCount = 0
    /// How many of them left a site that could be built.
    private(set) var siteCount = 0
    /// How the two builds after the last edit differ; `nil` if they never did.
    private(set) var difference: String?

    init(of edits: [SiteEdit]) async throws {
        var site = SiteEdit.site()
        var session = BuildSession()
        var (whole, brokenCount) = (site, 0)
        for edit in edits {
            if brokenCount > editCount % 3 { site = whole } else { edit.apply(to: &site) }
            editCount += 1
            let incremental = try await session.build(site)
            var fresh = BuildSession()
            let clean = try await fresh.build(site)
            difference = try Self.difference(between: incremental, and: clean)
            if difference != nil { return }
            if clean.output == nil {
                brokenCount += 1
            } else {
                (whole, brokenCount) = (site, 0)
                siteCount += 1
            }
        }
    }

    static func difference(
        between incremental: BuildSession.Outcome, and clean: BuildSession.Outcome
    ) throws -> String? {
        guard incremental.findings == clean.findings else {
            return "findings are \(incremental.findings), and should be \(clean.findings)"
        }
        guard let old = incremental.output, let new = clean.output else { return nil }
        for path in Set(old.contents.keys).union(new.contents.keys).sorted() {
            let (first, second) = (try old.bytes(at: path), try new.bytes(at: path))
            if first != second {
                let what = first == nil ? "is missing" : second == nil ? "is left over" : "is not as it should be"
                return "\(path) \(what)"
            }
        }
        return nil
    }
}
