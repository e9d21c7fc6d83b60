import PraxisModel
import Testing

@testable import PraxisTheme

struct ChartTests {
    @Test(arguments: [(0.0, "0"), (12.5, "12.5"), (1.005, "1"), (99.999, "100"), (-3.14159, "-3.14"), (0.07, "0.07")])
    func coordinatesHaveAtMostTwoDigits(value: Double, text: String) {
        #expect("\(Coordinate(value))" == text)
    }

    @Test func participationIsDrawnByAreaAndStandsOnOneFloor() {
        let chart = ParticipationChart(
            title: "", caption: "",
            parts: [("core", "", 10), ("active", "", 30), ("occasional", "", 60), ("peripheral", "", 300)])
        #expect(chart.rings.map(\.number) == [4, 3, 2, 1])
        #expect(chart.rings.map { "\(Coordinate($0.radius))" } == ["118", "59", "37.31", "18.66"])
        #expect(ParticipationChart(title: "", caption: "", parts: [("core", "", 0)]).rings.map(\.radius) == [0])
    }

    @Test func aBalanceFillsTheWholeBar() {
        let terms = ["experience", "others", "information", "education"].map { TermView(id: $0, label: $0) }
        let chart = BalanceChart(title: "", ways: zip(terms, [1, 0, 2, 1]).map { ($0, $1) })
        #expect(chart.parts.map(\.x) == [0, 25, 25, 75])
        #expect(chart.parts.map(\.width) == [25, 0, 50, 25])
        #expect(BalanceChart(title: "", ways: terms.map { ($0, 0) }).parts.map(\.width) == [0, 0, 0, 0])
    }

    @Test func growthBeginsAtTheLeftAndEndsAtTheRight() throws {
        let first = try #require(Day("2024-03-01"))
        let last = try #require(Day("2026-03-01"))
        let scale = GrowthScale(most: 100, first: first, last: last)
        #expect(scale.x(first) == 8)
        #expect(scale.x(last) == 98)
        #expect(scale.y(0) == GrowthChart.floor)
        #expect("\(Coordinate(scale.y(112)))" == "4")
        #expect(scale.steps == [0, 20, 40, 60, 80, 100])
        #expect(scale.years.map(\.description) == ["2024-03-01", "2025-01-01", "2026-01-01"])
    }

    @Test(arguments: [([20, 90], 100, "start"), ([90, 20], 100, "end"), ([50, 50], 100, "end")])
    func aTargetIsNamedWhereTheFiguresAreFartherFromIt(counts: [Int], target: Int, anchor: String) {
        let points = counts.map { ChartPoint(x: 0, y: Double($0), value: "", iso: "", date: "") }
        #expect(GrowthChart.target(y: Double(target), label: "", beside: points).anchor == anchor)
    }

    @Test(arguments: [
        (7, [0, 2, 4, 6]), (5, [0, 1, 2, 3, 4, 5]), (0, [0]), (1400, [0, 200, 400, 600, 800, 1000, 1200, 1400]),
    ])
    func stepsAreRoundNumbers(most: Int, steps: [Int]) throws {
        let day = try #require(Day("2026-01-01"))
        #expect(GrowthScale(most: most, first: day, last: day).steps == steps)
    }
}
