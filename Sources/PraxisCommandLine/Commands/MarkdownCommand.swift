internal import ArgumentParser
internal import Foundation
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
        let bytes = try input()
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Failure.environment("\(file ?? "standard input") is not UTF-8 text")
        }
        var findings: [Finding] = []
        let source = SourceText(path: SourcePath(file ?? "standard input"), bytes: bytes)
        let html = Markdown.html(source, profile: profile, findings: &findings)
        console.write(String(decoding: html, as: UTF8.self), .output)
        FindingReport(findings: findings, console: console).show()
        if findings.contains(where: { $0.severity == .error }) { throw Failure.errorsFound }
    }

    private func input() throws -> [UInt8] {
        guard let file, file != "-" else { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        do { return Array(try Data(contentsOf: URL(fileURLWithPath: file))) } catch {
            throw Failure.environment("\"\(file)\" cannot be read: \(error.localizedDescription)")
        }
    }
}

extension Markdown.Profile: ExpressibleByArgument {}
