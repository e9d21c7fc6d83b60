internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisYAML

/// What the columns of a table say of the pages that its rows become.
struct ImportColumns {
    /// What a column holds.
    enum Content: Hashable {
        /// A field, or with a second name one within it: `contact.email`.
        case field(String, String?)
        /// The name of the page's file.
        case identifier
        /// Of what belongs to a community: which.
        case community
        /// Of what starts at a time of day: this time, where the day is in a column of its own.
        case time
        /// Of a person's name, where it is in two columns: its first part, its last.
        case givenName, familyName
        /// The page's text, in Markdown.
        case text

        /// The field that it fills, or a part of.
        var field: String? {
            switch self {
            case .field(let key, _): key
            case .time: "start"
            case .givenName, .familyName: "name"
            case .identifier, .community, .text: nil
            }
        }
    }

    /// By column; `nil` for one that is left out.
    let contents: [Content?]
    /// By column, what became of it.
    let uses: [ColumnUse]
    /// Fields that columns may mean whose names are none.
    let suggested: Set<String>
    let findings: [Finding]

    /// Matches a header with the fields of a kind.
    ///
    /// A column is called as its field is, or as people call it: `Link` for `url`, `Tags` for `topics`. What is named exactly
    /// comes before what is only meant.
    ///
    /// - Throws: What the request says of columns that there are not, or of fields.
    init(
        _ table: ImportTable, of description: RecordDescription, belongsToCommunity: Bool, request: TableImport.Request
    ) throws(AuthoringError) {
        let names = Names(description, belongsToCommunity: belongsToCommunity)
        try Self.checkNames(in: request, table, names)
        let isUsed = table.header.indices.map { column in
            table.rows.contains { $0.cell(column) != nil }
        }
        let titles = table.header.map(\.text)
        let wanted = table.header.indices.filter { column in
            isUsed[column] && !request.leftOut.contains { Self.areSame($0, titles[column]) }
        }
        let contents = Self.contents(of: wanted, called: titles, request, names)
        var findings: [Finding] = []
        var suggested: Set<String> = []
        for column in wanted {
            let cell = table.header[column]
            let place = request.table.location(cell.range)
            guard let content = contents[column] else {
                let near = names.near(cell.text).first { !contents.contains(.field($0, nil)) }
                if let near { suggested.insert(near) }
                findings.append(names.unknown(cell.text, near: near, number: column + 1, at: place))
                continue
            }
            if let first = contents.firstIndex(of: content), first < column {
                findings.append(
                    Finding(
                        AuthoringRules.column, at: place, "\"\(cell.text)\" says the same as \"\(titles[first])\"",
                        advice: "leave one of them out: --leave-out \"\(cell.text)\""))
            }
        }
        self.contents = contents
        uses = titles.indices.map { column in
            let isLeftOut = request.leftOut.contains { Self.areSame($0, titles[column]) }
            return ColumnUse(
                header: titles[column],
                outcome: contents[column].map { .field($0.name) }
                    ?? (isLeftOut ? .leftOut : isUsed[column] ? .unknown : .empty))
        }
        self.suggested = suggested
        self.findings = findings + Self.unlikely(contents, in: table, request)
    }

    /// Refuses columns and fields that there are not.
    private static func checkNames(
        in request: TableImport.Request, _ table: ImportTable, _ names: Names
    ) throws(AuthoringError) {
        let description = names.description
        let named = request.columns.map(\.header) + request.leftOut
        if let other = named.first(where: { name in !table.header.contains { areSame($0.text, name) } }) {
            let near = Suggestion.nearest(to: other, among: table.header.map(\.text)).first
            throw AuthoringError(
                "\(request.table.path) has no column \"\(other)\"",
                advice: near.map { "did you mean \"\($0)\"?" }
                    ?? "it has \(table.header.map { "\"\($0.text)\"" }.joined(separator: ", "))")
        }
        if let other = request.columns.map(\.field).first(where: { names.exact($0) == nil }) {
            throw AuthoringError(
                "\(description.subject) has no field \"\(other)\"",
                advice: names.near(other).first.map { "did you mean \($0)?" }
                    ?? "it has \(description.keys.joined(separator: ", "))")
        }
    }

    /// What the wanted columns hold, by all titles, in three rounds: from what is certain to what is likely.
    private static func contents(
        of wanted: [Int], called titles: [String], _ request: TableImport.Request, _ names: Names
    ) -> [Content?] {
        var contents: [Content?] = Array(repeating: nil, count: titles.count)
        for column in wanted {
            let named = request.columns.last { areSame($0.header, titles[column]) }?.field
            contents[column] = (named ?? titles[column]).isEmpty ? nil : names.exact(named ?? titles[column])
        }
        for reading in [names.within, names.meant] {
            for column in wanted where contents[column] == nil {
                contents[column] = reading(titles[column]).first { !contents.contains($0) }
            }
        }
        return contents
    }

    /// Columns that may hold something else than their names say.
    private static func unlikely(
        _ contents: [Content?], in table: ImportTable, _ request: TableImport.Request
    ) -> [Finding] {
        func isNamed(_ column: Int) -> Bool {
            request.columns.contains { areSame($0.header, table.header[column].text) }
        }
        func find(_ column: Int, _ message: String, advice: String) -> Finding {
            Finding(
                AuthoringRules.column, at: request.table.location(table.header[column].range), message, advice: advice)
        }
        var findings: [Finding] = []
        if let column = contents.firstIndex(of: .identifier), !isNamed(column),
            table.rows.allSatisfy({ $0.cell(column)?.text.allSatisfy(\.isNumber) ?? true })
        {
            let title = table.header[column].text
            findings.append(
                find(
                    column, "\"\(title)\" has numbers alone, and they would be the names of files and addresses",
                    advice:
                        "leave it out with --leave-out \"\(title)\", or if that is meant, say --column \"\(title)=id\"")
            )
        }
        if let whole = contents.firstIndex(of: .field("name", nil)) {
            let name = table.header[whole].text
            for column in contents.indices where [.givenName, .familyName].contains(contents[column]) {
                let title = table.header[column].text
                let other = contents[column] == .givenName ? "family name" : "given name"
                findings.append(
                    find(
                        column, "\"\(title)\" is a part of the name, and \"\(name)\" is the name",
                        advice: "leave it out with --leave-out \"\(title)\", or if \"\(name)\" is the \(other) alone, "
                            + "say --column \"\(name)=\(other)\""))
            }
        }
        return findings
    }

    static func areSame(_ one: String, _ other: String) -> Bool { Words.normal(one) == Words.normal(other) }
}

/// What a column may be called.
private struct Names {
    let description: RecordDescription
    let belongsToCommunity: Bool

    init(_ description: RecordDescription, belongsToCommunity: Bool) {
        self.description = description
        self.belongsToCommunity = belongsToCommunity
    }

    /// The content that has just this name: `url`, `contact.email`.
    func exact(_ name: String) -> ImportColumns.Content? {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.count == 2, let field = field(parts[0]), let inner = inner(parts[1], of: field) {
            return .field(field.key, inner)
        }
        if let field = field(name) { return .field(field.key, nil) }
        switch Words.normal(name) {
        case "id", "identifier", "slug": return .identifier
        case "community": return belongsToCommunity ? .community : nil
        case "time", "start time", "tid", "klockan", "uhrzeit": return description.keys.contains("start") ? .time : nil
        case "text", "body", "content", "markdown": return .text
        default: break
        }
        guard description.keys.contains("name"), !description.keys.contains("title") else { return nil }
        switch Words.normal(name) {
        case "given name", "first name", "firstname", "forename", "förnamn", "vorname": return .givenName
        case "family name", "last name", "lastname", "surname", "efternamn", "nachname", "familienname":
            return .familyName
        default: return nil
        }
    }

    /// A field that only one other field has: `email`, which is in `contact`.
    func within(_ name: String) -> [ImportColumns.Content] {
        let name = Self.spellings[Words.normal(name)] ?? name
        let found = description.fields.compactMap { field in
            inner(name, of: field).map { ImportColumns.Content.field(field.key, $0) }
        }
        return found.count == 1 ? found : []
    }

    /// The fields that people may mean, likeliest first.
    func meant(_ name: String) -> [ImportColumns.Content] {
        let name = Words.normal(name)
        return ((Self.moreNames[name] ?? []) + (OtherNames.fields[name] ?? [])).filter { description.keys.contains($0) }
            .map { .field($0, nil) }
    }

    /// The fields that are written much like a name, the nearest first.
    func near(_ name: String) -> [String] { Suggestion.nearest(to: Words.normal(name), among: description.keys) }

    func unknown(_ name: String, near: String?, number: Int, at place: Location) -> Finding {
        guard !name.isEmpty else {
            return Finding(
                AuthoringRules.column, at: place, "column \(number) has no name",
                advice: "write above it which field it is")
        }
        let leave = "leave it out with --leave-out \"\(name)\""
        return Finding(
            AuthoringRules.column, at: place, "\(description.subject) has no field \"\(name)\"",
            advice: near.map { "if it is \($0), say --column \"\(name)=\($0)\", else \(leave)" }
                ?? "say which field it is with --column \"\(name)=FIELD\", or \(leave)")
    }

    private func field(_ name: String) -> FieldDescription? {
        description.fields.first { ImportColumns.areSame($0.key, name) }
    }

    /// The field of a field, where that is no list.
    private func inner(_ name: String, of field: FieldDescription) -> String? {
        if case .list = field.shape { return nil }
        return field.shape.record?.keys.first { ImportColumns.areSame($0, name) }
    }

    private static let spellings = [
        "e mail": "email", "mail": "email", "e mail address": "email", "email address": "email", "e post": "email",
        "epost": "email", "e postadress": "email", "e mail adresse": "email",
    ]

    /// What spreadsheets call things and front matter does not, or what in a spreadsheet they are likelier to mean: the author
    /// of what a list links to, the title that a person has.
    private static let moreNames = [
        "community name": ["title"], "full name": ["name"], "job title": ["role"], "web address": ["url"],
        "links": ["url"], "curator's note": ["why"], "owner": ["owners"], "moderator": ["moderators"],
        "topic": ["topics"], "skill": ["skills"], "language": ["languages"], "city": ["location"],
        "office": ["location"], "author": ["authors"], "autor": ["authors"], "författare": ["authors"],
        "title": ["title", "role"], "titel": ["title", "role"], "befattning": ["role"],
    ]
}
