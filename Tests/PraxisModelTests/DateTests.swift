import PraxisBuild
import PraxisModel
import PraxisTestSupport
import Testing

@Suite struct DateTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test func daysAreCountedAsTheCalendarDoes() throws {
        #expect(try day("1970-01-01").number == 0)
        #expect(try day("2026-11-23").number == 20_780)
        #expect(try day("2000-02-29").number == 11_016)
        for number in stride(from: -800_000, through: 800_000, by: 997) {
            let day = Day(number: number)
            #expect(day.number == number)
            #expect(day.advanced(byDays: 1).number == number + 1)
        }
        #expect(try day("2026-11-23").weekday == .monday)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-01-01x", "", "-026-01-01",
    ])
    func whatIsNoDayIsNotTakenForOne(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test func theSameDayOfAShorterMonthIsItsLast() throws {
        #expect(try day("2026-01-31").advanced(byMonths: 1).description == "2026-02-28")
        #expect(try day("2024-01-31").advanced(byMonths: 1).description == "2024-02-29")
        #expect(try day("2026-12-31").advanced(byMonths: 2).description == "2027-02-28")
        #expect(try day("2026-01-15").advanced(byMonths: -1).description == "2025-12-15")
    }

    @Test func aReviewThatIsDueTodayIsNotYetOverdue() throws {
        let review = Review(reviewed: try day("2026-05-23"), every: Period(6, .month))
        #expect(review.due == (try day("2026-11-23")))
        #expect(!review.isOverdue(on: try day("2026-11-23")))
        #expect(review.isOverdue(on: try day("2026-11-24")))
        #expect(!Review(reviewed: nil, every: Period(6, .month)).isOverdue(on: try day("2099-01-01")))
    }

    @Test(arguments: [
        ("6 months", "6 months"), ("week", "1 week"), ("1 year", "1 year"), ("2 Weeks", "2 weeks"),
        ("90 days", "90 days"),
    ])
    func spansOfTimeAreReadInWords(_ text: String, _ read: String) {
        #expect(Period(text)?.description == read)
    }

    @Test(arguments: ["0 weeks", "six months", "6", "6 months ago", "-1 week", ""])
    func otherWordsAreNoSpan(_ text: String) {
        #expect(Period(text) == nil)
    }
}

@Suite struct RecurrenceTests {
    private func days(
        _ rule: Recurrence, from first: String, since earliest: String? = nil, through last: String
    ) throws -> [String] {
        rule.days(
            from: try #require(Day(first)), since: try #require(Day(earliest ?? first)),
            through: try #require(Day(last))
        ).map(\.description)
    }

    @Test func everyTwoWeeksKeepsTheDayOfTheWeek() throws {
        #expect(
            try days(Recurrence(frequency: .weekly, interval: 2), from: "2026-11-24", through: "2026-12-31")
                == ["2026-11-24", "2026-12-08", "2026-12-22"])
    }

    @Test func theThirdTuesdayAndTheLastFriday() throws {
        let third = Recurrence(frequency: .monthly, weekdays: [.init(ordinal: 3, weekday: .tuesday)])
        #expect(
            try days(third, from: "2026-09-15", through: "2026-12-31")
                == ["2026-09-15", "2026-10-20", "2026-11-17", "2026-12-15"])
        let last = Recurrence(frequency: .monthly, weekdays: [.init(ordinal: -1, weekday: .friday)])
        #expect(
            try days(last, from: "2026-09-25", through: "2026-11-30") == ["2026-09-25", "2026-10-30", "2026-11-27"])
    }

    @Test func everyDayCanBeKeptToSomeDaysOfTheWeek() throws {
        let rule = Recurrence(
            frequency: .daily, weekdays: [.init(weekday: .monday), .init(weekday: .thursday)], count: 4)
        #expect(
            try days(rule, from: "2026-11-23", through: "2026-12-31")
                == ["2026-11-23", "2026-11-26", "2026-11-30", "2026-12-03"])
    }

    @Test func aDayOfTheMonthCanBeKeptToADayOfTheWeek() throws {
        let rule = Recurrence(frequency: .monthly, weekdays: [.init(weekday: .friday)], monthDays: [13])
        #expect(
            try days(rule, from: "2026-02-13", through: "2026-12-31") == ["2026-02-13", "2026-03-13", "2026-11-13"])
    }

    @Test func aDayThatIsNamedTwiceIsOneDay() throws {
        let rule = Recurrence(frequency: .monthly, monthDays: [31, -1], count: 3)
        #expect(
            try days(rule, from: "2026-10-31", through: "2027-12-31") == ["2026-10-31", "2026-11-30", "2026-12-31"])
    }

    @Test func aDayThatAMonthHasNotIsLeftOut() throws {
        #expect(
            try days(Recurrence(frequency: .monthly), from: "2026-10-31", through: "2027-03-31")
                == ["2026-10-31", "2026-12-31", "2027-01-31", "2027-03-31"])
        #expect(
            try days(Recurrence(frequency: .yearly), from: "2024-02-29", through: "2030-01-01")
                == ["2024-02-29", "2028-02-29"])
    }

    @Test func aSeriesEndsWithItsLastDayOrItsCount() throws {
        #expect(
            try days(
                Recurrence(frequency: .daily, until: Day("2026-11-25")), from: "2026-11-23", through: "2027-01-01")
                == ["2026-11-23", "2026-11-24", "2026-11-25"])
        #expect(
            try days(Recurrence(frequency: .weekly, count: 2), from: "2026-11-23", through: "2027-01-01")
                == ["2026-11-23", "2026-11-30"])
    }

    @Test func aSeriesOfManyYearsIsThereToday() throws {
        let workdays = Recurrence(
            frequency: .weekly, weekdays: Weekday.allCases.prefix(5).map { .init(weekday: $0) })
        #expect(
            try days(workdays, from: "2012-01-02", since: "2026-11-30", through: "2026-12-06")
                == ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"])
        let everyThird = Recurrence(frequency: .monthly, interval: 3, monthDays: [-1])
        let all = try days(everyThird, from: "2012-01-31", through: "2030-12-31")
        #expect(
            try days(everyThird, from: "2012-01-31", since: "2026-11-30", through: "2030-12-31")
                == all.filter { $0 >= "2026-11-30" })
    }

    @Test func aCountIsFromTheFirstDayWhateverIsAskedFor() throws {
        let five = Recurrence(frequency: .daily, count: 5)
        #expect(
            try days(five, from: "2026-11-01", since: "2026-11-04", through: "2026-12-01")
                == ["2026-11-04", "2026-11-05"])
    }

    @Test(arguments: [
        Recurrence(frequency: .yearly, interval: 1000), Recurrence(frequency: .monthly, interval: 1000),
        Recurrence(frequency: .weekly, interval: 1000), Recurrence(frequency: .daily, interval: 1000),
    ])
    func aRuleThatLeadsBeyondTheCalendarEndsWithIt(rule: Recurrence) throws {
        let all = try days(rule, from: "2026-12-31", through: "9999-12-31")
        #expect(all == Set(all).sorted())
        #expect(all.allSatisfy { $0.count == 10 })
    }

    @Test func theNearestDayOfASeriesIsFoundHoweverFar() throws {
        let series = Recurrence(frequency: .yearly)
        let first = try #require(Day("2020-02-29"))
        #expect(series.day(nearestTo: try #require(Day("2026-02-28")), from: first) == Day("2024-02-29"))
        #expect(series.day(nearestTo: try #require(Day("1900-01-01")), from: first) == first)
        #expect(series.contains(try #require(Day("2028-02-29")), from: first))
        #expect(!series.contains(try #require(Day("2026-02-28")), from: first))
    }

    @Test func aDayThatNeverComesEndsASeriesToo() throws {
        let never = Recurrence(frequency: .monthly, monthDays: [31], count: 3)
        #expect(try days(never, from: "2026-02-01", through: "2026-02-28") == ["2026-02-01"])
    }
}

@Suite struct LongSeriesTests {
    private func event(_ fields: String) async throws -> Event {
        var site = SmallSite()
        site["communities/guild/events/call.md"] =
            "---\ntitle: Call\nhost: anna-lind\nplace: Here\n\(fields)\n---\n"
        return try #require(try await site.load().site.pages.lazy.compactMap(\.event).first)
    }

    @Test func whatBeganYearsAgoHasItsNextAndLastDates() async throws {
        let event = try await event("start: 2012-01-02 09:00\nminutes: 15\nrepeat: {every: day}\nexcept: [2026-11-23]")
        let today = SmallSite.today
        let coming = event.occurrences(since: today, through: today.advanced(byDays: 3)).map(\.start.day.description)
        #expect(coming == ["2026-11-24", "2026-11-25", "2026-11-26"])
        let past = event.latestOccurrences(2, before: today).map(\.start.day.description)
        #expect(past == ["2026-11-21", "2026-11-22"])
    }

    @Test func whatLastsOverMidnightOrWasPutOffIsStillToCome() async throws {
        let event = try await event(
            "start: 2026-10-05 22:00\nend: 2026-10-06 02:00\nrepeat: {every: week}\n"
                + "occurrences: {2026-11-09: {start: 2026-11-27 10:00}}")
        let coming = event.occurrences(since: SmallSite.today.advanced(byDays: 1), through: Day(number: 20_789))
        #expect(coming.map(\.start.description) == ["2026-11-27T10:00", "2026-11-23T22:00", "2026-11-30T22:00"])
        #expect(event.latestOccurrences(1, before: SmallSite.today).map(\.start.day.description) == ["2026-11-16"])
    }

    @Test func aSingleEventThatIsOverIsNotToCome() async throws {
        let event = try await event("start: 2026-11-20 09:00\nminutes: 60")
        #expect(event.occurrences(since: SmallSite.today, through: SmallSite.today.advanced(byDays: 400)) == [])
        #expect(event.latestOccurrences(8, before: SmallSite.today).count == 1)
    }

    @Test(arguments: [
        "FREQ=MONTHLY;BYMONTHDAY=-9223372036854775808", "FREQ=WEEKLY;INTERVAL=9223372036854775807",
        "FREQ=MONTHLY;BYDAY=-9223372036854775808MO", "FREQ=DAILY;COUNT=100000",
    ])
    func numbersWithoutBoundsAreNoRule(_ rule: String) async throws {
        var site = SmallSite()
        site["communities/guild/events/call.md"] =
            "---\ntitle: Call\nhost: anna-lind\nplace: Here\nstart: 2026-11-20 09:00\nminutes: 60\nrepeat: {rrule: \"\(rule)\"}\n---\n"
        #expect(try await site.report().contains("is not a rule of RFC 5545"))
    }
}
