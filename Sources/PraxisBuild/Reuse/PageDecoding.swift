internal import PraxisDiagnostics
internal import PraxisModel

/// A page with everything that its front matter and its text refer to resolved.
struct PageDecoding: Sendable {
    let part: SiteFreezer.Part
    let findings: [Finding]
}

/// What a page's decoding rests on besides its file and that of the page that it translates.
struct DecodingBasis: Equatable, Sendable {
    let candidates: [CatalogueCandidate]
    let settings: Settings
    let topics: [Topic]
    let attachments: [Attachment]
    let today: Day
    let includesDrafts: Bool
    /// By file, for links to headings.
    let anchors: [SourcePath: Set<String>]
}
