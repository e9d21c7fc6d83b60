internal import ArgumentParser
internal import PraxisBuild

/// `praxis build`
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site into a folder that any static host can serve.",
        discussion: "The folder holds the old site or the new one, never a mixture. With errors nothing is written.")

    @OptionGroup var site: SiteOptions
    @OptionGroup var building: BuildingOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var caching: CachingOptions

    @Flag(help: "Say where the time went.")
    var timings = false

    @Flag(help: "Print what was found and built as JSON.")
    var json = false

    func run() async throws {
        let console = Console.current
        let build = try FolderBuild(
            files: site.files(), build: Build(building.options(isRecorded: true)), output: output.folder,
            cacheFolder: BuildCache.usualFolder, isFresh: caching.isFresh, console: console)
        let built = try await build.run(json: json)
        if timings {
            built.rendered.timings.show(on: console)
            console.say("  made anew        \(built.rendered.newPageCount) of \(built.rendered.pageCount) pages")
        }
        let line = built.line(in: output.folder ?? "public")
        if json { console.say(line) } else { console.print(line) }
    }
}
