import PraxisTestSupport
import Testing

@testable import PraxisTheme

struct AddressTests {
    private func host(_ url: String, folder: String = "") -> CodeHost {
        CodeHost(url: url, branch: "main", folder: folder)
    }

    @Test func aPageIsEditedWhereItsHostHasTheEditor() {
        let path = "content/people/åsa berg.md"
        #expect(
            host("https://github.com/a/b/", folder: "docs").edit(path)
                == "https://github.com/a/b/edit/main/docs/content/people/%C3%A5sa%20berg.md")
        #expect(
            host("https://gitlab.example.org/a/b.git").edit("content/index.md")
                == "https://gitlab.example.org/a/b/-/edit/main/content/index.md")
        #expect(
            host("https://codeberg.org/a/b").edit("content/index.md")
                == "https://codeberg.org/a/b/_edit/main/content/index.md")
        #expect(
            host("https://bitbucket.org/a/b").edit("content/index.md")
                == "https://bitbucket.org/a/b/src/main/content/index.md?mode=edit")
    }

    @Test func aNewFileIsBegunInItsFolder() {
        #expect(
            host("https://github.com/a/b").new(in: "content/people", named: "x.md", text: "---\nname: \n---\n")
                == "https://github.com/a/b/new/main/content/people?filename=x.md&value=---%0Aname%3A%20%0A---%0A")
    }

    @Test(arguments: ["repository: {address: https://code.example/a/b}", "contact: us@guild.example"])
    func whatIsBegunLeavesTheDayToWhoeverWritesIt(_ way: String) async throws {
        var site = SmallSite()
        site["site.yaml"] = "\(site["site.yaml"] ?? "")\n\(way)\n"
        let page = try #require(try await site.output("contribute/index.html"))
        #expect(page.contains("start%3A%20yyyy-mm-dd%2009%3A00"))
        #expect(page.contains("confirmed%3A%20%0A") || page.contains("confirmed%3A%20%0D%0A"))
        #expect(!page.contains("%3A%202026-"))
    }

    @Test func aProblemIsBegunWithTheAddressOfThePage() {
        #expect(
            host("https://gitlab.com/a/b").problem(title: "A & B", text: "x?")
                == "https://gitlab.com/a/b/-/issues/new?issue%5Btitle%5D=A%20%26%20B&issue%5Bdescription%5D=x%3F")
    }

    @Test(arguments: [
        ("https://www.example.org/a?b", "example.org"), ("http://user@host.example:8080/", "host.example:8080"),
        ("mailto:a@b", "mailto:a@b"),
    ])
    func theHostOfAnAddressIsShownWithoutWWW(url: String, host: String) {
        #expect(ViewMaker.host(of: url) == host)
    }

    @Test func mailAddressesAreWrittenAsReferences() {
        #expect(String(decoding: MailView("a@b").text.bytes, as: UTF8.self) == "&#97;&#64;&#98;")
        let kitchen = Kitchen("<a href=\"{{name}}\">")
        #expect(
            kitchen.render(Meal(name: "mailto:a@b?subject=\"x\""))
                == "<a href=\"&#109;&#97;&#105;&#108;&#116;&#111;&#58;&#97;&#64;&#98;?subject=&quot;x&quot;\">")
    }

    @Test func jsonForSearchEnginesEndsNoScript() {
        let extras = PageExtras(jsonLD: "{\"a\":\"</script>\"}")
        #expect(
            extras.markup.map { String(decoding: $0.bytes, as: UTF8.self) }
                == "<script type=\"application/ld+json\">{\"a\":\"\\u003c/script>\"}</script>\n")
    }

    @Test(arguments: [
        ("sv", ["Zebra", "Ångström", "Älg", "Öl"]), ("en", ["Älg", "Ångström", "Öl", "Zebra"]),
        ("da", ["Zebra", "Ærø", "Øl", "Ål"]),
    ])
    func titlesAreSortedAsALanguageCountsItsLetters(language: String, titles: [String]) {
        let alphabet = Alphabet(language: language)
        #expect(titles.reversed().sorted { alphabet.key(of: $0) < alphabet.key(of: $1) } == titles)
    }

    @Test func titlesStandUnderTheirFirstLetter() {
        let alphabet = Alphabet(language: "en")
        #expect(
            ["“Quoted”", "élan", "3 things", "…", "Æther"].map { alphabet.key(of: $0).letter.text } == [
                "Q", "E", "#", "#", "A",
            ])
        for language in ["en", "sv", "da", "is"] {
            let alphabet = Alphabet(language: language)
            for title in [
                "Alpha", "zeta", "A", "É", "E\u{301}tude", "Åse", "Æ", "“Q”", "3x", "", "ßa", "A\u{30A}s", "Яна",
            ] {
                #expect(alphabet.letter(of: title) == alphabet.key(of: title).letter, "\(title)")
            }
        }
        #expect(Alphabet(language: "sv").key(of: "östlig").letter.text == "Ö")
    }
}
