internal import PraxisBytes

/// What the manifest says of each page, by its place in the order of columns.
struct PageColumns {
    let numbers: [Int]
    /// By number the place.
    let placeOfNumber: [Int: Int]
    /// The group of its titles.
    let titles: [Int]
    /// Words in all.
    let lengths: [Int]
    /// Different words in the title.
    let titleLengths: [Int]
    /// How many of them are common.
    let commonInTitle: [Int]
    /// What all versions of a page have in common, from 1; 0 for a page in one language.
    let versions: [Int]
    private let values: [[[Int]]]

    /// `nil` if a column has not a value for each page.
    init?(_ manifest: IndexManifest.Language, facets: IndexPieces.Facets?, language: Int) {
        let count = manifest.count
        func numbers(_ text: String) -> [Int]? {
            guard let numbers = PackedNumbers.numbers(of: text), numbers.count == count else { return nil }
            return numbers
        }
        func runs(_ text: String) -> [Int]? {
            guard let numbers = PackedNumbers.runs(of: text), numbers.count == count else { return nil }
            return numbers
        }
        let data = manifest.columns
        guard let gaps = numbers(data.number), let pieces = PackedNumbers.numbers(of: data.titles),
            pieces.allSatisfy({ 0...count ~= $0 }), pieces.reduce(0, +) == count, let kind = runs(data.kind),
            let community = runs(data.community), let status = runs(data.status),
            let versions = runs(data.versions), let length = numbers(data.length),
            let titleLength = numbers(data.titleLength),
            let commonInTitle = numbers(data.commonInTitle)
        else { return nil }
        var topics: [[Int]] = Array(repeating: [], count: count)
        var attributes: [SearchFacet: [Int]] = [:]
        if let facets {
            guard let counts = facets["topicCounts"].flatMap(numbers),
                let topic = facets["topics"].flatMap({ PackedNumbers.numbers(of: $0) }),
                counts.allSatisfy({ $0 <= topic.count }), counts.reduce(0, +) == topic.count
            else { return nil }
            var rest = topic[...]
            topics = counts.map { count in
                defer { rest = rest.dropFirst(count) }
                return Array(rest.prefix(count))
            }
            for facet in SearchFacet.attributes {
                guard let text = facets[facet.rawValue] else { continue }
                guard let column = numbers(text) else { return nil }
                attributes[facet] = column
            }
        }
        titles = pieces.enumerated().flatMap { Array(repeating: $0, count: $1) }
        var pageNumbers = gaps
        for place in pageNumbers.indices.dropFirst() where titles[place] == titles[place - 1] {
            pageNumbers[place] &+= pageNumbers[place - 1]
        }
        self.numbers = pageNumbers
        placeOfNumber = Dictionary(self.numbers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.versions = versions
        lengths = length.map { Scale.length(of: min($0, 80)) }
        titleLengths = titleLength
        self.commonInTitle = commonInTitle
        func optional(_ column: [Int]) -> [[Int]] { column.map { $0 > 0 ? [$0 - 1] : [] } }
        values = SearchFacet.allCases.map { facet in
            switch facet {
            case .kind: kind.map { [$0] }
            case .community: optional(community)
            case .topic: topics
            case .level, .length, .freshness, .way, .circle:
                optional(attributes[facet] ?? Array(repeating: 0, count: count))
            case .language: Array(repeating: [language], count: count)
            case .status: status.map { [$0] }
            }
        }
    }

    /// What a page has of a facet: indices into the manifest's values.
    func values(of facet: SearchFacet, at page: Int) -> [Int] { values[facet.index][page] }

    /// How many different words a page's title has; of a shortened query the common ones do not count, if it has others.
    func titleLength(of page: Int, withoutCommon: Bool) -> Int {
        let rarer = titleLengths[page] - commonInTitle[page]
        return withoutCommon && rarer > 0 ? rarer : titleLengths[page]
    }
}
