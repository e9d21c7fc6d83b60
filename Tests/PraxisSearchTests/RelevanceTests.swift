import Foundation
import PraxisTestSupport
import Testing

@testable import PraxisSearch

/// How well results are ranked, on two public collections; skipped where they are not.
@Suite(.enabled(if: Collection.isThere, "needs the relevance collections (PRAXIS_SHARED)"))
struct RelevanceTests {
    @Test(arguments: [("cranfield", 0.39), ("med", 0.72)])
    func theFirstTenResultsAreMostlyRelevant(name: String, least: Double) async throws {
        let collection = try Collection(name)
        let folder = try TemporaryFolder()
        try collection.write(to: folder)
        let index = try await SiteIndex(ofSiteIn: folder.path).built.opened()
        var sum = 0.0
        for (query, text) in collection.queries {
            let urls = try index.search(text, limit: 10).results.map(\.url)
            sum += collection.gain(of: urls.map(collection.identifier(at:)), for: query)
        }
        let mean = sum / Double(collection.queries.count)
        #expect(mean >= least, "nDCG@10 of \(name) is \(mean)")
    }
}

/// Documents, queries and which documents answer them.
struct Collection {
    private let documents: [Document]
    let queries: [(id: String, text: String)]
    private let grades: [String: [String: Double]]

    private static let folder: String = {
        let package = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardized
        return ProcessInfo.processInfo.environment["PRAXIS_SHARED"]
            ?? package.deletingLastPathComponent().appending(path: "shared").path
    }()

    static var isThere: Bool { FileManager.default.fileExists(atPath: "\(folder)/relevance/cranfield/docs.jsonl") }

    private struct Document: Decodable {
        var id: String
        var title: String
        var text: String
    }

    init(_ name: String) throws {
        func lines(_ file: String) throws -> [Substring] {
            try String(contentsOfFile: "\(Self.folder)/relevance/\(name)/\(file)", encoding: .utf8).split(
                separator: "\n")
        }
        documents = try lines("docs.jsonl").map { line in
            try JSONDecoder().decode(Document.self, from: Data(line.utf8))
        }
        queries = try lines("queries.tsv").map { line in
            let parts = line.split(separator: "\t")
            return (String(parts[0]), String(parts[1]))
        }
        var grades: [String: [String: Double]] = [:]
        for line in try lines("qrels.tsv") {
            let parts = line.split(separator: "\t")
            grades[String(parts[0]), default: [:]][String(parts[1])] = Double(parts[2])
        }
        self.grades = grades
    }

    /// Writes a site of which each document is a guide.
    func write(to folder: TemporaryFolder) throws {
        try folder.write("title: A collection\nlanguage: en\n", to: "content/site.yaml")
        for document in documents {
            let title = document.title.isEmpty ? "Document \(document.id)" : document.title
            try folder.write(
                "---\ntitle: '\(title.replacingOccurrences(of: "'", with: "''"))'\n---\n\n\(document.text)\n",
                to: "content/guides/d\(document.id).md")
        }
    }

    /// The document that is at an address of that site.
    func identifier(at url: String) -> String {
        String(url.dropFirst("guides/d".count).dropLast())
    }

    /// Discounted cumulative gain of the first ten, as a share of the best possible.
    func gain(of urls: [String], for query: String) -> Double {
        func discounted(_ grades: [Double]) -> Double {
            grades.prefix(10).enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset) + 2) }
        }
        let judged = grades[query] ?? [:]
        let best = discounted(judged.values.sorted(by: >))
        return best > 0 ? discounted(urls.map { judged[$0] ?? 0 }) / best : 0
    }
}
