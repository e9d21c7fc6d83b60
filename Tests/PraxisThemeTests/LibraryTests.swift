import PraxisTestSupport
import Testing

/// What the library says of each resource, for readers and for the script that narrows it.
@Suite struct LibraryTests {
    @Test func aLongListRepeatsNoFacetThatPartsNothing() async throws {
        var site = SmallSite()
        for (name, kind) in [("a", "book"), ("b", "video")] {
            site["communities/guild/resources/\(name).md"] = """
                ---
                title: \(name)
                kind: \(kind)
                url: https://books.example/\(name)
                curator: anna-lind
                why: It is short.
                added: 2026-11-01
                way: information
                ---
                """
        }
        let library = try await site.output("library/index.html") ?? ""
        #expect(library.contains("data-facets=\"kind=book added=2026-11-01\""))
        #expect(!library.contains("name=\"way\""))
    }

    @Test func aListThatNothingPartsHasItsResourcesAllTheSame() async throws {
        var site = SmallSite()
        site["communities/guild/resources/a.md"] = """
            ---
            title: A
            kind: book
            url: https://books.example/a
            curator: anna-lind
            why: It is short.
            ---
            """
        #expect(try await site.output("library/index.html")?.contains("data-facets=\"kind=book\"") == true)
    }
}
