internal import FoundationEssentials

/// Is given the name of a file of an index, and its content.
typealias FileWriter = (_ name: String, _ bytes: [UInt8]) throws -> Void

/// Divides the index of a site into files and names them by what is in them.
enum IndexPacker {
    /// Makes all files.
    ///
    /// - Parameters:
    ///   - pages: In any order.
    ///   - languages: The site's, in its order.
    ///   - labels: What readers see, by language, facet and value.
    ///   - write: Is given each file when it is made; the manifest is the last.
    ///   - release: Called when much of what pages held is free.
    static func pack(
        _ pages: consuming [AnalysedPage], languages: [String], labels: [String: [String: [String: String]]],
        write: FileWriter, release: () -> Void = {}
    ) rethrows {
        var inOrder = consume pages
        inOrder.sort { $0.facts.url.utf8.lexicographicallyPrecedes($1.facts.url.utf8) }
        let values = FacetValues(of: inOrder)
        let ranks = titleRanks(of: inOrder)
        let originals = Set(inOrder.compactMap(\.facts.original)).sorted()
        let versions = Dictionary(
            originals.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        // From here on, each language's packer alone has its pages.
        var groups = Dictionary(grouping: consume inOrder, by: \.facts.language)
        let codes = languages.filter { groups[$0] != nil } + groups.keys.filter { !languages.contains($0) }.sorted()
        var entries: [IndexManifest.Language] = []
        for code in codes {
            var packer = LanguagePacker(code: code, pages: groups.removeValue(forKey: code) ?? [])
            entries.append(
                try packer.pack(
                    makeColumns: { FacetColumns(of: $0, values: values, versions: versions, ranks: ranks) },
                    write: write, release: release))
        }
        let manifest = IndexManifest(languages: entries, values: values.byFacet(languages: codes), labels: labels)
        try write(IndexFormat.manifestName, script(of: manifest))
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
