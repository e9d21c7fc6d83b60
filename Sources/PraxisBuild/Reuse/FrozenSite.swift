internal import PraxisDiagnostics
internal import PraxisModel

/// A site as it was frozen, with what it was frozen from besides the basis of its decodings.
struct FrozenSite: Sendable {
    let site: Site
    /// What is wrong with pages taken together.
    let findings: [Finding]
    private let decodings: [PageDecoding]
    private let history: [SourcePath: Day]

    /// Freezes decoded pages.
    ///
    /// - Parameters:
    ///   - decodings: In the order of the catalogue's entries.
    ///   - history: When files last changed, where that is known.
    init(_ decodings: [PageDecoding], by decoder: SiteDecoder, history: [SourcePath: Day]) {
        (site, findings) = SiteFreezer.freeze(
            decodings.map(\.part), catalogue: decoder.catalogue, topics: decoder.basis.topics,
            attachments: decoder.basis.attachments, today: decoder.basis.today, changes: history)
        self.decodings = decodings
        self.history = history
    }

    /// The site of other decodings on the same basis, where texts are all that sets them apart from those of this one;
    /// else `nil`. Whatever is worked out when a site is frozen follows from facts.
    func exchangingTexts(_ new: [PageDecoding], history: [SourcePath: Day]) -> FrozenSite? {
        guard history == self.history else { return nil }
        var texts: [PageID: Page.Text] = [:]
        for (new, old) in zip(new, decodings) where new !== old {
            guard new.hasFacts(of: old) else { return nil }
            if let id = new.part.decoded.entry.page { texts[id] = new.part.text }
        }
        return FrozenSite(Site(site, exchanging: texts), findings, new, history)
    }

    private init(_ site: Site, _ findings: [Finding], _ decodings: [PageDecoding], _ history: [SourcePath: Day]) {
        self.site = site
        self.findings = findings
        self.decodings = decodings
        self.history = history
    }
}
