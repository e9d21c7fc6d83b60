import PraxisBuild
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisSyndication

struct CalendarTests {
    private func calendar(_ fields: String) async throws -> String {
        var site = SmallSite()
        site["communities/guild/events/open-hour.md"] = """
            ---
            title: Open hour; with tea, and milk
            host: anna-lind
            start: 2026-03-03 17:30
            minutes: 60
            \(fields)
            ---
            Come as you are.
            """
        let text = try await site.output("communities/guild/events/open-hour/calendar.ics")
        return try #require(text)
    }

    /// The lines of the first entry, unfolded.
    private func entry(_ calendar: String) -> [String] {
        calendar.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
            .drop { $0 != "BEGIN:VEVENT" }.prefix { $0 != "END:VEVENT" } + []
    }

    @Test func anEventKeepsItsLocalTimeAndZone() async throws {
        let lines = entry(try await calendar(""))
        #expect(lines.contains("DTSTART;TZID=Europe/Stockholm:20260303T173000"))
        #expect(lines.contains("DTEND;TZID=Europe/Stockholm:20260303T183000"))
        #expect(lines.contains("SUMMARY:Open hour\\; with tea\\, and milk"))
        #expect(lines.contains("URL:https://guild.example/communities/guild/events/open-hour/"))
    }

    @Test func aSeriesHasItsRuleExceptionsAndChanges() async throws {
        let text = try await calendar(
            """
            repeat: {every: 2 weeks, until: 2026-06-30}
            except: [2026-03-31]
            occurrences: {2026-04-14: {title: With a guest, start: 2026-04-14 18:00}}
            """)
        let lines = entry(text)
        // The end of 30 June in Stockholm is 22 o'clock in UTC, one minute before.
        #expect(lines.contains("RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260630T215900Z"))
        #expect(lines.contains("EXDATE;TZID=Europe/Stockholm:20260331T173000"))
        #expect(text.contains("RECURRENCE-ID;TZID=Europe/Stockholm:20260414T173000\r\n"))
        #expect(text.contains("DTSTART;TZID=Europe/Stockholm:20260414T180000\r\n"))
        #expect(text.contains("SUMMARY:With a guest\r\n"))
    }

    @Test func aDayThatIsNamedInAYearKeepsItsMonth() async throws {
        let lines = entry(try await calendar("repeat: {every: year, weekday: first tuesday}"))
        #expect(lines.contains("RRULE:FREQ=YEARLY;BYDAY=1TU;BYMONTH=3"))
        #expect(entry(try await calendar("repeat: {every: year}")).contains("RRULE:FREQ=YEARLY"))
    }

    @Test func aSeriesThatEndsInTwoWaysEndsInTheEarlierOne() async throws {
        let count = entry(try await calendar("repeat: {every: week, until: 2026-06-30, count: 3}"))
        #expect(count.contains("RRULE:FREQ=WEEKLY;COUNT=3"))
        let until = entry(try await calendar("repeat: {every: week, until: 2026-03-31, count: 30}"))
        #expect(until.contains("RRULE:FREQ=WEEKLY;UNTIL=20260331T215900Z"))
    }

    @Test func theStampOfAnEntryIsTheDayOfItsReviewAndNotOfTheBuild() async throws {
        #expect(entry(try await calendar("reviewed: 2026-02-01")).contains("DTSTAMP:20260201T000000Z"))
        #expect(entry(try await calendar("")).contains("DTSTAMP:19700101T000000Z"))
    }

    @Test func theStampOfASessionIsTheLaterDayOfProgrammeAndSession() async throws {
        var site = SmallSite()
        site["programmes/circle/index.md"] = """
            ---
            title: Circle
            kind: circle
            coordinator: anna-lind
            cohorts: {name: Spring, starts: 2026-03-23 12:00}
            reviewed: 2026-11-01
            ---
            """
        site["programmes/circle/01-begin.md"] = "---\ntitle: Begin\nreviewed: 2026-11-05\n---\nHello.\n"
        site["programmes/circle/02-go-on.md"] = "---\ntitle: Go on\nreviewed: 2026-10-05\n---\nHello again.\n"
        let text = try #require(try await site.output("programmes/circle/1/calendar.ics"))
        #expect(
            text.split(separator: "\r\n").filter { $0.hasPrefix("DTSTAMP") } == [
                "DTSTAMP:20261105T000000Z", "DTSTAMP:20261101T000000Z",
            ])
    }

    @Test func aCalendarIsTheSameOnTheNextDay() async throws {
        var site = SmallSite()
        site["communities/guild/events/open-hour.md"] =
            "---\ntitle: Open hour\nhost: anna-lind\nstart: 2026-03-03 17:30\nminutes: 60\n---\nCome.\n"
        let today = try #require(try await site.output("calendar.ics"))
        site.options.today = SmallSite.today.advanced(byDays: 1)
        #expect(try await site.output("calendar.ics") == today)
    }

    @Test func theZoneSaysWhenTheClocksChange() async throws {
        let text = try await calendar("")
        #expect(
            text.contains(
                "BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"))
        #expect(
            text.contains(
                "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"))
    }

    @Test(arguments: ["0001-01-01", "9999-12-31"]) func noZoneHasYearsThatTheFormatHasNot(day: String) async throws {
        var site = SmallSite()
        site["communities/guild/events/far.md"] =
            "---\ntitle: Far\nhost: anna-lind\nstart: \(day) 10:00\nminutes: 60\ntimezone: America/New_York\n---\n"
        let text = try #require(try await site.output("communities/guild/events/far/calendar.ics"))
        let starts = text.matches(of: /DTSTART[^:]*:([0-9-]+)T/).map { $0.1 }
        #expect(starts.count > 1)
        #expect(starts.allSatisfy { $0.wholeMatch(of: /[0-9]{8}/) != nil && !$0.hasPrefix("0000") })
    }

    @Test func linesAreFoldedAt75Octets() async throws {
        let text = try await calendar("place: \(String(repeating: "Långa vägen ", count: 20))")
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(text.replacing("\r\n ", with: "").contains("LOCATION:Långa vägen Långa vägen"))
    }

    @Test func aCohortHasItsSessionsOnItsDates() async throws {
        var site = SmallSite()
        site["programmes/circle/index.md"] = """
            ---
            title: Circle
            kind: circle
            coordinator: anna-lind
            cadence: week
            cohorts: {name: Spring, starts: 2026-03-23 12:00}
            reviewed: 2026-11-01
            ---
            """
        site["programmes/circle/01-begin.md"] = "---\ntitle: Begin\nminutes: 45\n---\nHello.\n"
        site["programmes/circle/02-go-on.md"] = "---\ntitle: Go on\n---\nHello again.\n"
        let text = try #require(try await site.output("programmes/circle/1/calendar.ics"))
        #expect(
            text.contains(
                "DTSTART;TZID=Europe/Stockholm:20260323T120000\r\nDTEND;TZID=Europe/Stockholm:20260323T124500"))
        #expect(text.contains("DTSTART;TZID=Europe/Stockholm:20260330T120000"))
        #expect(text.contains("SUMMARY:Circle: Go on"))
    }
}
