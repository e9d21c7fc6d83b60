import Testing

@testable import PraxisSearch

/// Two words that some write as one, or with a hyphen.
struct WrittenTogetherTests {
    @Test func aHyphenBetweenTwoWordsMayBeLeftOut() throws {
        let index = BuiltIndex([
            .page("a/", "Formats", "A stand-up every morning."), .page("b/", "Rooms", "The standup is in here."),
            .page("c/", "Chairs", "Stand near one."), .page("d/", "Notes", "Write it up."),
            .page("e/", "Chains", "Stand-up-comedy, 2026-11."),
        ])
        #expect(try Set(index.urls("standup ")) == ["a/", "b/"])
        #expect(try index.urls("stand-up ").prefix(3).sorted() == ["a/", "b/", "e/"])
        #expect(try index.urls("stand\u{2011}up ").contains("b/"))
        #expect(try !index.urls("stand up ").contains("b/"))
        #expect(try index.urls("one two three four five six stand-up ").contains("b/") == false)
    }

    @Test func aWordWithoutItsBlankIsFoundAsTwo() throws {
        let index = try BuiltIndex([
            .page("a/", "Formats", "A stand-up every morning."), .page("b/", "Sources", "Where open data is."),
            .page("c/", "Chairs", "A stand."),
        ]).opened()
        func urls(_ query: String) throws -> [String] { try index.search(query).results.map(\.url) }
        #expect(try urls("standup ") == ["a/", "c/"])
        #expect(try urls("opendata ") == ["b/"])
        #expect(try urls("\"a standup\"").isEmpty)
        #expect(try index.search("Opendata ").missing == [MissingWord(word: "opendata", instead: ["open data"])])
        #expect(try urls("openxata ").isEmpty)
    }
}
