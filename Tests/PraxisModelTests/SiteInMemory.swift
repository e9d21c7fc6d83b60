import PraxisDiagnostics
import PraxisMarkdown
import PraxisModel

/// A small site in memory, read as a build reads one, up to the frozen site.
struct SiteInMemory {
    /// By path below `content/`.
    var files: [String: String]
    var today = Day(number: 20_780)
    var includesDrafts = false

    /// Two people, two topics, a community and a guide, in which nothing is wrong.
    static let plain = SiteInMemory(files: [
        "site.yaml": "title: Guild\nlanguage: en\nlanguages: [en, sv]\ntimezone: Europe/Stockholm",
        "topics.yaml": "feedback:\n  label: Feedback\ncoaching:\n  label: Coaching",
        "people/anna-lind.md": "---\nname: Anna Lind\nconfirmed: 2026-01-01\n---",
        "people/bo-ek.md": "---\nname: Bo Ek\nconfirmed: 2026-01-01\n---",
        "communities/guild/index.md":
            "---\ntitle: Guild\npurpose: We learn.\nfor: All\nowners: anna-lind\njoin: https://guild.example/join\n---",
        "communities/guild/guides/listen.md": "---\ntitle: Listen\n---\n\n## Before you begin\n\nBreathe.",
    ])

    /// The site and everything found, sorted.
    func read() -> (site: Site, findings: [Finding]) {
        var findings: [Finding] = []
        func noting<Result>(_ step: (Result, [Finding])) -> Result {
            findings += step.1
            return step.0
        }
        func source(_ path: String) -> SourceText? {
            files[path].map { SourceText(path: SourcePath("content/\(path)"), text: $0) }
        }
        let settings = source("site.yaml").map { noting(Settings.read($0)) } ?? .plain
        let topics = source("topics.yaml").map { noting(Topic.read($0)) } ?? []
        var pages: [ParsedPage] = []
        var attachments: [SourcePath: Attachment] = [:]
        for path in files.keys.sorted() {
            guard let source = source(path) else { continue }
            switch Placement.outcome(for: source.path) {
            case .page(let placement): pages.append(ParsedPage(parsing: source, placement: placement))
            case .attachment(let route):
                attachments[source.path] = Attachment(
                    source: source.path, route: route, imageSize: ImageSize(header: source.bytes))
            case .refused(let finding): findings.append(finding)
            case .settings, .topics: continue
            }
        }
        pages.sort { $0.source.path < $1.source.path }
        findings += pages.flatMap(\.findings)
        let catalogue = noting(
            Catalogue.make(
                of: pages.map(\.candidate), settings: settings, today: today, includesDrafts: includesDrafts))
        let context = ReadingContext(
            catalogue: catalogue, settings: settings, topics: Set(topics.map(\.id)), attachments: attachments,
            today: today)
        let links = LinkResolver(
            catalogue: catalogue, attachments: attachments,
            anchors: Dictionary(
                pages.map { ($0.source.path, Set($0.document.headings.map(\.anchor))) },
                uniquingKeysWith: { first, _ in first }), topics: context.topics)
        let lists = ListRequestReader(catalogue: catalogue, topics: topics)
        let parts = zip(pages, catalogue.entries).map { page, entry in
            let decoded = noting(
                PageDecoder.decode(page, original: entry.original.map { pages[$0] }, entry: entry, in: context))
            return SiteFreezer.Part(
                decoded: decoded, document: page.document, links: noting(links.targets(of: page.document)),
                lists: noting(lists.requests(of: page.document)))
        }
        let site = noting(
            SiteFreezer.freeze(
                parts, catalogue: catalogue, topics: topics, attachments: Array(attachments.values), today: today))
        return (site, findings.sorted())
    }

    /// Everything found, as a terminal shows it.
    func shownFindings() -> String {
        read().findings.map { FindingTextFormat().text(for: $0) }.joined(separator: "\n")
    }
}
