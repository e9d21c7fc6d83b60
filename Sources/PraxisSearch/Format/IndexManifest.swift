/// What an index has and in which files, read first of all: `/search/index/manifest.js`, the one name that stays.
struct IndexManifest: Codable {
    /// Of the format. Whoever reads another refuses it.
    var version = Self.currentVersion
    var characters = Characters()
    /// The site's languages in its order, then others.
    var languages: [Language]
    /// What pages can be chosen by, by facet: `Language.columns` holds indices into these lists.
    var values: [String: [String]]
    /// What readers see for a value, by language and facet, where that is not the value itself.
    var labels: [String: [String: [String: String]]]

    static let currentVersion = 1
    /// How many pages one of `Language.pages` holds.
    static let pagesPerGroup = 256

    /// The texts of a `CharacterTable`.
    struct Characters: Codable, Equatable {
        var separators = CharacterTable.separators
        var ideographs = CharacterTable.ideographs
        var accented = CharacterTable.accented

        /// The table that the texts describe; nearly always the one that this program has.
        var table: CharacterTable {
            if self == Characters() { return .generated }
            return CharacterTable(separators: separators, ideographs: ideographs, accented: accented)
        }
    }

    /// The files of one language. A file may stand in several places: it then holds several pieces.
    struct Language: Codable {
        /// A BCP 47 tag.
        var code: String
        /// How many pages there are.
        var count: Int
        /// The file of the piece `columns`.
        var columns: String
        /// The files of `pages/0`, `pages/1`…, each of `pagesPerGroup` pages.
        var pages: [String]
        /// The files of `lexicon/0`…, and the first form of each.
        var lexicon: Shards<String>
        /// The files of `postings/0`…, and the first term of each.
        var postings: Shards<Int>
    }

    /// Files that share an ordered whole.
    struct Shards<Key: Codable>: Codable {
        /// The first thing in each.
        var starts: [Key]
        var files: [String]
    }
}

extension IndexManifest.Shards: Sendable where Key: Sendable {}
extension IndexManifest.Language: Sendable {}
extension IndexManifest.Characters: Sendable {}
extension IndexManifest: Sendable {}

extension IndexManifest.Shards {
    /// The shard that holds a key: the last that does not start after it. Logarithmic.
    func shard(of key: Key, isBefore: (Key, Key) -> Bool) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(key, starts[middle]) { high = middle } else { low = middle + 1 }
        }
        return max(0, low - 1)
    }
}

/// A facet that pages can be chosen by.
package enum SearchFacet: String, CaseIterable, Sendable, Codable {
    case kind, community, topic, level, language, status

    /// Its place in `allCases`.
    var index: Int {
        switch self {
        case .kind: 0
        case .community: 1
        case .topic: 2
        case .level: 3
        case .language: 4
        case .status: 5
        }
    }
}
