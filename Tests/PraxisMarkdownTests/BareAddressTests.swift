import PraxisMarkdown
import Testing

@Suite("Bare addresses") struct BareAddressTests {
    /// The HTML of one paragraph; what `_` brackets in the expected text is emphasis, what `<` and `>` do an address.
    private func inline(_ text: String) -> String {
        gfmHTML(text).replacing(/<a href="(?:http:\/\/)?([^"]*)">([^<]*)<\/a>/) { match in
            match.output.1.hasSuffix(match.output.2) || match.output.2.hasSuffix(match.output.1)
                ? "⟨\(match.output.2)⟩" : "\(match.output.0)"
        }
        .replacing("<p>", with: "").replacing("</p>\n", with: "")
    }

    @Test(arguments: [
        ("https://example.org/*a*b*", "⟨https://example.org/*a*b⟩*"),
        ("www.example.org/*x*y", "⟨www.example.org/*x*y⟩"),
        ("**https://a.org/_b_/c**", "<strong>⟨https://a.org/_b_/c⟩</strong>"),
        ("*see www.a.org/*b and c*", "<em>see ⟨www.a.org/*b⟩ and c</em>"),
        ("*(https://a.org/b_c_).*", "<em>(⟨https://a.org/b_c⟩_).</em>"),
        ("(https://a.org/*b*d) *c*", "(⟨https://a.org/*b*d⟩) <em>c</em>"),
        ("- https://a.org/____b\n", "<ul>\n<li>⟨https://a.org/____b⟩</li>\n</ul>\n"),
        (">www.a.org/*b*c\nwww.a.org/_b_c", "<blockquote>\n⟨www.a.org/*b*c⟩\n⟨www.a.org/_b_c⟩</blockquote>\n"),
        ("xwww.a.org/*b*", "xwww.a.org/<em>b</em>"), ("http:/a.org/*b*", "http:/a.org/<em>b</em>"),
        ("`https://a.org`*em*", "<code>https://a.org</code><em>em</em>"),
        ("`https://a.org/*a*`", "<code>https://a.org/*a*</code>"),
        (
            "[a](https://a.org)*em* [b](<https://a.org/*>)*",
            "<a href=\"https://a.org\">a</a><em>em</em> <a href=\"https://a.org/*\">b</a>*"
        ),
        ("<https://a.org/*b*>*em*", "⟨https://a.org/*b*⟩<em>em</em>"),
        ("<b title=\"https://a.org/_a_\">*em*</b>", "<b title=\"https://a.org/_a_\"><em>em</em></b>"),
        (
            "[a][r]\n\n[r]: https://a.org/*b*c 'www.b.org/*d*'",
            "<a href=\"https://a.org/*b*c\" title=\"www.b.org/*d*\">a</a>"
        ),
        ("https://a.org/~b~c ~d~", "⟨https://a.org/~b~c⟩ <del>d</del>"),
    ])
    func anAddressIsTakenWhole(_ text: String, _ expected: String) {
        #expect(inline(text) == expected)
    }

    @Test func anAddressEndsWithItsCell() {
        let rows = gfmHTML("|a|b|\n|-|-|\n|www.a.org/*b*c|*d*|\n|https://a.org|*d*|\n").split(separator: "\n")
        #expect(rows.contains("<td><a href=\"http://www.a.org/*b*c\">www.a.org/*b*c</a></td>"))
        #expect(rows.count { $0 == "<td><em>d</em></td>" } == 2)
    }

    @Test func whatStandsAroundAddressesOnPagesIsAsItWas() {
        #expect(
            siteHTML("Name: ____ https://a.org/____/_b_c \\*").contains(
                "Name: ____ <a href=\"https://a.org/____/_b_c\""))
        #expect(siteHTML("A\n\n*[A]: see https://a.org/*b*c").contains("title=\"see https://a.org/*b*c\""))
        #expect(siteHTML("a[^1]\n\n[^1]: https://a.org/*b*c").contains("href=\"https://a.org/*b*c\""))
        #expect(document("# https://a.org/_b_c").headings.map(\.text) == ["https://a.org/_b_c"])
    }

    @Test func smartPunctuationLeavesAddressesAlone() {
        var dialect = MarkdownDialect.gfm
        dialect.insert(.smartPunctuation)
        let html = gfmHTML("It's -- https://a.org/it's--a...b -- \"so\"", dialect: dialect)
        #expect(
            html == "<p>It’s – <a href=\"https://a.org/it&#x27;s--a...b\">https://a.org/it's--a...b</a> – “so”</p>\n")
    }

    @Test func manyAddressesAreReadOnce() {
        for piece in ["www.a.org/*", "https://", "_www.", "www._a", "http://a_", "\"www.", "|www.a.org", "*www.a.b/*|"]
        {
            let text = String(repeating: piece, count: 10_000)
            #expect(siteHTML("\(text)\n\n|a|\n|-|\n|\(text)|").utf8.count >= text.utf8.count)
        }
    }
}
