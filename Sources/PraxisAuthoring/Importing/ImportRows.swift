internal import PraxisDiagnostics
internal import PraxisFiles
internal import PraxisModel
internal import PraxisYAML

/// The rows of a table on their way to pages.
struct ImportRows {
    /// A page and the row that it is made of.
    struct Page {
        let write: FileEdits.Write
        let text: ImportedPage
        let row: ImportTable.Row
    }

    private(set) var pages: [Page] = []
    private(set) var known = 0
    /// How many of those say something else than their pages.
    private(set) var changed = 0
    private(set) var findings: [Finding]

    private let table: ImportTable
    private let kind: KindWord
    private let request: TableImport.Request
    private let sources: SiteSources
    private let description: RecordDescription
    let columns: ImportColumns
    /// What holds for all rows that do not say otherwise.
    private let common: [ImportColumns.Content: ImportedPage.Value]
    /// The pages that are there, by file.
    private let placeOfPage: [SourcePath: Int]
    /// Communities by title and by identifier, in small letters.
    private let communities: [String: String]
    /// Titles, as they would be in addresses, that several events of a calendar have, where nobody can give them identifiers.
    private let repeated: Set<String>

    init(
        _ table: ImportTable, _ kind: KindWord, _ request: TableImport.Request, in sources: SiteSources
    ) throws(AuthoringError) {
        self.table = table
        self.kind = kind
        self.request = request
        self.sources = sources
        description = KindDescriptions.description(of: kind.kind, in: sources.context.settings)
        var fields = NewFields(kind, in: sources)
        // The time of all that has a day alone is no field.
        let time = description.keys.contains("start") ? request.values.last { $0.key == "time" }?.value : nil
        try fields.fill(author: request.author, values: request.values.filter { time == nil || $0.key != "time" })
        if let community = request.community, description.keys.contains("community") {
            fields.set("community", to: community)
        }
        var common: [ImportColumns.Content: ImportedPage.Value] = Dictionary(
            uniqueKeysWithValues: fields.values.map { (.field($0, nil), ImportedPage.Value(text: $1, column: nil)) })
        common[.time] = time.map { ImportedPage.Value(text: $0, column: nil) }
        self.common = common
        placeOfPage = Dictionary(
            sources.pages.enumerated().map { ($1.source.path, $0) }, uniquingKeysWith: { first, _ in first })
        let isInCommunity = kind.kind.communityFolder != nil || kind.kind == .page
        columns = try ImportColumns(table, of: description, belongsToCommunity: isInCommunity, request: request)
        findings = columns.findings + table.leftToPeople
        let entries = sources.catalogue.entries.filter { $0.kind == .community && $0.original == nil }
        communities = Dictionary(
            entries.flatMap { [($0.title.lowercased(), $0.placement.slug), ($0.placement.slug, $0.placement.slug)] },
            uniquingKeysWith: { _, last in last })
        repeated = table.origin == .calendar ? Self.repeated(in: table, titles: columns) : []
    }

    private static func repeated(in table: ImportTable, titles columns: ImportColumns) -> Set<String> {
        guard let title = columns.contents.firstIndex(of: .field("title", nil)) else { return [] }
        let slugs = table.rows.compactMap { row in row.cell(title).map { Slug.suggestion(for: $0.text) } }
        return Set(Dictionary(grouping: slugs) { $0 }.filter { $0.value.count > 1 }.keys)
    }

    /// What each page of the kind must have: by field, what it means.
    private var required: [FieldDescription] { description.fields.filter(\.isRequired) }

    private var titleField: String { kind.kind == .person ? "name" : "title" }

    // MARK: Pages

    /// Makes a page of each row and looks for what is wrong with it.
    mutating func make() {
        findings += missingColumns()
        guard !findings.contains(where: { $0.severity == .error }) else { return }
        let names = FileNames(of: sources)
        var rowOfFile: [SourcePath: ImportTable.Row] = [:]
        for row in table.rows {
            findFailedFormulas(in: row)
            let values = values(of: row)
            guard let file = file(of: row, values) else { continue }
            if let first = rowOfFile.updateValue(row, forKey: file) {
                find(
                    AuthoringRules.table, in: row, "\(table.origin.row) \(first.number) would be \(file) as well",
                    advice: table.origin == .calendar
                        ? "give one of them another title" : "give each a name of its own in a column id")
                continue
            }
            let text = ImportedPage(values, of: description)
            if names.files.contains(file) {
                known += 1
                findDifferences(of: row, text, from: file)
                continue
            }
            if lastsAllDay(row, values) { continue }
            findEmptyCells(of: row, values)
            pages.append(
                Page(write: FileEdits.Write(path: file, old: nil, new: Array(text.text.utf8)), text: text, row: row))
        }
        findInPages()
    }

    private func values(of row: ImportTable.Row) -> [ImportColumns.Content: ImportedPage.Value] {
        var values = common
        for (column, content) in columns.contents.enumerated() {
            guard let content, let cell = row.cell(column) else { continue }
            values[content] = ImportedPage.Value(text: cell.text, column: column)
        }
        let names = [.givenName, .familyName].compactMap { values.removeValue(forKey: $0) }
        if let first = names.first {
            values[.field("name", nil)] = ImportedPage.Value(
                text: names.map(\.text).joined(separator: " "), column: first.column)
        }
        let (start, end) = (ImportColumns.Content.field("start", nil), ImportColumns.Content.field("end", nil))
        // A time that holds for all is for those that have none.
        if let time = values.removeValue(forKey: .time), time.column != nil || isDay(values[start]) {
            let day = values[start]
            values[start] = ImportedPage.Value(
                text: day.map { "\($0.text) \(time.text)" } ?? time.text, column: day?.column ?? time.column)
        }
        // So is an end that holds for all, and a length.
        let minutes = ImportColumns.Content.field("minutes", nil)
        if values[end]?.column == nil, values[minutes]?.column != nil { values[end] = nil }
        if values[end]?.column != nil, values[minutes]?.column == nil { values[minutes] = nil }
        if let last = values[end], isDay(last), let time = common[end] {
            values[end] = ImportedPage.Value(text: "\(last.text) \(time.text)", column: last.column)
        }
        return values
    }

    /// Whether a value is a day without a time, however it is written.
    private func isDay(_ value: ImportedPage.Value?) -> Bool {
        guard let text = value?.text, LocalDateTime(OtherSpelling.mended(text, as: LocalDateTime.shape)) == nil else {
            return false
        }
        return Day(OtherSpelling.mended(text, as: Day.shape)) != nil
    }

    /// Whether an event of a calendar has no times, and nobody has said which to write. Most are holidays and the like, so it is
    /// left out and said.
    private mutating func lastsAllDay(
        _ row: ImportTable.Row, _ values: [ImportColumns.Content: ImportedPage.Value]
    ) -> Bool {
        guard table.origin == .calendar, let start = values[.field("start", nil)],
            isDay(start) || isDay(values[.field("end", nil)])
        else { return false }
        let title = values[.field(titleField, nil)]?.text ?? ""
        find(
            AuthoringRules.byHand, in: row, column: start.column,
            "\"\(title)\" lasts all day, and an event on this site begins at a time; it is not imported",
            advice: "if it belongs on the site, say when such events begin and end: --set time=09:00 --set end=17:00")
        return true
    }

    /// Says what a row says otherwise than its page. Nothing is changed: nobody knows which of the two is newer.
    private mutating func findDifferences(of row: ImportTable.Row, _ text: ImportedPage, from file: SourcePath) {
        guard let place = placeOfPage[file] else { return }
        let differences = RowDifferences(text, than: sources.pages[place], sources.decoded[place], in: sources)
        var isOther = differences.hasOtherText
        for difference in differences.found {
            isOther = true
            let old = difference.old.map { "\"\($0.shortened)\"" } ?? "nothing"
            find(
                AuthoringRules.differs, in: row, column: difference.column,
                "\(difference.field) is \"\(difference.new.shortened)\" here, and \(old) in \(file)",
                advice: "write it there if the \(table.origin.whole) is right")
        }
        if differences.hasOtherText {
            find(
                AuthoringRules.differs, in: row, column: columns.contents.firstIndex(of: .text),
                "the text is another than in \(file)", advice: "write it there if the \(table.origin.whole) is right")
        }
        if isOther { changed += 1 }
    }

    /// Where a row's page goes; `nil` if it has no place, which is then found.
    private mutating func file(
        of row: ImportTable.Row, _ values: [ImportColumns.Content: ImportedPage.Value]
    ) -> SourcePath? {
        guard let title = values[.field(titleField, nil)]?.text else {
            find(
                AuthoringRules.empty, in: row, "there is no \(titleField)",
                advice: "write one, or delete the \(table.origin.row)")
            return nil
        }
        let identifier = values[.identifier].map { Slug.isValid($0.text) ? $0.text : Slug.suggestion(for: $0.text) }
        let slug = Slug.suggestion(for: title)
        guard identifier != nil || !slug.isEmpty else {
            find(
                AuthoringRules.table, in: row, "\"\(title)\" has no letter that can stand in an address",
                advice: "give it a name of a–z, 0–9 and hyphens in a column id")
            return nil
        }
        // Its day tells an event from others of its title, in a calendar that is exported again as well.
        let start = repeated.contains(slug) ? values[.field("start", nil)] : nil
        let day = start.map { " \($0.text.prefix { $0 != " " })" } ?? ""
        let named = values[.community]?.text
        do throws(AuthoringError) {
            let request = NewPage.Request(
                kind: request.kind, title: title + day,
                community: named.map { communities[$0.lowercased()] ?? $0 } ?? request.community,
                identifier: identifier)
            return try NewPlace(kind.kind, request, in: sources).file
        } catch {
            let cell = columns.contents.firstIndex(of: .community).flatMap { named == nil ? nil : $0 }
            find(AuthoringRules.table, in: row, column: cell, error.description, advice: error.advice)
            return nil
        }
    }

    // MARK: What is wrong

    /// Notes what is wrong in a row: at a column, else at the cell that says what the row is.
    private mutating func find(
        _ rule: Rule, in row: ImportTable.Row, column: Int? = nil, _ message: String, advice: String?,
        severity: Severity? = nil
    ) {
        let title = columns.contents.firstIndex(of: .field(titleField, nil))
        let cell = column.flatMap(row.cell) ?? title.flatMap(row.cell) ?? row.cells[0]
        var finding = Finding(
            rule, at: request.table.location(cell.range), "\(table.origin.row) \(row.number): \(message)",
            advice: advice)
        finding.severity = severity ?? rule.severity
        findings.append(finding)
    }

    /// What a formula could not work out would else be read as a text.
    private mutating func findFailedFormulas(in row: ImportTable.Row) {
        for (column, content) in columns.contents.enumerated() where content != nil {
            guard let cell = row.cell(column), Self.failures.contains(cell.text) else { continue }
            find(
                AuthoringRules.table, in: row, column: column,
                "\"\(cell.text)\" is what a spreadsheet program shows where a formula fails",
                advice: "mend the formula, or empty the cell")
        }
    }

    /// In English, German and Swedish.
    private static let failures: Set = [
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#NV", "#BEZUG!", "#WERT!",
        "#ZAHL!", "#SAKNAS!", "#REFERENS!", "#VÄRDEFEL!", "#DIVISION/0!", "#NAMN?", "#OGILTIGT!", "#SKÄRNING!",
    ]

    private func missingColumns() -> [Finding] {
        let place = request.table.location(table.header[0].range)
        return required.filter { field in
            common[.field(field.key, nil)] == nil && !columns.suggested.contains(field.key)
                && !columns.contents.contains { $0?.field == field.key }
        }.map { field in
            guard table.origin == .spreadsheet else {
                return Finding(
                    AuthoringRules.column, at: place,
                    "a calendar does not say \"\(field.key)\": \(field.documentation)",
                    advice: "say it for all events with --set \"\(field.key)=\(field.example ?? "…")\"")
            }
            let advice =
                field.key == titleField
                ? "name one so, or say which it is, for example --column \"\(table.header[0].text)=\(field.key)\""
                : "add it, or say it for all rows with --set \"\(field.key)=\(field.example ?? "…")\""
            return Finding(
                AuthoringRules.column, at: place, "no column is \"\(field.key)\": \(field.documentation)",
                advice: advice)
        }
    }

    private mutating func findEmptyCells(
        of row: ImportTable.Row, _ values: [ImportColumns.Content: ImportedPage.Value]
    ) {
        for field in required where !values.keys.contains(where: { $0.field == field.key }) {
            find(
                AuthoringRules.empty, in: row, "there is no \"\(field.key)\": \(field.documentation)",
                advice:
                    "write it there, or say it for all \(table.origin.row)s that have none with --set \"\(field.key)=…\""
            )
        }
    }

    private var adviceOnMissing: String {
        switch table.origin {
        case .spreadsheet: "add a column for it, or say it for all that have none with --set FIELD=VALUE"
        case .calendar: "add it in the calendar, or say it for all that have none with --set FIELD=VALUE"
        }
    }

    /// What a check finds in the pages, at the cells from which it comes.
    private mutating func findInPages() {
        let byPath = Dictionary(uniqueKeysWithValues: pages.map { ($0.write.path, $0) })
        let required = Set(required.map(\.key))
        for finding in NewPageCheck.findings(in: pages.map(\.write), among: sources) {
            guard let page = byPath[finding.location.path] else { continue }
            // What is empty has been found in the row.
            if finding.rule == FieldRules.missing, let field = finding.field, required.contains(field) { continue }
            find(
                finding.rule, in: page.row, column: finding.location.range.flatMap { page.text.columns[$0.start.line] },
                finding.message,
                advice: finding.rule == FieldRules.missing ? adviceOnMissing : finding.advice,
                severity: finding.severity)
        }
    }
}

extension String {
    /// So much of it as a line has room for.
    fileprivate var shortened: String { count > 60 ? prefix(59) + "…" : self }
}
