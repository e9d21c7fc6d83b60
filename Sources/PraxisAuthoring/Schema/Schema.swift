package import PraxisModel
internal import PraxisYAML

/// JSON Schemas (draft 2020-12) of what authors write, so that editors complete and check it.
package enum Schema {
    /// The front matter of a kind of page, in UTF-8; the same bytes for the same settings.
    package static func json(for kind: PageKind, settings: Settings) -> [UInt8] {
        let description = KindDescriptions.description(of: kind, in: settings)
        return document(object(description), title: "The front matter of \(description.subject)")
    }

    /// site.yaml.
    package static func settingsJSON() -> [UInt8] {
        document(object(KindDescriptions.settings), title: "The settings of a site")
    }

    /// topics.yaml.
    package static func topicsJSON() -> [UInt8] {
        let table = FieldShape.table(keys: "a topic's identifier", .record(KindDescriptions.topic))
        return document(value(of: table), title: "The topics of a site")
    }

    private static func document(_ schema: JSONText, title: String) -> [UInt8] {
        guard case .object(let members) = schema else { return [] }
        let head: [(String, JSONText)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text(title)),
        ]
        return Array((JSONText.object(head + members).written() + "\n").utf8)
    }

    /// A record: its fields and no others.
    private static func object(_ record: RecordDescription) -> JSONText {
        let fields = record.fields.map { field -> (String, JSONText) in
            var members: [(String, JSONText)] = [("description", .text(field.documentation))]
            if case .object(let shape) = value(of: field.shape) { members += shape }
            if let example = field.example { members.append(("examples", .list([.text(example)]))) }
            return (field.key, .object(members))
        }
        var members: [(String, JSONText)] = [
            ("type", .text("object")), ("properties", .object(fields)), ("additionalProperties", .flag(false)),
        ]
        let required = record.fields.filter(\.isRequired)
        if !required.isEmpty { members.append(("required", .list(required.map { .text($0.key) }))) }
        return .object(members)
    }

    /// What a value may be. YAML's own readings of plain words and digits are allowed where a text is meant.
    private static func value(of shape: FieldShape) -> JSONText {
        switch shape {
        case .text: return scalar([])
        case .scalar(_, let pattern): return scalar(pattern.map { [("pattern", .text($0))] } ?? [])
        case .integer: return .object([("type", .text("integer"))])
        case .boolean: return .object([("type", .text("boolean"))])
        case .words(let words): return .object([("enum", .list(spellings(of: words)))])
        case .record(let record): return object(record)
        case .list(let item):
            let item = value(of: item)
            return .object([
                ("anyOf", .list([item, .object([("type", .text("array")), ("items", item)])]))
            ])
        case .either(let shapes): return .object([("anyOf", .list(shapes.map(value)))])
        case .table(let keys, let item):
            return .object([
                ("type", .text("object")), ("propertyNames", .object([("description", .text(keys))])),
                ("additionalProperties", value(of: item)),
            ])
        case .anything: return .object([])
        }
    }

    private static func scalar(_ members: [(String, JSONText)]) -> JSONText {
        .object([("type", .list(["string", "number", "boolean"].map { .text($0) }))] + members)
    }

    /// Words with spaces, which may be hyphens.
    private static func spellings(of words: [String]) -> [JSONText] {
        words.flatMap { word in
            word.contains(" ") ? [word, word.replacing(" ", with: "-")] : [word]
        }.map { .text($0) }
    }
}
