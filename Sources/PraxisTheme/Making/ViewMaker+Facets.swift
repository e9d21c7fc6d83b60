import PraxisModel

extension ViewMaker {
    /// How many pages have each value of each facet. Linear in the number of pages.
    func counts(of pages: [Page]) -> [Facet: [String: Int]] {
        var counts: [Facet: [String: Int]] = [:]
        for page in pages {
            let facets = PageFacets(of: page, on: today)
            for facet in Facet.allCases {
                for value in facets.values(of: facet, in: site) { counts[facet, default: [:]][value, default: 0] += 1 }
            }
        }
        return counts
    }

    /// What a resource has of each facet, for a script: `key=value` pairs parted by spaces, with the day on which it was added.
    ///
    /// It says the kind at least, as a script knows resources by it.
    ///
    /// - Parameter shown: The facets by which the list can be narrowed: a long list repeats nothing that parts nothing.
    func facetData(of page: Page, _ resource: Resource, shown: Set<Facet>) -> String {
        let facets = PageFacets(of: page, on: today)
        var pairs = Facet.allCases.filter { $0 == .kind || shown.contains($0) }.flatMap { facet in
            facets.values(of: facet, in: site).map { "\(facet.rawValue)=\(TextKey.Family.key(of: $0))" }
        }
        if let added = resource.added { pairs.append("added=\(added)") }
        return pairs.joined(separator: " ")
    }

    /// The values of a facet from the least to the most; empty where one is not more than another.
    func ownOrder(of facet: Facet) -> [String] {
        switch facet {
        case .level: settings.levels.map(\.id)
        case .length: LengthClass.allCases.map(\.rawValue)
        case .freshness: Freshness.allCases.map(\.rawValue)
        case .kind, .topic, .community, .way, .circle, .language: []
        }
    }

    /// What readers call a value of a facet.
    func label(of value: String, _ facet: Facet) -> String {
        switch facet {
        case .kind: strings.word(.kind, value)
        case .topic: site.topic(TopicID(value)).map { site.label(of: $0, in: language) } ?? value
        case .community: index.communities[value].map { page($0).metadata.title } ?? value
        case .level: level(value)
        case .length: strings.word(.length, value)
        case .freshness: strings.word(.freshness, value)
        case .way: strings.word(.way, value)
        case .circle: strings.word(.circle, value)
        case .language: strings.language(value)
        }
    }
}
