import PraxisDiagnostics
import PraxisFuzzing
import PraxisMarkdown
import Testing

@Suite("Limits") struct LimitTests {
    @Test(
        "a hostile input is done or refused",
        .enabled(if: ConformanceData.has("pathological.json"), "needs ../shared/conformance"),
        arguments: (try? ConformanceData.decode([PathologicalInput].self, from: "pathological.json")) ?? [])
    func hostileInputIsDoneOrRefused(_ input: PathologicalInput) {
        let text = input.text
        #expect(text.utf8.count == input.bytes)
        let source = SourceText(path: SourcePath("page.md"), text: text)
        var findings: [Finding] = []
        let document = MarkdownDocument(parsing: source, findings: &findings)
        let html = document.html()
        #expect(findings.isEmpty == !html.isEmpty)
    }

    @Test func theFourQuadraticInputsAreRefusedByName() {
        #expect(rules(String(repeating: "![[]()", count: 160_000)) == ["markdown.brackets"])
        let items = String(repeating: "- ", count: 30_000)
        #expect(rules("\(items)x\(String(repeating: "\n", count: 30_000))") == ["markdown.nesting"])
        #expect(rules("> \(items)x\n\(String(repeating: ">\n", count: 30_000))") == ["markdown.nesting"])
        let quotes = String(repeating: ">", count: 100_000)
        #expect(rules("\(quotes)\(String(repeating: "a*", count: 100_000))") == ["markdown.nesting"])
    }

    @Test func aLineNestedTooDeepIsPointedAt() {
        let text = "one\n\n\(String(repeating: "> ", count: 101))x\n"
        #expect(
            findings(text).map { FindingTextFormat().text(for: $0).split(separator: "\n")[0] } == [
                "page.md:3:1: error: this line is nested 101 levels deep, more than 100 [markdown.nesting]"
            ])
    }

    @Test func aHundredLevelsAreNotTooDeep() {
        #expect(findings("\(String(repeating: "> ", count: 60))\(String(repeating: "- ", count: 20))x\n") == [])
    }

    @Test func listsThatGoOnAreNotNestedDeeperWithEachLine() {
        let text = (0..<500).map { "- a\n  - b \($0)\n\n    text\n" }.joined()
        #expect(findings(text) == [])
    }

    @Test func aLongRuleOfDashesIsNoNesting() {
        #expect(findings(String(repeating: "- ", count: 300) + "\n") == [])
    }

    @Test func blankLinesInDeepListsEndInTime() {
        let text = String(repeating: "- ", count: 99) + "x\n" + String(repeating: "\n", count: 4_000_000)
        #expect(rules(text) == ["markdown.nesting"])
    }

    @Test func aPageOfMoreThanFourMegabytesIsRefused() {
        #expect(rules(String(repeating: "word ", count: 850_000)) == ["markdown.too-long"])
        #expect(rules(String(repeating: "word ", count: 800_000)) == [])
    }

    @Test func definitionsThatWouldGrowWithoutBoundAreRefused() {
        let text = "[x]: /\(String(repeating: "a", count: 100_000))\n\n\(String(repeating: "[x] ", count: 100_000))"
        #expect(rules(text) == ["markdown.expansion"])
        let title =
            "[x]: /u '\(String(repeating: "[y]: ", count: 40_000))'\n\n\(String(repeating: "[x] ", count: 100_000))"
        #expect(rules(title) == ["markdown.expansion"])
    }

    @Test func aPageWithManyDefinitionsIsFine() {
        let definitions = (0..<2_000).map { "[r\($0)]: https://example.org/issues/\($0) \"Issue \($0)\"\n" }.joined()
        let uses = (0..<2_000).map { "See [r\($0)] and ![image](i\($0).png).\n" }.joined()
        #expect(findings("\(uses)\n\(definitions)") == [])
    }

    private func rules(_ text: String) -> [String] { findings(text).map(\.rule.id) }
}
