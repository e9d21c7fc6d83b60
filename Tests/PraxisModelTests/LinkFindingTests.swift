import PraxisDiagnostics
import PraxisTestSupport
import Testing

@Suite struct LinkFindingTests {
    private func findings(ofGuideWith text: String) async throws -> [Finding] {
        var site = SmallSite.withoutMistakes
        site["communities/guild/guides/way.md"] = "---\ntitle: A way\nreviewed: 2026-11-01\n---\n\n\(text)"
        return try await site.mistakes().filter { $0.location.path.stem == "way" }
    }

    /// Where a link costs as much as its page is long, this does not come to its end.
    @Test(arguments: [
        ("[a](b.md)\n", "link.no-page"), ("[a](#nope) ", "link.no-heading"), ("![a](b.png)\n", "link.no-file"),
    ])
    func aPageFullOfBrokenLinksIsCheckedWhole(link: String, rule: String) async throws {
        let found = try await findings(ofGuideWith: String(repeating: link, count: 3_000))
        #expect(Set(found.map(\.rule.id)) == [rule])
        let first = try #require(found.first)
        #expect(first.location.range == nil)
        #expect(first.message == "\(3_001 - found.count) more links of this page break this rule")
        #expect(20...200 ~= found.count - 1)
        #expect(found.dropFirst().allSatisfy { $0.location.range != nil })
    }

    @Test func fewBrokenLinksAreAllToldWithTheirPlaces() async throws {
        let found = try await findings(ofGuideWith: (1...30).map { "[a](x\($0).md)\n" }.joined())
        #expect(found.count == 30)
        #expect(found.compactMap(\.location.range?.start.line) == Array(6...35))
    }
}
