internal import ArgumentParser
internal import Foundation
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel
internal import PraxisTheme

/// `praxis theme`
struct ThemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Work on a theme.", subcommands: [Check.self, Copy.self])

    /// `praxis theme check`
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Check the site's theme: its settings, templates and strings.")

        @OptionGroup var site: SiteOptions

        func run() async throws {
            let console = Console.current
            do {
                let loaded = try await Build().load(site.files())
                let ofThemes = loaded.findings.filter {
                    $0.location.path.components.first == "themes" || $0.rule.id.hasPrefix("theme.")
                }
                let report = FindingReport(findings: ofThemes, console: console)
                report.show(isWhole: true)
                console.say("theme \(loaded.site.settings.theme.name): \(report.summary)")
                if report.errors > 0 { throw Failure.errorsFound }
            } catch let error as FileError {
                throw Failure.environment(error.description)
            }
        }
    }

    /// `praxis theme copy`
    struct Copy: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "copy",
            abstract: "Copy files of a theme that comes with the program into the site, to change them.",
            discussion: "A theme that extends commons needs only the files that differ.")

        @Argument(
            help: "The file in the theme, such as templates/pages/community.mustache; all files if none is named.")
        var file: String?

        @Option(help: "The theme to copy from.")
        var from = "commons"

        @Option(help: ArgumentHelp("The folder in themes/ to copy into.", valueName: "name"))
        var into: String

        @OptionGroup var site: SiteOptions

        func validate() throws {
            guard into.utf8.allSatisfy({ 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }), !into.isEmpty else {
                throw ValidationError("\"\(into)\" cannot be a theme's name: it has a–z, 0–9 and hyphens")
            }
        }

        func run() throws {
            let console = Console.current
            let root = try site.files().location(of: SourcePath("themes/\(into)"))
            guard let theme = EmbeddedThemes.all.first(where: { $0.name == from }) else {
                let known = EmbeddedThemes.all.map(\.name).joined(separator: ", ")
                throw Failure.wrongUse("no theme \"\(from)\" comes with the program; there is \(known)")
            }
            let chosen = theme.files.filter { file == nil || $0.key == file || $0.key.hasPrefix("\(file ?? "")/") }
            guard !chosen.isEmpty else {
                let near = Suggestion.nearest(to: file ?? "", among: theme.files.keys)
                throw Failure.wrongUse(
                    "\(from) has no file \"\(file ?? "")\"\(near.first.map { "; did you mean \($0)?" } ?? "")")
            }
            for (path, bytes) in chosen.sorted(by: { $0.key < $1.key }) {
                try write(bytes, to: "\(root)/\(path)", console)
            }
        }

        private func write(_ bytes: [UInt8], to path: String, _ console: Console) throws {
            let url = URL(fileURLWithPath: path)
            guard !FileManager.default.fileExists(atPath: path) else {
                console.say("\(path) is there already and stays as it is")
                return
            }
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: url, options: .atomic)
                console.print(path)
            } catch {
                throw Failure.environment("\"\(path)\" cannot be written: \(error.localizedDescription)")
            }
        }
    }
}
