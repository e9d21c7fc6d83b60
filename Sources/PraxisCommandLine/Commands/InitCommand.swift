internal import ArgumentParser
internal import Foundation
internal import PraxisAuthoring
internal import PraxisBuild
internal import PraxisFiles

/// `praxis init`
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a small, complete site to start from.")

    @Argument(help: ArgumentHelp("The folder to make it in; it must be new or empty.", valueName: "dir"))
    var folder: String

    func run() throws {
        let console = Console.current
        let path = URL(fileURLWithPath: folder).standardizedFileURL.path
        let files = DiskFiles(root: path)
        do {
            try Starter.checkIsEmpty(files)
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            let edits = Starter.edits(today: BuildOptions().today)
            try edits.apply(to: files)
            console.print("Made a site of \(edits.paths.count) files in \(folder).")
            console.say("")
            console.say("Look at it:   cd \(folder) && praxis serve")
            console.say("Build it:     cd \(folder) && praxis build")
            console.say("Then open content/communities/ and make it yours.")
        } catch let error as AuthoringError {
            throw Failure.authoring(error)
        } catch let error as FileEditError {
            throw Failure.environment(error.description)
        } catch {
            throw Failure.environment("\"\(folder)\" cannot be made: \(error.localizedDescription)")
        }
    }
}

extension Failure {
    /// Something that an author asked for and that cannot be done.
    static func authoring(_ error: AuthoringError) -> Failure {
        wrongUse([error.description, error.advice].compactMap(\.self).joined(separator: "\n  "))
    }
}
