import Testing

@testable import PraxisDiagnostics

struct FindingTextTests {
    private let rule = Rule("reference.unknown", .error, "A reference names something that there is.")
    private let text = SourceText(
        path: SourcePath("content/communities/agile/index.md"), text: "---\ntitle: Agile\nowners: [anna-lindh]\n---\n")

    private func shown(_ finding: Finding) -> String { FindingTextFormat().text(for: finding) }

    @Test func aFindingQuotesItsLineAndMarksThePlace() {
        let finding = Finding(
            rule, at: text.location(SourceRange(line: 3, column: 10, length: 10)), "no person \"anna-lindh\"",
            advice: "did you mean \"anna-lind\" (people/anna-lind.md)?")
        #expect(
            shown(finding) == """
                content/communities/agile/index.md:3:10: error: no person "anna-lindh" [reference.unknown]
                   3 │ owners: [anna-lindh]
                     │          ^^^^^^^^^^ did you mean "anna-lind" (people/anna-lind.md)?
                """)
    }

    @Test func aFindingAboutAWholeFileHasNoExcerpt() {
        let finding = Finding(rule, at: text.location(), "this file is empty", advice: "write something")
        #expect(
            shown(finding) == """
                content/communities/agile/index.md: error: this file is empty [reference.unknown]
                     = write something
                """)
    }

    @Test func columnsCountCharactersAndMarksCountCells() {
        let wide = SourceText(path: SourcePath("a.md"), text: "title: 日本 é x")
        let finding = Finding(rule, at: wide.location(SourceRange(line: 1, column: 18, length: 1)), "odd")
        #expect(
            shown(finding) == """
                a.md:1:13: error: odd [reference.unknown]
                   1 │ title: 日本 é x
                     │               ^
                """)
    }

    @Test func anEscapeSequenceInContentDoesNotReachTheTerminal() {
        let hostile = SourceText(path: SourcePath("a.md"), text: "title: \u{1B}[31mred")
        let finding = Finding(rule, at: hostile.location(SourceRange(line: 1, column: 8, length: 3)), "odd")
        #expect(!shown(finding).contains("\u{1B}"))
    }

    @Test func whatAFindingSaysStaysInItsLine() {
        let rule = Rule("test.rule", .advice, "A rule.")
        let place = Location(path: SourcePath("content/a.md"))
        let finding = Finding(
            rule, at: place, "\"A\u{1B}[31m\r\nerror: B\u{9B}\u{2028}\" rests", advice: "take\nit",
            notes: [Finding.Note("as in \u{7}\tC", at: place)])
        #expect(
            shown(finding) == """
                content/a.md: advice: "A\u{FFFD}[31m  error: B\u{FFFD} " rests [test.rule]
                     = take it
                content/a.md: note: as in \u{FFFD} C
                """)
    }

    @Test func aLongLineIsCutAroundTheMarks() {
        let long = SourceText(
            path: SourcePath("a.md"),
            text: String(repeating: "a", count: 300) + "HERE" + String(repeating: "b", count: 300))
        let lines = shown(Finding(rule, at: long.location(SourceRange(line: 1, column: 301, length: 4)), "odd"))
            .split(separator: "\n")
        #expect(lines[1].count < 170)
        #expect(lines[1].contains("HERE"))
        #expect(lines[2].hasSuffix(" ^^^^"))
    }

    @Test func aRangeOverSeveralLinesIsMarkedToTheEndOfItsFirst() {
        let finding = Finding(
            rule,
            at: text.location(
                SourceRange(start: SourcePosition(line: 2, column: 8), end: SourcePosition(line: 3, column: 3))), "odd")
        #expect(shown(finding).hasSuffix("       ^^^^^"))
    }

    @Test func notesStandBelowWithTheirOwnExcerpt() {
        let finding = Finding(
            rule, at: text.location(SourceRange(line: 3, column: 1, length: 6)), "\"owners\" stands here twice",
            notes: [Finding.Note("the first is here", at: text.location(SourceRange(line: 2, column: 1, length: 5)))])
        #expect(
            shown(finding).hasSuffix(
                """
                content/communities/agile/index.md:2:1: note: the first is here
                   2 │ title: Agile
                     │ ^^^^^
                """))
    }
}
