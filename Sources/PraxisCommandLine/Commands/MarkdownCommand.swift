internal import ArgumentParser
internal import PraxisDiagnostics
internal import PraxisMarkdown

/// `praxis markdown`
struct MarkdownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "markdown", abstract: "Print the HTML of one Markdown text.",
        discussion:
            "Reads a file, or standard input. The profile commonmark lets raw HTML through; site is what pages get.")

    @Argument(help: "The file to read; standard input if none is named.")
    var file: String?

    @Option(help: "commonmark, gfm or site.")
    var profile: Markdown.Profile = .site

    func run() throws {
        let console = Console.current
        let input = InputFile(file ?? "-")
        let bytes = try input.bytes()
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Failure.environment("\(input.description) is not UTF-8 text")
        }
        var findings: [Finding] = []
        let source = SourceText(path: SourcePath(input.description), bytes: bytes)
        let html = Markdown.html(source, profile: profile, findings: &findings)
        console.write(String(decoding: html, as: UTF8.self), .output)
        FindingReport(findings: findings, console: console).show()
        if findings.contains(where: { $0.severity == .error }) { throw Failure.errorsFound }
    }
}

extension Markdown.Profile: ExpressibleByArgument {}
