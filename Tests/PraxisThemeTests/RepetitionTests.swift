import Foundation
import PraxisTestSupport
import Testing

/// Pages say a thing once.
@Suite struct RepetitionTests {
    @Test func aPersonsOwnPageDoesNotRepeatThemAsCurator() async throws {
        var site = SmallSite()
        site["communities/guild/resources/a.md"] = """
            ---
            title: A book
            kind: book
            url: https://books.example/a
            curator: anna-lind
            why: It is short.
            ---
            """
        let card = "<blockquote>It is short.</blockquote>\n"
        #expect(try await site.output("people/anna-lind/index.html")?.contains(card + "</figure>") == true)
        #expect(try await site.output("library/index.html")?.contains(card + "<figcaption>") == true)
    }

    @Test func topicsSayHowManyPagesTheyHave() async throws {
        var site = SmallSite()
        site["topics.yaml"] = "craft: {label: Craft}\nwriting: {label: Writing, broader: craft}\n"
        site["communities/guild/guides/a.md"] = "---\ntitle: A\ntopics: writing\n---\n\nText.\n"
        site["communities/guild/guides/b.md"] = "---\ntitle: B\ntopics: [writing, craft]\n---\n\nText.\n"
        #expect(try await site.rows(of: "topics/") == ["Topic Writing 2 pages"])
        #expect(try await site.output("topics/index.html")?.contains("<a href=\"../topics/craft/\">1 page<") == true)
    }

    private func opportunity(closes: String) -> String {
        """
        ---
        title: A day
        kind: shadowing
        host: anna-lind
        learning: How we decide.
        apply: https://people.example/apply
        closes: \(closes)
        ---
        """
    }

    @Test func anOpportunitySaysOnceUntilWhenOneCanApply() async throws {
        var site = SmallSite()
        site["opportunities/a.md"] = opportunity(closes: "2026-11-22")
        site["opportunities/b.md"] = opportunity(closes: "2026-11-23")
        let closed = try await site.output("opportunities/a/index.html") ?? ""
        let open = try await site.output("opportunities/b/index.html") ?? ""
        #expect(closed.components(separatedBy: ">Closed</span>").count == 2)
        #expect(closed.components(separatedBy: "22 November 2026").count == 2)
        #expect(open.components(separatedBy: "23 November 2026").count == 2)
    }
}
