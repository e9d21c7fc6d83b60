import PraxisModel

/// A property by which the library can be narrowed.
enum FacetKey: String, CaseIterable, Sendable {
    case kind, topic, community, level, length, freshness, way, circle, language
}

/// The properties of resources.
enum ResourceFacets {
    /// The values of a resource, each with its facet.
    static func values(of page: Page, _ resource: Resource, in site: Site) -> [(key: FacetKey, value: String)] {
        var values: [(FacetKey, String)] = [(.kind, resource.kind.rawValue)]
        values += page.metadata.topics.map { (.topic, $0.rawValue) }
        if let community = page.community { values.append((.community, site[community].slug)) }
        if let level = resource.level { values.append((.level, level)) }
        if let length = page.lengthClass { values.append((.length, length.rawValue)) }
        if let freshness = page.freshness(on: site.today) { values.append((.freshness, freshness.rawValue)) }
        if let way = page.metadata.way { values.append((.way, way.rawValue)) }
        if let circle = page.metadata.circle { values.append((.circle, circle.rawValue)) }
        values.append((.language, page.language))
        return values
    }

    /// The same for a script: `key=value` pairs parted by spaces, with the day on which it was added.
    ///
    /// It says the kind at least, as a script knows resources by it.
    ///
    /// - Parameter keys: The facets by which the list can be narrowed: a long list repeats nothing that parts nothing.
    static func data(of page: Page, _ resource: Resource, in site: Site, keys: Set<FacetKey>) -> String {
        var pairs = values(of: page, resource, in: site).filter { $0.key == .kind || keys.contains($0.key) }.map {
            "\($0.key.rawValue)=\(TextKey.Family.key(of: $0.value))"
        }
        if let added = resource.added { pairs.append("added=\(added)") }
        return pairs.joined(separator: " ")
    }
}
