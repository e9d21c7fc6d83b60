import PraxisMarkdown
import Testing

struct FilmTests {
    @Test(arguments: [
        "https://www.youtube.com/watch?v=abc", "https://youtu.be/abc", "https://vimeo.com/123",
        "http://a.example/b.MP4?c",
        "https://www.ted.com/talks/a",
    ])
    func aLinkToAFilmThatStandsAloneIsACard(_ address: String) {
        let host = address.split(separator: "/")[1].replacing("www.", with: "")
        #expect(
            siteHTML("[How *we* plan](\(address))\n")
                == "<figure class=\"video-card\"><a href=\"\(address)\" rel=\"external\">How <em>we</em> plan</a><figcaption>\(host)</figcaption></figure>\n"
        )
    }

    @Test(arguments: [
        "See [it](https://youtu.be/abc).", "[a](https://youtu.be/abc) [b](https://youtu.be/abc)",
        "[a](https://www.youtube.com/@channel)", "[a](https://vimeo.com/about)", "[a](https://evil.example/youtu.be/x)",
        "[a](b.mp4)", "- [a](https://a.example/b.html)",
    ])
    func otherLinksAreLinks(_ text: String) {
        #expect(!siteHTML(text).contains("video-card"))
    }

    @Test func aPictureInTheLinkIsThePictureOfTheCard() {
        let html = siteHTML("[![Four people](talk.png)](https://youtu.be/abc)\n")
        #expect(html.hasPrefix("<figure class=\"video-card\"><a href=\"https://youtu.be/abc\""))
        #expect(html.contains("<img src=\"talk.png\" alt=\"Four people\""))
    }
}
