internal import ArgumentParser
internal import PraxisAuthoring
internal import PraxisBuild
internal import PraxisDiagnostics

/// `praxis move`
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Rename a page, mend every link to it, and keep its old address alive.",
        discussion: """
            A folder of pages that is moved to a community with such a folder joins it: \
            praxis move communities/old/guides communities/new
            """)

    @Argument(help: "The file or folder, with or without content/ before it.")
    var from: String

    @Argument(help: "Its new name, or the folder that it goes to.")
    var to: String

    @OptionGroup var editing: EditingOptions

    func run() async throws {
        let (from, to) = editing.site.pathsFromSite(self.from, self.to)
        try await editing.apply { site in
            let move = try PageMove(from: SourcePath(from), to: SourcePath(to), in: site.sources)
            return (move.edits, move.report, move.remaining)
        }
    }
}
