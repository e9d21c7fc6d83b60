import PraxisBuild
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisAuthoring

@Suite struct CalendarImportTests: ImportSuite {
    @Test func eventsOfACalendarBecomePages() async throws {
        let calendar = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:1
            SUMMARY:Monthly: share\\, ask\\, le
             arn
            DTSTART;TZID="W. Europe Standard Time":20270331T173000
            DTEND;TZID="W. Europe Standard Time":20270331T183000
            LOCATION:https://meet.example/agile
            RRULE:FREQ=MONTHLY;BYDAY=-1WE;COUNT=6
            EXDATE;TZID="W. Europe Standard Time":20270428T173000,20270526T173000
            DESCRIPTION:Bring one thing.\\n\\n- a story\\n- a question\\n
            BEGIN:VALARM
            DESCRIPTION:Reminder
            TRIGGER:-PT15M
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            RECURRENCE-ID;TZID="W. Europe Standard Time":20270630T173000
            SUMMARY:Monthly\\, at the lake
            DTSTART;TZID="W. Europe Standard Time":20270630T150000
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY:Open house
            DTSTART:20270601T080000Z
            DURATION:PT1H30M
            LOCATION:Room 3
            STATUS:CANCELLED
            END:VEVENT
            END:VCALENDAR
            """.replacing("\\\\", with: "\\").replacing("\n", with: "\r\n")
        let (result, after) = try await imported("events", calendar) {
            ($0.community, $0.author) = ("agile", "anna-lind")
        }
        #expect(
            said(result) == [
                "26:1 advice: event 2: a date of a series that differs from the others is not imported; write what differs below occurrences: on the page of the series"
            ])
        #expect(
            after["communities/agile/events/monthly-share-ask-learn.md"] == """
                ---
                title: "Monthly: share, ask, learn"
                start: 2027-03-31 17:30
                end: 2027-03-31 18:30
                host: anna-lind
                timezone: Europe/Berlin
                online: https://meet.example/agile
                repeat:
                  rrule: FREQ=MONTHLY;BYDAY=-1WE;COUNT=6
                except: [2027-04-28, 2027-05-26]
                ---

                Bring one thing.

                - a story
                - a question

                """)
        let other = after["communities/agile/events/open-house.md"]
        #expect(
            other?.contains("start: 2027-06-01 08:00\nminutes: 90\nhost: anna-lind\ntimezone: UTC\nplace: Room 3\n")
                == true)
        #expect(other?.contains("cancelled: true\n") == true)
    }

    /// The fields of an event of a calendar that say when it is.
    private func when(_ lines: String..., calendar: String = "", on site: SmallSite = .ofReferences) async throws
        -> [Substring]
    {
        let event = "BEGIN:VEVENT\nSUMMARY:Fair\n\(lines.joined(separator: "\n"))\nEND:VEVENT\n"
        let (result, after) = try await imported(
            "event", "BEGIN:VCALENDAR\n\(calendar)\(event)END:VCALENDAR\n", into: site
        ) { ($0.community, $0.author) = ("agile", "anna-lind") }
        #expect(said(result) == [])
        let text = after["communities/agile/events/fair.md"] ?? ""
        return text.split(separator: "\n").filter { line in
            ["start", "end", "timezone", "except"].contains { line.hasPrefix("\($0): ") }
        }
    }

    @Test func anEventInUTCGetsTheClockOfAZoneThatSomebodyNamed() async throws {
        let lines = ["DTSTART:20270601T080000Z", "DTEND:20270601T093000Z"].joined(separator: "\n")
        #expect(
            try await when(lines) == ["start: 2027-06-01 08:00", "end: 2027-06-01 09:30", "timezone: UTC"])
        #expect(
            try await when(lines, calendar: "X-WR-TIMEZONE:Europe/Berlin\n")
                == ["start: 2027-06-01 10:00", "end: 2027-06-01 11:30", "timezone: Europe/Berlin"])
        var site = SmallSite.ofReferences
        site["site.yaml"] = (site["site.yaml"] ?? "title: Site\nlanguage: en\n") + "timezone: Asia/Tokyo\n"
        #expect(
            try await when(lines, on: site) == ["start: 2027-06-01 17:00", "end: 2027-06-01 18:30"])
        // A rule counts by UTC: when the clocks change, the series does not.
        #expect(
            try await when(lines, "RRULE:FREQ=WEEKLY;COUNT=3", on: site)
                == ["start: 2027-06-01 08:00", "end: 2027-06-01 09:30", "timezone: UTC"])
        #expect(
            try await when(
                "DTSTART:20270601T080000", "DTEND:20270601T090000", calendar: "X-WR-TIMEZONE:Europe/Berlin\n")
                == ["start: 2027-06-01 08:00", "end: 2027-06-01 09:00", "timezone: Europe/Berlin"])
    }

    @Test func daysThatASeriesLeavesOutAreThoseOfItsZone() async throws {
        #expect(
            try await when(
                "DTSTART;TZID=America/New_York:20270601T200000", "DTEND:20270602T010000Z",
                "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20270609T000000Z", "EXDATE;VALUE=DATE:20270615")
                == [
                    "start: 2027-06-01 20:00", "end: 2027-06-01 21:00", "timezone: America/New_York",
                    "except: [2027-06-08, 2027-06-15]",
                ])
    }

    private static let allDay = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        SUMMARY:Fair
        DTSTART;VALUE=DATE:20270601
        DTEND;VALUE=DATE:20270604
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Day off
        DTSTART;VALUE=DATE:20270606
        DTEND;VALUE=DATE:20270607
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Talk
        DTSTART;TZID=Europe/Berlin:20270607T150000
        DURATION:PT1H
        END:VEVENT
        END:VCALENDAR

        """

    @Test func allDayEventsAreLeftOutAndTheOthersImported() async throws {
        let (result, _) = try await imported("event", Self.allDay) {
            ($0.community, $0.author) = ("agile", "anna-lind")
        }
        let advice = "if it belongs on the site, say when such events begin and end: --set time=09:00 --set end=17:00"
        #expect(
            said(result) == [
                "4:1 advice: event 1: \"Fair\" lasts all day, and an event on this site begins at a time; it is not imported; \(advice)",
                "9:1 advice: event 2: \"Day off\" lasts all day, and an event on this site begins at a time; it is not imported; \(advice)",
            ])
        #expect(result.report == ["content/communities/agile/events/talk.md"])
    }

    @Test func allDayEventsGetTheTimesThatAreSaid() async throws {
        let (result, after) = try await imported("event", Self.allDay) {
            ($0.community, $0.author) = ("agile", "anna-lind")
            $0.values = [("time", "09:00"), ("end", "17:00")]
        }
        #expect(said(result) == [])
        #expect(
            after["communities/agile/events/fair.md"]?.contains("start: 2027-06-01 09:00\nend: 2027-06-03 17:00\n")
                == true)
        #expect(
            after["communities/agile/events/day-off.md"]?.contains("start: 2027-06-06 09:00\nend: 17:00\n") == true)
        #expect(after["communities/agile/events/talk.md"]?.contains("start: 2027-06-07 15:00\nminutes: 60\n") == true)
    }

    @Test func eventsOfOneTitleAreToldApartByTheirDays() async throws {
        func event(_ day: String, _ title: String) -> String {
            "BEGIN:VEVENT\nSUMMARY:\(title)\nDTSTART:\(day)T080000Z\nDURATION:PT1H\nEND:VEVENT\n"
        }
        let events = [event("20270601", "Coffee"), event("20270608", "Coffee!"), event("20270608", "Fair")].joined()
        let (result, _) = try await imported("event", "BEGIN:VCALENDAR\n\(events)END:VCALENDAR\n") {
            ($0.community, $0.author) = ("agile", "anna-lind")
        }
        #expect(said(result) == [])
        #expect(
            result.report
                == ["coffee-2027-06-01", "coffee-2027-06-08", "fair"].map {
                    "content/communities/agile/events/\($0).md"
                })
        let again = event("20270601", "Coffee")
        let (second, _) = try await imported("event", "BEGIN:VCALENDAR\n\(again)\(again)END:VCALENDAR\n") {
            ($0.community, $0.author) = ("agile", "anna-lind")
        }
        #expect(
            said(second).map { $0.hasPrefix("8:") && $0.hasSuffix("as well; give one of them another title") } == [true]
        )
    }

    @Test func datesThatNoRuleGivesAreLeftToPeople() async throws {
        let calendar =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Fair\nDTSTART:20270601T080000Z\nDURATION:PT1H\nRDATE:20270603T080000Z\nEND:VEVENT\nEND:VCALENDAR\n"
        let (result, _) = try await imported("event", calendar) { ($0.community, $0.author) = ("agile", "anna-lind") }
        #expect(
            said(result) == [
                "6:1 advice: event 1: dates besides those of the series are not imported; make an event of each"
            ])
        #expect(result.report.count == 1)
    }

    @Test func whatAnEventOfACalendarLacksIsSaidAtItsLine() async throws {
        let calendar =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Fair\nDTSTART:20270601T080000\nDTEND;TZID=Nowhere:20270601T120000\nEND:VEVENT\nEND:VCALENDAR\n"
        let (result, _) = try await imported("event", calendar) { ($0.community, $0.author) = ("agile", "anna-lind") }
        #expect(
            said(result) == [
                "3:1 error: event 1: an event needs \"end\" or \"minutes\": how long it takes; add it in the calendar, or say it for all that have none with --set FIELD=VALUE"
            ])
        let hostless =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Fair\nDTSTART:20270601T080000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"
        let (refused, _) = try await imported("event", hostless) { $0.community = "agile" }
        #expect(
            said(refused).map { $0.replacing(#/"host=[^"]*"/#, with: "HOST") } == [
                "1:1 error: a calendar does not say \"host\": who runs it; say it for all events with --set HOST"
            ])
        #expect(try await refusal("event", "BEGIN:VCALENDAR\nEND:VCALENDAR\n") == "there is no event in table.csv")
    }
}
