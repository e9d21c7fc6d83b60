internal import ArgumentParser
internal import Foundation
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel

/// `praxis check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say what is wrong with the content, and what to do about it.",
        discussion: """
            Exits with 1 if there are errors among what it was asked about. Nothing is written.

            Where more than fifty things were found, ten of each rule are shown, and then how many there are of each. What is \
            for programs (json and so on) always holds everything.
            """)

    @Argument(help: "Files or folders to look at, with or without content/ before them; everything if nothing is said.")
    var paths: [String] = []

    @OptionGroup var site: SiteOptions
    @OptionGroup var building: BuildingOptions

    @Option(help: "How to show what was found: text, json, sarif, github (annotations) or gitlab (code quality).")
    var format: FindingReport.Format = .text

    @Option(
        name: .customLong("rule"),
        help: ArgumentHelp(
            "Show everything that breaks this rule, such as link.no-page, or these, such as link.", valueName: "name"))
    var wanted: [String] = []

    @Flag(help: "Show everything, however much it is.")
    var all = false

    @Flag(help: "List all rules as JSON instead of checking anything.")
    var rules = false

    func run() async throws {
        let console = Console.current
        guard !rules else { return console.print(try Self.ruleList()) }
        do {
            try checkNoSite()
            let files = try site.files()
            let part = try FindingFilter(rules: wanted, paths: paths.map { try site.path(of: $0, in: files) })
            let loaded = try await Build(building.options()).load(files)
            let report = FindingReport(findings: loaded.findings.filter(part.includes), console: console)
            try report.print(as: format, isWhole: all || !wanted.isEmpty)
            console.say("\(loaded.site.pages.count) pages read: \(report.summary)\(part.words)")
            if report.errors > 0 { throw Failure.errorsFound }
        } catch let error as FileError {
            throw Failure.environment(error.description)
        }
    }
}

extension CheckCommand {
    /// Says how to name a site where its folder stands in the place of one in it.
    private func checkNoSite() throws {
        guard site.named == nil, let name = paths.first(where: SiteOptions.isSite) else { return }
        let folder = name.contains(" ") ? "\"\(name)\"" : name
        throw Failure.wrongUse("\"\(name)\" is a site; name it with --site: praxis check --site \(folder)")
    }

    private struct RuleObject: Encodable {
        var id: String
        var severity: String
        var summary: String
    }

    private static func ruleList() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let rules = BuildRules.all.map {
            RuleObject(id: $0.id, severity: $0.severity.rawValue, summary: $0.summary)
        }
        return String(decoding: try encoder.encode(rules), as: UTF8.self)
    }
}

extension FindingReport.Format: ExpressibleByArgument {}
