internal import ArgumentParser
internal import PraxisAuthoring
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles

/// `praxis import`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make pages of the rows of a spreadsheet, or of the events of a calendar.",
        discussion: """
            The table is CSV, with commas, semicolons or tabs, as every spreadsheet program saves it. Its first row names the \
            columns as the fields are called (praxis schema KIND prints them) or as people call them: Link, Tags. Several values in a \
            cell have semicolons between them. A column id names the files, community says where each row belongs, text is \
            the page's text in Markdown. A person's name may be in two columns: First name, Last name.

            Events may also come from a calendar (.ics) as Outlook, Google and others export it.

            An all-day event has no time, which a page needs: with --set time=09:00 --set end=17:00 it gets one, else it is left out.

            All rows or events become pages or none does; what is wrong is shown at its place in the file. A page that is there already \
            stays as it is, and what its row or event says otherwise is shown.

            For example: praxis import resources links.csv --community data --by anna-lind --dry-run

            Kinds: \(TableImport.kinds.joined(separator: ", ")).
            """)

    @Argument(help: "What each row or event is: resource, person, event and so on.")
    var kind: String

    @Argument(help: "The table or calendar; - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("The community of rows and events that name none.", valueName: "id"))
    var community: String?

    @Option(help: ArgumentHelp("Who writes, curates, hosts or owns what does not say so itself.", valueName: "person"))
    var by: String?

    @Option(
        help: ArgumentHelp("A field of all rows or events that do not say it themselves.", valueName: "field=value"))
    var set: [String] = []

    @Option(help: ArgumentHelp("A column that is called otherwise than its field.", valueName: "name=field"))
    var column: [String] = []

    @Option(help: ArgumentHelp("A column to leave out.", valueName: "name"))
    var leaveOut: [String] = []

    @OptionGroup var editing: EditingOptions

    func validate() throws {
        _ = try (values(), columns())
    }

    private func values() throws -> [Assignment] {
        try Assignment.all(of: set, what: "a field and its value", example: "--set kind=article")
    }

    private func columns() throws -> [Assignment] {
        try Assignment.all(of: column, what: "a column and its field", example: "--column \"Web page=url\"")
    }

    func run() async throws {
        let input = InputFile(file)
        let bytes = try input.bytes()
        let (values, columns) = try (values(), columns())
        var summary: String?
        try await editing.apply(
            { site in
                let table = try TableText.source(SourcePath(input.description), bytes)
                let result = try TableImport(
                    TableImport.Request(
                        kind: kind, table: table, community: community, author: by,
                        values: values.map { ($0.name, $0.value) }, columns: columns.map { ($0.name, $0.value) },
                        leftOut: leaveOut), in: site.sources)
                for line in Self.guesses(of: result.columns) { Console.current.say(line) }
                try Self.refuse(result)
                summary = Self.summary(of: result)
                return (result.edits, result.report, result.findings)
            }, showsAll: false, summary: { _ in summary })
    }

    /// Shows what is wrong, if anything is, and ends.
    private static func refuse(_ result: TableImport) throws {
        let report = FindingReport(findings: result.findings, console: .current)
        guard report.errors > 0 else { return }
        report.show(areOfSite: false)
        Console.current.say(
            "\(report.summary). Nothing was imported; mend the \(result.origin.whole) and import it again.")
        throw Failure.errorsFound
    }

    /// What columns that are not called as fields were taken for, and which were left out: `Read "Link" as url, "Type" as kind.`
    private static func guesses(of columns: [ColumnUse]) -> [String] {
        let read = columns.compactMap { column -> String? in
            guard case .field(let name) = column.outcome, !column.isNamedForField else { return nil }
            return "\"\(column.header)\" as \(name)"
        }
        let left = columns.compactMap { column -> String? in
            switch column.outcome {
            case .leftOut: "\"\(column.header)\", as you said"
            case .empty where !column.header.isEmpty: "\"\(column.header)\", which is empty"
            case .field, .empty, .unknown: nil
            }
        }
        return [("Read", read, ", "), ("Left out", left, "; ")].filter { !$0.1.isEmpty }.map { begin, words, comma in
            "\(begin) \(words.joined(separator: comma))."
        }
    }

    /// `12 pages made, 3 rows left: their pages are there already, and 1 says something else.`
    private static func summary(of result: TableImport) -> String {
        let made = result.report.count == 1 ? "1 page" : "\(result.report.count) pages"
        let other =
            switch result.changed {
            case 0: ""
            case result.known: ", and \(result.known == 1 ? "says" : "all say") something else"
            default: ", and \(result.changed) \(result.changed == 1 ? "says" : "say") something else"
            }
        switch result.known {
        case 0: return "\(made) made."
        case 1: return "\(made) made, 1 \(result.origin.row) left: its page is there already\(other)."
        default:
            return "\(made) made, \(result.known) \(result.origin.row)s left: their pages are there already\(other)."
        }
    }
}
