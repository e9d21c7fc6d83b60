internal import Foundation
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel

/// A build into a folder, as `praxis build` makes it and `praxis publish` begins with it.
struct FolderBuild {
    let files: DiskFiles
    let build: Build
    /// As it was asked for; `nil` for the site's usual one.
    let output: String?
    /// Where what the next build may take over is kept; `nil` for nowhere.
    let cacheFolder: String?
    /// Whether nothing is taken over from the last build.
    let isFresh: Bool
    let console: Console

    /// The folder, absolute.
    var folder: String { output.map { URL(fileURLWithPath: $0).path } ?? files.location(of: SourcePath("public")) }

    /// The site's folder, absolute.
    var siteFolder: String { files.root }

    /// What came out.
    struct Result {
        let rendered: Build.Rendered
        let summary: OutputSummary
        let report: FindingReport
    }

    /// Builds, shows what was found, and throws a `Failure` when there is no new site.
    ///
    /// - Parameter check: Is given the site's settings before it is built, and throws where it need not be.
    func run(json: Bool, check: (Settings) throws -> Void = { _ in }) async throws -> Result {
        try checkPlace()
        do {
            let transaction = try await OutputTransaction.begin(in: folder) {
                console.say("Another build into this folder is running; waiting for it to end.")
            }
            let (source, report) = try await read(into: transaction, json: json)
            try check(source.site.settings)
            let cache = cacheFolder.map { BuildCache(in: $0, forSiteIn: siteFolder, output: folder) }
            let record = isFresh ? nil : cache?.record
            let rendered = try await build.render(
                source, into: transaction, earlierRun: record.map { EarlierRun($0, in: folder) })
            let summary = try await transaction.commit()
            if let cache, let record = rendered.record { keep(record, in: cache) }
            try show(report, json: json)
            if source.site.settings.url == nil {
                console.say("site.yaml gives no url, so there are no feeds, no sitemap and no canonical links.")
            }
            return Result(rendered: rendered, summary: summary, report: report)
        } catch let error as OutputError {
            throw Failure.environment(error.description)
        } catch let error as FileError {
            throw Failure.environment(error.description)
        }
    }

    /// The site and what was found in it. Throws a `Failure` for one with errors, which were shown.
    ///
    /// All else that was read is let go of when this returns.
    private func read(
        into transaction: OutputTransaction, json: Bool
    ) async throws -> (Build.Renderable, FindingReport) {
        let loaded = try await build.load(files)
        let report = FindingReport(findings: loaded.findings, console: console)
        guard !loaded.hasErrors else {
            transaction.abandon()
            try show(report, json: json)
            console.say("\(report.summary). Nothing was built; mend the errors and build again.")
            throw Failure.errorsFound
        }
        return (loaded.renderable, report)
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
    private func keep(_ record: BuildRecord, in cache: BuildCache) {
        do { try cache.keep(record) } catch {
            console.say(
                "What the next build could take over cannot be kept in \(cacheFolder ?? ""): "
                    + "\(error.localizedDescription)")
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
    /// `212 pages, 1104 files in public: no errors, no advice, 1.25 s`
    func line(in folder: String) -> String {
        "\(rendered.pageCount) pages, \(summary.written + summary.kept) files in \(folder): \(report.summary), "
            + rendered.timings.total.inSeconds
    }
}
