import Foundation
import PraxisModel
import PraxisTestSupport
import Testing

@Suite struct MistakeTests {
    /// Each file adds or replaces files of a site in which nothing is wrong, each begun by a line `>>> PATH`.
    @Test(arguments: Recorded.all(in: "Mistakes"))
    func eachMistakeIsSaidInPlainWords(_ recorded: Recorded) throws {
        var site = SiteInMemory.plain
        for part in "\n\(recorded.input)".components(separatedBy: "\n>>> ").dropFirst() {
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            site.files[String(lines[0])] = lines.count > 1 ? String(lines[1]) : ""
        }
        try recorded.check(site.shownFindings())
    }

    @Test func thereAreMoreThanSixty() {
        #expect(Recorded.all(in: "Mistakes").count > 60)
    }

    @Test func nothingIsWrongInTheSiteThatTheMistakesAreMadeIn() {
        #expect(SiteInMemory.plain.shownFindings() == "")
    }
}
