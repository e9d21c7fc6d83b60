internal import PraxisBytes
internal import PraxisChecks
internal import PraxisDiagnostics
package import PraxisFiles
internal import PraxisHosting
internal import PraxisMarkdown
package import PraxisModel
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
    /// - Parameters:
    ///   - previous: An earlier reading of the same folder, of which what has not changed is taken over.
    ///   - changes: Which files may have changed since.
    package func load(
        _ siteFiles: any SiteFiles, after previous: Loaded? = nil, changes: FileChanges = .anything
    ) async throws -> Loaded {
        var timings = Timings()
        var findings: [Finding] = []
        /// Keeps the findings of a step and hands on its result.
        func noting<Result>(_ step: (Result, [Finding])) -> Result {
            findings += step.1
            return step.0
        }

        // Discover.
        let (tree, inventory) =
            try previous?.files(after: changes, in: siteFiles) ?? Self.files(of: ContentTree(of: siteFiles))
        findings += tree.findings + inventory.findings
        let settingsFile = inventory.settings.flatMap { noting(Self.source(of: $0, in: tree)) }
        let settings = settingsFile.map { noting(Settings.read($0, rules: BuildRules.known)) } ?? .plain
        let topicsFile = inventory.topics.flatMap { noting(Self.source(of: $0, in: tree)) }
        let topics = topicsFile.map { noting(Topic.read($0)) } ?? []
        timings.mark("discover")

        // Read and parse.
        let paths = inventory.pages.map(\.entry.path)
        let knownReadings = (previous?.readings ?? .empty).kept(for: paths) { reading, place in
            let entry = inventory.pages[place].entry
            return reading.holds(for: entry, settings.dialect(of: entry.path)) ? reading : nil
        }
        let readings = await workers.filling(knownReadings) { place in
            let file = inventory.pages[place]
            return FileReading(of: file, in: tree, dialect: settings.dialect(of: file.entry.path))
        }
        findings += readings.flatMap(\.findings) + settings.trustFindings(pages: paths)
        let attachmentPaths = inventory.attachments.map(\.entry.path)
        let knownAttachments = (previous?.attachments ?? .empty).kept(for: attachmentPaths) { reading, place in
            reading.holds(for: inventory.attachments[place].entry) ? reading : nil
        }
        let files = await workers.filling(knownAttachments) {
            AttachmentReading(of: inventory.attachments[$0], in: tree)
        }
        let attachments = files.map(\.attachment)
        findings += settings.fileFindings(files: attachments.map(\.source))
        timings.mark("parse")

        // Say who is who.
        let basis = DecodingBasis(
            files: readings, settings: settings, topics: topics, attachments: attachments, today: options.today,
            includesDrafts: options.includesDrafts)
        let (decoder, renamed) = SiteDecoder.decoder(on: basis, after: previous?.decoder)
        findings += decoder.findings
        timings.mark("catalogue")

        // Decode, every reference resolved, and follow the links.
        let pages = readings.filter(\.isPage)
        let knownDecodings =
            renamed.flatMap { previous?.decodings(of: pages, after: $0) } ?? pages.map { _ in nil }
        let decodings = await workers.filling(knownDecodings) {
            decoder.decoding(of: $0, among: pages, notesReads: options.isRepeated)
        }
        findings += decodings.flatMap(\.findings)
        let fileUse = FileUse(
            of: decodings.lazy.map(\.files), settings: settings, files: decoder.context.attachments)
        findings += FileUnused.findings(for: files.filter { !$0.isMeantOtherwise }.map(\.attachment), use: fileUse)
        findings += files.flatMap { $0.findings(fileUse, among: decoder.context.attachments) }
        // Those too that no page of today uses: that a page's day comes must not break a site.
        let usedFiles = attachments.filter(fileUse.isUsed)
        timings.mark("decode")

        // Ask version control, where the site wants it, when its pages changed.
        let reading = settings.readsHistory ? await siteFiles.changeHistory(after: previous?.history) : nil
        let history = reading.map { noting(Self.changes(in: $0.history)) } ?? [:]
        timings.mark("history")

        // Freeze and check.
        let frozen =
            renamed.flatMap { _ in previous?.frozen.exchanging(decodings, by: decoder, history: history) }
            ?? FrozenSite(decodings, by: decoder, history: history)
        let site = frozen.site
        findings += frozen.findings
        let remaking = Remaking(
            site, changes: previous.flatMap { site.changes(since: $0.site) }, notesReads: options.isRepeated)
        let checks = await workers.map(Array(SiteChecks.all.indices)) { place in
            remaking.result(after: previous?.checks[place]) { SiteChecks.all[place].findings(in: $0) }
        }
        findings += checks.flatMap(\.value)
        let policy = remaking.result(after: previous?.policy) { SeverityPolicy(of: settings, on: $0) }
        // A site knows its files, and not which of them are used.
        let sameUse = previous.flatMap { $0.usedFiles == usedFiles ? $0 : nil }
        let hosting = remaking.result(after: sameUse?.hosting) { site in
            HostCheck.findings(
                for: settings.hosts, of: HostedSite(url: settings.url, redirects: Self.redirects(of: site)),
                files: usedFiles)
        }
        findings += hosting.value
        let placing = remaking.result(after: sameUse?.placing) { site in
            AttachmentCheck.findings(for: usedFiles, in: site)
        }
        findings += placing.value
        timings.mark("check")

        // Load the theme.
        let (siteThemes, themeFindings) = ThemeFiles.all(in: tree)
        findings += themeFindings
        let themeBasis = ThemeBasis(
            choice: settings.theme, languages: settings.languages, files: siteThemes,
            assetNaming: options.isRepeated ? .steady : .byContents)
        let theme = previous?.theme(of: themeBasis) ?? LoadedTheme(of: themeBasis)
        findings += theme.findings
        timings.mark("theme")
        return Loaded(
            findings: policy.value.applied(to: findings.withoutEchoes()).sorted(), timings: timings, tree: tree,
            inventory: inventory,
            settingsFile: settingsFile, history: reading, readings: Ledger(paths, readings),
            attachments: Ledger(attachmentPaths, files), fileUse: fileUse, usedFiles: usedFiles, decoder: decoder,
            pages: pages, decodings: decodings, frozen: frozen, checks: checks, policy: policy, hosting: hosting,
            placing: placing, loadedTheme: theme)
    }

    /// Renders a site into a sink. Throws an `OutputError` when the sink cannot take it.
    ///
    /// - Parameters:
    ///   - previous: An earlier rendering of the same folder, of which outputs that read nothing new are taken over.
    ///   - earlierRun: What an earlier run left of the same site; it takes the place of `previous` where there is none.
    ///   - first: The addresses of pages that somebody is looking at.
    ///   - progress: Called when that much of the output is there.
    package func render(
        _ source: Renderable, into output: some OutputSink, after previous: Rendered? = nil,
        earlierRun: EarlierRun? = nil, first: Set<Route> = [],
        progress: @Sendable (Progress) async -> Void = { _ in }
    ) async throws -> Rendered {
        var timings = source.timings
        let site = source.site
        let renderer = ThemeRenderer(
            theme: source.theme, site: site, after: previous?.renderer, isRepeated: options.isRepeated)
        // Of what no theme makes.
        let remaking = Remaking(site, changes: renderer.siteChanges, notesReads: options.isRepeated)
        let hosts = options.writesHostFiles ? site.settings.hosts : []
        let withoutPages = hosts.isEmpty ? [] : HostFiles.withoutPages(for: hosts, of: hosted(site, renderer))
        let outputs =
            withoutPages.isEmpty
            ? renderer.outputs : renderer.outputs.filter { !withoutPages.contains($0.route) }
        let sink: any OutputSink =
            TwinSink.isFor(hosts) ? TwinSink(output, attachments: source.shownFilePaths) : output
        timings.mark("views")

        // The words of each page are looked at on all cores; bringing them into one order is work for one, which goes on
        // while pages are rendered. Where somebody has an earlier site before them, pages come first.
        let index = SearchIndexBuilder(site: site, overviews: renderer.overviews) { facet, value, language in
            switch facet {
            case .kind: renderer.word(value, of: .kind, in: language)
            case .level: renderer.word(value, of: .level, in: language)
            case .length: renderer.word(value, of: .length, in: language)
            case .freshness: renderer.word(value, of: .freshness, in: language)
            case .way: renderer.word(value, of: .way, in: language)
            case .circle: renderer.word(value, of: .circle, in: language)
            case .language: renderer.word(value, of: .language, in: language)
            case .community, .topic, .status: nil
            }
        }
        let search = SearchMaking(index: index, remaking: remaking, earlier: previous?.search ?? .empty)
        let makesSearchNow = previous == nil && options.makesSearch
        let (words, wordsEnd) = AsyncStream.makeStream(of: Never.self)
        async let packing =
            makesSearchNow ? search.write(to: sink, workers, afterWords: { wordsEnd.finish() }) : nil
        if makesSearchNow { for await _ in words {} }
        timings.mark("words")

        let record =
            options.isRecorded ? await record(of: source, renderer, secret: earlierRun?.record.secret) : nil
        let recorded = record.flatMap { now in
            earlierRun.flatMap { RecordedFiles($0.record, for: now, output: $0.output) }
        }
        func making(after changes: SiteChanges?) -> FileMaking {
            FileMaking(
                remaking: Remaking(site, changes: changes, notesReads: options.isRepeated || record != nil),
                workers: workers, sink: sink, isRepeated: options.isRepeated, record: record, recorded: recorded)
        }
        timings.mark("record")

        _ = try await workers.map(renderer.assets) { try sink.write($0.bytes, to: OutputPath($0.route.outputPath)) }
        let pictures = try await workers.map(source.shownFiles) { file in
            let path = try OutputPath(file.attachment.route.outputPath)
            let shown = previous?.pictures[file.entry] ?? file.shownBytes(in: source.tree)
            if let shown {
                try sink.write(shown, to: path, from: file.entry.path)
            } else {
                try sink.copy(file.entry, of: source.tree, to: path)
            }
            return (entry: file.entry, shown: shown, isKept: options.isRepeated && file.isSettled)
        }
        timings.mark("files")

        let pages = try await making(after: renderer.changes).write(
            outputs, of: renderer, after: previous?.pages, first: first, whenFirst: { await progress(.firstPages) }
        ) { place, site in
            var extras = PageExtras()
            if case .page(let id) = outputs[place].subject {
                extras.jsonLD = StructuredData.json(for: site[id], in: site).map { String(decoding: $0, as: UTF8.self) }
            }
            return renderer.render(outputs[place], extras: extras, of: site)
        }
        timings.slowest = pages.new.sorted { $0.duration > $1.duration }.prefix(5)
            .map { Timings.SlowOutput(path: outputs[$0.place].route.outputPath, duration: $0.duration) }
        timings.mark("pages")
        await progress(.allPages)

        let machineFiles = Syndication(of: site).outputs
        let feeds = try await making(after: renderer.siteChanges).write(
            machineFiles.map(\.route), after: previous?.feeds
        ) { place, site in
            Syndication(of: site).bytes(of: machineFiles[place])
        }
        let hasSameOutputs = renderer.outputs == previous?.renderer.outputs
        let sitemap = remaking.result(after: hasSameOutputs ? previous?.sitemap : nil) { site in
            Self.sitemap(of: site, with: renderer.outputs)
        }
        for file in sitemap.value { try sink.write(file.bytes, to: OutputPath(file.route.outputPath)) }
        timings.mark("feeds and data")

        let searched =
            if let packed = try await packing {
                packed
            } else if options.makesSearch {
                try await search.write(to: sink, workers)
            } else {
                SearchMaking.Result.none
            }
        if !hosts.isEmpty {
            for file in HostFiles.files(for: hosts, of: hosted(site, renderer, searched.hashedFiles)) {
                try output.write(file.bytes, to: OutputPath(file.path))
            }
        }
        timings.mark("search")
        return Rendered(
            pageCount: outputs.count, newPageCount: pages.new.count, timings: timings, renderer: renderer,
            record: record?.with(pages.record, feeds.record), pages: pages.memory,
            feeds: feeds.memory, sitemap: sitemap,
            search: searched.words,
            pictures: Dictionary(
                pictures.filter(\.isKept).map { ($0.entry, $0.shown) }, uniquingKeysWith: { first, _ in first }))
    }

    // MARK: Records

    /// What there is to say of a site for later runs, without its files; `nil` where the program cannot tell what it is.
    private func record(of source: Renderable, _ renderer: ThemeRenderer, secret: UInt64?) async -> BuildRecord? {
        guard let program = RunningProgram.fingerprint else { return nil }
        let pages = await workers.map(source.site.pages) { $0.fingerprints }
        return BuildRecord(
            basis: Fingerprint(combining: [
                program, Fingerprint(of: options.includesDrafts), source.loadedTheme.basis.fingerprint,
                source.site.frameFingerprint, renderer.fingerprint,
            ]),
            pages: pages, secret: secret ?? .random(in: .min ... .max))
    }

    // MARK: Files

    /// What the site.yaml of a folder says, of which nothing else is read; of a folder without one, what holds unless a site
    /// says otherwise.
    package static func settings(of siteFiles: any SiteFiles) throws(FileError) -> Settings {
        let (tree, inventory) = try files(of: ContentTree(of: siteFiles))
        guard let file = inventory.settings.flatMap({ source(of: $0, in: tree).0 }) else { return .plain }
        return Settings.read(file, rules: BuildRules.known).settings
    }

    /// What there is in a site's folder, and what for.
    private static func files(of tree: ContentTree) -> (ContentTree, Inventory) { (tree, Inventory(of: tree)) }

    /// The sitemap of a site that has an address.
    private static func sitemap(of site: Site, with outputs: [PageOutput]) -> [(route: Route, bytes: [UInt8])] {
        guard let url = site.settings.url else { return [] }
        let changes = Dictionary(
            site.pages.compactMap { page in page.metadata.changed.map { (page.route, $0) } },
            uniquingKeysWith: { first, _ in first })
        return Sitemap.files(for: outputs.filter(\.isIndexed).map(\.route), at: url, changes: changes)
    }

    // MARK: Hosts

    /// What the files of hosts are made from.
    private func hosted(_ site: Site, _ renderer: ThemeRenderer, _ hashedFiles: [Route] = []) -> HostedSite {
        HostedSite(
            url: site.settings.url,
            redirects: renderer.outputs.compactMap { output in
                guard case .redirect(let target) = output.subject else { return nil }
                return HostedSite.Redirect(from: output.route, to: target)
            },
            pages: renderer.outputs.map(\.route),
            hashedAddresses: [ThemeAsset.hashedAddresses, SearchIndexFile.hashedAddresses],
            hashedFolders: renderer.assetFolder.map { [$0] } ?? [],
            hashedFiles: hashedFiles)
    }

    /// All old addresses that a site's pages name, before a theme says which become pages.
    private static func redirects(of site: Site) -> [HostedSite.Redirect] {
        site.pages.flatMap { page in
            page.metadata.aliases.map { HostedSite.Redirect(from: $0, to: page.route) }
        }
    }

    /// When each file last changed.
    private static func changes(in history: ChangeHistory) -> ([SourcePath: Day], [Finding]) {
        switch history {
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
