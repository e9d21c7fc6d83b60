import Foundation
import Testing

@testable import PraxisDiagnostics

struct FindingFormatTests {
    private let finding = Finding(
        Rule("link.broken", .error, "A link leads somewhere."),
        at: SourceText(path: SourcePath("content/å.md"), text: "é [a](b.md)")
            .location(SourceRange(line: 1, column: 8, length: 4)),
        "no page \"b.md\"", advice: "did you mean \"c.md\"?")

    @Test func jsonHasTheKeysThatAreDocumented() throws {
        let data = try FindingJSONFormat.data(for: [finding])
        let objects = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        let object = try #require(objects.first)
        #expect(object["rule"] as? String == "link.broken")
        #expect(object["severity"] as? String == "error")
        #expect(object["path"] as? String == "content/å.md")
        #expect(object["line"] as? Int == 1)
        #expect(object["column"] as? Int == 7)
        #expect(object["endColumn"] as? Int == 11)
        #expect(object["advice"] as? String == "did you mean \"c.md\"?")
    }

    @Test func sarifNamesTheRuleAndThePlace() throws {
        let data = try FindingSARIFFormat.data(for: [finding], version: "1.2.3")
        let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(log["version"] as? String == "2.1.0")
        #expect(result["ruleId"] as? String == "link.broken")
        #expect(result["level"] as? String == "error")
    }

    @Test func gitHubGetsOneCommandForEachFindingErrorsFirst() {
        let advice = Finding(
            Rule("page.quiet", .advice, ""), at: Location(path: SourcePath("content/a,b:c%.md")),
            "100% quiet\r\n::error::forged\n::warning::forged")
        #expect(
            FindingGitHubFormat.text(for: [advice, finding]) == """
                ::error file=content/å.md,line=1,endLine=1,col=7,endColumn=10,title=link.broken::no page "b.md": did you mean "c.md"?
                ::warning file=content/a%2Cb%3Ac%25.md,title=page.quiet::100%25 quiet%0D%0A::error::forged%0A::warning::forged

                """)
        #expect(FindingGitHubFormat.text(for: []) == "")
    }

    @Test func gitLabGetsAReportWithAFingerprintForEachFinding() throws {
        let data = try FindingGitLabFormat.data(for: [finding, finding])
        let issues = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        #expect(issues.count == 2)
        #expect(issues[0]["description"] as? String == "no page \"b.md\": did you mean \"c.md\"?")
        #expect(issues[0]["check_name"] as? String == "link.broken")
        #expect(issues[0]["severity"] as? String == "major")
        let place = try #require(issues[0]["location"] as? [String: Any])
        #expect(place["path"] as? String == "content/å.md")
        #expect((place["lines"] as? [String: Int])?["begin"] == 1)
        let prints = issues.compactMap { $0["fingerprint"] as? String }
        #expect(Set(prints).count == 2 && prints.allSatisfy { $0.count == 32 })
    }

    @Test func aFindingThatOnlyMovesKeepsItsFingerprint() throws {
        func fingerprint(line: Int) throws -> String? {
            let place = Location(path: SourcePath("a"), range: SourceRange(line: line, column: 1, length: 1))
            let data = try FindingGitLabFormat.data(for: [Finding(Rule("x", .advice, ""), at: place, "m")])
            return (try JSONSerialization.jsonObject(with: data) as? [[String: Any]])?.first?["fingerprint"] as? String
        }
        #expect(try fingerprint(line: 1) != nil)
        #expect(try fingerprint(line: 1) == fingerprint(line: 9))
    }

    @Test func findingsSortByPathThenPlaceThenRule() {
        func make(_ path: String, _ line: Int?, _ rule: String) -> Finding {
            Finding(
                Rule(rule, .advice, ""),
                at: Location(
                    path: SourcePath(path), range: line.map { SourceRange(line: $0, column: 1, length: 1) }), "m")
        }
        let sorted = [make("b", 1, "x"), make("a", 2, "x"), make("a", 2, "a"), make("a", nil, "x"), make("a", 10, "x")]
            .sorted()
        #expect(
            sorted.map { "\($0.location.path) \($0.location.range?.start.line ?? 0) \($0.rule.id)" }
                == ["a 0 x", "a 2 a", "a 2 x", "a 10 x", "b 1 x"])
    }

    @Test(arguments: [
        ("anna-lindh", ["anna-lind"]), ("ownesr", ["owners"]), ("zzz", []), ("OWNERS", ["owners"]),
    ])
    func theNearestWordsAreSuggested(word: String, expected: [String]) {
        #expect(Suggestion.nearest(to: word, among: ["anna-lind", "owners", "title"]) == expected)
    }

    @Test(arguments: [
        ("a/b", "../c.md", "a/c.md"), ("a/b", "./c.md", "a/b/c.md"), ("", "x/y", "x/y"), ("a", "../../x", nil),
    ])
    func referencesResolveWithinTheSite(folder: String, reference: String, expected: String?) {
        #expect(SourcePath(folder).resolving(reference)?.rawValue == expected)
    }
}
