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
        discussion: "Kinds: \(KindDescriptions.kinds.map(\.rawValue).joined(separator: ", ")); also site and topics.")

    @Argument(help: "The kind of page, or site or topics for the two files of that name.")
    var kind: String?

    @Flag(help: "List the kinds instead.")
    var kinds = false

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
        return Schema.json(for: found, settings: .plain)
    }
}
