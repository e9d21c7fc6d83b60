@testable import PraxisSearch

extension SearchDocument {
    /// A page with a title and sections by heading; the first has none.
    static func page(
        _ url: String, _ title: String, _ text: String = "", sections: [(heading: String, text: String)] = [],
        kind: String = "page", community: String? = nil, topics: [String] = [], language: String = "en",
        original: String? = nil, date: Int? = nil, isArchived: Bool = false, attributes: [SearchFacet: String] = [:],
        fields: [(field: SearchField, text: String)] = []
    ) -> SearchDocument {
        SearchDocument(
            facts: SearchFacts(
                url: url, title: title, kind: kind, community: community, topics: topics, attributes: attributes,
                date: date, language: language, original: original, isArchived: isArchived),
            summary: "", fields: fields,
            sections: [Section(id: "", heading: "", text: text)]
                + sections.map { heading, text in
                    Section(
                        id: heading.lowercased().split(separator: " ").joined(separator: "-"), heading: heading,
                        text: text)
                })
    }
}

/// The files of an index, in memory.
struct BuiltIndex {
    var files: [String: [UInt8]]

    init(_ documents: [SearchDocument], languages: [String] = ["en", "sv"]) {
        var files: [String: [UInt8]] = [:]
        IndexPacker.pack(documents.map(AnalysedPage.init), languages: languages, labels: [:]) { name, bytes in
            files[IndexFormat.folder + name] = bytes
        }
        self.files = files
    }

    struct Missing: Error {}

    func opened(reader: String? = nil) throws -> SearchIndex {
        try SearchIndex(reader: reader) { name in
            guard let bytes = files[name] else { throw Missing() }
            return bytes
        }
    }

    /// The addresses of what a query finds, in order.
    func urls(
        _ query: String, filters: [SearchFacet: [String]] = [:], sort: SearchSort = .relevance, reader: String? = nil,
        language: String? = nil
    ) throws -> [String] {
        try opened(reader: reader).search(query, filters: filters, sort: sort, language: language).results.map(\.url)
    }
}
