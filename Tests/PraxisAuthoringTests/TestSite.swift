import PraxisChecks
import PraxisDiagnostics
import PraxisFiles
import PraxisMarkdown
import PraxisModel

@testable import PraxisAuthoring

/// A whole site in memory, read as tools read it.
struct TestSite {
    var files = InMemoryFiles()
    /// The day that the site takes for today.
    var day = today
    static let today = Day(year: 2026, month: 11, day: 23) ?? Day(number: 0)

    /// Two communities, three people, and pages that speak of each other in every way.
    init() {
        self["site.yaml"] =
            "title: Guild\nlanguage: en\nlanguages: [en, sv]\nnavigation:\n  - {title: Agile, url: /communities/agile/}\n"
        self["index.md"] = "Welcome. Read [the guide](communities/agile/guides/retrospective.md#why).\n"
        self["topics.yaml"] = "coaching: {label: Coaching}\n"
        self["people/anna-lind.md"] = page("name: Anna Lind")
        self["people/bo-ek.md"] = page("name: Bo Ek")
        self["people/cia-berg.md"] = page("name: Cia Berg")
        self["communities/agile/index.md"] = page(
            "title: Agile", "purpose: We learn.", "for: All", "owners: [anna-lind, bo-ek]", "join: chat")
        self["communities/data/index.md"] = page(
            "title: Data", "purpose: We learn.", "for: All", "owners: bo-ek", "join: chat", "related: [agile]")
    }

    subscript(path: String) -> String? {
        get { files["content/\(path)"] }
        set { files["content/\(path)"] = newValue }
    }

    /// Everything that tools are given, and everything found.
    func read() throws -> (sources: SiteSources, findings: [Finding]) {
        let tree = try ContentTree(of: files)
        var findings = tree.findings
        var pages: [ParsedPage] = []
        var attachments: [SourcePath: Attachment] = [:]
        var settings = Settings.plain
        var topics: [Topic] = []
        var settingsFile: SourceText?
        for entry in tree.entries(below: Placement.contentFolder) where entry.kind == .file {
            switch Placement.outcome(for: entry.path) {
            case .page(let placement):
                guard case .text(let source) = tree.text(of: entry) else { continue }
                pages.append(ParsedPage(parsing: source, placement: placement))
            case .attachment(let route):
                let size = entry.path.pathExtension == "png" ? ImageSize(width: 1, height: 1) : nil
                attachments[entry.path] = Attachment(source: entry.path, route: route, imageSize: size)
            case .settings:
                guard case .text(let source) = tree.text(of: entry) else { continue }
                settingsFile = source
                let (read, found) = Settings.read(source)
                settings = read
                findings += found
            case .topics:
                guard case .text(let source) = tree.text(of: entry) else { continue }
                let (read, found) = Topic.read(source)
                topics = read
                findings += found
            case .refused(let finding): findings.append(finding)
            }
        }
        pages.sort { $0.source.path < $1.source.path }
        findings += pages.flatMap(\.findings)
        let (catalogue, problems) = Catalogue.make(
            of: pages.map(\.candidate), settings: settings, today: day, includesDrafts: true)
        findings += problems
        let context = ReadingContext(
            catalogue: catalogue, settings: settings, topics: Set(topics.map(\.id)), attachments: attachments,
            today: day)
        let resolver = LinkResolver(
            catalogue: catalogue, attachments: attachments,
            anchors: Dictionary(
                uniqueKeysWithValues: pages.map { ($0.source.path, Set($0.document.headings.map(\.anchor))) }),
            topics: context.topics)
        var decoded: [DecodedPage] = []
        for (page, entry) in zip(pages, catalogue.entries) {
            let (result, found) = PageDecoder.decode(
                page, original: entry.original.map { pages[$0] }, entry: entry, in: context)
            decoded.append(result)
            findings += found + resolver.targets(of: page.document).findings
        }
        let sources = SiteSources(context: context, pages: pages, decoded: decoded, settingsFile: settingsFile)
        return (sources, findings.sorted())
    }

    /// What the rules over a whole site find in it, a line each.
    func advice() throws -> [String] {
        let sources = try read().sources
        let resolver = LinkResolver(
            catalogue: sources.catalogue, attachments: sources.context.attachments, anchors: [:],
            topics: sources.context.topics)
        let parts = zip(sources.pages, sources.decoded).map { page, decoded in
            SiteFreezer.Part(
                decoded: decoded, document: page.document, links: resolver.targets(of: page.document).targets, lists: []
            )
        }
        let (site, findings) = SiteFreezer.freeze(
            parts, catalogue: sources.catalogue, topics: [], attachments: [], today: day)
        return (findings + SiteChecks.all.flatMap { $0.findings(in: site) }).map {
            "\($0.location.path): \($0.message)"
        }
    }

    /// What is found, a line each.
    func findings() throws -> [String] {
        try read().findings.map { "\($0.location.path): \($0.message)" }
    }
}

/// A page of these fields, one to a line, and a text.
func page(_ fields: String..., text: String = "") -> String {
    "---\n\(fields.joined(separator: "\n"))\n---\n\(text)"
}
