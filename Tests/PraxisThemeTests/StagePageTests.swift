import Foundation
import PraxisTestSupport
import Testing

struct StagePageTests {
    private func site(_ stages: [String: String]) -> SmallSite {
        var site = SmallSite()
        site["site.yaml"]? += """

            stages:
              - {id: winding down, like: closing, label: Winding down}
              - {id: seed, like: forming, label: Seedling}
              - {id: ripe, like: active}
            """
        for (name, stage) in stages {
            site["communities/\(name)/index.md"] = """
                ---
                title: \(name)
                purpose: We meet.
                for: All of us
                owners: anna-lind
                join: https://chat.example/guild
                \(stage)
                ---
                """
        }
        return site
    }

    @Test func theListOfCommunitiesIsPartedByTheSitesOwnStages() async throws {
        let site = site(["choir": "stage: winding-down", "zither": "stage: seed"])
        let page = try #require(try await site.output("communities/index.html"))
        let ids = page.components(separatedBy: "<h2 id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(ids == ["ripe", "seed", "winding-down"])
        #expect(page.contains("Seedling"))
    }

    @Test func aCommunityThatComesToItsEndSaysSoAndLeavesTheHomePage() async throws {
        let site = site(["choir": "stage: winding down", "zither": "stage: seed"])
        let choir = try #require(try await site.output("communities/choir/index.html"))
        #expect(choir.contains("banner-archived"))
        let zither = try #require(try await site.output("communities/zither/index.html"))
        #expect(!zither.contains("banner-archived"))
        let home = try #require(try await site.output("index.html"))
        #expect(home.contains("communities/zither/"))
        #expect(!home.contains("communities/choir/"))
    }

    @Test func aCommunityThatComesToItsEndAsksNobodyToJoin() async throws {
        func page(_ stage: String) async throws -> String {
            var site = site(["choir": stage])
            let text = try #require(site["communities/choir/index.md"])
            site["communities/choir/index.md"] = text.replacing("https://chat.example/guild", with: "Come and sing.")
            return try await site.output("communities/choir/index.html") ?? ""
        }
        #expect(try await page("").contains(">How to join</a>"))
        let ending = try await page("stage: winding down")
        #expect(ending.contains("Come and sing.") && !ending.contains("How to join"))
    }

    @Test func thePageShowsAStageThatIsNotTheUsualOne() async throws {
        let site = site(["choir": "stage: ripe", "zither": "stage: seed", "harp": ""])
        let badge = "<span class=\"badge\">"
        let zither = try #require(try await site.output("communities/zither/index.html"))
        #expect(zither.contains("\(badge)Seedling</span>"))
        for name in ["choir", "harp"] {
            #expect(try #require(try await site.output("communities/\(name)/index.html")).contains(badge) == false)
        }
    }
}
