import PraxisMarkdown
import Testing

@Suite("Abbreviations") struct AbbreviationTests {
    @Test(arguments: [
        ("*[SBI]: Situation, behaviour\n\nUse SBI.", "<p>Use <abbr title=\"Situation, behaviour\">SBI</abbr>.</p>\n"),
        (
            "*[HTML]: x\n\nwww.a.example/HTML HTML",
            "<p><a href=\"http://www.a.example/HTML\" rel=\"external\">www.a.example/HTML</a> <abbr title=\"x\">HTML</abbr></p>\n"
        ),
        ("Use SBI.\n*[SBI]: first\n*[SBI]: second", "<p>Use <abbr title=\"first\">SBI</abbr>.</p>\n"),
        ("*[a]: x\n\na ab ba aä `a` b-a", "<p>A ab ba aä <code>a</code> b-A</p>\n"),
        ("*[a b]: \"x\" < y\n*[a]: z\n\na b, a", "<p>AB, A</p>\n"),
        ("*[a]: x\n\n[a](b.md) *a*", "<p><a href=\"b.md\">a</a> <em>A</em></p>\n"),
        ("*[a]: x\n\n| a |\n| - |\n| b a |", "A"),
        ("*[a]: x\n\n## a", "<h2 id=\"a\">A</h2>\n"),
    ])
    func whatAnAbbreviationStandsForIsSaidWhereItStands(_ text: String, _ expected: String) {
        let html = siteHTML(text)
            .replacing("<abbr title=\"&quot;x&quot; &lt; y\">a b</abbr>", with: "AB")
            .replacing("<abbr title=\"x\">a</abbr>", with: "A").replacing("<abbr title=\"z\">a</abbr>", with: "A")
        #expect(html == expected || (expected == "A" && html.ranges(of: ">A</th>").count == 1 && html.contains("b A")))
    }

    @Test(arguments: [
        "```\n*[a]: x\n```\n\na", "    *[a]: x\n\na", "*[a]:\n\na", "*[]: x\n\na", "*[ a]: x\n\na", "\\*[a]: x\n\na",
    ])
    func whatOnlyLooksLikeOneIsText(_ text: String) {
        #expect(!siteHTML(text).contains("<abbr"))
        #expect(siteHTML(text).contains("[") || siteHTML(text).contains("*"))
    }

    @Test func otherProfilesKnowNone() {
        #expect(gfmHTML("*[a]: x\n\na") == "<p>*[a]: x</p>\n<p>a</p>\n")
    }

    @Test func manyOfThemAreLookedForOnce() {
        let definitions = (0..<5_000).map { "*[ab\($0)]: x\n" }.joined()
        let html = siteHTML(definitions + "\n" + String(repeating: "ab1 ab4999 ", count: 20_000))
        #expect(html.ranges(of: "<abbr").count == 20_000)
    }
}
