import PraxisMarkdown
import Testing

@Suite("Lists from the site") struct SiteListTests {
    @Test(arguments: [
        ("[list: resources about coaching]", ["resources about coaching"]),
        ("text\n\n- [list:  next  3 events ]\n\n> [list: people]", ["next 3 events", "people"]),
        ("see [list: resources]", []), ("\\[list: resources]", []), ("[list: resources] now", []),
        ("[list: a\nb]", []), ("- [ ] [list: a]", []), ("`[list: a]`", []), ("[list: a]\n\n[list: a]: b.md", []),
    ])
    func aListStandsByItself(_ text: String, _ words: [String]) {
        #expect(document(text).lists.map(\.words) == words)
    }

    @Test func theSiteFillsAListAndNothingElse() {
        let page = document("Before\n\n[list: x]\n\nAfter")
        let html = page.html(fill: { list in Array("<ul>\(list.words)</ul>\n".utf8) })
        #expect(String(decoding: html, as: UTF8.self) == "<p>Before</p>\n<ul>x</ul>\n<p>After</p>\n")
    }

    @Test func withoutASiteItsWordsStand() {
        #expect(siteHTML("[list: <x>]") == "<p>[list: &lt;x&gt;]</p>\n")
    }

    @Test func aListIsNoTextOfItsPage() {
        let page = document("[list: x]\n\nFirst sentence. Second.")
        #expect(page.firstSentence() == "First sentence.")
        #expect(page.plainText(of: page.body) == "First sentence. Second.")
    }

    @Test func otherProfilesKnowNone() {
        #expect(gfmHTML("[list: x]") == "<p>[list: x]</p>\n")
    }
}
