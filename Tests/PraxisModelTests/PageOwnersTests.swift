import PraxisBuild
import PraxisDiagnostics
import PraxisModel
import PraxisTestSupport
import Testing

/// Who answers for a page.
struct PageOwnersTests {
    private func names(_ site: SmallSite, _ source: String) async throws -> [String] {
        let site = try await site.load().site
        let page = try #require(site.pages.first { $0.source.rawValue == "content/\(source)" })
        return page.metadata.owners.map { $0.name(in: site) }
    }

    private var site: SmallSite {
        var site = SmallSite()
        site["people/eva-ros.md"] = "---\nname: Eva Ros\nalumni: 2026-11-22\n---\n"
        site["people/gun-alm.md"] = "---\nname: Gun Alm\nalumni: 2026-11-24\n---\n"
        return site
    }

    private func guide(_ owners: String) -> String { "---\ntitle: Listen\nowners: \(owners)\n---\nText.\n" }

    @Test func theOwnersOfItsCommunityAnswerForAPageWhoseOwnOwnerHasLeft() async throws {
        var site = site
        let path = "communities/guild/guides/listen.md"
        site[path] = guide("eva-ros")
        #expect(try await names(site, path) == ["Anna Lind"])
        site[path] = guide("[eva-ros, gun-alm]")
        #expect(try await names(site, path) == ["Gun Alm"])
        site["communities/guild/index.md"] = site["communities/guild/index.md"]?.replacing(
            "owners: anna-lind", with: "owners: {person: anna-lind, until: 2026-01-31}")
        site[path] = guide("eva-ros")
        #expect(try await names(site, path) == [])
    }

    @Test func whoWasForgottenAnswersForNothing() async throws {
        var site = site
        let path = "communities/guild/resources/book.md"
        site[path] =
            "---\ntitle: Book\nkind: book\nurl: https://book.example/\ncurator: Former member\nwhy: Good.\n---\n"
        #expect(try await names(site, path) == ["Anna Lind"])
    }
}
