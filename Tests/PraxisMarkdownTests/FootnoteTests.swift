import PraxisDiagnostics
import PraxisMarkdown
import Testing

@Suite("Footnotes") struct FootnoteTests {
    /// The document of a text before its footnotes, and each footnote, in GitHub's HTML.
    private func parts(_ text: String) -> (body: String, notes: [String]) {
        let html = gfmHTML(text).components(between: "<section class=\"footnotes\"")
        let notes = (html.count > 1 ? html[1] : "").components(between: "<li id=").dropFirst().map { note in
            let content = note.drop { $0 != ">" }.dropFirst().components(between: "</li>\n</ol>")[0]
            return content.replacing(/\ ?<a href="#fnref[^>]*>.*?<\/a>\n?/, with: "").replacing(/<\/li>\n$/, with: "")
        }
        let body = html[0].replacing(/<sup class="footnote-ref"><a [^>]*>(\d+)<\/a><\/sup>/) { "^\($0.output.1)" }
        return (body, notes)
    }

    @Test(arguments: [
        ("> a[^1]\n>\n> [^1]: note\n\nb", "<blockquote>\n<p>a^1</p>\n</blockquote>\n<p>b</p>\n", "\n<p>note</p>\n"),
        ("a[^1]\n\n>[^1]: note", "<p>a^1</p>\n<blockquote>\n</blockquote>\n", "\n<p>note</p>\n"),
        (
            "- a[^1]\n  [^1]: note\n- b", "<ul>\n<li>a^1</li>\n<li>b</li>\n</ul>\n", "\n<p>note</p>\n"
        ),
        (
            "1.  a[^1]\n\n    [^1]: note\n        more\n\n    b",
            "<ol>\n<li>\n<p>a^1</p>\n<p>b</p>\n</li>\n</ol>\n", "\n<p>note\nmore</p>\n"
        ),
        ("a[^1]\n\n> \t[^1]: note", "<p>a^1</p>\n<blockquote>\n</blockquote>\n", "\n<p>note</p>\n"),
        ("- [^1]: note\n\n  a[^1]", "<ul>\n<li>\n<p>a^1</p>\n</li>\n</ul>\n", "\n<p>note</p>\n"),
        (
            "- - > a[^1]\n    >\n    > [^1]: note\n    >\n    >     - b\n    >       c\n    >\n    > d",
            "<ul>\n<li>\n<ul>\n<li>\n<blockquote>\n<p>a^1</p>\n<p>d</p>\n</blockquote>\n</li>\n</ul>\n</li>\n</ul>\n",
            "\n<p>note</p>\n<ul>\n<li>b\nc</li>\n</ul>\n"
        ),
        (
            "a[^1]\n\n-\t[^1]: b\n\n\t\t\tcode", "<p>a^1</p>\n<ul>\n<li></li>\n</ul>\n",
            "\n<p>b</p>\n<pre><code>code\n</code></pre>\n"
        ),
    ])
    func aDefinitionMayStandInQuotationsAndLists(_ text: String, _ body: String, _ note: String) {
        let parts = parts(text)
        #expect(parts.body == body)
        #expect(parts.notes == [note])
    }

    @Test(arguments: [
        "- ```\n  [^1]: x\n  ```", "> ```\n> [^1]: x", "-     [^1]: x", ">     [^1]: x", "- a\n\n      [^1]: x",
        "- a\n      [^1]: x", "> a\n    [^1]: x", "<!--\n[^1]: x\n-->", "- <pre>\n\n  [^1]: x\n  </pre>",
        "<div>\n[^1]: x\n</div>", "\\[^1]: x", "a [^1]: x", "- \t\t[^1]: x",
    ])
    func whatIsCodeOrRawHTMLOrTextDefinesNothing(_ text: String) {
        #expect(gfmHTML("\(text)\n\na[^1]").contains("[^1]: x"))
        #expect(gfmHTML("\(text)\n\na[^1]").contains("a[^1]"))
    }

    @Test(arguments: [
        ("- ```\n\n[^1]: x", "x"), ("> ```\n[^1]: x", "x"), ("<div>\n\n[^1]: x", "x"),
        ("- a\n\n  ```\n  ```\n  [^1]: x", "x"),
        ("<!-- a -->\n[^1]: x", "x"), ("    code\n[^1]: x", "x"), ("a\n===\n[^1]: x", "x"), ("* * *\n[^1]: x", "x"),
    ])
    func codeAndRawHTMLEndWhereTheyShould(_ text: String, _ note: String) {
        #expect(parts("\(text)\n\na[^1]").notes == ["\n<p>\(note)</p>\n"])
    }

    @Test func aParagraphOfADefinitionIsContinuedLazily() {
        #expect(parts("> [^1]: a\nb\n> c\n\n[^1]").notes == ["\n<p>a\nb\nc</p>\n"])
        #expect(parts("- [^1]: a\nb\n- c\n\n[^1]").body == "<ul>\n<li></li>\n<li>c</li>\n</ul>\n<p>^1</p>\n")
        #expect(parts("[^1]: a\n===\n\n[^1]").notes == ["\n<p>a\n===</p>\n"])
        #expect(parts("[^1]: > a\nb\n\n[^1]").notes == ["\n<blockquote>\n<p>a\nb</p>\n</blockquote>\n"])
        #expect(parts("[^1]:\n\n\n    a\n\n[^1]").notes == ["\n<p>a</p>\n"])
    }

    @Test func aDefinitionWithinAnotherIsAFootnoteToo() {
        let parts = parts(
            "a[^1] b[^2] c[^3]\n\n[^1]: one\n\n    - x\n\n      [^2]: two\n      - y\n\n    z\n[^3]: [^4]: four\n")
        #expect(parts.body == "<p>a^1 b^2 c^3</p>\n")
        #expect(
            parts.notes.map { $0.replacing("\n", with: "") } == [
                "<p>one</p><ul><li><p>x</p><ul><li>y</li></ul></li></ul><p>z</p>", "<p>two</p>", "",
            ])
    }

    @Test func blocksAroundADefinitionKnowWhereTheyStand() {
        let text = """
            > - One[^a].
            >
            >   [^a]: Note
            >
            >       > quote
            >
            >   Two.

            After.
            """
        #expect(
            dump(text) == """
                document
                  blockQuote 1:1-7:9
                    list 1:3-7:9
                      item 1:3-7:9
                        paragraph 1:5-1:13
                          text "One"
                          footnoteReference "1"
                          text "."
                        paragraph 7:5-7:9
                          text "Two."
                  paragraph 9:1-9:7
                    text "After."
                  footnotes
                    footnote
                      paragraph 3:11-3:15
                        text "Note"
                      blockQuote 5:9-5:16
                        paragraph 5:11-5:16
                          text "quote"
                      backLink
                """)
    }

    @Test func aFindingInAFootnotePointsAtItsLine() {
        let found = findings("- a[^1]\n\n  [^1]: note\n\n      <blink>x</blink>\n\n  b\n\n  <marquee>y</marquee>")
        #expect(found.map { $0.location.range?.start.line } == [9, 5])
    }

    @Test func aTableAfterAFootnoteIsItsOwn() {
        let parts = parts("a[^1]\n\n- [^1]: note\n  more\n\nlead\n| b |\n| - |\n| c |\n")
        #expect(parts.notes == ["\n<p>note\nmore</p>\n"])
        #expect(parts.body.contains("<p>lead</p>\n<table>"))
    }

    @Test func definitionsWithoutEndAreReadOnce() {
        let deep = String(repeating: "[^a]: ", count: 20_000)
        #expect(gfmHTML("\(deep)\n\n[^a]").contains("fn1"))
        let lines = String(repeating: "> - [^a]: b\n", count: 20_000)
        #expect(gfmHTML(lines).contains("<blockquote>"))
        let blank = String(repeating: "[^a]: ", count: 90) + "b" + String(repeating: "\n", count: 10_000)
        #expect(gfmHTML("[^a]\n\n\(blank)c").contains("<p>c</p>"))
    }

    /// Where a processing instruction would be a block of its own, a definition is one: both may stand wherever a
    /// paragraph may begin, and end one.
    @Test(.enabled(if: ConformanceData.has("commonmark-0.30.json"), "needs ../shared/conformance"))
    func aDefinitionIsOneWhereverABlockMayBegin() throws {
        let examples = try ConformanceData.decode([ConformanceData.Example].self, from: "commonmark-0.30.json")
        for example in examples {
            let lines = example.markdown.split(separator: "\n", omittingEmptySubsequences: false)
            for number in 0..<lines.count {
                let prefix = lines[max(0, number - 1)].prefix { " \t>".contains($0) }
                for indent in ["", "    "] {
                    func text(_ inserted: String) -> String {
                        let line = "\(prefix)\(indent)\(inserted)"
                        return (lines[..<number] + [line[...]] + lines[number...]).joined(separator: "\n")
                    }
                    let isBlock = dump(text("<?zz?>"), dialect: .commonMark).contains(/htmlBlock [^"]*"(\ |\\t)*<\?zz/)
                    let isKept = gfmHTML(text("[^zz]: zy zx"), dialect: .footnotes).contains("zy zx")
                    #expect(isBlock != isKept, "\(text("[^zz]: zy zx"))")
                }
            }
        }
    }
}

extension StringProtocol {
    fileprivate func components(between separator: String) -> [String] {
        String(self).split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
    }
}
