import PraxisMarkdown
import Testing

@Suite("Quotation marks") struct QuotationTests {
    private var dialect: MarkdownDialect { MarkdownDialect.site.union(.smartPunctuation) }

    private func html(_ text: String, in language: String) -> String {
        let html = document(text, dialect: dialect).quoting(in: language).html()
        return String(decoding: html, as: UTF8.self).replacing("<p>", with: "").replacing("</p>\n", with: "")
    }

    @Test(arguments: [
        ("en", "“A ‘b’ isn’t”"), ("sv", "”A ’b’ isn’t”"), ("fi", "”A ’b’ isn’t”"), ("da", "”A ’b’ isn’t”"),
        ("nb", "«A ‘b’ isn’t»"), ("nn", "«A ‘b’ isn’t»"), ("de", "„A ‚b‘ isn’t“"), ("de-CH", "«A ‹b› isn’t»"),
        ("de-AT", "„A ‚b‘ isn’t“"), ("fr", "«\u{202F}A “b” isn’t\u{202F}»"), ("es", "«A “b” isn’t»"),
        ("it", "«A “b” isn’t»"), ("nl", "“A ‘b’ isn’t”"), ("pl", "„A «b» isn’t”"), ("pt", "“A ‘b’ isn’t”"),
        ("pt-PT", "«A “b” isn’t»"), ("xx", "“A ‘b’ isn’t”"),
    ])
    func eachLanguageHasItsOwn(_ language: String, _ quoted: String) {
        #expect(html("\"A 'b' isn't\"", in: language) == quoted)
    }

    @Test(arguments: [
        (
            "\"*a*\" **\"b\"** [\"c\"](d \"e\") x",
            "„<em>a</em>“ <strong>„b“</strong> <a href=\"d\" title=\"e\">„c“</a> x"
        ),
        ("`\"a\"` <b title=\"c\">\"d\"</b>", "<code>&quot;a&quot;</code> <b title=\"c\">„d“</b>"),
        (
            "https://a.org/it's/'b'?c",
            "<a href=\"https://a.org/it&#x27;s/&#x27;b&#x27;?c\" rel=\"external\">https://a.org/it's/'b'?c</a>"
        ),
        ("a -- b --- c... \\\"d\\\"", "a – b — c… &quot;d&quot;"),
        ("*[A]: \"b\"\n\nA \"b\"", "<abbr title=\"&quot;b&quot;\">A</abbr> „b“"),
        ("'Don't do' that's it", "‚Don’t do‘ that’s it"), ("the '90s and rock 'n' roll", "the ’90s and rock ‚n‘ roll"),
    ])
    func onlyProseIsQuoted(_ text: String, _ expected: String) {
        #expect(html(text, in: "de") == expected)
    }

    @Test func whatTheAuthorHasTypedStaysAsItIs() {
        #expect(
            html("„so“, “so”, ‘so’ it’s \"so\" _“a”_ “_b_”", in: "de")
                == "„so“, “so”, ‘so’ it’s „so“ <em>“a”</em> “<em>b</em>”")
        #expect(
            html("`“a”` [b](<“c”>) ![“d”](e.png)", in: "de").contains(
                "<code>“a”</code> <a href=\"%E2%80%9Cc%E2%80%9D\">b</a>"))
        #expect(html("`“a”` ![“d”](e.png)", in: "de").contains("alt=\"“d”\""))
        #expect(html("```\n“a” \"b\"\n```", in: "de").contains("“a” &quot;b&quot;"))
    }

    @Test func allThatADocumentSaysIsQuoted() {
        let page = document(
            "# \"A\"\n\n\"B\" cat. Dog.[^1]\n\n| \"e\" |\n| - |\n| 'f' |\n\n[^1]: \"g\"\n\n![\"h\"](i.png)",
            dialect: dialect
        ).quoting(in: "fr")
        #expect(page.headings.map(\.text) == ["«\u{202F}A\u{202F}»"])
        #expect(page.headings.map(\.anchor) == ["a"])
        #expect(page.firstSentence() == "«\u{202F}B\u{202F}» cat.")
        let text = page.plainText(of: page.body)
        #expect(["«\u{202F}e\u{202F}»", "“f”", "«\u{202F}g\u{202F}»"].allSatisfy { text.contains($0) })
        #expect(page.links.map(\.destination) == ["i.png"])
        #expect(String(decoding: page.html(), as: UTF8.self).contains("alt=\"«\u{202F}h\u{202F}»\""))
    }

    @Test func anEmptyTextStaysOne() {
        #expect(html("\"a\" \\~\n\n```\n```", in: "sv").hasSuffix("<code></code></pre>\n"))
    }

    @Test func withoutSmartPunctuationNothingChanges() {
        let page = document("\"a\" “b” it's")
        #expect(page.quoting(in: "de").html() == page.html())
    }
}
