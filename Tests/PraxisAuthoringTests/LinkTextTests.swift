import PraxisDiagnostics
import Testing

@testable import PraxisAuthoring

@Suite struct LinkTextTests {
    private func links(_ text: String) -> LinkText {
        LinkText(SourceText(path: SourcePath("content/about.md"), bytes: Array(text.utf8)))
    }

    private func replaced(_ text: String, _ addresses: [String: String]) -> String {
        var links = links(text)
        #expect(links.replace(addresses).isEmpty)
        return String(decoding: links.source.bytes, as: UTF8.self)
    }

    private func removed(_ text: String, _ addresses: Set<String>) -> String {
        var links = links(text)
        #expect(links.remove(addresses).isEmpty)
        return String(decoding: links.source.bytes, as: UTF8.self)
    }

    @Test func codeThatLooksLikeALinkStaysBesideADefinitionOfSeveralLinks() {
        #expect(
            replaced("[A][x] and [B][x], `[c](a.md)`, \"a.md\" a.md\n\n[x]: a.md\n", ["a.md": "b.md"])
                == "[A][x] and [B][x], `[c](a.md)`, \"a.md\" a.md\n\n[x]: b.md\n")
    }

    @Test func twoLinksMayExchangeTheirAddresses() {
        #expect(
            replaced("[A](a.md) [B](b.md) `(a.md)`\n", ["a.md": "b.md", "b.md": "a.md"])
                == "[A](b.md) [B](a.md) `(a.md)`\n")
    }

    @Test func everyFormOfALinkIsFound() {
        #expect(
            replaced(
                "---\ntitle: \"a.md\"\n---\n[A](<a.md> \"a.md\") ![A](a.md 'A')\n[A](a.md?b&amp;c) [A](a.md/b.md)\n",
                ["a.md": "x/a.md", "a.md?b&c": "x/a.md?b", "a.md/b.md": "y.md"])
                == "---\ntitle: \"a.md\"\n---\n[A](<x/a.md> \"a.md\") ![A](x/a.md 'A')\n[A](x/a.md?b) [A](y.md)\n")
    }

    /// To change the label of a definition takes the definition from those who use it; all others are changed.
    @Test func aPlaceWhoseChangeBreaksALinkIsLeftAlone() {
        let text = "[A](a.md) [see a.md here] [A](a.md)\n\n[see a.md here]: c.md\n\n"
        #expect(
            replaced(text + "[A](a.md)\n", ["a.md": "b.md"])
                == "[A](b.md) [see a.md here] [A](b.md)\n\n[see a.md here]: c.md\n\n[A](b.md)\n")
    }

    @Test func anAddressThatCannotBeFoundIsReturned() {
        var links = links("[A](a\\.md) [B](a.md)\n")
        #expect(links.replace(["a.md": "b.md"]).count == 1)
        #expect(String(decoding: links.source.bytes, as: UTF8.self) == "[A](a\\.md) [B](b.md)\n")
    }

    @Test func anImageInALinkGoesWithIt() {
        #expect(
            removed("[![Cia](cia.png) **Cia**](cia.md) `[Cia](cia.md)` [Bo](bo.md)\n", ["cia.png", "cia.md"])
                == " **Cia** `[Cia](cia.md)` [Bo](bo.md)\n")
    }

    /// A text that is parsed for every link takes minutes here.
    @Test func aPageOfManyLinksIsChangedAtOnce() {
        let count = 5000
        func page(_ folder: String) -> String {
            (0..<count).map { "- [\($0)](\(folder)/\($0).md) and `[x](a/\($0).md)`\n" }.joined()
        }
        let addresses = Dictionary(uniqueKeysWithValues: (0..<count).map { ("a/\($0).md", "b/\($0).md") })
        #expect(replaced(page("a"), addresses) == page("b"))
        let plain = (0..<count).map { "- \($0) and `[x](a/\($0).md)`\n" }.joined()
        #expect(removed(page("a"), Set(addresses.keys)) == plain)
    }
}
