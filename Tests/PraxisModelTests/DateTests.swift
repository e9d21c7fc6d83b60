import PraxisModel
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
    private func days(_ rule: Recurrence, from first: String, through last: String) throws -> [String] {
        rule.days(from: try #require(Day(first)), through: try #require(Day(last))).map(\.description)
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

    @Test func anEndlessSeriesIsCutOff() throws {
        #expect(
            try days(Recurrence(frequency: .daily), from: "2026-01-01", through: "9999-12-31").count
                == Recurrence.longestSeries)
        let never = Recurrence(frequency: .monthly, monthDays: [31], count: 3)
        #expect(try days(never, from: "2026-02-01", through: "2026-02-28") == ["2026-02-01"])
    }
}
