import PraxisTestSupport
import Testing

@testable import PraxisSearch

/// Lists and tools of a site are found, although no file is about them.
struct OverviewTests {
    @Test func listsAndToolsAreFoundInEachLanguage() async throws {
        var site = SmallSite()
        site["site.yaml"] = "title: Guild\nlanguage: en\nlanguages: [en, sv]\ntimezone: UTC\n"
        let files = try await site.bytes()
        func found(_ query: String, reader: String, language: String? = nil) throws -> [String] {
            let index = try SearchIndex(reader: reader) { try #require(files[$0]) }
            let results = try index.search(query, language: language).results
            for result in results { #expect(files["\(result.url)index.html"] != nil, "\(result.url)") }
            return results.map(\.url)
        }
        #expect(try found("subscribe", reader: "en").first == "subscribe/")
        #expect(try found("calendar ", reader: "en").contains("subscribe/"), "by what it says of itself")
        #expect(try found("prenumerera", reader: "sv").first == "sv/subscribe/")
        // What every community has is in its pages' own words; a list of it would stand before them.
        #expect(try !found("experience", reader: "en").contains("ways/experience/"))
        // Of a list in two languages one is shown; the search does not find itself.
        #expect(try found("communities", reader: "en").filter { $0.hasSuffix("communities/") } == ["communities/"])
        #expect(try !found("search", reader: "en").contains("search/"))
    }

    @Test func aListThatTheSiteHasNotIsNotFound() async throws {
        let files = try await SmallSite().bytes()
        let index = try SearchIndex { try #require(files[$0]) }
        #expect(try !index.search("opportunities").results.contains { $0.url == "opportunities/" })
        #expect(try index.search("contribute").results.contains { $0.url == "contribute/" })
    }
}
