internal import PraxisDiagnostics
internal import PraxisModel

/// A page with everything that its front matter and its text refer to resolved. What is taken over from an earlier build
/// is the same object.
final class PageDecoding: Sendable {
    /// The page that was decoded.
    let page: ParsedPage
    let part: SiteFreezer.Part
    let findings: [Finding]
    /// The files that it uses.
    let files: FileUse.OfPage
    /// What was asked of the catalogue for it; `nil` where nobody wanted to know.
    private let reads: CatalogueReads?

    init(
        of page: ParsedPage, as part: SiteFreezer.Part, findings: [Finding], files: FileUse.OfPage,
        reads: CatalogueReads?
    ) {
        self.page = page
        self.part = part
        self.findings = findings
        self.files = files
        self.reads = reads
    }

    /// Whether it would come out the same of the same files on a catalogue that differs in so much.
    func holds(after changes: CatalogueChanges) -> Bool { reads.map { !changes.concern($0) } ?? false }

    /// Whether an earlier decoding said the same in all but the text.
    func hasFacts(of earlier: PageDecoding) -> Bool {
        part.decoded.metadata == earlier.part.decoded.metadata && part.decoded.content == earlier.part.decoded.content
    }
}

/// What a page's decoding rests on besides its file and that of the page that it translates.
struct DecodingBasis: Sendable {
    /// Of all files of pages, in the order of their paths.
    let files: [FileReading]
    let settings: Settings
    let topics: [Topic]
    let attachments: [Attachment]
    let today: Day
    let includesDrafts: Bool

    /// What of the files' names differs from those of an earlier basis, with their positions in the catalogue; `nil` where
    /// more does than what pages and people are called and which headings there are.
    func renamed(since earlier: DecodingBasis) -> [(position: Int, naming: FileReading.Naming)]? {
        guard
            settings == earlier.settings && topics == earlier.topics && attachments == earlier.attachments
                && today == earlier.today && includesDrafts == earlier.includesDrafts
                && files.count == earlier.files.count
        else { return nil }
        var renamed: [(position: Int, naming: FileReading.Naming)] = []
        var position = 0
        for (new, old) in zip(files, earlier.files) {
            if new !== old, new.naming != old.naming {
                guard new.naming.path == old.naming.path, let candidate = new.naming.candidate,
                    let oldCandidate = old.naming.candidate, candidate.stands(as: oldCandidate)
                else { return nil }
                renamed.append((position, new.naming))
            }
            if new.isPage { position += 1 }
        }
        return renamed
    }
}

/// Decodes the pages of a site, with everything at hand that they may refer to.
struct SiteDecoder: Sendable {
    private(set) var basis: DecodingBasis
    /// Who is who.
    let context: ReadingContext
    /// What the menu leads to.
    let menu: [MenuItem]
    private let catalogueFindings: [Finding]
    private let menuFindings: [Finding]
    private let links: LinkResolver
    private let lists: ListRequestReader

    /// A decoder on a basis, and how its catalogue differs from that of an earlier one; `nil` where nothing that was
    /// decoded earlier holds.
    static func decoder(
        on basis: DecodingBasis, after earlier: SiteDecoder?
    ) -> (decoder: SiteDecoder, changes: CatalogueChanges?) {
        guard let earlier, let renamed = basis.renamed(since: earlier.basis) else {
            return (SiteDecoder(of: basis), nil)
        }
        return earlier.renaming(renamed, on: basis)
    }

    /// Names everything. Linear in the number of files.
    private init(of basis: DecodingBasis) {
        let (catalogue, findings) = Catalogue.make(
            of: basis.files.compactMap(\.naming.candidate), settings: basis.settings, today: basis.today,
            includesDrafts: basis.includesDrafts)
        let context = ReadingContext(
            catalogue: catalogue, settings: basis.settings, topics: Set(basis.topics.map(\.id)),
            attachments: Dictionary(
                basis.attachments.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first }),
            today: basis.today, rules: BuildRules.known)
        let anchors = Dictionary(
            basis.files.map { ($0.naming.path, $0.naming.anchors) }, uniquingKeysWith: { first, _ in first })
        let links = LinkResolver(
            catalogue: catalogue, attachments: context.attachments, anchors: anchors, topics: context.topics)
        self.init(on: basis, context: context, findings: findings, links: links)
    }

    /// Reads what rests on names and takes little to read: the menu, and what lists may be called.
    private init(on basis: DecodingBasis, context: ReadingContext, findings: [Finding], links: LinkResolver) {
        self.basis = basis
        self.context = context
        catalogueFindings = findings
        self.links = links
        (menu, menuFindings) = MenuReader.menu(
            of: basis.settings.navigation, in: context.catalogue, topics: context.topics)
        lists = ListRequestReader(catalogue: context.catalogue, topics: basis.topics)
    }

    private func renaming(
        _ renamed: [(position: Int, naming: FileReading.Naming)], on basis: DecodingBasis
    ) -> (decoder: SiteDecoder, changes: CatalogueChanges?) {
        guard !renamed.isEmpty else {
            var decoder = self
            decoder.basis = basis
            return (decoder, CatalogueChanges())
        }
        let (catalogue, changes) = catalogue.renaming(
            renamed.compactMap { place in place.naming.candidate.map { (place.position, $0) } })
        let anchors = Dictionary(
            renamed.map { ($0.naming.path, $0.naming.anchors) }, uniquingKeysWith: { first, _ in first })
        let decoder = SiteDecoder(
            on: basis, context: context.renaming(catalogue), findings: catalogueFindings,
            links: links.renaming(catalogue, anchors: anchors))
        return (decoder, changes)
    }

    var catalogue: Catalogue { context.catalogue }
    /// What is wrong with the catalogue and the menu.
    var findings: [Finding] { catalogueFindings + menuFindings }

    /// The page of an entry of the catalogue.
    ///
    /// - Parameters:
    ///   - files: Those that can be read as pages, in the order of the entries.
    ///   - notesReads: Whether a later build is to know what was asked.
    func decoding(of index: Int, among files: [FileReading], notesReads: Bool) -> PageDecoding {
        let log = notesReads ? CatalogueLog() : nil
        let context = log.map(context.noting) ?? context
        let entry = catalogue.entries[index]
        func quoted(_ index: Int) -> ParsedPage {
            guard let page = files[index].page else { preconditionFailure("only pages are in the catalogue") }
            return page.quoting(in: catalogue.entries[index].language)
        }
        let page = quoted(index)
        let (decoded, fieldFindings) = PageDecoder.decode(
            page, original: entry.original.map(quoted), entry: entry, in: context)
        let (targets, linkFindings) = (log.map(links.noting) ?? links).targets(of: page.document)
        let (requests, listFindings) = (log.map(lists.noting) ?? lists).requests(of: page.document)
        let part = SiteFreezer.Part(decoded: decoded, document: page.document, links: targets, lists: requests)
        return PageDecoding(
            of: page, as: part.agreedTo, findings: fieldFindings + linkFindings + listFindings,
            files: FileUse.OfPage(of: part, files: context.attachments), reads: log?.reads)
    }
}
