import PraxisFuzzing
import PraxisMarkdown
import Testing

@Suite("HTML of trusted authors") struct TrustedHTMLTests {
    private func html(_ text: String, resolve: (MarkdownLink) -> LinkResolution = { _ in .asWritten }) -> String {
        let page = document(text, dialect: MarkdownDialect.site.union(.trustedHTML))
        return String(decoding: page.html(resolve: resolve), as: UTF8.self)
    }

    @Test(arguments: [
        ("<span class=\"a b&quot;c d_e-1\" onclick=x>x</span>", "<p><span class=\"a d_e-1\">x</span></p>\n"),
        ("<a href=\"b.md\" target=_blank>x</a>", "<p><a href=\"b.md\">x</a></p>\n"),
        (
            "<video controls src=a.mp4 width=9 autoplay><track src=a.vtt kind=captions srclang=en></video>",
            "<p><video controls width=\"9\" src=\"a.mp4\"><track kind=\"captions\" srclang=\"en\" src=\"a.vtt\"></video></p>\n"
        ),
        ("<section class=x>\n\ny\n\n</section>", "<section class=\"x\"><p>y</p>\n</section>"),
        (
            "<a href=x>a [b](c) <a href=d>e</a> f</a> g",
            "<p><a href=\"x\">a b &lt;a href=d&gt;e</a> f&lt;/a&gt; g</p>\n"
        ),
        ("[a <a href=x>b</a>](c)", "<p><a href=\"c\">a &lt;a href=x&gt;b&lt;/a&gt;</a></p>\n"),
    ])
    func theWiderListIsWritten(_ text: String, _ expected: String) {
        #expect(html(text).replacing(">\n<", with: "><") == expected.replacing(">\n<", with: "><"))
    }

    @Test(arguments: [
        "<a href=javascript:alert(1)>x</a>", "<a href='&#106;avascript:alert(1)'>x</a>", "<a>x</a>",
        "<video src=https://else.example/a.mp4></video>", "<source src=a.mp4>", "<track src=a.vtt>",
        "<iframe src=a.html></iframe>", "<script>x</script>", "<style>x</style>", "<form action=x>", "<object data=x>",
        "<svg onload=x>", "<video src=//else.example/a.mp4></video>", "<a href=\"java\nscript:alert(1)\">x</a>",
    ])
    func whatCouldHarmAReaderIsTextForThemToo(_ text: String) {
        #expect(html(text).contains("&lt;"))
        #expect(HTMLAudit.complaints(about: html(text)) == [])
    }

    @Test func whereATagLeadsIsResolvedLikeALink() {
        let text = "<a href=\"one.md\">a</a> [b](two.md) <video src=\"three.mp4\"></video> <a href=four.md>c</a>"
        let page = document(text, dialect: MarkdownDialect.site.union(.trustedHTML))
        #expect(page.links.map(\.destination) == ["one.md", "two.md", "three.mp4", "four.md"])
        let written = html(text) { link in link.destination == "four.md" ? .text : .address("at/\(link.destination)") }
        #expect(
            written
                == "<p><a href=\"at/one.md\">a</a> <a href=\"at/two.md\">b</a> <video src=\"at/three.mp4\"></video> c</p>\n"
        )
    }

    @Test func othersMayUseNoneOfIt() {
        #expect(siteHTML("<span class=x>a</span>") == "<p>&lt;span class=x&gt;a&lt;/span&gt;</p>\n")
    }
}
