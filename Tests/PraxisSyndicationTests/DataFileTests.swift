import Foundation
import PraxisFiles
import PraxisTestSupport
import Testing

@testable import PraxisSyndication

struct DataFileTests {
    private func items(_ kind: String, of site: SmallSite) async throws -> [[String: Any]] {
        let bytes = try #require(try await site.build().bytes(at: "api/v1/\(kind).json"))
        let file = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        return try #require(file["items"] as? [[String: Any]])
    }

    private func event(_ lines: String) -> SmallSite {
        var site = SmallSite()
        site["communities/guild/events/call.md"] =
            "---\ntitle: Call\nstart: 2026-10-05 10:00\nminutes: 30\nhost: anna-lind\n\(lines)---\n"
        return site
    }

    @Test func aSeriesTellsItsComingDates() async throws {
        let site = event(
            "repeat: {every: month, count: 5}\nexcept: 2027-01-05\n"
                + "occurrences: {2026-12-05: {title: Feast, start: 2026-12-06 18:00}, 2027-02-05: {cancelled: true}}\n")
        let call = try #require(try await items("events", of: site).first)
        #expect(call["start"] as? String == "2026-10-05T10:00")
        let dates = try #require(call["dates"] as? [[String: Any]])
        #expect(dates.map { $0["start"] as? String } == ["2026-12-06T18:00", "2027-02-05T10:00"])
        #expect(dates.map { $0["end"] as? String } == ["2026-12-06T18:30", "2027-02-05T10:30"])
        #expect(dates.map { $0["title"] as? String } == ["Feast", nil])
        #expect(dates.map { $0["cancelled"] as? Bool } == [false, true])
    }

    @Test(arguments: [("2026-11-23", 1), ("2026-11-22", 0), ("2027-11-23", 1), ("2027-11-24", 0)])
    func datesAreFromTodayForAYear(day: String, count: Int) async throws {
        var site = SmallSite()
        site["communities/guild/events/call.md"] =
            "---\ntitle: Call\nstart: \(day) 10:00\nminutes: 30\nhost: anna-lind\n---\n"
        let call = try #require(try await items("events", of: site).first)
        #expect((call["dates"] as? [Any])?.count == count)
    }

    @Test func everyFileNamesTheSchemaBesideIt() async throws {
        let tree = try await SmallSite().build()
        let files = tree.paths.map(\.rawValue).filter { $0.hasPrefix("api/v1/") }
        #expect(files.count == 10)
        for path in files where path != "api/v1/schema.json" {
            let file = try JSONSerialization.jsonObject(with: Data(try #require(try tree.bytes(at: path))))
            #expect((file as? [String: Any])?["$schema"] as? String == "schema.json", "\(path)")
        }
    }
}
