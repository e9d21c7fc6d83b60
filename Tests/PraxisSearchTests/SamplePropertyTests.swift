import PraxisTestSupport
import Testing

@testable import PraxisBytes
@testable import PraxisSearch

/// What must hold of any site's index, on the site in `content/`.
struct SamplePropertyTests {
    /// Of the words one in `step` is tried; `PROPERTIES=whole` tries all, with every misspelling.
    private static let step = Misspellings.isWhole ? 1 : 8

    @Test func everyWordOfEveryPageFindsItsPage() async throws {
        let sample = try await SiteIndex.sample.value
        let index = try sample.built.opened()
        var pagesOfWord: [[UInt8]: Set<String>] = [:]
        for document in sample.documents {
            for word in document.everyWord { pagesOfWord[word, default: []].insert(document.facts.url) }
        }
        #expect(pagesOfWord.count > 5000)
        for word in Self.some(of: pagesOfWord.keys) {
            let pages = pagesOfWord[word] ?? []
            let query = String(decoding: word, as: UTF8.self) + " "
            var found: Set<String> = []
            for language in index.languages {
                let results = try index.search(
                    query, filters: [.status: ["live", "archived"]], limit: 10_000, language: language)
                found.formUnion(results.results.map(\.url))
            }
            #expect(pages.isSubset(of: found), "“\(query)” does not find \(pages.subtracting(found).sorted())")
        }
    }

    /// A page is found that has in its title a form of the word, or of another that is as near to what was typed.
    @Test func everyMisspeltTitleWordFindsAPageOfThatTitle() async throws {
        let sample = try await SiteIndex.sample.value
        let index = try sample.built.opened()
        let forms = Set(sample.documents.flatMap(\.everyWord))
        let families = Self.languages.map { language in
            Dictionary(grouping: forms) { Self.stem(of: $0, in: language) }
        }
        let titles = Dictionary(
            sample.documents.map { document in
                let words = WordScanner.words(of: document.facts.title)
                let related = zip(Self.languages, families).flatMap { language, families in
                    words.flatMap { families[Self.stem(of: $0, in: language)] ?? [] }
                }
                return (document.facts.url, related.map(Self.letters))
            },
            uniquingKeysWith: { first, _ in first })
        let words = Set(sample.documents.flatMap { WordScanner.words(of: $0.facts.title) })
            .filter(Misspellings.isLongEnough)
        #expect(words.count > 300)
        var count = 0
        for word in Self.some(of: words) {
            for typed in Misspellings.of(word) where !forms.contains(typed) {
                count += 1
                let query = String(decoding: typed, as: UTF8.self) + " "
                let urls = try index.search(query, filters: [.status: ["live", "archived"]]).results.map(\.url)
                let letters = Self.letters(typed)
                #expect(
                    urls.contains {
                        titles[$0]?.contains { EditDistance(from: letters, to: $0, limit: 1).whole <= 1 } == true
                    },
                    "“\(query)” does not find “\(String(decoding: word, as: UTF8.self))”")
            }
        }
        #expect(count > 500)
    }

    private static func some(of words: some Sequence<[UInt8]>) -> [[UInt8]] {
        words.filter { StableHash.value(of: $0) % UInt64(step) == 0 }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Those of the site.
    private static let languages = ["en", "sv"]

    private static func stem(of word: [UInt8], in language: String) -> [UInt8] {
        Stemmer(language: language)?.stem(of: word[...]) ?? word
    }

    private static func letters(_ word: [UInt8]) -> [UInt32] {
        String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    }

    @Test func theOrderInWhichPagesAreBuiltChangesNothing() async throws {
        let sample = try await SiteIndex.sample.value
        var random = SeededGenerator(seed: 5)
        let shuffled = BuiltIndex(sample.documents.shuffled(using: &random))
        #expect(shuffled.files == BuiltIndex(sample.documents).files)
    }
}

extension SearchDocument {
    /// All words that a reader could see.
    fileprivate var everyWord: Set<[UInt8]> {
        let texts = [facts.title, summary] + fields.map(\.text) + sections.flatMap { [$0.heading, $0.text] }
        return Set(texts.flatMap { WordScanner.words(of: $0) })
    }
}
