import Foundation
import PraxisTestSupport
import Testing

/// Whoever follows a learning path is led from step to step.
@Suite struct PathPlaceTests {
    /// What the links of the paths say on a guide's page, path by path.
    private func places(_ items: String, more: String = "", on page: String = "a") async throws -> [String] {
        var site = SmallSite()
        for name in ["a", "b", "c"] {
            site["communities/guild/guides/\(name).md"] =
                "---\ntitle: Guide \(name)\nkind: how-to\nsummary: Do it.\n---\n\nText.\n"
        }
        site["communities/guild/paths/first.md"] =
            "---\ntitle: First weeks\ncurator: anna-lind\n\(more)\nitems: [\(items)]\n---\n"
        let html = try await site.output("communities/guild/guides/\(page)/index.html") ?? ""
        return html.components(separatedBy: "<nav class=\"pager\"").dropFirst().map { nav in
            let text = "<".appending(nav.components(separatedBy: "</nav>")[0]).replacing(#/<[^>]*>/#, with: " ")
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    @Test func aStepLeadsToTheOnesBesideItAndToThePath() async throws {
        let items = "guild/guides/a, guild/guides/b, guild/guides/c"
        #expect(try await places(items, on: "a") == ["Step 1 of 3 First weeks Next Guide b"])
        #expect(try await places(items, on: "b") == ["Before Guide a Step 2 of 3 First weeks Next Guide c"])
        #expect(try await places(items, on: "c") == ["Before Guide b Step 3 of 3 First weeks"])
    }

    @Test func aStepElsewhereIsLedToAsWell() async throws {
        let items = "guild/guides/a, {title: A film, url: \"https://films.example/a\"}"
        #expect(try await places(items) == ["Step 1 of 2 First weeks Next A film"])
    }

    @Test func aStepThatIsNotOnTheSiteTodayIsPassedOver() async throws {
        let items = "guild/guides/a, guild/guides/b, guild/guides/c"
        var site = SmallSite()
        for (name, more) in [("a", ""), ("b", "show_from: 2027-01-01"), ("c", "")] {
            site["communities/guild/guides/\(name).md"] =
                "---\ntitle: Guide \(name)\nkind: how-to\n\(more)\n---\n\nText.\n"
        }
        site["communities/guild/paths/first.md"] =
            "---\ntitle: First weeks\ncurator: anna-lind\nitems: [\(items)]\n---\n"
        let html = try await site.output("communities/guild/guides/a/index.html") ?? ""
        #expect(html.contains("<li class=\"pager-next\"><a href=\"../../../../communities/guild/guides/c/\">"))
        #expect(html.contains("Step 1 of 3"))
    }

    @Test func aPathThatIsArchivedLeadsNobody() async throws {
        #expect(try await places("guild/guides/a, guild/guides/b", more: "status: archived") == [])
    }
}
