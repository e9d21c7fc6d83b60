import Foundation
import PraxisTestSupport

/// Runs the theme's search script outside a browser.
enum Node {
    private static let path: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/node" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    static var isThere: Bool { path != nil }

    /// What a result's `detail()` gives.
    struct Detail: Codable {
        var url: String
        var section: String?
        var excerpt: String
        var marks: [[Int]]
        /// What is marked on the page itself.
        var words: [String]
    }

    /// What the client answers, for an index in a folder.
    static func answers(to queries: [Query], in folder: String) throws -> [Query.Answer] {
        let script = """
            const answers = [];
            for (const { query, filters, sort, offset, language } of input) {
              const { total, isWhole, results, facets, missing } = await index.search(query, { filters, sort, offset, language, limit: 20 });
              answers.push({ total, isWhole, missing, scores: results.map((result) => result.score),
                urls: results.map((result) => result.url.slice(root.length).replace("index.html", "")),
                facets: Object.fromEntries(Object.entries(facets).map(([facet, values]) =>
                  [facet, values.map(({ value, count }) => `${value} ${count}`)])) });
            }
            return answers;
            """
        return try run(script, in: folder, input: queries)
    }

    /// The pieces that the client loads for a query.
    static func piecesLoaded(for query: String, in folder: String) throws -> [String] {
        try run(
            """
            await index.search(input);
            const loaded = await Promise.all(index.languages.flatMap(({ files }) => [...files.loaded.values()]));
            return loaded.flatMap((pieces) => [...pieces.keys()]);
            """, in: folder, input: query)
    }

    /// What the client tells of the first page that it finds.
    static func detail(of query: String, in folder: String) throws -> Detail {
        try run("return (await index.search(input)).results[0].detail();", in: folder, input: query)
    }

    /// Why the client cannot answer a query; empty if it can.
    static func failure(of query: String, in folder: String) throws -> String {
        try run("return \"\";", in: folder, input: query, otherwise: "error.message")
    }

    /// The addresses of what is found where nothing else is wanted, with whether that is all, and which pieces were loaded.
    static func plainAnswer(to query: String, in folder: String) throws -> PlainAnswer {
        try run(
            """
            const { isWhole, results } = await index.search(input, { facets: false, limit: 4 });
            const loaded = await Promise.all(index.languages.flatMap(({ files }) => [...files.loaded.values()]));
            return { isWhole, urls: results.map(({ url }) => url.slice(root.length).replace("index.html", "")),
              texts: loaded.flatMap((pieces) => [...pieces.keys()]).filter((name) => name.startsWith("texts/")).length };
            """, in: folder, input: query)
    }

    struct PlainAnswer: Codable {
        var isWhole: Bool
        var urls: [String]
        /// How many pieces with texts of pages were loaded.
        var texts: Int
    }

    /// How many results come for odd options.
    static func counts(of query: String, in folder: String) throws -> [Int] {
        try run(
            """
            const options = [null, { limit: -1 }, { limit: "20", offset: -3 }, { offset: "10" }, { filters: null }, { limit: 0 }];
            return Promise.all(options.map(async (option) => (await index.search(input, option)).results.length));
            """, in: folder, input: query)
    }

    /// Runs the body of an asynchronous function that has `index`, `root` and `input`.
    private static func run<Output: Decodable>(
        _ body: String, in folder: String, input: some Encodable, otherwise failure: String? = nil
    ) throws -> Output {
        let client = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../themes/commons/assets/search.js").standardized.path
        let work = try TemporaryFolder()
        try work.write(String(decoding: JSONEncoder().encode([input]), as: UTF8.self), to: "input.json")
        try work.write(
            """
            const fs = require("fs");
            require("vm").runInThisContext(fs.readFileSync("\(client)", "utf8"));
            const root = "file://\(folder)/";
            const read = async (url) => fs.readFileSync(new URL(url), "utf8");
            const [input] = JSON.parse(fs.readFileSync("\(work.path)/input.json", "utf8"));
            PraxisSearch.open(root, { language: "en", read })
              .then(async (index) => { \(body) })\(failure.map { ".catch((error) => \($0))" } ?? "")
              .then((output) => fs.writeFileSync("\(work.path)/output.json", JSON.stringify(output)))
              .catch((error) => { console.error(error); process.exitCode = 1; });
            """, to: "run.js")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "")
        process.arguments = ["\(work.path)/run.js"]
        try process.run()
        process.waitUntilExit()
        return try JSONDecoder().decode(Output.self, from: Data(work.bytes(of: "output.json") ?? []))
    }
}
