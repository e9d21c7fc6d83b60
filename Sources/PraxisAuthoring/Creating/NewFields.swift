internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisYAML

/// The front matter of a new page: what is known, what is needed and still empty, and what is useful, as comments.
struct NewFields {
    private let description: RecordDescription
    private let kind: KindWord
    private let catalogue: Catalogue
    private(set) var values: [String: String] = [:]

    /// What is known of a page that was elsewhere before: its kind, and that it is added today.
    init(_ kind: KindWord, in sources: SiteSources) {
        self.kind = kind
        catalogue = sources.catalogue
        description = KindDescriptions.description(of: kind.kind, in: sources.context.settings)
        if has("added") { values["added"] = sources.context.today.description }
        values["kind"] = kind.word
    }

    /// What is known of a page that is begun today.
    init(_ kind: KindWord, _ request: NewPage.Request, language: NewLanguage, in sources: SiteSources) {
        self.init(kind, in: sources)
        let today = sources.context.today.description
        for key in ["date", "asked"] where has(key) { values[key] = today }
        if [.community, .guide, .path, .programme].contains(kind.kind) { values["reviewed"] = today }
        if kind.kind == .event { values["minutes"] = "60" }
        if language.own != language.inherited { values["language"] = language.own }
        values[kind.kind == .person ? "name" : "title"] = request.title
    }

    private func has(_ key: String) -> Bool { description.keys.contains(key) }

    /// Takes over what the author has said.
    mutating func fill(
        author: String?, values given: [(key: String, value: String)]
    ) throws(AuthoringError) {
        if let author {
            guard let key = Self.personKeys.first(where: has), kind.kind != .person else {
                throw AuthoringError("\(description.subject) is not by anybody", advice: "leave --by out")
            }
            values[key] = try person(author)
        }
        for (key, value) in given {
            guard has(key) else {
                let near = Suggestion.nearest(to: key, among: description.keys).first
                throw AuthoringError(
                    "\(description.subject) has no field \"\(key)\"",
                    advice: near.map { "did you mean \($0)?" } ?? "it has \(description.keys.joined(separator: ", "))")
            }
            values[key] = value
        }
    }

    mutating func set(_ key: String, to value: String) { values[key] = value }

    /// Who is behind a page, by kind: the first of these that it has.
    private static let personKeys = ["author", "curator", "host", "coordinator", "asked_by", "owners"]

    private func person(_ name: String) throws(AuthoringError) -> String {
        switch catalogue.person(name) {
        case .found, .name: return name
        case .unknown(let nearest):
            throw AuthoringError(
                "there is nobody \"\(name)\" in content/people",
                advice: nearest.first.map { "did you mean \($0.placement.slug)?" }
                    ?? "write an identifier, which is the name of a file there, or a full name")
        case .ambiguous(let entries):
            throw AuthoringError(
                "\(entries.count) people are called \"\(name)\"",
                advice: "write the identifier: \(Words.alternatives(entries.map(\.placement.slug)))")
        }
    }

    // MARK: Lines

    /// The front matter with its two lines of hyphens.
    var text: String {
        let lines = description.fields.compactMap { field in
            if let value = values[field.key] { return written(field, value) }
            if field.isRequired || needed.contains(field.key) { return empty(field) }
            return useful.contains(field.key) ? comment(field) : nil
        }
        return "---\n" + lines.map { "\($0)\n" }.joined() + "---\n"
    }

    private func written(_ field: FieldDescription, _ value: String) -> String {
        let items = value.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
        guard case .list = field.shape, items.count > 1 else { return "\(field.key): \(PlainScalar.written(value))" }
        let list = items.map { PlainScalar.written($0, isInBrackets: true) }
        return "\(field.key): [\(list.joined(separator: ", "))]"
    }

    /// A field to be filled in, below what it is for: behind the value a comment would seem to be part of it.
    private func empty(_ field: FieldDescription) -> String {
        var hint = field.documentation
        if case .words(let words) = field.shape {
            hint += ": \(Words.alternatives(words))"
        } else if let example = field.example {
            hint += ", for example \(example)"
        }
        return "# \(hint)\n\(field.key):"
    }

    /// A field that an author may want, below what it is for: without its number sign it is one.
    private func comment(_ field: FieldDescription) -> String {
        var hint = field.documentation
        if case .words(let words) = field.shape, !words.allSatisfy(field.documentation.contains) {
            hint += ": \(Words.alternatives(words))"
        }
        return "# \(hint)\n# \(field.key): \(Self.example(of: field.shape))"
    }

    /// A value of a form, short.
    private static func example(of shape: FieldShape) -> String {
        switch shape {
        case .text, .anything: return "…"
        case .scalar(let expectation, _):
            guard let like = expectation.firstRange(of: " like ") else { return "…" }
            let rest = expectation[like.upperBound...]
            let end = rest.firstRange(of: " or ")?.lowerBound ?? rest.firstIndex(of: ",") ?? rest.endIndex
            return String(rest[..<end].prefix { $0 != "," })
        case .integer: return "20"
        case .boolean: return "true"
        case .words(let words): return words.first ?? "…"
        case .list(let item): return "[\(example(of: item))]"
        case .either(let shapes): return shapes.first.map(example) ?? "…"
        case .table: return "{}"
        case .record(let record):
            let required = record.fields.filter(\.isRequired)
            let shown = (required.isEmpty ? Array(record.fields.prefix(2)) : required)
            return "{" + shown.map { "\($0.key): \($0.example ?? example(of: $0.shape))" }.joined(separator: ", ") + "}"
        }
    }

    /// What is not required of every page of the kind, but of this one.
    private var needed: Set<String> {
        switch (kind.kind, kind.word) {
        case (.community, _): ["owners"]
        case (.resource, _): ["url"]
        case (.post, "thanks"): ["to"]
        default: []
        }
    }

    /// What authors want most often.
    private var useful: Set<String> {
        switch kind.kind {
        case .community: ["moderators", "join", "start_here", "channels", "topics", "stage"]
        case .person: ["role", "unit", "confirmed", "languages", "contact", "skills", "seeks", "offers"]
        case .resource: ["authors", "issued", "level", "minutes", "cost", "topics"]
        case .path: ["objectives", "minutes", "topics"]
        case .event: ["place", "online", "kind", "repeat", "register", "speakers", "topics"]
        case .post: kind.word == "lesson" ? ["benefit", "from", "topics"] : ["from", "topics", "summary"]
        case .question: ["asked_by", "topics"]
        case .guide: ["kind", "minutes", "for", "origin", "topics", "summary"]
        case .programme: ["kind", "cadence", "size", "cohorts", "topics"]
        case .session: ["minutes", "goal"]
        case .opportunity: ["community", "effort", "places", "mode", "closes", "topics"]
        case .home, .page, .topic: ["summary"]
        }
    }
}
