import Foundation
import PraxisFiles
import PraxisTestSupport
import Testing

@testable import PraxisModel
@testable import PraxisSyndication

#if canImport(FoundationXML)
import FoundationXML
#endif

struct FeedTests {
    private var site: SmallSite {
        var site = SmallSite()
        site["topics.yaml"] = "tea: {label: Tea & cakes}\n"
        site["communities/guild/resources/book.md"] = """
            ---
            title: "A <b>book</b>"
            kind: book
            url: https://books.example/1?a=1&b=2
            curator: anna-lind
            why: Read it with a cup of tea.
            added: 2026-02-01
            topics: tea
            ---
            """
        site["communities/guild/posts/news.md"] =
            "---\ntitle: News\nkind: announcement\nauthor: anna-lind\ndate: 2026-03-01\n---\nWe have news. More below.\n"
        return site
    }

    @Test func theFeedHasTheNewestFirstWithAddressesAndNotes() async throws {
        let feed = try #require(try await site.output("feed.atom"))
        let news = try #require(feed.range(of: "https://guild.example/communities/guild/posts/news/"))
        let book = try #require(feed.range(of: "https://guild.example/communities/guild/resources/book/"))
        #expect(news.lowerBound < book.lowerBound)
        #expect(feed.contains("<title>A &lt;b&gt;book&lt;/b&gt;</title>"))
        #expect(feed.contains("<summary>Read it with a cup of tea.</summary>"))
        #expect(feed.contains("href=\"https://books.example/1?a=1&amp;b=2\""))
        #expect(feed.contains("<updated>2026-03-01T00:00:00Z</updated>"))
        #expect(feed.contains("<category term=\"Tea &amp; cakes\"/>"))
    }

    @Test func theFeedIsWellFormed() async throws {
        let bytes = try #require(try await site.build().bytes(at: "feed.atom"))
        let parser = XMLParser(data: Data(bytes))
        #expect(parser.parse())
    }

    @Test func noPersonIsNamedUnlessTheSiteSaysSo() async throws {
        var site = site
        #expect(try await site.output("feed.atom")?.contains("Anna Lind") == false)
        #expect(try await site.output("api/v1/people.json") == nil)
        site["site.yaml"]? += "\npeople: {data: true}\n"
        #expect(try await site.output("feed.atom")?.contains("<name>Anna Lind</name>") == true)
        #expect(try await site.output("api/v1/people.json")?.contains("Anna Lind") == true)
    }

    @Test func noOutputHasAMailAddressThatCanBeGathered() async throws {
        var site = site
        site["communities/guild/posts/ask.md"] = """
            ---
            title: Ask
            kind: announcement
            author: anna-lind
            date: 2026-03-02
            ---
            Ask <berta@bank.example>. Or call.
            """
        site["communities/guild/posts/write.md"] = """
            ---
            title: Write
            summary: Write to berta@bank.example for a seat.
            kind: announcement
            author: anna-lind
            date: 2026-03-03
            ---
            There are seats.
            """
        let tree = try await site.build()
        for path in tree.paths.map(\.rawValue) where !path.hasPrefix("search/") {
            let bytes = try #require(try tree.bytes(at: path))
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("berta@bank"), "\(path)")
        }
        #expect(try await site.output("feed.atom")?.contains("<summary>Write to … for a seat.</summary>") == true)
        #expect(try await site.output("communities/guild/posts/write/index.html")?.contains("&#64;") == true)
    }

    @Test func communitiesTopicsAndCuratorsHaveFeedsOfTheirOwn() async throws {
        let tree = try await site.build()
        for path in ["communities/guild/feed.atom", "topics/tea/feed.json", "people/anna-lind/feed.atom", "feeds.opml"]
        {
            #expect(tree[path] != nil, "\(path)")
        }
    }

    @Test(arguments: ["live", "archived"]) func noFeedBringsWhatIsArchived(status: String) async throws {
        var site = site
        site["communities/guild/paths/p.md"] = "---\ntitle: P\ncurator: anna-lind\nitems: [book, news]\n---\n"
        site["communities/guild/resources/book.md"]?.replace("kind: book", with: "kind: book\nstatus: \(status)")
        let output = try await site.build()
        for path in output.paths.map(\.rawValue) where path.hasSuffix("feed.json") {
            let text = String(decoding: try #require(try output.bytes(at: path)), as: UTF8.self)
            if status == "archived" { #expect(!text.contains("resources/book/"), "\(path)") }
            if path.contains("paths/p/") { #expect(text.contains("resources/book/") == (status == "live")) }
        }
    }

    @Test func withoutTheSitesAddressThereAreNoFeeds() async throws {
        var site = site
        site["site.yaml"] = "title: Guild\nlanguage: en\n"
        let tree = try await site.build()
        #expect(!tree.paths.contains { $0.rawValue.hasSuffix("feed.atom") || $0.rawValue == "sitemap.xml" })
    }

    @Test func jsonFeedSaysTheSame() async throws {
        let bytes = try #require(try await site.build().bytes(at: "feed.json"))
        let feed = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let items = try #require(feed["items"] as? [[String: Any]])
        #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(items.map { $0["title"] as? String } == ["News", "A <b>book</b>"])
        #expect(items[1]["external_url"] as? String == "https://books.example/1?a=1&b=2")
    }

    @Test func aCellThatASpreadsheetWouldRunIsDisarmed() async throws {
        var site = site
        site["communities/guild/resources/evil.md"] = """
            ---
            title: "=HYPERLINK(1)"
            kind: tool
            url: https://example.org/
            curator: anna-lind
            why: "Say \\"hello\\", twice"
            ---
            """
        let table = try #require(try await site.output("library/resources.csv"))
        // Excel takes a file without a byte order mark for letters of one byte.
        #expect(table.utf8.starts(with: [0xEF, 0xBB, 0xBF] + Array("title,kind,".utf8)))
        #expect(table.contains("\r\n'=HYPERLINK(1),tool,Guild,"))
        #expect(table.contains("\"Say \"\"hello\"\", twice\""))
    }

    @Test func jsonLDCannotEndItsScript() throws {
        let bytes = jsonBytes(of: ["name": "</script><script>alert(1)</script>"])
        #expect(!String(decoding: bytes, as: UTF8.self).contains("<"))
    }

    @Test func aLongSitemapIsSplit() {
        let routes = (0..<50_001).map { Route("/p\($0)/") }
        let files = Sitemap.files(for: routes, at: "https://guild.example/")
        #expect(files.map(\.route.path) == ["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml", "/robots.txt"])
    }
}
