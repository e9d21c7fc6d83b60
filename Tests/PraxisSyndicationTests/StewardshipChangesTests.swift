import PraxisBuild
import PraxisModel
import PraxisSyndication
import PraxisTestSupport
import Testing

/// What has changed since an earlier report.
struct StewardshipChangesTests {
    private func community(_ title: String, _ fields: String) -> String {
        """
        ---
        title: \(title)
        purpose: We meet.
        for: All of us
        stage: forming
        join: https://chat.example/guild
        reviewed: 2026-06-01
        \(fields)
        ---
        """
    }

    private func changes(_ before: SmallSite, _ after: SmallSite) async throws -> StewardshipChanges {
        let earlier = StewardshipData(of: try await before.load().site, namesPeople: true).json
        return try #require(StewardshipChanges(since: earlier, in: try await after.load().site))
    }

    @Test func ownersThatWereLostAndFoundStandFirst() async throws {
        var before = SmallSite()
        before["communities/band/index.md"] = community("Band", "owners: anna-lind\nreview_every: 6 months")
        before["communities/choir/index.md"] = community("Choir", "moderators: Bo Ek")
        before["communities/dance/index.md"] = community("Dance", "owners: anna-lind")
        before["communities/zither/index.md"] = community("Zither", "owners: anna-lind")
        before.options.today = SmallSite.today.advanced(byDays: -30)
        var after = before
        after.options.today = SmallSite.today.advanced(byDays: 30)
        after["communities/choir/index.md"] = community("Choir", "moderators: Bo Ek\nowners: Bo Ek")
        after["communities/dance/index.md"] = nil
        after["communities/events/index.md"] = community("Events", "owners: anna-lind")
        after["communities/zither/index.md"] = community("Zither", "owners: {person: anna-lind, until: 2026-11-30}")
        let changes = try await changes(before, after)
        #expect(changes.since == "2026-10-24")
        #expect(
            changes.communities.map { "\($0.title) \($0.kind) \($0.ownership?.rawValue ?? "-")" } == [
                "Zither changed lost", "Choir changed found", "Events new -", "Band changed -", "Dance gone -",
            ])
        let band = try #require(changes.communities.first { $0.id == "band" })
        #expect(
            band.figures.map { "\($0.name) \($0.before ?? -1) \($0.now ?? -1)" } == [
                "reviewedInTime 100 0", "due 0 1",
            ])
        #expect(changes.totals.first { $0.name == "withoutOwner" }.map { [$0.before, $0.now] } == [1, 1])
        let csv = String(decoding: changes.csv, as: UTF8.self)
        #expect(csv.contains("\r\nBand,band,reviewedInTime,100,0\r\n"))
        #expect(csv.contains("\r\nZither,zither,owner lost,,\r\n"))
        let json = String(decoding: changes.json, as: UTF8.self)
        #expect(json.contains("\"due\":{\"before\":0,\"now\":1}"))
        #expect(json.contains("{\"change\":\"gone\",\"community\":\"Dance\",\"figures\":{},\"id\":\"dance\"}"))
    }

    @Test func aCommunityThatWasMovedIsTheSame() async throws {
        let before = SmallSite()
        var after = before
        let index = try #require(before["communities/guild/index.md"])
        after["communities/guild/index.md"] = nil
        after["communities/gang/index.md"] = index.replacing(
            "title: Guild", with: "title: Gang\naliases: /communities/guild/")
        #expect(try await changes(before, after).communities.isEmpty)
    }

    @Test func whatIsNoReportIsRefused() async throws {
        let site = try await SmallSite().load().site
        for text in ["", "[]", "{\"version\":2}", "{\"version\":1,\"today\":\"2026-01-01\"}"] {
            #expect(StewardshipChanges(since: Array(text.utf8), in: site) == nil)
        }
    }
}
