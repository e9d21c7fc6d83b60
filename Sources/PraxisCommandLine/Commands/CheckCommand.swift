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
        discussion: "Exits with 1 if there are errors. Nothing is written.")

    @OptionGroup var site: SiteOptions
    @OptionGroup var building: BuildingOptions

    @Option(help: "How to show what was found: text, json, sarif, github (annotations) or gitlab (code quality).")
    var format: FindingReport.Format = .text

    @Flag(help: "List all rules as JSON instead of checking anything.")
    var rules = false

    func run() async throws {
        let console = Console.current
        guard !rules else { return console.print(try Self.ruleList()) }
        do {
            let loaded = try await Build(building.options()).load(site.files())
            let report = FindingReport(findings: loaded.findings, console: console)
            try report.print(as: format)
            console.say("\(loaded.site.pages.count) pages read: \(report.summary)")
            if loaded.hasErrors { throw Failure.errorsFound }
        } catch let error as FileError {
            throw Failure.environment(error.description)
        }
    }
}

extension CheckCommand {
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
