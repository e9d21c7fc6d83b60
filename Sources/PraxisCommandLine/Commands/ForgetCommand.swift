internal import ArgumentParser
internal import PraxisAuthoring
internal import PraxisBuild

/// `praxis forget`
struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Remove a person from the site: profile, photo, roles, bylines, thanks.",
        discussion: """
            Answers stay, as those of a former member, unless --with-answers removes them too. Where the name still stands \
            in prose is listed, for you to decide. What version control remembers is not touched.
            """)

    @Argument(help: "The person's identifier or name.")
    var person: [String]

    @Flag(help: "Remove the text of their answers too.")
    var withAnswers = false

    @OptionGroup var editing: EditingOptions

    func run() async throws {
        try await editing.apply { site in
            let forgetting = try Forgetting(
                person: person.joined(separator: " "), removesAnswers: withAnswers, in: site.sources,
                others: site.otherTexts)
            return (forgetting.edits, forgetting.report, forgetting.remaining)
        }
    }
}
