internal import ArgumentParser
internal import PraxisAuthoring
internal import PraxisBuild
internal import PraxisModel

/// `praxis leave`
struct LeaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "Somebody leaves: end their roles, and hand over what they answer for.",
        discussion: """
            Their profile says that they left, and their roles in communities end on that day. With --to, somebody else \
            follows as owner, moderator and curator of communities, answers for the pages that they own or curate, \
            and hosts and coordinates what is to come. What they wrote stays under their name. Without --to, what nobody \
            answers for afterwards is listed.

            With a last day to come, both answer for pages until then. A host or coordinator is one person, so there the other is named \
            at once.

            To take somebody out of the site altogether, see: praxis help forget
            """)

    @Argument(help: "The identifier or name of who leaves.")
    var person: [String]

    @Option(name: .customLong("to"), help: ArgumentHelp("Who takes over, by identifier or name.", valueName: "person"))
    var successor: String?

    @Option(
        name: .customLong("on"),
        help: ArgumentHelp("Their last day, past or to come; today if nothing is said.", valueName: "yyyy-mm-dd"))
    var lastDay: String?

    @OptionGroup var editing: EditingOptions

    private var day: Day? { lastDay.flatMap { Day($0) } }

    func validate() throws {
        if let lastDay, day == nil {
            throw ValidationError("\"\(lastDay)\" is not a day; write --on 2026-03-31")
        }
    }

    func run() async throws {
        try await editing.apply { site in
            let leaving = try Leaving(
                person: person.joined(separator: " "), on: day, to: successor, in: site.sources)
            return (leaving.edits, leaving.report, leaving.remaining)
        }
    }
}
