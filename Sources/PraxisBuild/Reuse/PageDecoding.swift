internal import PraxisDiagnostics
internal import PraxisModel

/// A page with everything that its front matter and its text refer to resolved. What is taken over from an earlier build
/// is the same object.
final class PageDecoding: Sendable {
    /// The page that was decoded.
    let page: ParsedPage
    let part: SiteFreezer.Part
    let findings: [Finding]

    init(of page: ParsedPage, as part: SiteFreezer.Part, findings: [Finding]) {
        self.page = page
        self.part = part
        self.findings = findings
    }

    /// Whether an earlier decoding said the same in all but the text.
    func hasFacts(of earlier: PageDecoding) -> Bool {
        part.decoded.metadata == earlier.part.decoded.metadata && part.decoded.content == earlier.part.decoded.content
    }
}

/// What a page's decoding rests on besides its file and that of the page that it translates.
struct DecodingBasis: Equatable, Sendable {
    /// Of all files of pages, in the order of their paths.
    let files: [FileReading]
    let settings: Settings
    let topics: [Topic]
    let attachments: [Attachment]
    let today: Day
    let includesDrafts: Bool

    static func == (left: DecodingBasis, right: DecodingBasis) -> Bool {
        left.settings == right.settings && left.topics == right.topics && left.attachments == right.attachments
            && left.today == right.today && left.includesDrafts == right.includesDrafts
            && left.files.elementsEqual(right.files) { $0 === $1 || $0.naming == $1.naming }
    }
}

/// Decodes the pages of a site, with everything at hand that they may refer to.
struct SiteDecoder: Sendable {
    let basis: DecodingBasis
    /// Who is who.
    let context: ReadingContext
    /// What is wrong with the catalogue.
    let findings: [Finding]
    private let links: LinkResolver
    private let lists: ListRequestReader

    /// Names everything. Linear in the number of files.
    init(of basis: DecodingBasis) {
        self.basis = basis
        let (catalogue, findings) = Catalogue.make(
            of: basis.files.compactMap(\.naming.candidate), settings: basis.settings, today: basis.today,
            includesDrafts: basis.includesDrafts)
        self.findings = findings
        context = ReadingContext(
            catalogue: catalogue, settings: basis.settings, topics: Set(basis.topics.map(\.id)),
            attachments: Dictionary(
                basis.attachments.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first }),
            today: basis.today)
        let anchors = Dictionary(
            basis.files.map { ($0.naming.path, $0.naming.anchors) }, uniquingKeysWith: { first, _ in first })
        links = LinkResolver(
            catalogue: catalogue, attachments: context.attachments, anchors: anchors, topics: context.topics)
        lists = ListRequestReader(catalogue: catalogue, topics: basis.topics)
    }

    var catalogue: Catalogue { context.catalogue }

    /// The page of an entry of the catalogue.
    ///
    /// - Parameter files: Those that can be read as pages, in the order of the entries.
    func decoding(of index: Int, among files: [FileReading]) -> PageDecoding {
        let entry = catalogue.entries[index]
        func quoted(_ index: Int) -> ParsedPage {
            guard let page = files[index].page else { preconditionFailure("only pages are in the catalogue") }
            return page.quoting(in: catalogue.entries[index].language)
        }
        let page = quoted(index)
        let (decoded, fieldFindings) = PageDecoder.decode(
            page, original: entry.original.map(quoted), entry: entry, in: context)
        let (targets, linkFindings) = links.targets(of: page.document)
        let (requests, listFindings) = lists.requests(of: page.document)
        return PageDecoding(
            of: page,
            as: SiteFreezer.Part(decoded: decoded, document: page.document, links: targets, lists: requests),
            findings: fieldFindings + linkFindings + listFindings)
    }
}
