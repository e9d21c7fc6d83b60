internal import ArgumentParser
internal import PraxisAuthoring
internal import PraxisBuild
internal import PraxisDiagnostics

/// `praxis archive`
struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Take a page, or a community with all its pages, out of lists and search.",
        discussion: """
            Each page gets "status: archived": it stays at its address, marked, for those who have a link to it. Move what is \
            worth keeping before. Drafts stay drafts.
            """)

    @Argument(help: "The file or folder, with or without content/ before it.")
    var path: String

    @OptionGroup var editing: EditingOptions

    func run() async throws {
        let (path, _) = editing.site.pathsFromSite(self.path, self.path)
        try await editing.apply { site in
            let archiving = try Archiving(SourcePath(path), in: site.sources)
            return (archiving.edits, archiving.report, archiving.remaining)
        }
    }
}
