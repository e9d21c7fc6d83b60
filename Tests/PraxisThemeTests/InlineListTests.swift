import Foundation
import PraxisTestSupport
import Testing

@Suite struct InlineListTests {
    /// The list in a guide, as titles in their order.
    private func titles(_ request: String, _ change: (inout SmallSite) -> Void = { _ in }) async throws -> [String] {
        var site = SmallSite()
        site["topics.yaml"] = "feedback: {label: Giving feedback}\nwriting: {label: Writing}\n"
        for (name, title, topic) in [("a", "Alpha", "feedback"), ("b", "Beta", "writing"), ("c", "Gamma", "feedback")] {
            site["communities/guild/guides/\(name).md"] = "---\ntitle: \(title)\ntopics: \(topic)\n---\n\nText.\n"
        }
        site["communities/guild/events/call.md"] =
            "---\ntitle: Call\nstart: 2026-12-01 10:00\nminutes: 30\nhost: anna-lind\ntopics: writing\n---\n"
        site["communities/guild/events/past.md"] =
            "---\ntitle: Past\nstart: 2026-01-01 10:00\nminutes: 30\nhost: anna-lind\n---\n"
        site["people/bo-ek.md"] =
            "---\nname: Bo Ek\nconfirmed: 2026-01-01\nskills: [{topic: writing, level: skilled}]\n"
            + "offers: [{kind: coach, topics: feedback}]\ncontact: {chat: https://chat.example/bo}\n---\n"
        site["about.md"] = "# About\n\n[list: \(request)]\n"
        change(&site)
        let html = try await site.output("about/index.html") ?? ""
        let list = html.components(separatedBy: "inline-list\">").dropFirst().first ?? ""
        return list.components(separatedBy: "</div>")[0].components(separatedBy: "<a href=").dropFirst().map {
            String($0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
        }
    }

    @Test func pagesOfAKindAreThoseOfATopic() async throws {
        #expect(try await titles("guides about Giving feedback") == ["Alpha", "Gamma"])
        #expect(try await titles("1 guides about feedback of guild") == ["Alpha"])
        #expect(try await titles("guides") == ["Alpha", "Beta", "Gamma"])
    }

    @Test func eventsAreThoseToCome() async throws {
        #expect(try await titles("next events of Guild") == ["Call"])
        #expect(try await titles("events about feedback") == [])
    }

    @Test func peopleAreThoseWhoKnowOrOffer() async throws {
        #expect(try await titles("people who know writing") == ["Bo Ek"])
        #expect(try await titles("people who offer feedback") == ["Bo Ek"])
        #expect(try await titles("people who offer writing") == [])
    }

    @Test func whatIsArchivedOrNotYetShownIsLeftOut() async throws {
        let shown = try await titles("guides") { site in
            site["communities/guild/guides/a.md"] = "---\ntitle: Alpha\nstatus: archived\n---\n\nText.\n"
            site["communities/guild/guides/b.md"] = "---\ntitle: Beta\nshow_from: 2027-01-01\n---\n\nText.\n"
        }
        #expect(shown == ["Gamma"])
    }
}
