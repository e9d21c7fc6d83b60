import Foundation
import PraxisTestSupport
import Testing

/// The dates on an event's page.
@Suite struct EventDatesTests {
    /// The page of an event that is online each Wednesday at 13, and what stands in its parts.
    private func page(_ more: String, start: String = "2026-11-04") async throws -> (box: String, dates: [String]) {
        var site = SmallSite()
        site["communities/guild/events/hours.md"] = """
            ---
            title: Office hours
            start: \(start) 13:00
            minutes: 45
            host: anna-lind
            \(more)
            ---

            Bring a question.
            """
        let html = try #require(try await site.output("communities/guild/events/hours/index.html"))
        let box = html.components(separatedBy: "<div class=\"event-next")[1].components(
            separatedBy: "<div class=\"prose")[0]
        let lists = html.components(separatedBy: "<ul class=\"occurrences\">").dropFirst().map {
            $0.components(separatedBy: "</ul>")[0]
        }
        let dates = lists.joined().components(separatedBy: "<li").dropFirst().map { "<li\($0)" }
        return (text(box), dates.map(text))
    }

    private func text(_ html: String) -> String {
        html.replacing(#/<[^>]*>/#, with: " ").replacing("\u{2060}", with: "").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    @Test func theNextDateOfASeriesStandsInItsBoxOnly() async throws {
        let (box, dates) = try await page("repeat: {every: week, count: 5}")
        #expect(box.contains("Next Wednesday 25 November 2026, 13:00–13:45"))
        #expect(
            dates == [
                "Wednesday 2 December 2026, 13:00–13:45", "Wednesday 18 November 2026, 13:00–13:45",
                "Wednesday 11 November 2026, 13:00–13:45", "Wednesday 4 November 2026, 13:00–13:45",
            ])
    }

    @Test func whatTheNextDateIsCalledStandsInItsBox() async throws {
        let (box, _) = try await page(
            "repeat: {every: week, count: 5}\noccurrences: {2026-11-25: {title: With Helen}}")
        #expect(box.contains("Next: With Helen Wednesday 25 November 2026"))
    }

    @Test func aCancelledDateBeforeTheNextIsListed() async throws {
        let (box, dates) = try await page(
            "repeat: {every: week, count: 5}\noccurrences: {2026-11-25: {cancelled: true}}")
        #expect(box.contains("Next Wednesday 2 December 2026"))
        #expect(dates.first == "Wednesday 25 November 2026, 13:00–13:45 Cancelled")
        #expect(dates.count == 4)
    }

    @Test func theLastDateOfASeriesThatIsOverBringsItsRecording() async throws {
        let (box, dates) = try await page(
            "repeat: {every: week, count: 2}\n"
                + "occurrences: {2026-11-11: {recording: https://films.example/2}}")
        #expect(box.contains("Last time Wednesday 11 November 2026"))
        #expect(box.contains("Recording"))
        #expect(dates == ["Wednesday 4 November 2026, 13:00–13:45"])
    }

    @Test func whatTookPlaceSaysSoAndGoesIntoNobodysCalendar() async throws {
        let (box, _) = try await page("")
        #expect(box.hasSuffix("Took place Wednesday 4 November 2026, 13:00–13:45 (Stockholm time)"))
        #expect(try await page("", start: "2026-11-25").box.contains("Add to calendar"))
    }

    @Test func aDateFarAheadIsToComeAndCanBeSignedUpFor() async throws {
        let (box, _) = try await page("register: https://example.org/seats", start: "2028-05-03")
        #expect(box.hasPrefix("\"> When Wednesday 3 May 2028"))
        #expect(box.hasSuffix("Register Add to calendar"))
    }

    @Test func theFirstDateOfASeriesFarAheadIsTheNext() async throws {
        let (box, _) = try await page("repeat: {every: week}", start: "2028-05-03")
        #expect(box.contains("Next Wednesday 3 May 2028"))
        #expect(box.contains("Add to calendar"))
    }

    @Test func whatWasCancelledDidNotTakePlace() async throws {
        let (box, _) = try await page("cancelled: true")
        #expect(box.contains("When Wednesday 4 November 2026"))
    }

    @Test func oneDateAloneMakesNoList() async throws {
        let (box, dates) = try await page("", start: "2026-11-25")
        #expect(box.contains("When Wednesday 25 November 2026"))
        #expect(dates == [])
    }
}
