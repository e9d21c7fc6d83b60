internal import ArgumentParser
internal import Foundation
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel

/// `praxis build`
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site into a folder that any static host can serve.",
        discussion: "The folder holds the old site or the new one, never a mixture. With errors nothing is written.")

    @OptionGroup var site: SiteOptions
    @OptionGroup var building: BuildingOptions

    @Option(
        help: ArgumentHelp(
            "The folder to build into; public in the site's folder if nothing is said.", valueName: "dir"))
    var output: String?

    @Flag(help: "Say where the time went.")
    var timings = false

    @Flag(help: "Print what was found and built as JSON.")
    var json = false

    func run() async throws {
        let console = Console.current
        let files = try site.files()
        let folder = output.map { URL(fileURLWithPath: $0).path } ?? files.location(of: SourcePath("public"))
        let build = Build(building.options())
        do {
            let transaction = try await OutputTransaction.begin(in: folder) {
                console.say("Another build into this folder is running; waiting for it to end.")
            }
            let loaded = try await build.load(files)
            let report = FindingReport(findings: loaded.findings, console: console)
            guard !loaded.hasErrors else {
                transaction.abandon()
                if json {
                    try report.print(as: .json)
                } else {
                    report.show(atMostOfEachRule: FindingReport.mostInABuild)
                }
                console.say("\(report.summary). Nothing was built; mend the errors and build again.")
                throw Failure.errorsFound
            }
            let rendered = try await build.render(loaded, into: transaction)
            let summary = try await transaction.commit()
            if json {
                try report.print(as: .json)
            } else {
                report.show(atMostOfEachRule: FindingReport.mostInABuild)
            }
            if loaded.site.settings.url == nil {
                console.say("site.yaml gives no url, so there are no feeds, no sitemap and no canonical links.")
            }
            if timings { show(rendered.timings, on: console) }
            let line =
                "\(rendered.pageCount) pages, \(summary.written + summary.kept) files in \(output ?? "public"): \(report.summary), "
                + rendered.timings.total.inSeconds
            if json { console.say(line) } else { console.print(line) }
        } catch let error as OutputError {
            throw Failure.environment(error.description)
        } catch let error as FileError {
            throw Failure.environment(error.description)
        }
    }

    private func show(_ timings: Timings, on console: Console) {
        for stage in timings.stages {
            console.say(
                "  \(stage.name.padding(toLength: 16, withPad: " ", startingAt: 0)) \(stage.duration.inSeconds)")
        }
        for output in timings.slowest { console.say("  slowest: \(output.path) \(output.duration.inSeconds)") }
    }
}
