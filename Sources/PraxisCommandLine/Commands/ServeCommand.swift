internal import ArgumentParser
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisHosting
internal import PraxisModel
internal import PraxisPreview

/// `praxis serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Preview the site in the browser while you write.",
        discussion: """
            Pages reload by themselves when a file changes; mistakes are shown over the page. Drafts are visible. Nothing \
            is written to public/. Stop it with Ctrl-C.
            """)

    @OptionGroup var site: SiteOptions

    @Option(help: ArgumentHelp("The port to listen on; 0 for any free one.", valueName: "n"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "The address to listen on. Others than this machine's own let others read along.", valueName: "address"))
    var host = "127.0.0.1"

    @OptionGroup var date: DateOptions

    @Flag(help: "Say after each change where the time went.")
    var timings = false

    func validate() throws {
        guard 0...65_535 ~= port else { throw ValidationError("--port takes a number from 0 to 65535") }
    }

    func run() async throws {
        let console = Console.current
        let files = try site.files()
        let watcher = FileWatcher(files)
        let server = PreviewServer(
            PreviewConfiguration(host: host, port: port, hostFields: HostHeaders.all))
        let preview = Preview(
            build: Build(
                BuildOptions(
                    includesDrafts: true, today: date.day, writesHostFiles: false,
                    isRepeated: true)),
            files: files,
            server: server, console: console, showsTimings: timings)
        await preview.rebuild(because: nil)
        do {
            let address = try await server.start()
            console.print("Preview: \(address)")
            if !address.isLoopback { console.say("Others on the network can read this preview.") }
            console.say("Edit files under content/ or themes/; stop with Ctrl-C.")
        } catch {
            throw Failure.environment(error.description)
        }
        for await changes in watcher.changes {
            await preview.rebuild(because: changes)
        }
    }
}

/// Builds into memory, takes over what has not changed, and hands what comes out to the server.
private actor Preview {
    let build: Build
    let files: DiskFiles
    let server: PreviewServer
    let console: Console
    let showsTimings: Bool
    /// What was read last, with or without errors.
    private var loaded: Build.Loaded?
    /// What has changed since.
    private var unread = FileChanges()
    /// The pages that are shown.
    private var shown: (rendered: Build.Rendered, output: OutputTree)?

    init(build: Build, files: DiskFiles, server: PreviewServer, console: Console, showsTimings: Bool) {
        self.build = build
        self.files = files
        self.server = server
        self.console = console
        self.showsTimings = showsTimings
    }

    /// Builds once and says how it went.
    ///
    /// Errors leave the site that was shown last in place. Without one, a site with errors is shown as far as it goes.
    func rebuild(because changes: FileChanges?) async {
        let start = ContinuousClock.now
        let cause = cause(changes)
        unread.merge(changes ?? .anything)
        do {
            let previous = loaded
            // Letting go of it takes as long as some of the stages do, so readers get their pages first.
            defer { withExtendedLifetime(previous) {} }
            let loaded = try await build.load(files, after: previous, changes: unread)
            self.loaded = loaded
            unread = FileChanges()
            let report = FindingReport(findings: loaded.findings, console: console)
            let errors = loaded.findings.filter { $0.severity == .error }
            if changes == nil || loaded.hasErrors {
                FindingReport(findings: changes == nil ? loaded.findings : errors, console: console).show()
            }
            let source: @Sendable (String) -> SourcePath? = { [site = loaded.site] address in
                site.page(at: Route(address)).map { site[$0].source }
            }
            if loaded.hasErrors, shown != nil {
                let line = "\(cause)\(report.summary); the last good pages stay"
                await server.publish(findings: errors, status: line, sourceOfPage: source)
                return console.say(line)
            }
            let update = OutputUpdate(of: shown?.output ?? OutputTree())
            let isFirst = shown == nil
            let rendered = try await build.render(
                loaded.renderable, into: update, after: shown?.rendered,
                first: Set(await server.pagesInSight.map { Route($0) })
            ) { [server] progress in
                // The rest follows a moment later.
                guard !isFirst else { return }
                let time = (ContinuousClock.now - start).inSeconds
                await server.publish(
                    update.current, findings: errors,
                    status: progress == .firstPages ? "\(cause)\(report.summary), \(time)" : nil, sourceOfPage: source)
            }
            let output = try update.finish()
            shown = (rendered, output)
            let pages =
                changes == nil
                ? "\(rendered.pageCount) pages" : "\(rendered.newPageCount) of \(rendered.pageCount) pages"
            let line = "\(cause)\(pages), \(report.summary), \((ContinuousClock.now - start).inSeconds)"
            await server.publish(output, findings: errors, sourceOfPage: source)
            if showsTimings { rendered.timings.show(on: console) }
            console.say(line)
            Memory.giveBack()
        } catch {
            console.say("\(cause)\(error)")
        }
    }

    /// What changed, in a few words.
    private func cause(_ changes: FileChanges?) -> String {
        guard let changes, let first = changes.paths.min() else { return "" }
        return changes.paths.count == 1 ? "\(first): " : "\(first) and \(changes.paths.count - 1) more: "
    }
}
