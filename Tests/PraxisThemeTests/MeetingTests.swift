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

    /// The parts of a community's list of meetings: their headings, and the text of each row.
    private func parts(_ events: [String: String]) async throws -> [(heading: String, rows: [String])] {
        let html = try #require(try await site(events).output("communities/guild/events/index.html"))
        func text(_ html: String) -> String {
            html.replacing(#/<[^>]*>/#, with: " ").replacing("\u{2060}", with: "").split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
        return html.components(separatedBy: "<section class=\"section").dropFirst().map { part in
            let heading = text(part.firstMatch(of: #/<h2.*?</h2>/#).map { String($0.output) } ?? "")
            let rows = part.components(separatedBy: "<li class=\"list-row\">").dropFirst().map {
                text($0.components(separatedBy: "</li>")[0])
            }
            return (heading, rows)
        }
    }

    @Test func whatHasBeenStandsApartAndSaysWhatIsLeftOfIt() async throws {
        let records = "\nsummary: We ate.\nrecording: https://films.example/1\nnotes: https://notes.example/1"
        let cancelled = "start: 2026-12-20 13:00\nminutes: 45\ncancelled: true"
        let found = try await parts([
            "clinic": weekly, "feast": past + records, "dance": cancelled,
            "walk": "start: 2026-10-01 13:00\nminutes: 45",
        ])
        #expect(found.map(\.heading) == ["Coming up", "Past"])
        #expect(
            found.first?.rows == [
                "25 Nov The clinic 25 November 2026: Wednesday, 13:00–13:45 Every week",
                "20 Dec The dance Cancelled 20 December 2026: Sunday, 13:00–13:45",
            ])
        #expect(
            found.last?.rows == [
                "11 Nov The feast 11 November 2026: Wednesday, 13:00–13:45 We ate. Recording Notes",
                "1 Oct The walk 1 October 2026: Thursday, 13:00–13:45 Come.",
            ])
    }

    @Test func aSeriesThatIsCancelledStandsInListsByTheDateThatItsPageBeginsWith() async throws {
        let dates = "start: 2026-10-28 13:00\nminutes: 45\nrepeat: {every: week, count: 9}\n"
        let events = ["clinic": "\(dates)cancelled: true", "feast": past]
        let found = try await parts(events)
        #expect(found.map(\.heading) == ["Coming up", "Past"])
        #expect(
            found.first?.rows == ["25 Nov The clinic Cancelled 25 November 2026: Wednesday, 13:00–13:45 Every week"])
        let page = try #require(try await site(events).output("communities/guild/events/clinic/index.html"))
        #expect(page.contains("<p class=\"event-next-label\">Next</p>"))
        #expect(page.contains("<time datetime=\"2026-11-25T13:00+01:00\""))
    }

    @Test func aDateOfAnotherYearSaysItsYear() async throws {
        let found = try await parts([
            "clinic": "start: 2027-01-07 13:00\nminutes: 45", "feast": "start: 2025-06-05 13:00\nminutes: 45",
        ])
        #expect(found.map { $0.rows[0].prefix(12) } == ["7 Jan 2027 T", "5 Jun 2025 T"])
    }

    @Test func whatLastsForDaysSaysUntilWhen() async throws {
        let found = try await parts(["camp": "start: 2026-12-03 13:00\nminutes: 1500"])
        #expect(found.first?.rows == ["3 Dec The camp 3 December 2026: Thursday – Friday 4 December 2026"])
    }

    @Test func aListOfMeetingsToComeNeedsNoHeading() async throws {
        #expect(try await parts(["clinic": weekly]).map(\.heading) == ["The list"])
    }

    @Test func theAgendaLeadsToWhatHasBeen() async throws {
        let events = ["clinic": weekly, "feast": past, "walk": "start: 2025-10-01 13:00\nminutes: 45"]
        let html = try #require(try await site(events).output("events/past/index.html"))
        #expect(
            html.matches(of: #/<h3 class="card-title"><a [^>]*>([^<]*)</a>/#).map(\.output.1) == [
                "The feast", "The walk",
            ])
        #expect(html.contains("<li><a href=\"../../events/\">Events</a></li>"))
        let link = "<a href=\"../events/past/\">Past events"
        #expect(try await site(events).output("events/index.html")?.contains(link) == true)
        #expect(try await site(["clinic": weekly]).output("events/index.html")?.contains(link) == false)
        #expect(try await site(["clinic": weekly]).output("events/past/index.html") == nil)
    }

    @Test func aListsPlaceBelowItsCommunityDoesNotNameTheCommunityTwice() async throws {
        let html = try #require(try await site(["clinic": weekly]).output("communities/guild/events/index.html"))
        #expect(html.contains("<li aria-current=\"page\">Events</li>"))
        #expect(html.contains("<h1>Events</h1>") && html.contains("<title>Events · Guild"))
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
