internal import Foundation
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel

/// A build into a folder, as `praxis build` makes it and `praxis publish` begins with it.
struct FolderBuild {
    let files: any SiteFiles
    /// The site's folder, absolute.
    let siteFolder: String
    let build: Build
    /// As it was asked for; `nil` for the site's usual one.
    let output: String?
    /// Where what the next build may take over is kept; `nil` for nowhere.
    let cacheFolder: String?
    /// Whether nothing is taken over from the last build.
    let isFresh: Bool
    let console: Console

    /// The folder, absolute.
    var folder: String { output.map { URL(fileURLWithPath: $0).path } ?? "\(siteFolder)/public" }

    /// What came out.
    struct Result {
        let pageCount: Int
        /// How many pages were not taken over from the last build.
        let newPageCount: Int
        let timings: Timings
        let summary: OutputSummary
        let report: FindingReport
        /// Whether site.yaml gives the site's address.
        let hasAddress: Bool
        /// Whether nothing had changed, so that nothing was made.
        let isUnmade: Bool
    }

    /// Builds, shows what was found, and throws a `Failure` when there is no new site. Where nothing has changed since the last
    /// build, nothing is built, and the same is said.
    ///
    /// - Parameter check: Is given the site's settings before it is built, and throws where it need not be. A site that is to be
    ///   looked at is read in any case.
    func run(json: Bool, check: ((Settings) throws -> Void)? = nil) async throws -> Result {
        try checkPlace()
        let cache = cacheFolder.map { BuildCache(in: $0, forSiteIn: siteFolder, output: folder) }
        if check == nil, !isFresh, let finished = cache?.finished,
            let timings = await build.stillHolds(finished, of: files, in: folder)
        {
            let result = Result(finished, timings, on: console)
            try show(result, json: json)
            return result
        }
        do {
            let transaction = try await OutputTransaction.begin(in: folder) {
                console.say("Another build into this folder is running; waiting for it to end.")
            }
            let source = try await read(into: transaction, json: json)
            try check?(source.site.settings)
            let record = isFresh ? nil : cache?.record
            let rendered = try await build.render(
                source, into: transaction, earlierRun: record.map { EarlierRun($0, in: folder) })
            let (summary, state) = try await transaction.commit { summary in
                (summary, cache == nil ? nil : await transaction.state())
            }
            if let cache, let record = rendered.record {
                keep(record, build.finished(source, rendered, output: state), in: cache)
            }
            let result = Result(
                pageCount: rendered.pageCount, newPageCount: rendered.newPageCount, timings: rendered.timings,
                summary: summary, report: FindingReport(findings: source.findings, console: console),
                hasAddress: source.site.settings.url != nil, isUnmade: false)
            try show(result, json: json)
            return result
        } catch let error as OutputError {
            throw Failure.environment(error.description)
        } catch let error as FileError {
            throw Failure.environment(error.description)
        }
    }

    /// The site. Throws a `Failure` for one with errors, which were shown.
    ///
    /// All else that was read is let go of when this returns.
    private func read(into transaction: OutputTransaction, json: Bool) async throws -> Build.Renderable {
        let loaded = try await build.load(files)
        guard !loaded.hasErrors else {
            transaction.abandon()
            let report = FindingReport(findings: loaded.findings, console: console)
            try show(report, json: json)
            console.say("\(report.summary). Nothing was built; mend the errors and build again.")
            throw Failure.errorsFound
        }
        return loaded.renderable
    }

    /// Throws where the folder is one that the site is written in, or holds one.
    private func checkPlace() throws {
        let place = Self.resolved(folder)
        for name in ["content", "themes"] {
            let source = Self.resolved("\(siteFolder)/\(name)")
            if place == source || place.hasPrefix(source + "/") {
                throw Failure.environment(
                    "\"\(output ?? folder)\" is where the site is written, so nothing is built there; "
                        + "name another folder with --output DIR")
            }
            if source.hasPrefix(place == "/" ? place : place + "/") {
                throw Failure.environment(
                    "\"\(output ?? folder)\" holds the site's \(name)/, so nothing is built there; "
                        + "name another folder with --output DIR")
            }
        }
    }

    /// An absolute path without links, as far as it is there.
    private static func resolved(_ path: String) -> String {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        let name = url.lastPathComponent
        guard url.path != "/", !FileManager.default.fileExists(atPath: url.path) else {
            return url.resolvingSymlinksInPath().path
        }
        let parent = resolved(url.deletingLastPathComponent().path)
        return parent == "/" ? "/\(name)" : "\(parent)/\(name)"
    }

    /// Without its record the next build only takes longer.
    private func keep(_ record: BuildRecord, _ finished: FinishedBuild?, in cache: BuildCache) {
        do { try cache.keep(record, finished) } catch {
            console.say(
                "What the next build could take over cannot be kept in \(cacheFolder ?? ""): "
                    + "\(error.localizedDescription)")
        }
    }

    private func show(_ result: Result, json: Bool) throws {
        try show(result.report, json: json)
        if !result.hasAddress {
            console.say("site.yaml gives no url, so there are no feeds, no sitemap and no canonical links.")
        }
    }

    private func show(_ report: FindingReport, json: Bool) throws {
        if json {
            try report.print(as: .json)
        } else {
            report.show()
        }
    }
}

extension FolderBuild.Result {
    /// Of a build that would make again what there is.
    init(_ finished: FinishedBuild, _ timings: Timings, on console: Console) {
        self.init(
            pageCount: finished.pageCount, newPageCount: 0, timings: timings,
            summary: OutputSummary(written: 0, kept: finished.fileCount, removed: 0),
            report: FindingReport(findings: finished.findings, console: console), hasAddress: finished.hasAddress,
            isUnmade: true)
    }

    /// `212 pages, 1104 files in public: no errors, no advice, 1.25 s`
    func line(in folder: String) -> String {
        "\(pageCount) pages, \(summary.written + summary.kept) files in \(folder): \(report.summary), "
            + timings.total.inSeconds
    }
}
