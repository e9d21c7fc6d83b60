internal import ArgumentParser
internal import Foundation
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel
internal import PraxisSyndication
internal import PraxisTheme

/// `praxis report`
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Say how the communities are kept, and what somebody should mend.",
        discussion: """
            The figures of the stewardship report, with names, whether or not the site publishes it. Communities without an \
            owner stand first. Nothing is written.

            With --since, what has changed since an earlier day: keep what praxis report --format json printed then, or the \
            stewardship.json of the site as it was.

            With --letters, a letter to each person for whom something waits: pages that are due, questions that nobody has \
            answered, roles that end. Read a letter before you send it. Its words are those of the theme, under letter in \
            its strings.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, csv, json
    }

    @OptionGroup var site: SiteOptions
    @OptionGroup var building: BuildingOptions

    @Option(help: "How to show it: text, csv (for a spreadsheet) or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Say what has changed since an earlier report, kept as JSON.", valueName: "file"))
    var since: String?

    @Flag(help: "List the pages whose review is due, each with who answers for it, and nothing else.")
    var due = false

    @Flag(help: "Write a letter to each person for whom something waits.")
    var letters = false

    @Option(name: .customLong("for"), help: ArgumentHelp("Write a letter to this one alone.", valueName: "person"))
    var person: String?

    @Option(help: ArgumentHelp("The language of letters; the site's first if nothing is said.", valueName: "tag"))
    var language: String?

    func validate() throws {
        let writesLetters = letters || person != nil
        if [since != nil, due, writesLetters].count(where: \.self) > 1 {
            throw ValidationError("--since, --due and letters do not go together; ask for one at a time")
        }
        if language != nil, !writesLetters {
            throw ValidationError("--language is of letters; add --letters, or --for and a name")
        }
    }

    func run() async throws {
        let console = Console.current
        do {
            let loaded = try await Build(building.options()).load(site.files())
            if let since {
                try print(changes(since: since, in: loaded.site), on: console)
            } else if due {
                print(dueIn: loaded.site, on: console)
            } else if letters || person != nil {
                try print(LetterReport(letters: written(loaded)), on: console)
            } else {
                print(figuresOf: loaded.site, on: console)
            }
            if loaded.hasErrors {
                console.say("The content has errors, so some pages may be missing here; praxis check says which.")
            }
        } catch let error as FileError {
            throw Failure.environment(error.description)
        }
    }

    // MARK: Figures

    private func print(figuresOf site: Site, on console: Console) {
        let data = StewardshipData(of: site, namesPeople: true)
        switch format {
        case .text: console.print(StewardshipText(of: site).text)
        case .csv: console.print(Self.text(of: data.csv))
        case .json: console.print(Self.text(of: data.json))
        }
    }

    private func print(dueIn site: Site, on console: Console) {
        let table = DueTable(of: site, namesPeople: true)
        switch format {
        case .text: console.print(StewardshipText.due(in: site))
        case .csv: console.print(Self.text(of: table.csv))
        case .json: console.print(Self.text(of: table.json))
        }
    }

    // MARK: Changes

    private func changes(since file: String, in site: Site) throws -> StewardshipChanges {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure.environment("cannot read \"\(file)\"; name a file that praxis report --format json printed")
        }
        guard let changes = StewardshipChanges(since: [UInt8](data), in: site) else {
            throw Failure.wrongUse(
                "\"\(file)\" is no report\n  name a file that praxis report --format json printed, or a site's stewardship.json"
            )
        }
        return changes
    }

    private func print(_ changes: StewardshipChanges, on console: Console) {
        switch format {
        case .text: console.print(StewardshipChangesText(changes).text)
        case .csv: console.print(Self.text(of: changes.csv))
        case .json: console.print(Self.text(of: changes.json))
        }
    }

    // MARK: Letters

    private func written(_ loaded: Build.Loaded) throws -> [UpkeepLetter] {
        let site = loaded.site
        let language = language ?? site.settings.language
        guard site.settings.languages.contains(language) else {
            throw Failure.wrongUse(
                "the site is not in \"\(language)\"\n  write one of \(site.settings.languages.joined(separator: ", "))")
        }
        let all = Upkeep.all(in: site)
        let wanted = try person.map { try chosen($0, of: all, in: site) } ?? all
        return wanted.map { UpkeepLetter($0, in: site, theme: loaded.theme, language: language) }
    }

    /// What waits for those of a name or identifier; nothing may.
    private func chosen(_ text: String, of all: [Upkeep], in site: Site) throws -> [Upkeep] {
        func isNamed(_ page: Page) -> Bool { page.slug == text || page.metadata.title == text }
        let found = all.filter { upkeep in
            upkeep.person.page.map { isNamed(site[$0]) } ?? (upkeep.person.name(in: site) == text)
        }
        if !found.isEmpty { return found }
        let people = (site.relations.byKind[.person] ?? []).map { site[$0] }
        guard !people.contains(where: isNamed) else {
            Console.current.say("Nothing waits for \(text).")
            return []
        }
        let known = people.flatMap { [$0.slug, $0.metadata.title] } + all.map { $0.person.name(in: site) }
        let nearest = Suggestion.nearest(to: text, among: known).first
        throw Failure.wrongUse(
            "no person \"\(text)\"\n  "
                + (nearest.map { "did you mean \"\($0)\"?" } ?? "name a profile, or write --letters for all"))
    }

    private func print(_ report: LetterReport, on console: Console) throws {
        switch format {
        case .text: console.write(report.text, .output)
        case .csv: console.print(Self.text(of: report.csv))
        case .json: console.print(Self.text(of: [UInt8](try report.json())))
        }
    }

    /// Without the line end that a terminal's line gets anyway.
    private static func text(of bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.hasSuffix("\r\n") || text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
