import PraxisTestSupport
import Testing

/// A site with little in it says nothing that is empty or untrue.
@Suite struct BareSiteTests {
    private let agreed = "Everybody here has agreed to be asked."

    @Test func onlyWhoseHoldersHaveAllAgreedSaysSo() async throws {
        var site = SmallSite()
        #expect(try await site.output("communities/guild/index.html")?.contains(agreed) == false)
        site["communities/guild/index.md"]?.replace("moderators: Bo Ek", with: "moderators: bo-ek")
        site["people/bo-ek.md"] = "---\nname: Bo Ek\n---\n"
        #expect(try await site.output("communities/guild/index.html")?.contains(agreed) == false)
        site["people/bo-ek.md"] = "---\nname: Bo Ek\nconfirmed: 2026-01-01\n---\n"
        #expect(try await site.output("communities/guild/index.html")?.contains(agreed) == true)
    }

    @Test func aCommunityThatNobodyCanFollowYetHasNoHeadingForIt() async throws {
        var site = SmallSite()
        let heading = "<h2 id=\"follow\">"
        #expect(try await site.output("communities/guild/index.html")?.contains(heading) == true)
        site["site.yaml"]?.replace("url: https://guild.example/\n", with: "")
        let page = try await site.output("communities/guild/index.html") ?? ""
        #expect(page.contains("<h2 id=\"people\">") && !page.contains(heading) && !page.contains("#follow"))
    }

    @Test func aCircleWithNothingInItHasNoCount() async throws {
        var site = SmallSite()
        let bare = try await site.output("index.html") ?? ""
        #expect(bare.contains("circles-name") && !bare.contains(">0 guides<"))
        site["communities/guild/guides/g.md"] = "---\ntitle: G\nkind: how-to\ncircle: team\n---\n\nText.\n"
        let home = try await site.output("index.html") ?? ""
        #expect(home.contains(">1 guide</text>"))
        #expect(home.ranges(of: "circles-count").count == bare.ranges(of: "circles-count").count + 1)
    }

    @Test func whereNothingCanBeSentReadersAreToldWhomToWriteTo() async throws {
        var site = SmallSite()
        let advice = "Write to whoever answers for a page"
        #expect(try await site.output("contribute/index.html")?.contains(advice) == true)
        site["site.yaml"]? += "\ncontact: us@guild.example\n"
        #expect(try await site.output("contribute/index.html")?.contains(advice) == false)
    }
}
