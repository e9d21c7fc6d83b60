import PraxisDiagnostics
import PraxisMarkdown
import Testing

@Suite("Site profile") struct SiteProfileTests {
    @Test func aHeadingHasAnIdentifierAndALinkBesideIt() {
        #expect(
            siteHTML("## Über *uns*", options: { $0.linksHeadings = true }) == """
                <div class="heading"><h2 id="über-uns">Über <em>uns</em></h2><a class="heading-link" \
                href="#%C3%BCber-uns" aria-labelledby="über-uns"><span aria-hidden="true">#</span></a></div>

                """)
    }

    @Test func headingsAreShiftedAndPrefixed() {
        let html = siteHTML("# A\n\n###### B\n\n[b](#b)") {
            $0.headingShift = 1
            $0.identifierPrefix = "x-"
        }
        #expect(html == "<h2 id=\"x-a\">A</h2>\n<h6 id=\"x-b\">B</h6>\n<p><a href=\"#x-b\">b</a></p>\n")
    }

    @Test func aHeadingThatSaysNothingIsLeftOut() {
        #expect(siteHTML("#\n\n## <!-- x -->\n\ntext") == "<p>text</p>\n")
    }

    @Test func aTableScrollsInANamedRegion() {
        #expect(
            siteHTML("| Name | |\n| :-: | - |\n| a | b |") == """
                <div class="table" role="region" tabindex="0" aria-label="Table: Name"><table>
                <thead>
                <tr>
                <th scope="col" class="align-center">Name</th>
                <td></td>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="align-center">a</td>
                <td>b</td>
                </tr>
                </tbody>
                </table></div>

                """)
    }

    @Test func aTableEndsAtABreakOrAfterAParagraph() {
        #expect(
            gfmHTML("text\nover two\n| a |\n| - |\n| b |\n---\n")
                == "<p>text\nover two</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n"
                + "</tr>\n</tbody>\n</table>\n<hr />\n")
    }

    @Test(arguments: ["", "\n", "\nx", "x", "---", "# x", "[^1]: x"])
    func whatFollowsABreakAfterATableIsNoRow(_ next: String) {
        let html = gfmHTML("| a |\n| - |\n| b |\n---\n\(next)\n\nc[^1]\n")
        #expect(html.contains("<td>b</td>\n</tr>\n</tbody>\n</table>\n<hr />\n"))
    }

    @Test(arguments: ["# x", "- x", "> x", "1. x", "x #", "<div>", "    x", "```", "x \\", "[a]: b"])
    func aCellIsTextWhateverItBeginsWith(_ text: String) {
        let cell = gfmHTML("| a |\n| - |\n| \(text) |").split(separator: "\n").first { $0.hasPrefix("<td>") }
        let shown = text == "<div>" ? "<div>" : text.filter { $0 != "`" || text == "```" }
        let trimmed = shown.drop { $0 == " " }.replacing(">", with: text == "<div>" ? ">" : "&gt;")
        #expect(cell.map(String.init) == "<td>\(trimmed)</td>")
    }

    @Test func aBoxIsLabelledByItsText() {
        #expect(
            siteHTML("- [ ] one *two*\n- [X] three\n  - four\n- [ ]\n- \\[ ] no") == """
                <ul class="tasks">
                <li class="task"><label><input type="checkbox" disabled> one <em>two</em></label></li>
                <li class="task"><label><input type="checkbox" checked disabled> three</label>
                <ul>
                <li>four</li>
                </ul>
                </li>
                <li class="task"><input type="checkbox" disabled aria-label="Task"> </li>
                <li>[ ] no</li>
                </ul>

                """)
    }

    @Test func blanksOfASheetAreFieldsNamedByWhatIsAroundThem() {
        let html = sheetHTML(
            "## Agreement\n\nTeam: ____ Date: ____\n\n____ decides.\n\n- [ ] ____\n\n| a | b |\n| - | - |\n| c | ____ |\n"
        )
        let names = html.replacing(" blank-rest", with: "").split(separator: "class=\"blank\"").dropFirst().map {
            field in
            String(field.split(separator: "aria-label=\"")[1].prefix { $0 != "\"" })
        }
        #expect(names == ["Team", "Date", "decides", "Agreement", "c, b"])
        #expect(html.contains("<input type=\"checkbox\" aria-label=\"Agreement\">"))
        // What ends its line has room for more than a word.
        #expect(html.contains("blank blank-rest\" rows=\"1\" autocomplete=\"off\" aria-label=\"Date\""))
        #expect(html.contains("blank\" rows=\"1\" autocomplete=\"off\" aria-label=\"Team\""))
    }

    @Test func aFieldOfASheetHasTheWholeNameAndANumberWhereOthersHaveIt() {
        let html = sheetHTML(
            """
            | Options (10 minutes) |
            | - |
            | ____ |
            | ____ |

            Goal (____), (why): ____

            - [ ] ____
            - [ ] ____
            """)
        let names = html.split(separator: "<textarea").dropFirst().map { field in
            String(field.split(separator: "aria-label=\"")[1].prefix { $0 != "\"" })
        }
        #expect(
            names == ["Options (10 minutes)", "Options (10 minutes), 2", "Goal", "why", "Blank", "Blank, 2"])
        #expect(html.contains("<input type=\"checkbox\" aria-label=\"Task\">"))
        #expect(html.contains("<input type=\"checkbox\" aria-label=\"Task, 2\">"))
    }

    @Test func aRuledLineOfASheetIsAFieldOfSeveralLines() {
        #expect(
            sheetHTML("What went well?\n\n________\n")
                == "<p>What went well?</p>\n<textarea class=\"blank blank-lines\" rows=\"4\" autocomplete=\"off\" aria-label=\"What went well?\"></textarea>\n"
        )
        #expect(siteHTML("________\n") == "<hr>\n")
        #expect(sheetHTML("---\n") == "<hr>\n")
    }

    @Test func blanksElsewhereAreTextAndNeverEmphasis() {
        #expect(siteHTML("(____) and (____) `____`") == "<p>(____) and (____) <code>____</code></p>\n")
    }

    @Test func anAlertHasATitle() {
        #expect(
            siteHTML("> [!WARNING]\n> Mind *this*.\n>\n> - x\n")
                == "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Warning</p>\n<p>Mind <em>this</em>.</p>\n"
                + "<ul>\n<li>x</li>\n</ul>\n</div>\n")
        #expect(siteHTML("> [!NOTE]\n>\n> x\n").contains("<p class=\"alert-title\">Note</p>\n<p>x</p>"))
        #expect(siteHTML("> [!NOTE] x\n") == "<blockquote>\n<p>[!NOTE] x</p>\n</blockquote>\n")
        #expect(siteHTML("> \\[!NOTE]\n> x\n") == "<blockquote>\n<p>[!NOTE]\nx</p>\n</blockquote>\n")
    }

    @Test func codeCanBeReachedWithTheKeyboard() {
        #expect(
            siteHTML("```c++ extra\na < b\n```\n\n    c\n")
                == "<pre tabindex=\"0\"><code class=\"language-c++\">a &lt; b\n</code></pre>\n<pre tabindex=\"0\"><code>c\n</code></pre>\n"
        )
    }

    @Test func anImageWithATitleIsAFigure() {
        #expect(
            siteHTML("![alt](a.png \"Caption\")")
                == "<figure><img src=\"a.png\" alt=\"alt\" loading=\"lazy\"><figcaption>Caption</figcaption></figure>\n"
        )
        #expect(siteHTML("![a](a.png) x") == "<p><img src=\"a.png\" alt=\"a\" loading=\"lazy\"> x</p>\n")
    }

    @Test func anImageFromElsewhereBecomesALink() {
        #expect(
            siteHTML("![A cat](https://example.org/c.png)")
                == "<p><a href=\"https://example.org/c.png\" rel=\"external\">A cat</a></p>\n")
        #expect(
            siteHTML("[![A cat](https://example.org/c.png)](x.md)") == "<p><a href=\"x.md\">A cat</a></p>\n")
    }

    @Test func linksBecomeWhatTheResolverSays() {
        let html = siteHTML(
            "[a](a.md) [b](b.md) ![c](c.png) [d](mailto:x@y.z)",
            resolve: { link in
                switch link.destination {
                case "a.md": .address("../a/")
                case "b.md": .text
                case "c.png": .image("../c.1.png", width: 10, height: 20)
                default: .asWritten
                }
            })
        #expect(
            html.hasPrefix(
                "<p><a href=\"../a/\">a</a> b <img src=\"../c.1.png\" alt=\"c\" width=\"10\" height=\"20\" loading=\"lazy\"> "
            ))
    }

    @Test func aResolverCannotMakeALinkUnsafe() {
        #expect(siteHTML("[a](x)", resolve: { _ in .address("javascript:x") }) == "<p>a</p>\n")
    }

    @Test func mailAddressesAreEncoded() {
        let html = siteHTML("Write to a.b@example.org or [us](mailto:c@example.org).")
        #expect(!html.contains("@"))
        #expect(!html.contains("mailto"))
        #expect(html.contains(">us</a>") == false)
        #expect(html.contains("&#97;&#x2e;&#98;&#x40;"))
    }

    @Test func aLinkThatSaysNothingIsNamedByItsAddress() {
        #expect(siteHTML("[](a.md)") == "<p><a href=\"a.md\">a.md</a></p>\n")
        #expect(
            siteHTML("[![](i.png)](a.md)")
                == "<p><a href=\"a.md\" aria-label=\"a.md\"><img src=\"i.png\" alt=\"\" loading=\"lazy\"></a></p>\n")
    }

    @Test func aStrayPercentSignIsNoEscape() {
        #expect(siteHTML("[a](100%.md?b=%41)") == "<p><a href=\"100%25.md?b=%41\">a</a></p>\n")
    }

    @Test func controlCharactersBecomeSpaces() {
        #expect(siteHTML("a\u{1}b &#2;c `\u{7F}d`\te") == "<p>a b  c <code> d</code>\te</p>\n")
    }

    @Test func escapesMeanNothingButThemselves() {
        #expect(
            siteHTML("\\~~a~~ ~~b\\~~ `\\~` http\\://a.b a\\@b.cd [x](a\\.b \"t\\.\")")
                == "<p>~~a~~ ~~b~~ <code>\\~</code> http://a.b a@b.cd <a href=\"a.b\" title=\"t.\">x</a></p>\n")
        #expect(siteHTML("a\\[^1] b\n\n[^1]: x") == "<p>a[^1] b</p>\n")
    }

    @Test(arguments: [
        ("~~www.google.com~~", "<p><del><a href=\"http://www.google.com\">www.google.com</a></del></p>\n"),
        ("~~a ~b~ c~~ ~~~d~~~", "<p><del>a <del>b</del> c</del> ~~~d~~~</p>\n"),
        ("a~~b~~c ~~ d ~~", "<p>a<del>b</del>c ~~ d ~~</p>\n"),
        ("**~~a~~** ~~**b** c~~", "<p><strong><del>a</del></strong> <del><strong>b</strong> c</del></p>\n"),
        ("~~a *b~~ c*", "<p>~~a <em>b~~ c</em></p>\n"),
        (
            "[www.a.b](x) `www.a.b` <b>www.a.b</b>",
            "<p><a href=\"x\">www.a.b</a> <code>www.a.b</code> <b>www.a.b</b></p>\n"
        ),
    ])
    func struckTextAndBareLinks(_ text: String, _ html: String) {
        #expect(gfmHTML(text) == html)
    }

    @Test func footnotesLinkBothWays() {
        #expect(
            siteHTML("One[^n] two[^n].\n\n[^n]: Note.\n") == """
                <p>One<sup><a class="footnote-reference" role="doc-noteref" href="#fn:1" id="fnref:1">1</a></sup> two<sup>\
                <a class="footnote-reference" role="doc-noteref" href="#fn:1" id="fnref:1:2">1</a></sup>.</p>
                <section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
                <ol>
                <li id="fn:1">
                <p>Note. <a class="footnote-back" role="doc-backlink" href="#fnref:1" aria-label="Back to the text 1">↩</a></p>
                </li>
                </ol>
                </section>

                """)
    }
}
