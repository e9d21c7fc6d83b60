package import ArgumentParser
internal import Foundation
internal import PraxisDiagnostics
internal import PraxisFiles

/// The program: what its arguments mean, and what it exits with.
package struct Praxis: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "praxis",
        abstract: "Make a site for communities of practice from Markdown files.",
        discussion: """
            A first site:   praxis init my-site && cd my-site && praxis serve

            Every command works on the site that you are in, at the top of its folder or anywhere below, or on the one \
            whose folder --site names.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Write",
                subcommands: [
                    InitCommand.self, NewCommand.self, ImportCommand.self, MoveCommand.self,
                    ArchiveCommand.self, LeaveCommand.self,
                    ForgetCommand.self,
                ]),
            CommandGroup(
                name: "Look",
                subcommands: [ServeCommand.self, CheckCommand.self, ReportCommand.self, SearchCommand.self]),
            CommandGroup(name: "Publish", subcommands: [BuildCommand.self, PublishCommand.self]),
            CommandGroup(
                name: "Under the bonnet",
                subcommands: [MarkdownCommand.self, SchemaCommand.self, ThemeCommand.self]),
        ])

    package init() {}

    /// Where the process may use only so much memory, sees that it does not end without a word: says so and returns an exit code
    /// if that is too little for any site, or else has it say so if it cannot go on. Called before there are threads.
    package static func prepareForLittleMemory() -> Int32? {
        guard let limit = Memory.limit else { return nil }
        let megabytes = "\(limit >> 20) MB of memory (ulimit -v)"
        guard limit >= leastMemory else {
            Console.current.say(
                "praxis: this process may use only \(megabytes), and needs \(leastMemory >> 20) MB; raise the limit")
            return 3
        }
        Memory.sayWhenEnded(
            "praxis: ended before its work was done, most likely because it may use only \(megabytes). What was there "
                + "before is as it was; raise the limit and run it again\n", exitCode: 3)
        return nil
    }

    /// With less, the system's library for threads crashes or waits for ever, however small the site is.
    private static let leastMemory: UInt64 = 320 << 20

    /// Runs the program with its arguments, the program's own name left out, and returns its exit code: 0 done, 1 errors
    /// found, 2 wrong use, 3 environment.
    package static func run(_ arguments: [String]) async -> Int32 {
        do {
            try checkNames(arguments)
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return 0
        } catch let failure as Failure {
            if let message = failure.message { Console.current.say("praxis: \(message)") }
            return failure.exitCode
        } catch {
            if let hint = siteHint(for: error, arguments) {
                Console.current.say("praxis: \(hint)")
                return 2
            }
            let isHelp = exitCode(for: error) == .success
            let message =
                isHelp ? inOurWords(fullMessage(for: error)) : named(withNearestOption(fullMessage(for: error)))
            if !message.isEmpty { Console.current.write(message + "\n", isHelp ? .output : .errors) }
            return isHelp ? 0 : 2
        }
    }

    /// Says how to name a site where its folder stands among the arguments of a command that takes none by itself.
    private static func siteHint(for error: any Error, _ arguments: [String]) -> String? {
        let said = message(for: error)
        guard fullMessage(for: error).contains("--site <dir>"), let command = arguments.first,
            let place = arguments.indices.dropFirst().first(where: { said == "Unexpected argument '\(arguments[$0])'" })
        else { return nil }
        let name = arguments[place]
        if command == "serve", Int(name) != nil { return "name the port with --port: praxis serve --port \(name)" }
        let files = FileManager.default
        guard files.fileExists(atPath: "\(name)/content") else {
            let isInSite = files.fileExists(atPath: "content") || SiteOptions.siteAround != nil
            return "\(command) takes the whole site and no \"\(name)\"; "
                + (isInSite ? "leave it out" : "name the folder of the site with --site")
        }
        var others = arguments
        others.remove(at: place)
        let folder = name.contains(" ") ? "\"\(name)\"" : name
        return "name the site's folder with --site: praxis \(others.joined(separator: " ")) --site \(folder)"
    }

    /// A message about an option that is unknown, with the one that is meant: of those that begin so, or else the nearest.
    private static func withNearestOption(_ message: String) -> String {
        let unknown = /Unknown option '--([^'=]+)[^']*'(?:\. Did you mean '--[^']+'\?)?/
        guard let match = message.firstMatch(of: unknown) else { return message }
        let name = String(match.1)
        let known = Set(message.matches(of: /--([a-z-]+)/).map { String($0.1) }).subtracting([name, "help"]).sorted()
        let plain = name.filter(\.isLetter).lowercased()
        let meant =
            known.first { $0.hasPrefix(name) && name.count > 2 || $0.filter(\.isLetter) == plain }
            ?? Suggestion.nearest(to: name, among: known).first
        let option = match.0.prefix { $0 != "." }
        return message.replacing(match.0, with: option + (meant.map { ". Did you mean '--\($0)'?" } ?? ""))
    }

    /// A message about arguments that begins as all others do: with the program's name, and no capital but a name's.
    private static func named(_ message: String) -> String {
        guard let match = message.prefixMatch(of: /Error: (\p{Lu}(?=\p{Ll}|\s))?/) else { return message }
        return "praxis: \(match.1?.lowercased() ?? "")\(message[match.range.upperBound...])"
    }

    /// Help as this program words it: it has commands, in groups.
    private static func inOurWords(_ help: String) -> String {
        help.replacing(" SUBCOMMANDS:", with: ":").replacing("SUBCOMMANDS:", with: "COMMANDS:")
            .replacing("subcommand>", with: "command>")
    }

    /// What people call commands that have another name here.
    private static let otherNames = [
        "preview": "serve", "start": "serve", "run": "serve", "watch": "serve", "dev": "serve", "create": "new",
        "add": "new", "rename": "move", "mv": "move", "remove": "forget", "delete": "forget", "validate": "check",
        "lint": "check", "test": "check", "depart": "leave", "offboard": "leave", "retire": "leave",
        "generate": "build", "make": "build", "deploy": "publish",
        "upload": "publish", "push": "publish", "sync": "publish", "find": "search", "stewardship": "report",
    ]

    /// Says what is near where the first arguments name no command.
    private static func checkNames(_ arguments: [String]) throws {
        var command: any ParsableCommand.Type = Praxis.self
        for argument in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
            let known = command.configuration.subcommands
            guard !known.isEmpty, !argument.hasPrefix("-"), argument != "help" else { return }
            let names = known.compactMap { $0.configuration.commandName }
            guard let next = known.first(where: { $0.configuration.commandName == argument }) else {
                let nearest =
                    Suggestion.nearest(to: argument, among: names).first
                    ?? otherNames[argument].flatMap { names.contains($0) ? $0 : nil }
                throw Failure.wrongUse(
                    "there is no command \"\(argument)\"; "
                        + (nearest.map { "did you mean \"\($0)\"?" } ?? "there are \(names.joined(separator: ", "))"))
            }
            command = next
        }
    }
}

/// Why a command could not do what it was asked to.
struct Failure: Error {
    /// What to tell; `nil` where everything has been said.
    var message: String?
    var exitCode: Int32

    /// Errors were found, and have been shown.
    static let errorsFound = Failure(message: nil, exitCode: 1)

    /// The command was asked for something that makes no sense.
    static func wrongUse(_ message: String) -> Failure { Failure(message: message, exitCode: 2) }

    /// The machine does not let it: a folder that cannot be written, a port that is taken.
    static func environment(_ message: String) -> Failure { Failure(message: message, exitCode: 3) }
}
