/// What an index has and in which files, read first of all: `/search/index/manifest.js`, the one name that stays.
struct IndexManifest: Codable {
    /// Of the format. Whoever reads another refuses it.
    var version = Self.currentVersion
    var characters = Characters()
    /// The site's languages in its order, then others.
    var languages: [Language]
    /// What pages can be chosen by, by facet: columns hold indices into these lists.
    var values: [String: [String]]
    /// What readers see for a value, by language and facet, where that is not the value itself.
    var labels: [String: [String: [String: String]]]

    static let currentVersion = 5

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

    /// One language's pages and files. A file may stand in several places: it then holds several pieces.
    struct Language: Codable, Sendable {
        /// A BCP 47 tag.
        var code: String
        /// How many pages there are.
        var count: Int
        /// How many words a page has on average, rounded to two binary digits.
        var averageLength: Int
        var columns: Columns
        /// The file of the piece `facets`; empty if no page has a topic or a level.
        var facets: String
        /// The file of the piece `sorting`.
        var sorting: String
        /// The files of `titles/N`, and the number of the first page in each. They follow the order of addresses.
        var titles: Shards<Int>
        /// The files of `words/S`, and S, with which the first words of each begin.
        var words: Shards<String>
        var common: Common
        /// The files of `spelling/0`…, a power of two of them.
        var spelling: [String]
    }

    /// What each page is, in the order of title pieces and in each by number: `PackedNumbers`, a number a page.
    struct Columns: Codable, Sendable {
        /// How much the number is above the one before in its piece of titles.
        var number: String
        /// By piece how many pages there are.
        var titles: String
        /// Indices into the manifest's kinds.
        var kind: String
        /// Indices into the manifest's communities, from 1; 0 for none.
        var community: String
        /// 1 for archived, else 0.
        var status: String
        /// The same number, from 1, for all versions of a page that is in several languages; else 0.
        var versions: String
        /// Words in all, as a half octave of `Scale`.
        var length: String
        /// Different words in the title.
        var titleLength: String
        /// How many of them are common.
        var commonInTitle: String
    }

    /// The words that stand on so many pages that their lists are kept apart.
    struct Common: Codable, Sendable {
        /// Divided by spaces.
        var forms: String
        /// By form the index of its term.
        var terms: String
        /// By term the number of its pages, as a binary logarithm.
        var octaves: String
        /// By file how many terms it has, in their order.
        var bundles: String
        /// The files of `common/W`; W is the first form of the file's first term.
        var files: [String]
    }

    /// Files that share an ordered whole.
    struct Shards<Key: Codable & Sendable>: Codable, Sendable {
        /// The first thing in each.
        var starts: [Key]
        var files: [String]
    }
}

extension IndexManifest.Characters: Sendable {}
extension IndexManifest: Sendable {}

extension IndexManifest.Shards<String> {
    /// The shard that holds a word, given without its accents: the last that does not start after it. Logarithmic.
    func shard(of word: String) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if word.utf16.lexicographicallyPrecedes(starts[middle].utf16) { high = middle } else { low = middle + 1 }
        }
        return max(0, low - 1)
    }
}

/// A facet that pages can be chosen by.
package enum SearchFacet: String, CaseIterable, Sendable, Codable {
    case kind, community, topic, level, length, freshness, way, circle, language, status

    /// Those of which a page has one value or none, and which a query needs only where choices are shown.
    static let attributes: [SearchFacet] = [.level, .length, .freshness, .way, .circle]

    /// Its place in `allCases`.
    var index: Int {
        switch self {
        case .kind: 0
        case .community: 1
        case .topic: 2
        case .level: 3
        case .length: 4
        case .freshness: 5
        case .way: 6
        case .circle: 7
        case .language: 8
        case .status: 9
        }
    }
}
