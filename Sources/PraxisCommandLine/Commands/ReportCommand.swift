internal import ArgumentParser
internal import PraxisBuild
internal import PraxisFiles
internal import PraxisModel
internal import PraxisSyndication

/// `praxis report`
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Say how the communities are kept, and what somebody should mend.",
        discussion: """
            The figures of the stewardship report, with names, whether or not the site publishes it. Communities without an \
            owner stand first. Nothing is written.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, csv, json
    }

    @OptionGroup var site: SiteOptions
    @OptionGroup var building: BuildingOptions

    @Option(help: "How to show it: text, csv (a row for each community) or json.")
    var format: Format = .text

    func run() async throws {
        let console = Console.current
        do {
            let loaded = try await Build(building.options()).load(site.files())
            let data = StewardshipData(of: loaded.site, namesPeople: true)
            switch format {
            case .text: console.print(StewardshipText(of: loaded.site).text)
            case .csv: console.print(Self.text(of: data.csv))
            case .json: console.print(Self.text(of: data.json))
            }
            if loaded.hasErrors {
                console.say("The content has errors, so some pages may be missing here; praxis check says which.")
            }
        } catch let error as FileError {
            throw Failure.environment(error.description)
        }
    }

    /// Without the line end that a terminal's line gets anyway.
    private static func text(of bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.hasSuffix("\r\n") || text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
