import Foundation
import PraxisDiagnostics
import PraxisModel
import PraxisTestSupport
import Testing

@Suite struct MistakeTests {
    /// Each file adds or replaces files of a site in which nothing is wrong, each begun by a line `>>> PATH`.
    @Test(arguments: Recorded.all(in: "Mistakes"))
    func eachMistakeIsSaidInPlainWords(_ recorded: Recorded) async throws {
        var site = SmallSite.withoutMistakes
        for part in "\n\(recorded.input)".components(separatedBy: "\n>>> ").dropFirst() {
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            site[String(lines[0])] = lines.count > 1 ? String(lines[1]) : ""
        }
        try recorded.check(try await shownMistakes(in: site))
    }

    @Test func thereAreMoreThanSixty() {
        #expect(Recorded.all(in: "Mistakes").count > 60)
    }

    @Test func nothingIsWrongInTheSiteThatTheMistakesAreMadeIn() async throws {
        #expect(try await shownMistakes(in: .withoutMistakes) == "")
    }

    private func shownMistakes(in site: SmallSite) async throws -> String {
        try await site.mistakes().map { FindingTextFormat().text(for: $0) }.joined(separator: "\n")
    }
}
