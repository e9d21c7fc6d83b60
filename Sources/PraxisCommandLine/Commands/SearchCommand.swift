internal import ArgumentParser
internal import Foundation
internal import PraxisDiagnostics
internal import PraxisSearch

/// `praxis search`
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search a built site, as its search box does.")

    @Argument(help: "What to search for.")
    var query: [String]

    @Option(
        name: .customLong("index"),
        help: ArgumentHelp("The built site; public in the site's folder if nothing is said.", valueName: "dir"))
    var folder: String?

    /// The built site: the one that was named, else the one of the site around the current folder.
    private var index: String {
        if let folder { return folder }
        guard !FileManager.default.fileExists(atPath: "public"), let site = SiteOptions.siteAround else {
            return "public"
        }
        return "\(site)/public"
    }

    @Option(help: ArgumentHelp("How many results to show.", valueName: "n"))
    var limit = 10

    @Option(
        help: ArgumentHelp(
            "Only results of a kind, community, topic, level, length, freshness, way, circle, language or status.",
            valueName: "key=value"))
    var filter: [String] = []

    @Option(help: ArgumentHelp("relevance, date (the newest first) or title.", valueName: "order"))
    var sort = SearchSort.relevance

    @Option(help: ArgumentHelp("Look through the pages in this language alone.", valueName: "code"))
    var language: String?

    @Flag(help: "Print the results as JSON.")
    var json = false

    func validate() throws {
        guard query.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
            throw ValidationError("say what to search for: praxis search feedback")
        }
        guard 1...1000 ~= limit else { throw ValidationError("--limit takes a number from 1 to 1000") }
        _ = try filters()
    }

    func run() throws {
        let console = Console.current
        let index = index
        let folder = URL(fileURLWithPath: index)
        guard FileManager.default.fileExists(atPath: folder.appendingPathComponent("search/index/manifest.js").path)
        else {
            throw Failure.environment(
                "there is no search index in \"\(index)\"; build the site first, or name it with --index")
        }
        let results: SearchResults
        do {
            let opened = try SearchIndex { path in
                guard let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else {
                    throw SearchIndexError.missing(path)
                }
                return Array(data)
            }
            try check(filters(), in: opened)
            results = try opened.search(
                query.joined(separator: " "), filters: try filters(), limit: limit, sort: sort, language: language)
        } catch let error as SearchIndexError {
            throw Failure.environment("the search index in \"\(index)\" cannot be used: \(error); build the site again")
        }
        if json {
            try printJSON(results, on: console)
        } else {
            for result in results.results {
                console.print(
                    "\(result.title)  (\([result.kind, result.community].compactMap(\.self).joined(separator: ", ")))")
                console.print("    \(result.url)")
            }
            console.say(
                (results.total == 1 ? "1 result" : "\(results.total) results")
                    + (results.isWhole ? "" : " among the pages that fit best; there may be more"))
            for missing in results.missing { console.say(Self.sentence(on: missing)) }
        }
    }

    private static func sentence(on missing: MissingWord) -> String {
        let forms = missing.instead.prefix(3).map { "\"\($0)\"" }
        let others =
            forms.count > 1 ? forms.dropLast().joined(separator: ", ") + " or " + (forms.last ?? "") : forms.first
        return "no page has \"\(missing.word)\"" + (others.map { "; looked for \($0) instead" } ?? "")
    }

    /// Refuses what no page has.
    private func check(_ filters: [SearchFacet: [String]], in index: SearchIndex) throws {
        if let language, !index.languages.contains(language) {
            throw ValidationError(
                "no page is in \"\(language)\"; there are \(index.languages.joined(separator: ", "))")
        }
        for facet in SearchFacet.allCases {
            let known = index.values(of: facet)
            for value in filters[facet] ?? [] where !known.contains(value) {
                let nearest = Suggestion.nearest(to: value, among: known).first
                throw ValidationError(
                    "no page has the \(facet.rawValue) \"\(value)\""
                        + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
            }
        }
    }

    private func filters() throws -> [SearchFacet: [String]] {
        var filters: [SearchFacet: [String]] = [:]
        for text in filter {
            let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2, let facet = SearchFacet(rawValue: sides[0]) else {
                let known = SearchFacet.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("\"\(text)\" is no filter; write for example kind=video, with one of \(known)")
            }
            filters[facet, default: []].append(sides[1])
        }
        return filters
    }

    private struct ResultObject: Encodable {
        var url: String
        var title: String
        var kind: String
        var community: String?
        var language: String
        var score: Int
    }

    private func printJSON(_ results: SearchResults, on console: Console) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let objects = results.results.map {
            ResultObject(
                url: $0.url, title: $0.title, kind: $0.kind, community: $0.community, language: $0.language,
                score: $0.score)
        }
        console.print(String(decoding: try encoder.encode(objects), as: UTF8.self))
    }
}

extension SearchSort: ExpressibleByArgument {}
