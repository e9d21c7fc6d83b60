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
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
            throw Failure.environment("there is no file \"\(file)\"")
        }
        guard !isFolder.boolValue else { throw Failure.environment("\"\(file)\" is a folder; name a file in it") }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure.environment("\"\(file)\" cannot be read; give yourself permission to read it")
        }
        return Array(data)
    }
}

extension Markdown.Profile: ExpressibleByArgument {}
