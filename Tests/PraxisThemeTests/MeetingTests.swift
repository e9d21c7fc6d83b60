import Foundation
import PraxisTestSupport
import Testing

/// When and where one can meet a community, or somebody.
@Suite struct MeetingTests {
    private let weekly = "start: 2026-11-25 13:00\nminutes: 45\nrepeat: {every: week, count: 3}"
    private let past = "start: 2026-11-11 13:00\nminutes: 45"

    private func site(_ events: [String: String]) -> SmallSite {
        var site = SmallSite()
        for (name, dates) in events {
            site["communities/guild/events/\(name).md"] =
                "---\ntitle: The \(name)\nhost: anna-lind\n\(dates)\n---\n\nCome.\n"
        }
        return site
    }

    private func head(_ site: SmallSite) async throws -> String {
        let html = try await site.output("communities/guild/index.html") ?? ""
        let head = html.components(separatedBy: "<div class=\"page-head\">")[1].components(separatedBy: "<section")[0]
        return head.replacing(#/<[^>]*>/#, with: "").replacing("\u{2060}", with: "")
    }

    @Test func aCommunityBeginsWithItsNextMeeting() async throws {
        let events = ["clinic": weekly, "feast": past]
        #expect(try await head(site(events)).contains("Next The clinic, Wednesday 25 November 2026, 13:00–13:45"))
    }

    @Test func aMeetingThatIsCancelledIsNotTheNext() async throws {
        let events = ["clinic": "\(weekly)\noccurrences: {2026-11-25: {cancelled: true}}"]
        #expect(try await head(site(events)).contains("Next The clinic, Wednesday 2 December 2026"))
    }

    @Test func aCommunityWithNothingPlannedSaysNothingOfIt() async throws {
        #expect(try await !head(site(["feast": past])).contains("Next"))
    }

    @Test func aPersonsPageSaysWhereToMeetThem() async throws {
        let html = try #require(
            try await site(["clinic": weekly, "feast": past]).output("people/anna-lind/index.html"))
        let parts = html.components(separatedBy: "<h2 id=\"")
        let events = try #require(parts.first { $0.hasPrefix("events\">Where to meet<") })
        let contributed = try #require(parts.first { $0.hasPrefix("wrote\">Contributed<") })
        #expect(events.contains(">The clinic</a>") && !events.contains("The feast"))
        #expect(contributed.contains(">The feast</a>") && !contributed.contains("The clinic"))
    }

    @Test func whoLeftIsNotInACircle() async throws {
        var site = SmallSite()
        site["people/kim-ek.md"] = "---\nname: Kim Ek\nconfirmed: 2026-01-01\nalumni: 2026-10-01\n---\n"
        site["people/eva-ask.md"] = "---\nname: Eva Ask\nconfirmed: 2026-01-01\n---\n"
        let html = try #require(try await site.output("circles/one-to-one/index.html"))
        #expect(html.contains(">Eva Ask</a>") && !html.contains("Kim Ek"))
        #expect(html.contains(">2 in all<"))
    }
}
