internal import ArgumentParser
internal import Foundation
internal import PraxisBuild
internal import PraxisFiles

/// `praxis build`
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site into a folder that any static host can serve.",
        discussion: """
            The folder holds the old site or the new one, never a mixture. With errors nothing is written.

            --json prints an array of what was found, as praxis check does. --summary writes one object about the build: \
            version (of this form), output (the folder), pages, newPages (made anew), files, written, kept and removed \
            files, errors, advice, seconds. After a build that failed there is no such file.
            """)

    @OptionGroup var site: SiteOptions
    @OptionGroup var building: BuildingOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var caching: CachingOptions

    @Flag(help: "Say where the time went.")
    var timings = false

    @Flag(help: "Print what was found as JSON.")
    var json = false

    @Option(
        help: ArgumentHelp("Write what was built into a file, as JSON: pages, files, seconds.", valueName: "file"))
    var summary: String?

    func run() async throws {
        let console = Console.current
        let files = try site.files()
        let build = FolderBuild(
            files: files, siteFolder: files.root, build: Build(building.options(isRecorded: true)),
            output: output.folder,
            cacheFolder: BuildCache.usualFolder, isFresh: caching.isFresh, console: console)
        let summaryFile = try summary.map { try SummaryFile(at: $0) }
        let built = try await build.run(json: json)
        if timings {
            built.timings.show(on: console)
            console.say("  made anew        \(built.newPageCount) of \(built.pageCount) pages")
        }
        try summaryFile?.write(BuildSummary(of: built, in: build.folder))
        let line = built.line(in: output.folder ?? (site.isAround ? build.folder : "public"))
        if json { console.say(line) } else { console.print(line) }
    }
}
