import Foundation
import PraxisTestSupport
import Testing

struct StewardshipPageTests {
    private var site: SmallSite {
        var site = SmallSite()
        site["site.yaml"]? += "\nstewardship: true\n"
        return site
    }

    private func report(_ site: SmallSite) async throws -> String {
        try #require(try await site.output("stewardship/index.html"))
    }

    private func community(_ title: String, _ fields: String) -> String {
        """
        ---
        title: \(title)
        purpose: We meet.
        for: All of us
        moderators: Bo Ek
        join: https://chat.example/guild
        \(fields)
        ---
        """
    }

    /// The titles at the head of the rows of a table.
    private func titles(in report: String, table id: String) -> [String] {
        let table = report.components(separatedBy: "<tbody id=\"\(id)\">").dropFirst().first ?? ""
        return (table.components(separatedBy: "</tbody>").first ?? "").components(separatedBy: "<th scope=\"row\">")
            .dropFirst().map { row in
                String(row.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
            }
    }

    @Test func aQuestionIsOpenUntilAnAnswerIsAccepted() async throws {
        var site = site
        func question(_ accepted: String) -> String {
            "---\ntitle: How?\nasked: 2026-10-23\n\(accepted)---\nHow?\n\n## @anna-lind 2026-10-24\n\nLike this.\n"
        }
        site["communities/guild/questions/how.md"] = question("")
        let waiting = try await report(site)
        #expect(waiting.contains("<dt>Open question</dt><dd>1</dd>"))
        #expect(waiting.contains("<td class=\"align-right\">1</td><td></td><td></td></tr>"))
        site["communities/guild/questions/how.md"] = question("accepted: anna-lind\n")
        let settled = try await report(site)
        #expect(settled.contains("<dt>Open questions</dt><dd>0</dd>"))
        #expect(settled.contains("<td class=\"align-right\">0</td><td></td><td></td></tr>"))
    }

    @Test func communitiesWithoutAnOwnerStandFirstThenThoseThatAreReviewedLeast() async throws {
        var site = site
        site["communities/choir/index.md"] = community("Choir", "owners: anna-lind\nreviewed: 2020-01-01")
        site["communities/zither/index.md"] = community("Zither", "stage: forming\nreviewed: 2026-11-01")
        site["communities/band/index.md"] = community("Band", "stage: closing\nreviewed: 2026-11-01")
        let report = try await report(site)
        #expect(titles(in: report, table: "site-health") == ["Zither", "Choir", "Band", "Guild"])
        #expect(report.contains("<div class=\"tile tile-bad\"><dt>Community without an owner</dt><dd>1</dd>"))
        #expect(report.contains("<td class=\"lacking\">Owner</td>"))
    }

    @Test func everySkillThatIsSoughtMoreThanOfferedIsListed() async throws {
        var site = site
        let wanted = (1...25).map { "wanted-\($0)" }
        let offered = (1...3).map { "offered-\($0)" }
        site["topics.yaml"] = (wanted + offered).map { "\($0): {label: \($0)}\n" }.joined()
        site["people/bo-ek.md"] =
            "---\nname: Bo Ek\nconfirmed: 2026-01-01\nseeks: [\(wanted.joined(separator: ", "))]\n---\n"
        site["people/eva-ros.md"] =
            "---\nname: Eva Ros\nconfirmed: 2026-01-01\ncontact: {email: eva@guild.example}\n"
            + "offers: {kind: mentor, topics: [\((offered + [wanted[0]]).joined(separator: ", "))]}\n---\n"
        let report = try await report(site)
        #expect(report.contains("<dt>Skills asked for and not offered</dt><dd>24</dd>"))
        #expect(report.components(separatedBy: "<tr class=\"gap\">").count - 1 == 24)
        #expect(report.contains("Left out: 4 topics that"))
        #expect(report.contains("<span>fewer than 5</span>"))
    }

    /// A bar for fewer than five would say how many they are, and one for few beside many could not be seen.
    @Test func onlyAFigureThatIsShownHasABarAndThatCanBeSeen() async throws {
        var site = site
        site["topics.yaml"] = "few: {label: Few}\nfive: {label: Five}\nmany: {label: Many}\n"
        for number in 0..<300 {
            let seeks = ["many"] + (number < 5 ? ["five"] : []) + (number < 4 ? ["few"] : [])
            site["people/p\(number).md"] =
                "---\nname: P \(number)\nconfirmed: 2026-01-01\nseeks: [\(seeks.joined(separator: ", "))]\n---\n"
        }
        let report = try await report(site)
        let rows = report.matches(of: #/<th scope="row"><a href="..\/topics\/(\w+)\/">.*?<\/tr>/#)
        let bars = Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (
                    String(row.output.1),
                    row.output.0.matches(of: #/<rect [^>]*width="(\d+)%"/#).map { String($0.output.1) }
                )
            })
        #expect(bars == ["many": ["100"], "five": ["2"], "few": []])
    }

    @Test func whatIsDueSaysSinceWhenWhereAndWhoAnswers() async throws {
        var site = site
        site["communities/guild/guides/listen.md"] =
            "---\ntitle: Listen\nreviewed: 2025-10-01\nreview_every: 6 months\nowners: [anna-lind, Bo Ek]\n---\nText.\n"
        let report = try await report(site)
        #expect(
            report.contains(
                """
                <tr><th scope="row"><a href="../communities/guild/guides/listen/">Listen</a></th>\
                <td><a href="../communities/guild/">Guild</a></td>\
                <td><time datetime="2026-04-01">1 April 2026</time></td>\
                <td><ul class="report-people"><li><a href="../people/anna-lind/">Anna Lind</a></li>\
                <li>Bo Ek</li></ul></td></tr>
                """))
    }

    @Test func ofTooManyDuePagesTheLongestOverdueAreListed() async throws {
        var site = site
        for number in 1...203 {
            let year = number == 203 ? 2019 : 2020
            site["communities/guild/guides/g\(number).md"] =
                "---\ntitle: Guide \(number)\nreviewed: \(year)-01-01\n---\nText.\n"
        }
        let report = try await report(site)
        let titles = titles(in: report, table: "site-due")
        #expect(titles.count == 200)
        #expect(titles.first == "Guide 203")
        #expect(report.contains("3 more pages are due."))
        #expect(report.contains("<dt>Pages due for review</dt><dd>203</dd>"))
    }

    @Test func manyChartsAreFolded() async throws {
        var site = site
        func add(_ numbers: ClosedRange<Int>) {
            for number in numbers {
                site["communities/c\(number)/index.md"] = community(
                    "Circle \(number)", "owners: anna-lind\nreviewed: 2026-11-01")
                site["communities/c\(number)/guides/a.md"] =
                    "---\ntitle: Guide\nreviewed: 2026-11-01\n---\nText.\n"
            }
        }
        add(1...12)
        #expect(try await !report(site).contains("<details class=\"balances-folded\">"))
        add(13...13)
        let folded = try await report(site)
        #expect(folded.contains("<details class=\"balances-folded\"><summary>Show 13 communities</summary>"))
    }

    @Test func theReportIsThereAsDataToo() async throws {
        let report = try await report(site)
        #expect(report.contains("href=\"../stewardship/stewardship.csv\""))
        #expect(report.contains("href=\"../stewardship/stewardship.json\""))
    }
}
