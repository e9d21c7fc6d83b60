import Foundation
import PraxisTestSupport
import Testing

/// A topic's page says whom one can ask, and for what.
@Suite struct TopicPeopleTests {
    private func topic(_ person: String, confirmed: String = "confirmed: 2026-01-01") async throws -> String {
        var site = SmallSite()
        site["topics.yaml"] = "feedback: {label: Giving feedback}\nsql: {label: SQL}\n"
        site["people/bo-ek.md"] = """
            ---
            name: Bo Ek
            \(confirmed)
            \(person)
            contact: {chat: "https://chat.example/bo"}
            ---
            """
        return try await site.output("topics/feedback/index.html") ?? ""
    }

    private let offers = """
        offers:
          - {kind: buddy, topics: feedback, format: Practise before you say it}
          - {kind: mentor, topics: feedback, until: 2026-11-22}
          - {kind: coach, topics: sql}
        """

    @Test func whoKnowsItIsShownWithWhatTheyOfferOnIt() async throws {
        let page = try await topic("skills: [{topic: feedback, level: skilled}]\n\(offers)")
        #expect(page.contains("<ul class=\"person-row-offers\"><li>Skill buddy: Practise before you say it</li></ul>"))
        #expect(page.contains("<h3 class=\"role-title\">Skilled</h3>"))
        #expect(!page.contains("<h3 class=\"role-title\">Offers</h3>"))
    }

    @Test func whoOffersSomethingIsShownWithoutASkillToo() async throws {
        let page = try await topic(offers)
        #expect(page.contains("<h3 class=\"role-title\">Offers</h3>"))
        #expect(page.contains(">Bo Ek</a>"))
    }

    @Test func theFinderIsAskedForTheTopic() async throws {
        #expect(try await topic(offers).contains("<a href=\"../../find/#words=Giving%20feedback\">Find somebody"))
        let skilled = try await topic("skills: [{topic: feedback, level: skilled}]")
        #expect(skilled.contains(">Bo Ek</a>") && !skilled.contains("#words="))
    }

    @Test func whoHasNotAgreedToTheirPageIsNotShown() async throws {
        #expect(try await !topic(offers, confirmed: "").contains("Bo Ek"))
    }
}
