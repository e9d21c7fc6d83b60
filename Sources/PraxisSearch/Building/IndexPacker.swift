internal import FoundationEssentials

/// Divides the index of a site into files and names them by what is in them.
struct IndexPacker {
    /// Name and content; the manifest is the last.
    private(set) var files: [(name: String, bytes: [UInt8])] = []

    /// - Parameters:
    ///   - pages: In any order.
    ///   - languages: The site's, in its order.
    ///   - labels: What readers see, by language, facet and value.
    init(_ pages: [AnalysedPage], languages: [String], labels: [String: [String: [String: String]]]) {
        let inOrder = pages.sorted { $0.facts.url.utf8.lexicographicallyPrecedes($1.facts.url.utf8) }
        let groups = Dictionary(grouping: inOrder, by: \.facts.language)
        let codes = languages.filter { groups[$0] != nil } + groups.keys.filter { !languages.contains($0) }.sorted()
        let values = FacetValues(of: inOrder)
        let ranks = Self.titleRanks(of: inOrder)
        let originals = Set(inOrder.compactMap(\.facts.original)).sorted()
        let versions = Dictionary(
            originals.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        var entries: [IndexManifest.Language] = []
        for code in codes {
            var packer = LanguagePacker(code: code, pages: groups[code] ?? [])
            entries.append(
                packer.pack { FacetColumns(of: $0, values: values, versions: versions, ranks: ranks) })
            files += packer.files
        }
        let manifest = IndexManifest(languages: entries, values: values.byFacet(languages: codes), labels: labels)
        files.append((IndexFormat.manifestName, Self.script(of: manifest)))
    }

    /// By address, the place of each title in the order of titles without their accents.
    private static func titleRanks(of pages: [AnalysedPage]) -> [String: Int] {
        let keyed = pages.map { page in
            let words = WordScanner.words(of: page.facts.title).map {
                CharacterTable.generated.withoutAccents($0) ?? $0
            }
            return (key: Array(words.joined(separator: [0x20])), url: page.facts.url)
        }
        let order = keyed.sorted { left, right in
            left.key == right.key
                ? left.url.utf8.lexicographicallyPrecedes(right.url.utf8)
                : left.key.lexicographicallyPrecedes(right.key)
        }
        return Dictionary(order.enumerated().map { ($1.url, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func script(of manifest: IndexManifest) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(manifest) else {
            preconditionFailure("strings and numbers always encode")
        }
        var bytes: [UInt8] = []
        IndexFormat.append(Array(json), as: "manifest", to: &bytes)
        return bytes
    }
}
