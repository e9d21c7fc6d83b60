internal import ArgumentParser
internal import PraxisAuthoring
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel

/// What the commands that change content have in common: they read the site, drafts and all, and apply edits to it.
struct EditingOptions: ParsableArguments {
    @OptionGroup var site: SiteOptions

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    /// Reads the site with everything in it, works out a change and makes it.
    ///
    /// - Parameters:
    ///   - change: The edits, what to say of them, and what remains to be done by hand.
    ///   - showsAll: Whether all that remains is shown, however much it is.
    ///   - summary: Says some of what remains in a few words, and takes it out.
    func apply(
        _ change: (Build.Loaded) throws -> (edits: FileEdits, report: [String], remaining: [Finding]),
        showsAll: Bool = true, summary: (inout [Finding]) -> String? = { _ in nil }
    ) async throws {
        let console = Console.current
        do {
            let files = try site.files()
            let loaded = try await Build(BuildOptions(includesDrafts: true)).load(files)
            let (edits, report, found) = try change(loaded)
            var remaining = found
            if !dryRun { try edits.apply(to: files) }
            for line in report { console.print(line) }
            if let line = summary(&remaining) { console.say(line) }
            FindingReport(findings: remaining, console: console).show(isWhole: showsAll, areOfSite: !dryRun)
            if dryRun { console.say("Nothing was changed: this was a dry run.") }
        } catch let error as AuthoringError {
            throw Failure.authoring(error)
        } catch let error as FileEditError {
            throw Failure.environment(error.description)
        } catch let error as FileError {
            throw Failure.environment(error.description)
        }
    }
}
