internal import PraxisDiagnostics
internal import PraxisModel

/// A site as it was frozen, with what it was frozen from besides the basis of its decodings.
struct FrozenSite: Sendable {
    let site: Site
    /// What is wrong with pages taken together.
    let findings: [Finding]
    private let decodings: [PageDecoding]
    /// The places in `decodings` of the pages that are on the site, by `PageID.index`.
    private let places: [Int]
    private let history: [SourcePath: Day]

    /// Freezes decoded pages.
    ///
    /// - Parameters:
    ///   - decodings: In the order of the catalogue's entries.
    ///   - history: When files last changed, where that is known.
    init(_ decodings: [PageDecoding], by decoder: SiteDecoder, history: [SourcePath: Day]) {
        (site, findings) = SiteFreezer.freeze(
            decodings.map(\.part), catalogue: decoder.catalogue, topics: decoder.basis.topics,
            attachments: decoder.basis.attachments, today: decoder.basis.today, menu: decoder.menu,
            changes: history)
        self.decodings = decodings
        places = decodings.indices.filter { decodings[$0].part.decoded.entry.page != nil }
        self.history = history
    }

    /// The site of other decodings, where these say nothing that changes others of its pages; else `nil`.
    ///
    /// - Parameter decoder: On a basis that differs in names at the most.
    func exchanging(_ new: [PageDecoding], by decoder: SiteDecoder, history: [SourcePath: Day]) -> FrozenSite? {
        guard history == self.history else { return nil }
        var texts: [PageID: Page] = [:]
        var facts: [PageID: SiteFreezer.Part] = [:]
        for (new, old) in zip(new, decodings) where new !== old {
            guard let id = new.part.decoded.entry.page else { continue }
            if new.hasFacts(of: old) { texts[id] = site[id].exchanging(new.part.text) } else { facts[id] = new.part }
        }
        let site = texts.isEmpty ? site : Site(site, exchanging: texts)
        guard !facts.isEmpty else { return FrozenSite(site, findings, new, places, history) }
        let refrozen = SiteFreezer.exchanging(facts, in: site, catalogue: decoder.catalogue, changes: history) { id in
            let place = places[id.index]
            return (new[place].part.decoded, decodings[place].part.decoded)
        }
        return refrozen.map { FrozenSite($0.site, $0.findings, new, places, history) }
    }

    private init(
        _ site: Site, _ findings: [Finding], _ decodings: [PageDecoding], _ places: [Int], _ history: [SourcePath: Day]
    ) {
        self.site = site
        self.findings = findings
        self.decodings = decodings
        self.places = places
        self.history = history
    }
}
