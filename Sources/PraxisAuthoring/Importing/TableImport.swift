package import PraxisDiagnostics
package import PraxisFiles
package import PraxisModel
internal import PraxisYAML

/// The rows of a table as new pages of one kind: resources from a list of links, people from a list of members.
///
/// All rows become pages or none does, except those whose page is there already: they are left as they are, so that a table
/// which grows is imported again and again. What such a row says otherwise than its page is found.
package struct TableImport: Sendable {
    /// Empty if there is an error.
    package private(set) var edits = FileEdits()
    /// The new pages, a line each.
    package private(set) var report: [String] = []
    /// Where the table is from.
    package let origin: ImportOrigin
    /// How many rows have a page already.
    package private(set) var known = 0
    /// How many of those rows say something else than their pages, which is found.
    package private(set) var changed = 0
    /// What became of each column of a spreadsheet.
    package private(set) var columns: [ColumnUse] = []
    /// What is wrong, at its place in the table.
    package private(set) var findings: [Finding] = []

    /// What somebody wants to import.
    package struct Request: Sendable {
        /// A word of ``TableImport/kinds``, or more of it: `resource`, `resources`.
        package var kind: String
        package var table: SourceText
        /// The community of rows that name none.
        package var community: String?
        /// Who writes, curates, hosts or owns what does not say so itself.
        package var author: String?
        /// Fields of all rows that do not say otherwise.
        package var values: [(key: String, value: String)]
        /// Columns that are called otherwise than their fields.
        package var columns: [(header: String, field: String)]
        /// Columns that are left out.
        package var leftOut: [String]

        package init(
            kind: String, table: SourceText, community: String? = nil, author: String? = nil,
            values: [(key: String, value: String)] = [], columns: [(header: String, field: String)] = [],
            leftOut: [String] = []
        ) {
            self.kind = kind
            self.table = table
            self.community = community
            self.author = author
            self.values = values
            self.columns = columns
            self.leftOut = leftOut
        }
    }

    /// Every word that says what rows are.
    package static let kinds: [String] = KindWord.texts.filter { text in
        KindWord.all.first { $0.text == text }.map { isImportable($0.kind) } == true
    }

    /// Works out the pages. Linear in the size of table and site.
    ///
    /// - Throws: What makes every row impossible: a kind that there is not, a community that there is not.
    package init(_ request: Request, in sources: SiteSources) throws(AuthoringError) {
        let kind = try Self.kind(request.kind)
        origin = ImportTable.isCalendar(request.table) ? .calendar : .spreadsheet
        let table: ImportTable
        do throws(UnclosedCell) {
            table =
                switch origin {
                case .spreadsheet: try ImportTable(csv: request.table)
                case .calendar: ImportTable(calendar: request.table, in: sources.context.settings.timeZone)
                }
        } catch {
            findings = [
                Finding(
                    AuthoringRules.table, at: request.table.location(error.range),
                    "the quotation mark that opens this cell is never closed",
                    advice: "close it; one that is part of the text is written twice")
            ]
            return
        }
        guard !table.rows.isEmpty else {
            guard origin == .spreadsheet else {
                throw AuthoringError("there is no event in \(request.table.path)")
            }
            throw AuthoringError(
                "\(request.table.path) has no rows below its first, which names the columns",
                advice: "write the names of fields above the columns, for example title;url;why")
        }
        var rows = try ImportRows(table, kind, request, in: sources)
        rows.make()
        report = rows.pages.map { "\($0.write.path)" }
        (known, changed) = (rows.known, rows.changed)
        if origin == .spreadsheet { columns = rows.columns.uses }
        findings = rows.findings.sorted()
        if !findings.contains(where: { $0.severity == .error }) { edits = FileEdits(writes: rows.pages.map(\.write)) }
    }

    /// A kind, in the singular or as a folder of such pages is called.
    private static func kind(_ text: String) throws(AuthoringError) -> KindWord {
        let wanted = Words.normal(text)
        let singular = KindWord.texts.first { plural(of: Words.normal($0)) == wanted }
        let kind = try KindWord(singular ?? text)
        guard isImportable(kind.kind) else {
            throw AuthoringError(
                "\(KindDescriptions.subject(of: kind.kind)) is not imported from a table",
                advice: kind.kind == .topic
                    ? "write topics in content/topics.yaml" : "begin each with praxis new \(kind.kind.rawValue)")
        }
        return kind
    }

    private static func plural(of word: String) -> String {
        if word == "person" { return "people" }
        return word.hasSuffix("y") ? word.dropLast() + "ies" : word + "s"
    }

    private static func isImportable(_ kind: PageKind) -> Bool {
        switch kind {
        case .community, .person, .resource, .path, .event, .post, .question, .guide, .opportunity, .page: true
        case .home, .topic, .programme, .session: false
        }
    }
}
