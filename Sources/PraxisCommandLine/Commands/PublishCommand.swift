internal import ArgumentParser
internal import Foundation
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel
internal import PraxisPublish

/// `praxis publish`
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Build the site and bring it to a place that site.yaml names.",
        discussion: """
            Only what changed is sent: first what pages need, then pages, and what is no longer in use goes last. Files \
            that Praxis did not put there stay. Cut off in the middle, the site works, and the next run completes it.

            In site.yaml, for a folder, a branch of git, a server by ssh, and whatever rclone knows:

                targets:
                  share: {folder: /srv/www/communities}
                  pages: {git: origin, branch: pages}
                  web: {rsync: "user@host:/srv/www"}
                  bucket: {rclone: "s3:bucket/path"}
            """)

    @Argument(help: "The name of a target in site.yaml; may be left out where there is only one.")
    var target: String?

    @OptionGroup var site: SiteOptions
    @OptionGroup var building: BuildingOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var caching: CachingOptions

    @Flag(help: "Build, say what would be sent and deleted, and change nothing there.")
    var dryRun = false

    @Flag(help: "Compare every file that is there, instead of believing the list that the last publication left.")
    var compare = false

    @Flag(help: "Print what was done as JSON.")
    var json = false

    func run() async throws {
        let console = Console.current
        let files = try site.files()
        let build = FolderBuild(
            files: files, siteFolder: files.root, build: Build(building.options(isRecorded: true)),
            output: output.folder,
            cacheFolder: BuildCache.usualFolder, isFresh: caching.isFresh, console: console)
        var chosen: PublicationReport?
        _ = try await build.run(json: false) { settings in
            let target = try chosenTarget(among: settings.targets)
            try Self.checkPlace(of: target, build)
            chosen = PublicationReport(target: target, title: settings.title, isDryRun: dryRun, console: console)
        }
        guard let report = chosen else { throw Failure.errorsFound }
        do {
            let listing = try await SiteListing(reading: build.folder)
            let host = report.target.place.host(siteFolder: Self.absolute(build.siteFolder, in: "."))
            let publication = Publication(of: listing, to: host, title: report.title, looksAtAll: compare)
            let prepared = try await publication.prepare()
            if !json { report.show(prepared) }
            guard !dryRun else {
                if json { try report.printJSON(prepared.plan, of: listing) } else { report.showDryRun(prepared.plan) }
                guard prepared.plan.foreign.isEmpty else { throw Failure(message: nil, exitCode: 3) }
                return
            }
            let start = ContinuousClock().now
            let plan = try await publication.carryOut(prepared) { step in
                if console.isInteractive { report.show(step) }
            }
            if json {
                try report.printJSON(plan, of: listing)
            } else {
                report.showEnd(plan, of: listing, after: ContinuousClock().now - start)
            }
        } catch let failure as PublishingFailure {
            throw report.failure(failure)
        } catch let error as FileError {
            throw Failure.environment(error.description)
        }
    }

    /// The target that was asked for.
    private func chosenTarget(among targets: [PublishingTarget]) throws -> PublishingTarget {
        guard !targets.isEmpty else {
            throw Failure.wrongUse(
                "site.yaml names no place to publish to; add for example\n\n"
                    + "targets:\n  share: {folder: /srv/www/communities}\n\n"
                    + "and see \"praxis help publish\" for the other kinds")
        }
        let names = targets.map(\.name)
        guard let target else {
            guard targets.count == 1 else {
                throw Failure.wrongUse(
                    "site.yaml names several places to publish to; say which one: \(names.joined(separator: ", "))")
            }
            return targets[0]
        }
        if let found = targets.first(where: { $0.name == target }) { return found }
        let nearest = Suggestion.nearest(to: target, among: names).first
        throw Failure.wrongUse(
            "site.yaml has no target \"\(target)\"; "
                + (nearest.map { "did you mean \"\($0)\"?" } ?? "there ")
                + (nearest != nil ? "" : names.count == 1 ? "is \(names[0])" : "are \(names.joined(separator: ", "))"))
    }

    /// Refuses folders in which the site is written or built.
    private static func checkPlace(of target: PublishingTarget, _ build: FolderBuild) throws {
        guard case .folder(let path) = target.place else { return }
        let place = absolute(path, in: build.siteFolder)
        let site = absolute(build.siteFolder, in: ".")
        for (folder, use) in [
            (absolute(build.folder, in: "."), "the site is built into"),
            ("\(site)/content", "the site's pages are written in"), ("\(site)/themes", "the site's themes are in"),
        ] where "\(place)/".hasPrefix("\(folder)/") || "\(folder)/".hasPrefix("\(place)/") {
            throw Failure.wrongUse(
                "the target \"\(target.name)\" is the folder \"\(place)\", which holds or is in the one that \(use); "
                    + "name another in site.yaml")
        }
    }

    /// A path without links as far as it is there.
    private static func absolute(_ path: String, in folder: String) -> String {
        URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: folder, isDirectory: true))
            .standardizedFileURL.resolvingSymlinksInPath().path
    }
}

extension PublishingTarget.Place {
    /// Who carries out what is to be done there.
    fileprivate func host(siteFolder: String) -> any PublishingHost {
        let environment = ProcessInfo.processInfo.environment
        switch self {
        case .folder(let path):
            let isAbsolute = path.hasPrefix("/")
            return FolderHost(at: isAbsolute ? path : "\(siteFolder)/\(path)")
        case .git(let remote, let branch, let folder):
            return BranchHost(
                remote: remote, branch: branch, folder: folder, siteFolder: siteFolder, environment: environment)
        case .rsync(let place, let port):
            return RsyncHost(place, port: port, in: siteFolder, remoteShell: environment["RSYNC_RSH"])
        case .rclone(let place):
            return RcloneHost(place, in: siteFolder, environment: environment)
        }
    }

    /// Where it is, for people: `the folder /srv/www`.
    var inWords: String {
        switch self {
        case .folder(let path): "the folder \(path)"
        case .git(let remote, let branch, let folder):
            "the branch \(branch) of \(remote)" + (folder.isEmpty ? "" : ", folder \(folder)")
        case .rsync(let place, _), .rclone(let place): place
        }
    }
}
