import PraxisDiagnostics
import PraxisMarkdown
import Testing

@Suite("Document") struct DocumentTests {
    @Test func headingsAreNamedAsCodeHostsNameThem() {
        let text = """
            # Title & more
            ## Über uns: "Ziele"
            ## *Emphasis*, `code_x` and [link](x)
            ## Same
            ## Same
            ## Same-1
            ## Same
            ## C++
            ## 日本語 text
            ## 🎉
            """
        #expect(
            document(text).headings.map(\.anchor) == [
                "title--more", "über-uns-ziele", "emphasis-code_x-and-link", "same", "same-1", "same-1-1", "same-2",
                "c",
                "日本語-text", "section",
            ])
    }

    @Test func headingsKnowTheirTextAndLevel() {
        let headings = document("# A *b* `c`\n\nx\ny\n===\n\n> ### Quoted\n").headings
        #expect(headings.map(\.text) == ["A b c", "x y", "Quoted"])
        #expect(headings.map(\.level) == [1, 1, 3])
    }

    @Test func aFirstHeadingOfTheFirstLevelLeads() {
        let page = document("# Title\n\nText\n")
        #expect(page.leadingHeading?.text == "Title")
        #expect(String(decoding: page.html(of: page.bodyAfterLeadingHeading), as: UTF8.self) == "<p>Text</p>\n")
        #expect(document("Text\n\n# Later\n").leadingHeading == nil)
        #expect(document("## Second\n").leadingHeading == nil)
        #expect(document("").leadingHeading == nil)
    }

    @Test func answersAreDividedAtTheirHeadings() {
        let page = document("Why?\n\n## @anna-lind 2026-03-03\n\nSo.\n\n### More\n\nx\n\n## @johan-ek 2026-03-04\n")
        let divisions = page.divisions(atLevel: 2)
        #expect(divisions.map(\.heading?.text) == [nil, "@anna-lind 2026-03-03", "@johan-ek 2026-03-04"])
        #expect(page.plainText(of: divisions[1].body) == "So.\nMore\nx")
        #expect(divisions.map(\.body.isEmpty) == [false, false, true])
    }

    @Test func linksAreListedWithWhatTheySay() {
        let page = document(
            "[a *b*](x.md \"T\") ![alt](i.png)\n\n<img src=\"j.png\" alt=\"J\">\n\nhttps://example.org\n")
        let links = page.links
        #expect(links.map(\.destination) == ["x.md", "i.png", "j.png", "https://example.org"])
        #expect(links.map(\.isImage) == [false, true, true, false])
        #expect(links.map { page.text(of: $0) } == ["a b", "alt", "J", "https://example.org"])
        #expect(links.map { page.title(of: $0) } == ["T", nil, nil, nil])
    }

    @Test(arguments: [
        "a\nb [c](⟦d.md⟧)", "[a](x.md) [b](x.md) [c](⟦x.md⟧)", "> - [a](<⟦b c.md⟧>)", "| [a](⟦b.md⟧) |\n| - |",
        "[a][r]\n\ntext\n\n[r]: ⟦b.md⟧ 'T'", "b.md ![a](⟦b.md⟧)",
    ])
    func theLastLinksAddressIsFoundInTheSource(_ marked: String) throws {
        let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
        let start = try #require(marked.firstIndex(of: "⟦"))
        let end = try #require(marked.firstIndex(of: "⟧"))
        let page = document(text)
        let range = page.range(ofDestination: try #require(page.links.last))
        let offset = marked[..<start].utf8.count
        let length = marked[start..<end].utf8.count - 3
        #expect(range.start == page.source.position(of: offset))
        #expect(range.end == page.source.position(of: offset + length))
    }

    @Test func sectionsHoldTheTextBelowEachHeading() {
        let sections = document(
            "Intro *text*\nmore.\n\n## One\n\n- a\n- b `c`\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n## Two\n"
        ).sections
        #expect(sections.map(\.heading?.anchor) == [nil, "one", "two"])
        #expect(sections.map(\.text) == ["Intro text\nmore.", "a\nb c\nx y\n1 2", ""])
    }

    @Test(arguments: [
        ("# T\n\nOne *thing*. Another.", "One thing."),
        ("See e.g. this one. Then that.", "See e.g. this one."),
        ("It costs 3.50 in all! Fine.", "It costs 3.50 in all!"),
        ("He said \"yes.\" Then left.", "He said \"yes.\""),
        ("- item\n\nReal text\nover lines", "Real text over lines"),
        ("Ask Dr. Lind about it. Soon.", "Ask Dr. Lind about it."),
    ])
    func theFirstSentenceStandsInForASummary(_ text: String, _ sentence: String) {
        #expect(document(text).firstSentence() == sentence)
    }

    @Test func aLongFirstSentenceEndsBetweenTwoWords() {
        #expect(document("One two three four five").firstSentence(limit: 12) == "One two…")
        #expect(document("- only a list").firstSentence() == nil)
    }

    @Test func fieldsAreNoticed() {
        #expect(document("- [ ] one").hasFields)
        #expect(document("Name: ____").hasFields)
        #expect(document("____").hasFields)
        #expect(!document("---\n\n`____`").hasFields)
    }

    @Test func anEmptyTextIsAnEmptyDocument() {
        for text in ["", "\n\n", "[a]: b\n", "<!-- note -->\n"] {
            #expect(document(text).isEmpty, "\(text.debugDescription)")
            #expect(document(text).html() == [])
        }
    }
}
