internal import PraxisChecks
internal import PraxisDiagnostics
package import PraxisFiles
internal import PraxisHosting
internal import PraxisMarkdown
internal import PraxisModel
internal import PraxisSearch
internal import PraxisSyndication
internal import PraxisTheme

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

    /// Reads a site up to its checks. Throws a `FileError` when there is no content at all.
    ///
    /// - Parameter previous: An earlier reading of the same folder, of which what has not changed is taken over.
    package func load(_ siteFiles: any SiteFiles, after previous: Loaded? = nil) async throws -> Loaded {
        var timings = Timings()
        var findings: [Finding] = []
        /// Keeps the findings of a step and hands on its result.
        func noting<Result>(_ step: (Result, [Finding])) -> Result {
            findings += step.1
            return step.0
        }

        // Discover.
        let tree = try ContentTree(of: siteFiles)
        let inventory = Inventory(of: tree)
        findings += tree.findings + inventory.findings
        let settingsFile = inventory.settings.flatMap { noting(Self.source(of: $0, in: tree)) }
        let settings = settingsFile.map { noting(Settings.read($0)) } ?? .plain
        let topicsFile = inventory.topics.flatMap { noting(Self.source(of: $0, in: tree)) }
        let topics = topicsFile.map { noting(Topic.read($0)) } ?? []
        timings.mark("discover")

        // Read and parse.
        let readings = await workers.map(inventory.pages) { file -> FileReading in
            let dialect = settings.dialect(of: file.entry.path)
            return previous?.reading(of: file.entry, dialect) ?? FileReading(of: file, in: tree, dialect: dialect)
        }
        findings += readings.flatMap(\.findings) + settings.trustFindings(pages: inventory.pages.lazy.map(\.entry.path))
        let files = await workers.map(inventory.attachments) { file in
            previous?.attachment(of: file.entry) ?? AttachmentReading(of: file, in: tree)
        }
        let attachments = files.map { noting(($0.attachment, $0.findings)) }
        timings.mark("parse")

        // Say who is who.
        let basis = DecodingBasis(
            candidates: readings.compactMap(\.candidate), settings: settings, topics: topics, attachments: attachments,
            today: options.today, includesDrafts: options.includesDrafts,
            anchors: Dictionary(readings.map { ($0.entry.path, $0.anchors) }, uniquingKeysWith: { first, _ in first }))
        let known = previous?.basis == basis ? previous : nil
        let naming =
            known?.naming
            ?? Catalogue.make(
                of: basis.candidates, settings: settings, today: options.today, includesDrafts: options.includesDrafts)
        let catalogue = noting(naming)
        timings.mark("catalogue")

        // Decode, every reference resolved, and follow the links.
        let context = ReadingContext(
            catalogue: catalogue, settings: settings, topics: Set(topics.map(\.id)),
            attachments: Dictionary(attachments.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first }),
            today: options.today)
        let links = LinkResolver(
            catalogue: catalogue, attachments: context.attachments, anchors: basis.anchors, topics: context.topics)
        let lists = ListRequestReader(catalogue: catalogue, topics: topics)
        let ordered = readings.filter { $0.page != nil }.sorted { $0.entry.path < $1.entry.path }
        let pages = zip(ordered, catalogue.entries).compactMap { $0.page?.quoting(in: $1.language) }
        let decodings = await workers.map(Array(catalogue.entries.indices)) { index -> PageDecoding in
            let entry = catalogue.entries[index]
            let isSame = !ordered[index].isNew && entry.original.map { ordered[$0].isNew } != true
            if isSame, let decoding = known?.decodings[index] { return decoding }
            let page = pages[index]
            let (decoded, fieldFindings) = PageDecoder.decode(
                page, original: entry.original.map { pages[$0] }, entry: entry, in: context)
            let (targets, linkFindings) = links.targets(of: page.document)
            let (requests, listFindings) = lists.requests(of: page.document)
            return PageDecoding(
                part: SiteFreezer.Part(decoded: decoded, document: page.document, links: targets, lists: requests),
                findings: fieldFindings + linkFindings + listFindings)
        }
        findings += decodings.flatMap(\.findings)
        timings.mark("decode")

        // Ask version control, where the site wants it, when its pages changed.
        let changes = settings.readsHistory ? noting(await Self.changes(of: siteFiles)) : [:]
        timings.mark("history")

        // Freeze and check.
        let site = noting(
            SiteFreezer.freeze(
                decodings.map(\.part), catalogue: catalogue, topics: topics, attachments: attachments,
                today: options.today, changes: changes))
        let checks = await workers.map(SiteChecks.all) { $0.findings(in: site) }
        findings += checks.joined()
        timings.mark("check")

        // Load the theme.
        let (siteThemes, themeFindings) = ThemeFiles.all(in: tree)
        findings += themeFindings
        let themeBasis = ThemeBasis(choice: settings.theme, languages: settings.languages, files: siteThemes)
        let theme = previous?.theme(of: themeBasis) ?? LoadedTheme(of: themeBasis)
        findings += theme.findings
        findings += HostCheck.findings(
            for: settings.hosts, of: HostedSite(url: settings.url, redirects: Self.redirects(of: site)),
            attachments: attachments.map { ($0.source, $0.route) })
        timings.mark("theme")
        return Loaded(
            site: site,
            sources: SiteSources(
                context: context, pages: pages, decoded: decodings.map(\.part.decoded), settingsFile: settingsFile),
            findings: SeverityPolicy(of: settings, on: site).applied(to: findings).sorted(), timings: timings,
            tree: tree, loadedTheme: theme, attachments: files, readings: readings, basis: basis, naming: naming,
            decodings: decodings)
    }

    /// Renders a site into a sink. Throws an `OutputError` when the sink cannot take it.
    ///
    /// - Parameters:
    ///   - previous: An earlier rendering of the same folder, of which outputs that read nothing new are taken over.
    ///   - whenReadable: Called when all is there that is read as a page; feeds, data and the search follow.
    package func render(
        _ loaded: Loaded, into output: some OutputSink, after previous: Rendered? = nil,
        whenReadable: @Sendable () async -> Void = {}
    ) async throws -> Rendered {
        var timings = loaded.timings
        let site = loaded.site
        let renderer = ThemeRenderer(theme: loaded.theme, site: site)
        let changes = previous.flatMap { $0.isOfTheme(of: loaded) ? renderer.changedPages(since: $0.renderer) : nil }
        let hosts = options.writesHostFiles ? site.settings.hosts : []
        let withoutPages = hosts.isEmpty ? [] : HostFiles.withoutPages(for: hosts, of: hosted(site, renderer))
        let outputs = renderer.outputs.filter { !withoutPages.contains($0.route) }
        let sink: any OutputSink =
            TwinSink.isFor(hosts) ? TwinSink(output, attachments: loaded.attachmentPaths) : output
        timings.mark("views")

        // The words of each page are looked at on all cores; bringing them into one order is work for one, which goes on
        // while pages are rendered. When only few of these are, they come first.
        let index = SearchIndexBuilder(site: site) { facet, value, language in
            switch facet {
            case .kind: renderer.word(value, of: .kind, in: language)
            case .level: renderer.word(value, of: .level, in: language)
            case .language: renderer.word(value, of: .language, in: language)
            case .community, .topic, .status: nil
            }
        }
        let search = SearchMaking(index: index, site: site, remaking: remaking(previous?.search, changes))
        var packing: Task<SearchMaking.Result, Never>?
        if changes == nil, options.makesSearch {
            let words = await search.words(workers)
            packing = Task { search.result(of: words) }
        }
        timings.mark("words")

        let clock = ContinuousClock()
        let remakingPages = remaking(previous?.pages, changes)
        let pages = try await workers.map(outputs) { output in
            let start = clock.now
            let page = remakingPages.result(for: output, of: site) { site in
                var extras = PageExtras()
                if case .page(let id) = output.subject {
                    extras.jsonLD = StructuredData.json(for: site[id], in: site).map {
                        String(decoding: $0, as: UTF8.self)
                    }
                }
                return renderer.render(output, extras: extras, of: site)
            }
            try sink.write(page.value, to: OutputPath(output.route.outputPath))
            return (page: options.isRepeated ? page : nil, isNew: page.isNew, duration: clock.now - start)
        }
        timings.slowest = zip(outputs, pages)
            .sorted { $0.1.duration > $1.1.duration }.prefix(5)
            .map { Timings.SlowOutput(path: $0.0.route.outputPath, duration: $0.1.duration) }
        timings.mark("pages")

        _ = try await workers.map(renderer.assets) { try sink.write($0.bytes, to: OutputPath($0.route.outputPath)) }
        let pictures = try await workers.map(loaded.attachments) { file in
            let path = try OutputPath(file.attachment.route.outputPath)
            let shown = previous?.pictures[file.entry] ?? file.shownBytes(in: loaded.tree)
            if let shown {
                try sink.write(shown, to: path, from: file.entry.path)
            } else {
                try sink.copy(file.entry, of: loaded.tree, to: path)
            }
            return (entry: file.entry, shown: shown, isKept: options.isRepeated && file.isSettled)
        }
        timings.mark("files")
        await whenReadable()

        let syndication = Syndication(of: site)
        let remakingFeeds = remaking(previous?.feeds, changes)
        let feeds = try await workers.map(syndication.outputs) { output in
            let file = remakingFeeds.result(for: output.route, of: site) { Syndication(of: $0).bytes(of: output) }
            try sink.write(file.value, to: OutputPath(output.route.outputPath))
            return (route: output.route, file: options.isRepeated ? file : nil)
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

        let searched =
            if let packing {
                await packing.value
            } else if options.makesSearch {
                search.result(of: await search.words(workers))
            } else {
                SearchMaking.Result.none
            }
        _ = try await workers.map(searched.files) { try sink.write($0.bytes, to: OutputPath($0.route.outputPath)) }
        if !hosts.isEmpty {
            for file in HostFiles.files(for: hosts, of: hosted(site, renderer, searched.files)) {
                try output.write(file.bytes, to: OutputPath(file.path))
            }
        }
        timings.mark("search")
        return Rendered(
            pageCount: outputs.count, newPageCount: pages.count(where: \.isNew), timings: timings,
            renderer: renderer, loadedTheme: loaded.loadedTheme,
            pages: Dictionary(
                uniqueKeysWithValues: zip(outputs, pages).compactMap { output, made in
                    made.page.map { (output, $0) }
                }),
            feeds: Dictionary(
                feeds.compactMap { made in made.file.map { (made.route, $0) } }, uniquingKeysWith: { first, _ in first }
            ),
            search: searched.words,
            pictures: Dictionary(
                pictures.filter(\.isKept).map { ($0.entry, $0.shown) }, uniquingKeysWith: { first, _ in first }))
    }

    private func remaking<Key, Value>(
        _ earlier: [Key: Remembered<Value>]?, _ changes: Set<PageID>?
    ) -> Remaking<Key, Value> {
        Remaking(earlier: earlier ?? [:], changes: changes, notesReads: options.isRepeated)
    }

    // MARK: Hosts

    /// What the files of hosts are made from.
    private func hosted(_ site: Site, _ renderer: ThemeRenderer, _ searchFiles: [SearchIndexFile] = []) -> HostedSite {
        HostedSite(
            url: site.settings.url,
            redirects: renderer.outputs.compactMap { output in
                guard case .redirect(let target) = output.subject else { return nil }
                return HostedSite.Redirect(from: output.route, to: target)
            },
            pages: renderer.outputs.map(\.route),
            hashedAddresses: [ThemeAsset.hashedAddresses, SearchIndexFile.hashedAddresses],
            hashedFolders: renderer.assetFolder.map { [$0] } ?? [],
            hashedFiles: searchFiles.filter(\.isNamedByContents).map(\.route))
    }

    /// All old addresses that a site's pages name, before a theme says which become pages.
    private static func redirects(of site: Site) -> [HostedSite.Redirect] {
        site.pages.flatMap { page in
            page.metadata.aliases.map { HostedSite.Redirect(from: $0, to: page.route) }
        }
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

    /// The text of a file that is read as a whole.
    private static func source(of entry: FileEntry, in tree: ContentTree) -> (SourceText?, [Finding]) {
        switch tree.text(of: entry) {
        case .text(let source): (source, [])
        case .refused(let finding): (nil, [finding])
        }
    }
}
