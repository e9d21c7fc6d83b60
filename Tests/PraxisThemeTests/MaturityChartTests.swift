import Testing

@testable import PraxisTheme

struct MaturityChartTests {
    private static let march = DateView(iso: "2026-03-01", text: "1 March 2026")
    private static let october = DateView(iso: "2026-10-01", text: "1 October 2026")

    private static func chart(_ dimensions: [(label: String, scores: [Int?])]) -> MaturityChart? {
        MaturityChart(
            title: "", scale: "", dimensions: dimensions, assessments: [(march, nil), (october, "Eleven interviews")])
    }

    private static func value(_ name: String, of row: MaturityChart.Row?) -> String? {
        guard let row, let field = MaturityChart.Row.contract.fields.first(where: { $0.description.name == name }),
            case .text(let text) = field.read(ViewContent(row))
        else { return nil }
        return text
    }

    @Test func theLineRunsFromTheLowestScoreToTheHighest() {
        let row = Self.chart([("Purpose", [3, 5])])?.rows.first
        #expect(Self.value("x1", of: row) == "50")
        #expect(Self.value("x2", of: row) == "96")
        #expect(Self.value("x", of: row) == "96")
    }

    @Test func aScoreThatFellStandsAtItsLowerEnd() {
        let row = Self.chart([("Purpose", [4, 1])])?.rows.first
        #expect(Self.value("x", of: row) == "4")
        #expect(Self.value("value", of: row) == "1")
    }

    @Test func aDimensionThatNobodyAssessedIsNotDrawn() {
        #expect(Self.chart([("Purpose", [3, nil]), ("Impact", [nil, nil])])?.rows.map(\.label) == ["Purpose"])
        #expect(Self.chart([("Impact", [nil, nil])]) == nil)
    }

    @Test func onlyAssessmentsThatRestOnSomethingSayOnWhat() {
        #expect(Self.chart([("Purpose", [3, 4])])?.evidence.map(\.text) == ["Eleven interviews"])
    }
}
