import PraxisDiagnostics
import PraxisYAML
import Testing

@Suite struct FrontMatterTests {
    private func split(_ text: String) -> (fields: String?, body: String, line: Int, findings: String) {
        let source = SourceText(path: SourcePath("page.md"), text: text)
        let result = FrontMatter(of: source)
        return (
            result.fields.map { String(decoding: source.bytes[$0.range], as: UTF8.self) },
            String(decoding: source.bytes[result.bodyOffset...], as: UTF8.self), result.bodyLine,
            shown(result.findings)
        )
    }

    @Test func fieldsStandBetweenTwoLinesOfHyphens() {
        #expect(split("---\ntitle: A\n---\nText\n") == ("title: A\n", "Text\n", 4, ""))
        #expect(split("---\r\ntitle: A\r\n---\r\nText") == ("title: A\r\n", "Text", 4, ""))
        #expect(split("---\ntitle: A\n...\nText") == ("title: A\n", "Text", 4, ""))
        #expect(split("--- \ntitle: A\n---\t\nText") == ("title: A\n", "Text", 4, ""))
        #expect(split("---\ntitle: A\n---") == ("title: A\n", "", 4, ""))
        #expect(split("\u{FEFF}---\ntitle: A\n---\nText") == ("title: A\n", "Text", 4, ""))
        #expect(split("---\n---\nText") == ("", "Text", 3, ""))
    }

    @Test func aFileWithoutThemIsAllBody() {
        #expect(split("# Hello\n") == (nil, "# Hello\n", 1, ""))
        #expect(split("") == (nil, "", 1, ""))
        #expect(split("\u{FEFF}Hello") == (nil, "Hello", 1, ""))
        #expect(split("---\n\nA rule, then text\n") == (nil, "---\n\nA rule, then text\n", 1, ""))
        #expect(split("Text\n\n---\ntitle: A\n---\n").fields == nil)
    }

    @Test func frontMatterThatNeverEndsIsReportedAndReadAsFarAsItLooksLikeFields() {
        let result = split("---\ntitle: A\nowners: b\n\n# Welcome\n\nAll of you\n")
        #expect(result.fields == "title: A\nowners: b\n")
        #expect(result.body == "\n# Welcome\n\nAll of you\n")
        #expect(result.line == 4)
        #expect(
            result.findings == """
                page.md:1:1: error: front matter that begins here never ends [yaml.fence-unclosed]
                   1 │ ---
                     │ ^^^ write --- on a line of its own after the last field
                page.md:3:1: note: this looks like the last field
                   3 │ owners: b
                     │ ^^^^^^^^^
                """)
    }

    @Test func aRuleFurtherDownDoesNotEndFrontMatter() {
        let result = split("---\ntitle: A\n\nAll of you\n\n---\n\nMore\n")
        #expect(result.fields == "title: A\n")
        #expect(result.body == "\nAll of you\n\n---\n\nMore\n")
    }

    @Test func linesThatAreNearlyThreeHyphensAreTakenForThem() {
        let begin = split("--\ntitle: A\n---\nText")
        #expect(begin.fields == "title: A\n")
        #expect(
            begin.findings == """
                page.md:1:1: error: "--" stands where front matter begins [yaml.fence]
                   1 │ --
                     │ ^^ write exactly three hyphens: ---
                """)
        let end = split("---\ntitle: A\n—\nText\n\n---\n")
        #expect(end.fields == "title: A\n")
        #expect(end.body == "Text\n\n---\n")
        #expect(
            end.findings == """
                page.md:3:1: error: "—" stands where front matter ends [yaml.fence]
                   3 │ —
                     │ ^ write exactly three hyphens: ---
                """)
    }

    @Test func spacesAndLinesBeforeTheFirstHyphensAreReported() {
        let indented = split("  ---\ntitle: A\n---\nText")
        #expect(indented.fields == "title: A\n")
        #expect(
            indented.findings == """
                page.md:1:3: error: front matter begins with spaces before its hyphens [yaml.fence]
                   1 │   ---
                     │   ^^^ begin the line with ---
                """)
        let late = split("\n---\ntitle: A\n---\nText")
        #expect(late.fields == "title: A\n")
        #expect(late.line == 5)
        #expect(
            late.findings == """
                page.md:2:1: error: front matter begins on line 2 of the file [yaml.fence]
                   2 │ ---
                     │ ^^^ make --- the very first line
                """)
    }
}
