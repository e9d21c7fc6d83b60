internal import ArgumentParser
internal import PraxisAuthoring
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisYAML

/// `praxis new`
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a page, with the right fields and short comments.",
        discussion: "Kinds: \(NewPage.kinds.joined(separator: ", ")).")

    @Argument(help: "What sort of page it is: guide, event, question and so on; praxis new --help lists them all.")
    var kind: String

    @Argument(help: "What it is called; of a person, the name.")
    var title: [String]

    @Option(help: ArgumentHelp("The community that it belongs to.", valueName: "id"))
    var community: String?

    @Option(help: ArgumentHelp("Of a session: the programme that it belongs to.", valueName: "id"))
    var programme: String?

    @Option(help: ArgumentHelp("Who writes, curates, hosts or owns it.", valueName: "person"))
    var by: String?

    @Option(
        name: .customLong("id"),
        help: ArgumentHelp("Its identifier; made from the title if nothing is said.", valueName: "id"))
    var identifier: String?

    @Option(help: ArgumentHelp("Its language.", valueName: "tag"))
    var language: String?

    @Option(help: ArgumentHelp("A field and its value.", valueName: "field=value"))
    var set: [String] = []

    @OptionGroup var editing: EditingOptions

    func validate() throws { _ = try assignments() }

    private func assignments() throws -> [Assignment] {
        try Assignment.all(of: set, what: "a field and its value", example: "--set minutes=20")
    }

    func run() async throws {
        let values = try assignments().map { (key: $0.name, value: $0.value) }
        let request = NewPage.Request(
            kind: kind, title: title.joined(separator: " "), community: community, programme: programme, author: by,
            identifier: identifier, language: language, values: values)
        try await editing.apply(
            { site in
                let page = try NewPage(request, in: site.sources)
                return (page.edits, ["\(page.file)"], page.remaining)
            }, summary: Self.emptyFields)
    }

    /// That a new page has empty fields is as it should be, and no list of errors.
    private static func emptyFields(_ remaining: inout [Finding]) -> String? {
        let names = remaining.compactMap(emptyField)
        remaining.removeAll { emptyField($0) != nil }
        return names.isEmpty
            ? nil : "Still empty there: \(names.joined(separator: ", ")). praxis check says what they take."
    }

    /// The name of the field that a finding says is empty.
    private static func emptyField(_ finding: Finding) -> Substring? {
        guard finding.rule == FieldRules.missing, let line = finding.location.excerpt,
            let end = line.firstIndex(of: ":")
        else { return nil }
        return line[..<end]
    }
}
