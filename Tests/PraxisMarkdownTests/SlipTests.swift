import Foundation
import PraxisDiagnostics
import PraxisMarkdown
import PraxisTestSupport
import Testing

@Suite("Slips that readers would see") struct SlipTests {
    @Test(arguments: [
        (
            "See [the guide] (https://a.example/b) now.", "5-38: a space stands between ] and (, so this is no link",
            "write [the guide](https://a.example/b), without anything between"
        ),
        (
            "See [*the* guide] (guide.md#start).", "5-35: a space stands between ] and (, so this is no link",
            "write [*the* guide](guide.md#start), without anything between"
        ),
        (
            "[the guide]\n(guide.md)", "1-11: a line ends between ] and (, so this is no link",
            "write [the guide](guide.md), without anything between"
        ),
        (
            "See (the guide)[../guide.md].", "5-29: the brackets of this link are the wrong way round",
            "write [the guide](../guide.md)"
        ),
        (
            "(the guide)[https://a.example/b]", "1-33: the brackets of this link are the wrong way round",
            "write [the guide](https://a.example/b)"
        ),
        (
            "See [the guide](guide.md and [ours](#a).", "5-25: no ) ends this address, so this is no link",
            "write [the guide](guide.md), with both brackets"
        ),
        (
            "See [the guide](https://a.example/b.", "5-36: no ) ends this address, so this is no link",
            "write [the guide](https://a.example/b), with both brackets"
        ),
        (
            "![Us](our team.jpg)", "1-20: a space stands in this address, so this is no picture",
            "write ![Us](our%20team.jpg), with %20 for each space"
        ),
        (
            "[Write](mailto: a@b.example)", "1-29: a space stands in this address, so this is no link",
            "write [Write](mailto:a@b.example), without a space"
        ),
        (
            "At <https://a.example/b c> it is.", "4-27: a space stands in this address, so it leads elsewhere",
            "take it out, or write <https://a.example/b%20c>"
        ),
        ("At <https://a.example/b it is.", "4-24: no > ends this address", "write <https://a.example/b>"),
    ])
    func linksThatAreNone(_ text: String, _ found: String, _ advice: String) throws {
        // Within other blocks a line begins with what is not part of the text.
        for text in text.contains("\n") ? [text] : [text, "> - x\n>\n>   \(text)\n"] {
            let finding = try #require(findings(text).first)
            #expect(findings(text).count == 1)
            #expect(finding.rule.id == "markdown.link")
            let range = try #require(finding.location.range)
            let shift = text.hasPrefix(">") ? 4 : 0
            #expect("\(range.start.column - shift)-\(range.end.column - shift): \(finding.message)" == found)
            #expect(finding.advice == advice)
        }
    }

    @Test(arguments: [
        "[a](b.md) (c.md)", "[a] (see below)", "[1] (https://a.example)", "a[0] (b.c)", "(x)[1]", "f(x)[i]",
        "\\[a](b.md",
        "[a\\](b.md", "`[a] (b.md)` and `(a)[b.md]`", "    [a] (b.md)", "```\n[a](b.md\n```",
        "[a][b] (https://a.example)\n\n[b]: c",
        "- [ ] (https://a.example)", "[^1] (b.md)\n\n[^1]: c", "[a](b \"c\") and [d](<e f.md>)",
        "a < b and <https://a.example>",
        "&lt;https://a.example b>", "[a](and so on", "[x](y z)", "\\<https://a.example b>", "<kbd>a</kbd> <https>",
    ])
    func whatOnlyLooksLikeASlipIsNone(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("##Heading", "write ## Heading"), ("text\n##Heading\nmore", "write ## Heading"),
        ("#Heading\n\nWe work.\n\n## More", "write # Heading"), ("#Heading\nWe work.\n\n---\n## A", "write # Heading"),
        ("#How we work\n\nWe work.\n\nMore\n----", "write # How we work"),
        ("#How we work\r\n\r\n- So\r\n\r\n# A", "write # How we work"),
        ("###3 steps", "write ### 3 steps"), ("#Över\n\n## So", "write # Över"),
        ("##\u{A0}Heading", "write ## Heading, with a plain space"), ("#\u{A0}a", "write # a, with a plain space"),
    ])
    func headingsThatAreNone(_ text: String, _ advice: String) {
        let found = findings(text)
        #expect(found.map(\.rule.id) == ["markdown.heading"])
        #expect(found.map(\.advice) == [advice])
        #expect(found.first?.location.range?.start == SourcePosition(line: text.hasPrefix("text") ? 2 : 1, column: 1))
    }

    @Test func severalOfTheSameFormAreHeadings() {
        let found = findings("#Who we are\n\nUs.\n\n#How we work\n\nTogether.")
        #expect(found.map(\.advice) == ["write # Who we are", "write # How we work"])
        #expect(findings("#Who we are\n\nUs.\n\n##How we work").count == 2)
    }

    @Test(arguments: [
        "#Frohes neues Jahr\n\nDas wünschen wir allen.", "#Danke\n\nDas war gut.",
        "#agile #teams", "#agile", "#1 of all", "#WorldHealthDay", "#Agile is how we work.\n\nText.", "#!/bin/sh",
        "\\##Heading",
        "#Agile is a word that many use\n\nText.", "#Frohes neues Jahr", "#Frohes neues Jahr\nwünschen wir allen.",
        "Text.\n\n#Agile\n", "#Agile\n#Teams", "#Agile\n\n#Teams", "#WorldHealthDay\n\nText.",
        "- #How we work\n\nText.",
        "text\n#Heading", "#[x]", "`##Heading`", "#######Seven", "- #Agile", "text\n\\##Heading", "##", "#\ttab",
        "    ##code",
    ])
    func numberSignsThatAreNoHeading(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("a ** bold** word", "write **bold**"), ("**bold **.", "write **bold**"), ("a **bold **", "write **bold**"),
        ("**Note: read this", "write ** behind the last of them too"),
        ("- **Öl ist gut", "write ** behind the last of them too"),
        ("** Wichtig ** und so", "write **Wichtig**"), ("So\n** 3 Tipps für alle **", "write **3 Tipps für alle**"),
    ])
    func starsThatMakeNothingBold(_ text: String, _ advice: String) {
        let found = findings(text)
        #expect(found.map(\.rule.id) == ["markdown.bold"])
        #expect(found.map(\.advice) == [advice])
    }

    @Test(arguments: [
        "2 ** 3 and y** 2", "x ** y and z** w", "rate ** n and base** 2", "2 ** (3) and (y)** 2",
        "So ** wie ** das", "2**3 and 4 ** 5 ** 6", "**kwargs and *args", "**p < 0.01", "pass **kwargs, **more to it",
        "Use **kwargs or ** args.", "Use **kwargs or ** args and more** of it", "`**Note: x`",
        "\\*\\*Note: x",
        "**bold** and **more**", "src/**/*.md", "* * *", "a * b", "****", "**Note**: x",
    ])
    func starsThatAreStars(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("-Erster Punkt\n-Zweiter Punkt", "1:1-1:2 no space follows -, so this is no item of a list", "- Erster Punkt"),
        ("So:\n+eins\n+zwei", "2:1-2:2 no space follows +, so this is no item of a list", "+ eins"),
        ("- eins\n-Über alle", "2:1-2:2 no space follows -, so this is no item of a list", "- Über alle"),
        ("* punkt\n*punkt två", "2:1-2:2 no space follows *, so this is no item of a list", "* punkt två"),
        ("1) eins\n2)zwei", "2:1-2:3 no space follows 2), so this is no item of a list", "2) zwei"),
        ("1.eins\n2.zwei", "1:1-1:3 no space follows 1., so this is no item of a list", "1. eins"),
        ("So:\n3)drei\n4)vier", "2:1-2:3 no space follows 3), so this is no item of a list", "3) drei"),
        (
            "Dies:\n– ein Satz.\n– noch einer", "2:1-2:4 an item of a list begins with a hyphen, not with –",
            "- ein Satz."
        ),
        ("• punkt tre", "1:1-1:4 an item of a list begins with a hyphen, not with •", "- punkt tre"),
        ("> So\n> \u{F0B7}\tpunkt", "2:3-2:6 an item of a list begins with a hyphen, not with \u{F0B7}", "- punkt"),
        (
            "Dies:\n– ein Satz\n– noch einer", "2:1-2:4 an item of a list begins with a hyphen, not with –",
            "- ein Satz"
        ),
        ("– ein Satz\n– noch einer", "1:1-1:4 an item of a list begins with a hyphen, not with –", "- ein Satz"),
        ("- [ ] eins\n-[ ] zwei", "2:1-2:5 no space stands before this box, so nobody can tick it", "- [ ] zwei"),
        ("-[x] eins", "1:1-1:5 no space stands before this box, so nobody can tick it", "- [x] eins"),
        ("- [ ] eins\n[] zwei", "2:1-2:3 no hyphen stands before this box, so nobody can tick it", "- [ ] zwei"),
        ("[ ] eins\n[x] zwei", "1:1-1:4 no hyphen stands before this box, so nobody can tick it", "- [ ] eins"),
        ("- [] fertig", "1:3-1:5 a box to tick is [ ] or [x], so this is none", "[ ] fertig"),
        ("- [x ] klein", "1:3-1:7 a box to tick is [ ] or [x], so this is none", "[x] klein"),
    ])
    func itemsThatAreNone(_ text: String, _ found: String, _ advice: String) {
        // Lines end otherwise where others have written them.
        for text in [text, text.replacing("\n", with: "\r\n")] {
            let shown = findings(text).map { finding -> String in
                let (start, end) = (finding.location.range?.start, finding.location.range?.end)
                return
                    "\(start?.line ?? 0):\(start?.column ?? 0)-\(end?.line ?? 0):\(end?.column ?? 0) \(finding.message)"
            }
            #expect(shown == [found])
            #expect(findings(text).map(\.rule.id) == ["markdown.list"])
            #expect(findings(text).map(\.advice) == ["write \(advice)"])
        }
    }

    @Test(arguments: [
        "-Anna", "So\n-Anna", "– Anna", "*So* ist es\n*Das* auch", "*eins\nzwei*", "-v says more\n-q says less",
        "--eins\n--zwei",
        "1.5 Liter\n2.5 Liter", "+49 30 12345\n+46 8 12345", "[ ] ja [ ] nein", "- [ ] eins\n- [x] zwei",
        "\\-eins\n\\-zwei",
        "- eins\n  zwei", "`-eins`\n`-zwei`", "    -eins\n    -zwei", "•", "€ 5", "[x](y) z\n[x](z) y", "2026.Im Mai",
        "*Eins und\nmehr* sowie\n*Zwei und\nmehr* auch", "Ein Satz\n– mit Strich\n– und noch einem",
        "-eins", "3.Stock", "10.30 Uhr\n11.30 Uhr",
        "– Hej, sa hon.\n– Hej själv.", "Hon sa:\n– Kommer du?\n– ”Ja, snart!”\n– Bra …",
        "1.FC Köln gewann am\n3.Oktober", "1.FC Köln und\n1.FC Nürnberg", "- Am\n3.Oktober",
        "1. Wir kamen am\n3.Oktober",
    ])
    func linesThatAreNoItems(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("See [the guide][guide] first.", "See [", "the guide", "guide"), ("[GDS][1]", "[", "GDS", "1"),
        ("Text ([the guide][]).\n\nSee ([how *we* ask][How to]).", "See ([", "how *we* ask", "How to"),
        ("- [x] done, see [the guide][guide]", "see [", "the guide", "guide"),
    ])
    func referencesThatLeadNowhere(_ text: String, _ before: String, _ words: String, _ name: String) {
        let found = findings(text)
        #expect(found.map(\.rule.id) == ["markdown.link"])
        #expect(found.map(\.message) == ["nothing says where [\(name)] leads, so this is no link"])
        #expect(found.map(\.advice) == ["write [\(words)](address), or add a line [\(name)]: address"])
    }

    @Test(arguments: [
        ("See ![the *team*][photo] here.", "5-25", "![the *team*](file)", "photo"),
        ("![][Photo 1]", "1-13", "![](file)", "Photo 1"), ("(![A][b])", "2-9", "![A](file)", "b"),
    ])
    func picturesThatAreNowhere(_ text: String, _ place: String, _ advice: String, _ name: String) {
        let found = findings(text)
        #expect(
            found.map(\.message) == ["nothing says where the picture [\(name)] is, so this is no picture"])
        #expect(found.map(\.advice) == ["write \(advice), or add a line [\(name)]: file"])
        #expect(
            found.map { $0.location.range.map { "\($0.start.column)-\($0.end.column)" } } == [place])
    }

    @Test(arguments: [
        "![the team][photo]\n\n[Photo]: a.jpg", "Wow![sic][a]", "\\![a][b]", "`![a][b]`", "![a][b][c]",
        "[the guide][guide]\n\n[Guide]: a.md", "row[ab][cd]", "[a][b]", "`[the guide][guide]`", "\\[the guide][guide]",
        "[12][34]", "[one][two][three]", "said[^a][^b]", "[sic][^1]", "[the guide]", "[list: guides][x",
        "a beleif [sic][1]", "known [Smith 2003][Jones, 2004b, p. 7]",
    ])
    func bracketsThatAreNoReferences(_ text: String) {
        #expect(findings(text).filter { $0.rule.id == "markdown.link" } == [])
    }

    @Test func footnotesThatNobodySees() {
        let found = findings("So[^a] ist es[^B].\n\n[^a]: Eins.\n[^2]: Zwei.\n[^A]: Drei.\n[^b]: Vier.\n")
        #expect(
            found.map { "\($0.location.range?.start.line ?? 0) \($0.message); \($0.advice ?? "")" } == [
                "4 nothing in the text refers to this footnote, so readers do not see it; "
                    + "write [^2] where it belongs, or take the footnote out",
                "5 another footnote is called \"A\", so readers do not see this one; give it a name of its own",
            ])
        #expect(found.map(\.rule.id) == ["markdown.footnote", "markdown.footnote"])
        #expect(found.first?.location.range?.end.column == 5)
        #expect(findings("So[^1].\n\n[^1]: Eins[^2].\n[^2]: Zwei.\n") == [])
    }

    @Test func tablesThatAreNone() {
        let found = findings("| a | b |\n|---|\n| 1 | 2 |\n\n| a | b |\n| 1 | 2 |\n\n| a | b |\n|—|—|\n")
        #expect(
            found.map { "\($0.location.range?.start.line ?? 0) \($0.message); \($0.advice ?? "")" } == [
                "2 this line has 1 cell and the one above 2, so readers see no table; write |---|---|",
                "5 no line of hyphens follows the head of this table, so readers see no table; write below it: |---|---|",
                "8 no line of hyphens follows the head of this table, so readers see no table; write below it: |---|---|",
            ])
    }

    @Test func cellsThatNobodySees() {
        let found = findings("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 | |\n| `x|y` | 2 |\n| 1 |\n")
        #expect(found.map(\.rule.id) == ["markdown.table", "markdown.table"])
        #expect(found.map { $0.location.range?.start.line } == [3, 5])
        #expect(found.first?.message == "this row has 3 cells, and what stands beyond the 2 of the table is left out")
    }

    @Test(arguments: [
        "|x| and |y|\n|z|", "| line one\n| line two", "a | b\n", "a | b\n-----", "| a |\n| 1 |", "- a\n--|",
        "| a | b |\n|:-:|---|\n",
        "```\n| a | b |\n| 1 | 2 |\n```",
    ])
    func strokesThatAreNoTable(_ text: String) {
        #expect(findings(text) == [])
    }

    @Test(arguments: [
        ("```\ncode\n\ntext\n", 1), ("text\n\n~~~ sh\ncode", 3), ("- ```\n  code\n\ntext", 1),
        ("> ```\n> code\n\ntext", 1),
        ("```\ncode\n``\n", 1), ("````\ncode\n```\n", 1), ("```", 1),
    ])
    func codeThatNeverEnds(_ text: String, _ line: Int) {
        let found = findings(text)
        #expect(found.map(\.rule.id) == ["markdown.code-end"])
        #expect(found.first?.message == "this code block never ends, so whatever follows is shown as code")
        #expect(found.first?.location.range?.start.line == line)
    }

    @Test func codeThatGoesOnPastTheNext() {
        let found = findings("```\nfirst\n\nText.\n\n```swift\nsecond\n```\n")
        #expect(found.map(\.message) == ["this code block goes on past \"```swift\", which begins another"])
        #expect(
            found.first?.advice
                == "end it before that with ```, or begin and end it with ```` if readers should see that line")
    }

    @Test(arguments: [
        "```\ncode\n```", "~~~\n```\ncode\n```\n~~~\n", "````\n```swift\ncode\n```\n````",
        "- a\n\n  ```\n  code\n  ```\n",
        "> ```\n> code\n> ```\n\ntext", "```\n```\n", "    ```\n    code\n", "```\r\ncode\r\n```\r\n", "``` a ``` b",
        "x[^1]\n\n[^1]:\n    ```\n    code\n    ```\n", "> - ```\n>   code\n>   ```\n", "```\ncode\n```   \n\ntext",
        "   ```\n   code\n   ```",
        "[^1]\n\n[^1]: a\n\n```\ncode\n```\n",
    ])
    func codeThatEnds(_ text: String) {
        #expect(findings(text) == [])
    }

    /// What other people have written, without knowing of this.
    @Test(.enabled(if: ConformanceData.url("kubernetes-community", in: "datasets") != nil, "needs ../shared/datasets"))
    func pagesOfOthersHaveNone() throws {
        let folder = try #require(ConformanceData.url("kubernetes-community", in: "datasets"))
        let paths = try #require(FileManager.default.subpaths(atPath: folder.path)).filter { $0.hasSuffix(".md") }
        #expect(paths.count > 50)
        for path in paths {
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            #expect(findings(text).filter { $0.rule.id != "markdown.html" } == [], "\(path)")
        }
    }

    @Test func onlyPagesAreLookedAt() {
        for dialect in [MarkdownDialect.commonMark, .gfm] {
            var findings: [Finding] = []
            let source = SourceText(path: SourcePath("page.md"), text: "##Heading\n\n[a] (b.md)\n\n```\n")
            _ = MarkdownDocument(parsing: source, dialect: dialect, findings: &findings)
            #expect(findings == [])
        }
    }

    @Test func aPageHasOnlySoMany() {
        #expect(findings(String(repeating: "##Heading\n\n", count: 100)).count == 20)
    }

    /// What would take hours if it were looked for again and again.
    @Test(arguments: [
        "](a.md", "&#93;(https://a.b ", "[a] (https://a.b ", "<https://a ", "** a", "**A ", "\n##a", ")[a.md",
        "\n-ab", "\n• a", "\n[] a", "\n\n[^a]: b",
    ])
    func hostileTextsAreLookedIntoOnlySoFar(_ part: String) {
        #expect(findings(String(repeating: part, count: 1_000_000 / part.utf8.count)).count <= 20)
    }
}
