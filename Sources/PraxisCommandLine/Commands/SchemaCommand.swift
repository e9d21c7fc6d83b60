internal import ArgumentParser
internal import PraxisAuthoring
internal import PraxisBuild
internal import PraxisFiles
internal import PraxisModel

/// `praxis schema`
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a kind's front matter, for editors that complete and check it.",
        discussion: """
            Kinds: \(KindDescriptions.kinds.map(\.rawValue).joined(separator: ", ")); also site and topics.
            In a site's folder, or with --site, the words are those of its site.yaml.
            """)

    @Argument(help: "The kind of page, or site or topics for the two files of that name.")
    var kind: String?

    @Flag(help: "List the kinds instead.")
    var kinds = false

    @OptionGroup var site: SiteOptions

    func validate() throws {
        if kind == nil, !kinds { throw ValidationError("name a kind, or write --kinds to see them") }
    }

    func run() throws {
        let console = Console.current
        if kinds {
            for kind in KindDescriptions.kinds { console.print(kind.rawValue) }
            return
        }
        console.write(String(decoding: try schema(), as: UTF8.self) + "\n", .output)
    }

    private func schema() throws -> [UInt8] {
        switch kind {
        case "site": return Schema.settingsJSON()
        case "topics": return Schema.topicsJSON()
        default: break
        }
        guard let found = PageKind(rawValue: kind ?? ""), KindDescriptions.kinds.contains(found) else {
            let known = KindDescriptions.kinds.map(\.rawValue) + ["site", "topics"]
            throw Failure.wrongUse(
                "no kind \"\(kind ?? "")\"\n  write one of \(known.joined(separator: ", "))")
        }
        return Schema.json(for: found, settings: try settings())
    }

    /// What the site says that was named or is at hand; there can be a schema before there is a site.
    private func settings() throws -> Settings {
        do {
            if site.named != nil { return try Build.settings(of: site.files()) }
            guard let files = try? site.files() else { return .plain }
            return try Build.settings(of: files)
        } catch let error as FileError {
            throw Failure.environment(error.description)
        }
    }
}
