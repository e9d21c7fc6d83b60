import Foundation
import PraxisFiles
import PraxisTestSupport
import Testing

struct StewardshipDataTests {
    private var site: SmallSite {
        var site = SmallSite()
        site["site.yaml"]? += "\nstewardship: true\n"
        let guild = site["communities/guild/index.md"] ?? ""
        site["communities/guild/index.md"] = guild.replacing(
            "reviewed:",
            with: "members: [{date: 2025-01-01, count: 40}, {date: 2026-01-01, count: 60}]\ntarget: 80\nreviewed:")
        site["communities/guild/events/call.md"] =
            "---\ntitle: Call\nstart: 2026-10-05 10:00\nminutes: 30\nhost: anna-lind\n"
            + "repeat: {every: month, count: 3}\n---\n"
        site["communities/guild/posts/news.md"] =
            "---\ntitle: News\nkind: story\nauthor: anna-lind\ndate: 2026-11-01\n---\nWe met.\n"
        site["communities/guild/posts/old.md"] =
            "---\ntitle: Old\nkind: story\nauthor: anna-lind\ndate: 2025-11-01\n---\nLong ago.\n"
        site["communities/guild/questions/how.md"] =
            "---\ntitle: How?\nasked: 2026-10-23\n---\nHow?\n\n## @anna-lind 2026-10-24\n\nLike this.\n"
        return site
    }

    private static let columns =
        "\u{FEFF}community,stage,owners,moderators,members,target,pages,reviewed in time %,due,lonely,open questions,"
        + "next meeting,meetings in 12 months,added in 12 months,missing,address"

    @Test func eachCommunityIsARow() async throws {
        let table = try #require(try await site.output("stewardship/stewardship.csv"))
        #expect(
            table == Self.columns + "\r\n"
                + "Guild,active,1,1,60,80,5,100,0,4,1,2026-12-05,2,2,,https://guild.example/communities/guild/\r\n")
    }

    @Test func whatNeedsSomebodyMostComesFirst() async throws {
        var site = site
        site["communities/choir/index.md"] = """
            ---
            title: Choir
            purpose: We sing.
            for: All of us
            stage: forming
            join: https://chat.example/choir
            reviewed: 2026-11-01
            ---
            """
        site["communities/zither/index.md"] = """
            ---
            title: Zither
            purpose: We play.
            for: All of us
            owners: {person: anna-lind, until: 2026-11-22}
            moderators: Bo Ek
            join: https://chat.example/zither
            reviewed: 2020-01-01
            review_every: 6 months
            ---
            """
        let table = try #require(try await site.output("stewardship/stewardship.csv"))
        let rows = table.components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }
        #expect(rows.map { $0.components(separatedBy: ",")[0] } == ["Zither", "Choir", "Guild"])
        #expect(rows.map { $0.components(separatedBy: ",")[14] } == ["owner", "owner moderator", ""])
    }

    @Test func theSameIsThereAsJSONWithTheFiguresOfTheSite() async throws {
        let bytes = try #require(try await site.build().bytes(at: "stewardship/stewardship.json"))
        let document = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let communities = try #require(document["communities"] as? [[String: Any]])
        let totals = try #require(document["totals"] as? [String: Any])
        #expect(communities.map { $0["id"] as? String } == ["guild"])
        #expect(communities[0]["members"] as? Int == 60)
        #expect(communities[0]["nextMeeting"] as? String == "2026-12-05")
        #expect(communities[0]["missing"] as? [String] == [])
        #expect(totals["communities"] as? Int == 1)
        #expect(totals["withoutOwner"] as? Int == 0)
        #expect(totals["openQuestions"] as? Int == 1)
    }

    @Test func aSiteThatKeepsItsReportToItselfHasNoDataOfIt() async throws {
        var site = site
        site["site.yaml"] = site["site.yaml"]?.replacing("stewardship: true", with: "stewardship: false")
        let tree = try await site.build()
        #expect(!tree.paths.contains { $0.rawValue.hasPrefix("stewardship/") })
    }

    @Test func fewMembersAreNotTold() async throws {
        var site = site
        site["communities/guild/index.md"] = site["communities/guild/index.md"]?.replacing(
            "count: 60", with: "count: 4")
        #expect(try await site.output("stewardship/stewardship.csv")?.contains("Guild,active,1,1,,80,") == true)
        #expect(try await site.output("stewardship/stewardship.json")?.contains("\"members\"") == false)
    }

    @Test func ownersAreNamedOnlyWhereTheSiteSaysSo() async throws {
        var site = site
        #expect(try await site.output("stewardship/stewardship.csv")?.contains("Anna Lind") == false)
        #expect(try await site.output("stewardship/stewardship.json")?.contains("Anna Lind") == false)
        site["site.yaml"]? += "people: {data: true}\n"
        let table = try #require(try await site.output("stewardship/stewardship.csv"))
        #expect(table.hasPrefix(Self.columns + ",owners' names,moderators' names,whom to ask\r\n"))
        #expect(table.contains("/communities/guild/,Anna Lind,Bo Ek,\r\n"))
        let document = try #require(try await site.output("stewardship/stewardship.json"))
        #expect(document.contains("\"ownerNames\":[\"Anna Lind\"]"))
    }

    @Test func whereNobodyOwnsItItSaysWhomToAsk() async throws {
        var site = site
        site["site.yaml"]? += "people: {data: true}\n"
        site["people/eva-ros.md"] = "---\nname: Eva Ros\nalumni: 2026-10-31\n---\n"
        site["people/gun-alm.md"] = "---\nname: Gun Alm\n---\n"
        func community(_ roles: String) -> String {
            """
            ---
            title: Choir
            purpose: We sing.
            for: All of us
            stage: forming
            join: https://chat.example/choir
            reviewed: 2026-11-01
            \(roles)
            ---
            """
        }
        func asked() async throws -> Substring? {
            let table = try await site.output("stewardship/stewardship.csv") ?? ""
            let row = table.components(separatedBy: "\r\n").first { $0.hasPrefix("Choir,") }
            return row?.split(separator: ",", omittingEmptySubsequences: false).last
        }
        let past = "owners: [{person: gun-alm, until: 2025-12-31}, {person: eva-ros, until: 2026-10-31}]"
        site["communities/choir/index.md"] = community(past + "\nsponsors: Bo Ek\nexperts: Bo Ek")
        #expect(try await asked() == "Bo Ek")
        site["communities/choir/index.md"] = community(past + "\nparent: guild")
        #expect(try await asked() == "Gun Alm")
        site["communities/choir/index.md"] = community("parent: guild")
        #expect(try await asked() == "Anna Lind")
        site["communities/choir/index.md"] = community("owners: Bo Ek")
        #expect(try await asked() == "")
    }

    @Test func everyPageThatIsDueIsInATable() async throws {
        var site = site
        site["communities/guild/guides/listen.md"] =
            "---\ntitle: Listen\nreviewed: 2025-10-01\nreview_every: 6 months\nowners: [anna-lind, Bo Ek]\n---\nText.\n"
        let row =
            "Listen,guide,Guild,2026-04-01,content/communities/guild/guides/listen.md,"
            + "https://guild.example/communities/guild/guides/listen/"
        #expect(
            try await site.output("stewardship/due.csv")
                == "\u{FEFF}page,kind,community,due since,file,address\r\n\(row)\r\n")
        site["site.yaml"]? += "people: {data: true}\n"
        #expect(
            try await site.output("stewardship/due.csv")
                == "\u{FEFF}page,kind,community,due since,file,address,who answers\r\n\(row),Anna Lind; Bo Ek\r\n")
    }
}
