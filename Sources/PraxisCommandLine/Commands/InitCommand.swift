internal import ArgumentParser
internal import Foundation
internal import PraxisAuthoring
internal import PraxisBuild
internal import PraxisFiles

/// `praxis init`
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a small, complete site to start from.",
        discussion: """
            With --workflow, also a file that lets a code host check what is proposed, publish what is accepted, and build \
            every night. In a folder that holds a site already, only that file is made; nothing is ever overwritten.
            """)

    @Argument(
        help: ArgumentHelp(
            "The folder to make it in; it must be new or empty, or hold a site that gets a workflow.", valueName: "dir")
    )
    var folder: String

    @Option(help: ArgumentHelp("Add a workflow for a code host: github or gitlab.", valueName: "host"))
    var workflow: Workflow?

    func run() throws {
        let console = Console.current
        let version = Praxis.configuration.version
        let path = URL(fileURLWithPath: folder).standardizedFileURL.path
        let files = DiskFiles(root: path)
        do {
            let addsToASite = workflow != nil && Workflow.hasSite(files)
            if !addsToASite {
                try Starter.checkIsEmpty(files)
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }
            try workflow?.checkIsFree(in: files)
            var edits = addsToASite ? FileEdits() : Starter.edits(today: BuildOptions().today)
            edits.writes += workflow?.edits(version: version).writes ?? []
            try edits.apply(to: files)
            if addsToASite, let workflow {
                console.print("Wrote \(workflow.path) in \(folder); nothing else was changed.")
            } else {
                console.print("Made a site of \(edits.paths.count) files in \(folder).")
                console.say("")
                console.say("Look at it:   cd \(folder) && praxis serve")
                console.say("Build it:     cd \(folder) && praxis build")
                console.say("Then open content/communities/ and make it yours.")
            }
            console.say("")
            if let workflow {
                console.say("Before the workflow runs:")
                for step in workflow.nextSteps(version: version) { console.say("- \(step)") }
            } else {
                console.say("Before you publish it, set url: in content/site.yaml, the address that readers will use;")
                console.say("feeds, the sitemap and previews of links need it.")
                console.say("")
                console.say("To have a code host check and publish it, and build it every night:")
                console.say("  praxis init \(folder) --workflow github    (or gitlab)")
            }
        } catch let error as AuthoringError {
            throw Failure.authoring(error)
        } catch let error as FileEditError {
            throw Failure.environment(error.description)
        } catch {
            throw Failure.environment("\"\(folder)\" cannot be made: \(error.localizedDescription)")
        }
    }
}

extension Workflow: ExpressibleByArgument {}

extension Failure {
    /// Something that an author asked for and that cannot be done.
    static func authoring(_ error: AuthoringError) -> Failure {
        wrongUse([error.description, error.advice].compactMap(\.self).joined(separator: "\n  "))
    }
}
