import PraxisDiagnostics
import PraxisFuzzing
import PraxisMarkdown
import Testing

@Suite("Raw HTML") struct RawHTMLTests {
    @Test(arguments: [
        ("Press <kbd title=\"a &amp; b\" onclick=x>Ctrl</kbd>.", "<p>Press <kbd title=\"a &amp; b\">Ctrl</kbd>.</p>\n"),
        ("a <b>b *c</b> d*", "<p>a <b>b <em>c d</em></b></p>\n"),
        ("a *<b>b* c</b>", "<p>a <em><b>b</b></em> c</p>\n"),
        ("a <b>b", "<p>a <b>b</b></p>\n"), ("~~a <b>b~~ c", "<p>~~a <b>b~~ c</b></p>\n"),
        ("<b>~~a</b> b~~", "<p><b>~~a</b> b~~</p>\n"),
        ("a</b> b", "<p>a b</p>\n"),
        ("a <br> b <div>c</div>", "<p>a <br> b &lt;div&gt;c&lt;/div&gt;</p>\n"),
        ("a <!-- secret --> b", "<p>a  b</p>\n"),
        (
            "<img src=a.png width=10 height=x alt='A \"b\"'>",
            "<p><img src=\"a.png\" alt=\"A &quot;b&quot;\" width=\"10\" loading=\"lazy\"></p>\n"
        ),
        ("<img src='javascript:x' alt=no>", "<p>no</p>\n"),
        (
            "<details open>\n<summary>S <b>b</b></summary>\n\nText\n\n</details>\n\nAfter",
            "<details open><summary>S <b>b</b></summary>\n<p>Text</p>\n</details>\n<p>After</p>\n"
        ),
        ("<details>\n\nText", "<details><summary>Details</summary>\n<p>Text</p>\n</details>"),
        ("- <div>\n\n  a\n\nb", "<ul>\n<li><div>\n<p>a</p>\n</div></li>\n</ul>\n<p>b</p>\n"),
        ("</div></main>", "<p>&lt;/main&gt;</p>\n"),
        (
            "<table><tr><td colspan=2 align=right>a<td>b</table>",
            "<table><tr><td colspan=\"2\" class=\"align-right\">a</td><td>b</td></tr></table>"
        ),
        ("<tr><td>a</td></tr>", "<p>&lt;tr&gt;&lt;td&gt;a&lt;/td&gt;&lt;/tr&gt;</p>\n"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("<div>\ntext &copy; &nosuch; <i>x\n</div>", "<div>\n<p>text © &amp;nosuch; <i>x</i></p>\n</div>"),
        (
            "<details><summary>a</summary><summary>b</summary></details>",
            "<details><summary>a</summary><p>&lt;summary&gt;b&lt;/summary&gt;</p>\n</details>"
        ),
        ("<p lang=\"sv\" dir=\"RTL\" class=\"x\" id=\"y\" style=\"z\">a</p>", "<p lang=\"sv\" dir=\"rtl\">a</p>"),
    ])
    func allowedTagsAreClosedAndTheRestIsText(_ text: String, _ html: String) {
        #expect(siteHTML(text).replacing(">\n<", with: "><") == html.replacing(">\n<", with: "><"))
    }

    @Test func detailsThatSpanDivisionsAreClosedInEach() {
        let page = document("<details><summary>S</summary>\n\n## A\n\nx\n\n</details>\n\ny")
        let html = page.divisions(atLevel: 2).map { String(decoding: page.html(of: $0.body), as: UTF8.self) }
        #expect(html == ["<details><summary>S</summary></details>", "<p>x</p>\n<p>y</p>\n"])
    }

    @Test func tagsBeyondAnyReasonAreText() {
        let html = siteHTML(String(repeating: "<b>", count: 2_000) + "x")
        #expect(html.ranges(of: "&lt;b&gt;").count > 1_000)
        #expect(HTMLAudit.complaints(about: html) == [])
    }
}

@Suite("Tags that are shown") struct ShownTagTests {
    @Test func eachIsSaidOnceWhereItStandsFirst() {
        let found = findings("Text <i>x</i> <IFRAME src=x></iframe> <your-name>\n\n> <iframe></iframe>\n> <h2>y</h2>\n")
        #expect(
            found.map(\.message) == [
                "<iframe> is shown to readers as it stands here", "<h2> is shown to readers as it stands here",
            ])
        #expect(found.map { $0.location.range?.start.line } == [1, 4])
        #expect(found.map { $0.location.range?.start.column } == [15, 3])
    }

    @Test func codeAndAllowedTagsAreNotMentioned() {
        #expect(findings("`<script>`\n\n```\n<script>\n```\n\n<kbd>x</kbd> <!-- <script> -->") == [])
    }
}
