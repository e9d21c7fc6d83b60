import PraxisDiagnostics
import PraxisMarkdown
import Testing

@Suite("Tree") struct TreeTests {
    @Test func blocksKnowWhereTheyStand() {
        let text = """
            # Title

            Some *text*
            here.

            > - one
            >
            >   two

            ```sh
            ls
            ```
            """
        #expect(
            dump(text) == """
                document
                  heading 1:1-1:8 title
                    text "Title"
                  paragraph 3:1-4:6
                    text "Some "
                    emphasis
                      text "text"
                    text "\\nhere."
                  blockQuote 6:1-8:8
                    list 6:3-8:8
                      item 6:3-8:8
                        paragraph 6:5-6:8
                          text "one"
                        paragraph 8:5-8:8
                          text "two"
                  codeBlock 10:1-12:4 "ls\\n\\0sh"
                """)
    }

    @Test func placesCountFromTheStartOfTheFile() {
        let text = "---\ntitle: x\n---\n\nText\r\n\r\n## Head\n"
        let document = document(text, bodyStartingAt: 17)
        #expect(document.headings.map { document.range(of: $0).start.line } == [7])
        #expect(document.headings.map { document.range(of: $0).start.column } == [1])
    }

    @Test func cellsOfATableStandWhereTheyWereWritten() {
        let text = """
            - item

              | a | b |
              | - | -: |
              | `x\\|y` | [z](u) |
            """
        #expect(
            dump(text) == """
                document
                  list 1:1-5:22
                    item 1:1-5:22
                      paragraph 1:3-1:7
                        text "item"
                      table 3:3-5:22
                        tableRow header 3:3-3:12
                          tableCell header 3:5-3:6
                            text "a"
                          tableCell header right 3:9-3:10
                            text "b"
                        tableRow 5:3-5:22
                          tableCell 5:5-5:11
                            code "x|y"
                          tableCell right 5:14-5:20
                            link "u"
                              text "z"
                """)
    }

    @Test func aFootnoteStandsAtTheEndAndKnowsWhereItWasWritten() {
        let text = """
            See[^a].

            [^a]: The first
                > quote

            After.
            """
        #expect(
            dump(text) == """
                document
                  paragraph 1:1-1:9
                    text "See"
                    footnoteReference "1"
                    text "."
                  paragraph 6:1-6:7
                    text "After."
                  footnotes
                    footnote
                      paragraph 3:7-3:16
                        text "The first"
                      blockQuote 4:5-4:12
                        paragraph 4:7-4:12
                          text "quote"
                      backLink
                """)
    }

    @Test func rawHTMLBecomesTagsThatAreClosedWhereTheyMustBe() {
        #expect(
            dump("- <details>\n\n  a <kbd>b\n\nc") == """
                document
                  list 1:1-4:1
                    item 1:1-4:1
                      openTag "<details>"
                      missingSummary
                      paragraph 3:3-3:11
                        text "a "
                        openTag "<kbd>"
                        text "b"
                        closeTag "</kbd>"
                      closeTag "</details>"
                  paragraph 5:1-5:2
                    text "c"
                """)
    }
}
