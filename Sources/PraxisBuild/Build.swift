internal import PraxisChecks
package import PraxisDiagnostics
package import PraxisFiles
internal import PraxisMarkdown
package import PraxisModel
internal import PraxisSearch
internal import PraxisSyndication
package import PraxisTheme

/// A build, from the files of a site's folder to the files of its output.
///
/// This is the whole flow: discover, read, parse, catalogue, decode, freeze, check, render, commit. It is the only place
/// that works on several threads; every step that it spreads over them is a pure function of its input.
package struct Build: Sendable {
    package let options: BuildOptions
    private let workers: Workers

    package init(_ options: BuildOptions = BuildOptions()) {
        self.options = options
        workers = Workers(options.threads)
    }

    /// A site that has been read.
    package struct Loaded: Sendable {
        package let site: Site
        /// What it was read from, for tools that change files.
        package let sources: SiteSources
        package let theme: Theme
        /// Everything found, sorted, with the severities that site.yaml gives.
        package let findings: [Finding]
        package fileprivate(set) var timings: Timings
        fileprivate let tree: ContentTree
        fileprivate let attachments: [Inventory.AttachmentFile]

        /// Whether something would be wrong on the site.
        package var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    /// Reads a site up to its checks. Throws a `FileError` when there is no content at all.
    package func load(_ files: any SiteFiles) async throws -> Loaded {
        var timings = Timings()
        var findings: [Finding] = []
        /// Keeps the findings of a step and hands on its result.
        func noting<Result>(_ step: (Result, [Finding])) -> Result {
            findings += step.1
            return step.0
        }

        // Discover.
        let tree = try ContentTree(of: files)
        let inventory = Inventory(of: tree)
        findings += tree.findings + inventory.findings
        let settingsFile = inventory.settings.flatMap { noting(Self.source(of: $0, in: tree)) }
        let settings = settingsFile.map { noting(Settings.read($0)) } ?? .plain
        let topicsFile = inventory.topics.flatMap { noting(Self.source(of: $0, in: tree)) }
        let topics = topicsFile.map { noting(Topic.read($0)) } ?? []
        timings.mark("discover")

        // Read and parse.
        let parsings = await workers.map(inventory.pages) { file -> (ParsedPage?, [Finding]) in
            switch tree.text(of: file.entry) {
            case .refused(let finding): return (nil, [finding])
            case .text(let source):
                let page = ParsedPage(
                    parsing: source, placement: file.placement, dialect: settings.dialect(of: source.path))
                return (page, page.findings)
            }
        }
        let pages = parsings.compactMap { noting($0) }
        findings += settings.trustFindings(pages: inventory.pages.lazy.map(\.entry.path))
        let attachments = await workers.map(inventory.attachments) { Self.attachment($0, in: tree) }.map { noting($0) }
        let attachmentsByPath = Dictionary(
            attachments.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        timings.mark("parse")

        // Say who is who.
        let catalogue = noting(
            Catalogue.make(
                of: pages.map(\.candidate), settings: settings, today: options.today,
                includesDrafts: options.includesDrafts))
        timings.mark("catalogue")

        // Decode, every reference resolved, and follow the links.
        let context = ReadingContext(
            catalogue: catalogue, settings: settings, topics: Set(topics.map(\.id)), attachments: attachmentsByPath,
            today: options.today)
        let links = LinkResolver(
            catalogue: catalogue, attachments: attachmentsByPath,
            anchors: Dictionary(
                zip(pages.map(\.source.path), await workers.map(pages) { Set($0.document.headings.map(\.anchor)) }),
                uniquingKeysWith: { first, _ in first }),
            topics: context.topics)
        let lists = ListRequestReader(catalogue: catalogue, topics: topics)
        let ordered = zip(pages.sorted { $0.source.path < $1.source.path }, catalogue.entries).map { page, entry in
            page.quoting(in: entry.language)
        }
        let decodings = await workers.map(Array(zip(ordered, catalogue.entries))) { page, entry in
            let original = entry.original.map { ordered[$0] }
            let (decoded, fieldFindings) = PageDecoder.decode(page, original: original, entry: entry, in: context)
            let (targets, linkFindings) = links.targets(of: page.document)
            let (requests, listFindings) = lists.requests(of: page.document)
            let part = SiteFreezer.Part(decoded: decoded, document: page.document, links: targets, lists: requests)
            return (part, fieldFindings + linkFindings + listFindings)
        }
        let parts = decodings.map { noting($0) }
        timings.mark("decode")

        // Ask version control, where the site wants it, when its pages changed.
        let changes = settings.readsHistory ? noting(await Self.changes(of: files)) : [:]
        timings.mark("history")

        // Freeze and check.
        let site = noting(
            SiteFreezer.freeze(
                parts, catalogue: catalogue, topics: topics, attachments: attachments, today: options.today,
                changes: changes))
        let checks = await workers.map(SiteChecks.all) { $0.findings(in: site) }
        findings += checks.joined()
        timings.mark("check")

        // Load the theme.
        let (siteThemes, themeFindings) = ThemeFiles.all(in: tree)
        findings += themeFindings
        let theme = noting(
            Theme.load(
                settings.theme.name, settings: settings.theme.settings, languages: settings.languages,
                siteThemes: siteThemes))
        timings.mark("theme")
        return Loaded(
            site: site,
            sources: SiteSources(
                context: context, pages: ordered, decoded: parts.map(\.decoded), settingsFile: settingsFile),
            theme: theme,
            findings: SeverityPolicy(of: settings, on: site).applied(to: findings).sorted(), timings: timings,
            tree: tree, attachments: inventory.attachments)
    }

    /// What rendering did.
    package struct Rendered: Sendable {
        /// How many pages there are, redirects not counted.
        package let pages: Int
        package let timings: Timings
    }

    /// Renders a site into a sink. Throws an `OutputError` when the sink cannot take it.
    package func render(_ loaded: Loaded, into sink: some OutputSink) async throws -> Rendered {
        var timings = loaded.timings
        let site = loaded.site
        let renderer = ThemeRenderer(theme: loaded.theme, site: site)
        timings.mark("views")

        // The words of each page are looked at on all cores; bringing them into one order is work for one, which goes on
        // while pages are rendered.
        let index = SearchIndexBuilder(site: site) { facet, value, language in
            switch facet {
            case .kind: renderer.word(value, of: .kind, in: language)
            case .level: renderer.word(value, of: .level, in: language)
            case .language: renderer.word(value, of: .language, in: language)
            case .community, .topic, .status: nil
            }
        }
        let analyses = await workers.map(index.subjects) { index.analyse($0) }
        async let indexFiles = index.files(from: analyses)
        timings.mark("words")

        let clock = ContinuousClock()
        let durations = try await workers.map(renderer.outputs) { output in
            let start = clock.now
            var extras = PageExtras()
            if case .page(let id) = output.subject {
                extras.jsonLD = StructuredData.json(for: site[id], in: site).map { String(decoding: $0, as: UTF8.self) }
            }
            try sink.write(renderer.render(output, extras: extras), to: OutputPath(output.route.outputPath))
            return clock.now - start
        }
        timings.slowest = zip(renderer.outputs, durations)
            .sorted { $0.1 > $1.1 }.prefix(5)
            .map { Timings.SlowOutput(path: $0.0.route.outputPath, duration: $0.1) }
        timings.mark("pages")

        let syndication = Syndication(of: site)
        _ = try await workers.map(syndication.outputs) { output in
            try sink.write(syndication.bytes(of: output), to: OutputPath(output.route.outputPath))
        }
        if let url = site.settings.url {
            let routes = renderer.outputs.filter(\.isIndexed).map(\.route)
            let changes = Dictionary(
                site.pages.compactMap { page in page.metadata.changed.map { (page.route, $0) } },
                uniquingKeysWith: { first, _ in first })
            for file in Sitemap.files(for: routes, at: url, changes: changes) {
                try sink.write(file.bytes, to: OutputPath(file.route.outputPath))
            }
        }
        timings.mark("feeds and data")

        for file in await indexFiles {
            try sink.write(file.bytes, to: OutputPath(file.route.outputPath))
        }
        timings.mark("search")

        for asset in renderer.assets { try sink.write(asset.bytes, to: OutputPath(asset.route.outputPath)) }
        _ = try await workers.map(loaded.attachments) { file in
            let path = try OutputPath(file.route.outputPath)
            if Self.isPicture(file.entry), let bytes = try? loaded.tree.bytes(of: file.entry, limit: Self.pictureLimit),
                let shown = PictureMetadata.removed(from: bytes)
            {
                try sink.write(shown, to: path, from: file.entry.path)
            } else {
                try sink.copy(file.entry, of: loaded.tree, to: path)
            }
        }
        timings.mark("files")
        return Rendered(pages: renderer.outputs.count, timings: timings)
    }

    /// When each file last changed.
    private static func changes(of files: any SiteFiles) async -> ([SourcePath: Day], [Finding]) {
        switch await files.changeHistory() {
        case .days(let days): return (days.compactMapValues { Day($0) }, [])
        case .unknown(let reason):
            let finding = Finding(
                BuildRules.history, at: Location(path: Placement.settingsFile),
                "pages do not say when they last changed: \(reason)", advice: nil)
            return ([:], [finding])
        }
    }

    // MARK: Single files

    /// The text of a file that is read as a whole.
    private static func source(of entry: FileEntry, in tree: ContentTree) -> (SourceText?, [Finding]) {
        switch tree.text(of: entry) {
        case .text(let source): (source, [])
        case .refused(let finding): (nil, [finding])
        }
    }

    /// A file beside pages, with its size if it is a picture, and what speaks against publishing it.
    private static func attachment(
        _ file: Inventory.AttachmentFile, in tree: ContentTree
    ) -> (Attachment, [Finding]) {
        func attachment(_ size: ImageSize?, _ findings: [Finding]) -> (Attachment, [Finding]) {
            (Attachment(source: file.entry.path, route: file.route, imageSize: size), findings)
        }
        guard isPicture(file.entry) else { return attachment(nil, []) }
        let place = Location(path: file.entry.path)
        guard file.entry.stamp.size <= pictureLimit else {
            let finding = Finding(
                .size, at: place, "this picture has more than \(pictureLimit >> 20) MB",
                advice: "save it smaller: a page is rarely wider than 1,600 pixels")
            return attachment(nil, [finding])
        }
        guard let bytes = try? tree.bytes(of: file.entry, limit: pictureLimit) else { return attachment(nil, []) }
        var findings: [Finding] = []
        if file.entry.path.pathExtension.lowercased() == "svg", let script = SVGScript.found(in: bytes) {
            findings = [
                Finding(
                    .script, at: place, "this picture holds \(script), which could run something",
                    advice: "save it again as plain SVG, or as PNG")
            ]
        }
        return attachment(ImageSize(header: bytes), findings)
    }

    private static func isPicture(_ entry: FileEntry) -> Bool {
        ["png", "jpg", "jpeg", "gif", "webp", "svg"].contains(entry.path.pathExtension.lowercased())
    }

    /// How many bytes a picture may have to be looked into.
    private static let pictureLimit = 64 << 20
}
