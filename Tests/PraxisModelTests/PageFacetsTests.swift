import PraxisBuild
import PraxisDiagnostics
import PraxisModel
import PraxisTestSupport
import Testing

/// What pages have of the facets by which readers narrow lists and the search.
@Suite struct PageFacetsTests {
    /// The values of each facet that a page has, in their order: `kind=video`.
    private func facets(of path: String, _ text: String) async throws -> [String] {
        var site = SmallSite()
        site["topics.yaml"] = "feedback: {label: Feedback}\nsafety: {label: Safety}\n"
        site[path] = text
        let loaded = try await site.load().site
        let page = try #require(loaded.pages.first { $0.source.rawValue == "content/\(path)" })
        let facets = PageFacets(of: page, on: loaded.today)
        return Facet.allCases.flatMap { facet in
            facets.values(of: facet, in: loaded).map { "\(facet.rawValue)=\($0)" }
        }
    }

    @Test func aResourceHasAllThatItSays() async throws {
        let facets = try await facets(
            of: "communities/guild/resources/a.md",
            """
            ---
            title: A
            kind: video
            url: https://films.example/a
            curator: anna-lind
            why: It is short.
            topics: [safety, feedback]
            level: skilled
            minutes: 15
            added: 2025-11-22
            way: information
            circle: team
            ---
            """)
        #expect(
            facets == [
                "kind=video", "topic=safety", "topic=feedback", "community=guild", "level=skilled", "length=short",
                "freshness=older", "way=information", "circle=team", "language=en",
            ])
    }

    @Test func aPersonHasTheTopicsOfSkillsAndOffersOnce() async throws {
        let facets = try await facets(
            of: "people/bo-ek.md",
            """
            ---
            name: Bo Ek
            confirmed: 2026-01-01
            contact: {email: bo@guild.example}
            skills: [{topic: safety, level: skilled}]
            offers: [{kind: mentor, topics: [feedback, safety]}]
            ---
            """)
        #expect(
            facets.filter { $0.hasPrefix("kind") || $0.hasPrefix("topic") } == [
                "kind=person", "topic=safety", "topic=feedback",
            ])
        #expect(!facets.contains { $0.hasPrefix("community") })
    }
}
