import Foundation
import PraxisTestSupport
import Testing

/// The page that says what one can subscribe to.
@Suite struct SubscribePageTests {
    private func page(url: Bool = true, language: String = "en") async throws -> String {
        var site = SmallSite()
        site["site.yaml"] = "title: Guilds\nlanguage: \(language)\n\(url ? "url: https://guild.example/\n" : "")"
        site["communities/guild/events/open.md"] =
            "---\ntitle: Open\nstart: 2026-12-01 10:00\nminutes: 30\nhost: anna-lind\n---\n"
        return try #require(try await site.output("subscribe/index.html"))
    }

    @Test func eachThingHasOneNewsFeedAndItsCalendar() async throws {
        let html = try await page()
        let rows = html.components(separatedBy: "<li class=\"subject\">").dropFirst().map {
            $0.components(separatedBy: "</li>")[0]
        }
        #expect(rows.count > 1)
        for row in rows {
            #expect(row.matches(of: #/feed\.atom"/#).count == 1)
            #expect(!row.contains("feed.json"))
        }
        #expect(rows.contains { $0.contains("../communities/guild/feed.atom") && $0.contains("guild/calendar.ics") })
        // What is for programs stands once, below.
        let body = html.components(separatedBy: "<main")[1]
        #expect(body.matches(of: #/href="[^"]*feed\.json"/#).count == 1)
        #expect(body.matches(of: #/href="[^"]*feeds\.opml"/#).count == 1)
    }

    @Test func itSaysWhatFeedsAndCalendarsAreAndForWhom() async throws {
        let html = try await page()
        #expect(html.contains("</svg>News feed</dt><dd>A news feed says what is new"))
        #expect(html.contains("<p class=\"section-note\">What is new in a community, and when it meets.</p>"))
        #expect(try await page(language: "sv").contains("</svg>Nyhetsflöde</dt><dd>Ett nyhetsflöde berättar"))
    }

    @Test func withoutAnAddressOfTheSiteThereAreCalendarsAlone() async throws {
        let html = try await page(url: false)
        #expect(html.contains("guild/calendar.ics"))
        #expect(!html.contains("News feed") && !html.contains("feeds.opml"))
    }
}
