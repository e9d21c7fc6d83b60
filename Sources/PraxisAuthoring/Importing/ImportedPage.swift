internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisYAML

/// The text of a page that a row becomes, and which column each of its lines is from.
struct ImportedPage {
    private(set) var text = "---\n"
    /// By line of the text, from 1, its column.
    private(set) var columns: [Int: Int] = [:]
    /// Whether a column gives it a text below its fields.
    let hasBody: Bool

    /// A value and the column that it is from; none for what holds for all rows.
    struct Value {
        let text: String
        let column: Int?
    }

    /// Writes front matter in the order of the description, and the text below it.
    init(_ values: [ImportColumns.Content: Value], of description: RecordDescription) {
        hasBody = values[.text] != nil
        var line = 2
        func add(_ written: String, _ column: Int?) {
            text += written + "\n"
            if let column { columns[line] = column }
            line += 1
        }
        for field in description.fields {
            if let value = values[.field(field.key, nil)] {
                add("\(field.key): \(Self.written(value.text, field.shape))", value.column)
                continue
            }
            let inner = (field.shape.record?.fields ?? []).compactMap { inner in
                values[.field(field.key, inner.key)].map { (inner, $0) }
            }
            if !inner.isEmpty { add("\(field.key):", nil) }
            for (inner, value) in inner {
                add("  \(inner.key): \(Self.written(value.text, inner.shape))", value.column)
            }
        }
        text += "---\n"
        if let body = values[.text] { text += "\n\(body.text.replacing("\r\n", with: "\n"))\n" }
    }

    private static func written(_ text: String, _ shape: FieldShape) -> String {
        switch shape {
        case .list(let item): return list(text, of: item)
        case .either(let shapes):
            let list = shapes.lazy.compactMap { shape -> FieldShape? in
                if case .list(let item) = shape { item } else { nil }
            }.first
            return list.map { self.list(text, of: $0) } ?? PlainScalar.written(oneLine(text))
        case .text, .scalar, .integer, .boolean, .words, .record, .table, .anything:
            return PlainScalar.written(OtherSpelling.mended(oneLine(text), as: shape))
        }
    }

    private static func list(_ text: String, of item: FieldShape) -> String {
        let items = parts(of: text, item)
        if case .record(let record) = item {
            return "[\(items.map { recordItem($0, of: record) }.joined(separator: ", "))]"
        }
        let written = items.map { OtherSpelling.mended(oneLine($0), as: item) }
        guard written.count > 1 else { return PlainScalar.written(written.first ?? "") }
        return "[\(written.map { PlainScalar.written($0, isInBrackets: true) }.joined(separator: ", "))]"
    }

    /// The items of a cell: between semicolons, vertical bars or line ends; where there are none, and an item is no text that
    /// may itself have commas, between commas.
    private static func parts(of text: String, _ item: FieldShape) -> [String] {
        let between: (Character) -> Bool = { $0 == ";" || $0 == "|" || $0.isNewline }
        let isProse = item == .text
        let parts =
            text.contains(where: between) || isProse ? text.split(whereSeparator: between) : text.split(separator: ",")
        return parts.map { String($0.drop(while: \.isWhitespace)) }.map { part in
            String(part.reversed().drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
    }

    /// An item that has fields of its own: its first two, with a colon between them: `coaching: teaching`.
    private static func recordItem(_ text: String, of record: RecordDescription) -> String {
        guard let first = record.fields.first else { return PlainScalar.written(text, isInBrackets: true) }
        func pair(_ field: FieldDescription, _ value: String) -> String {
            let mended = OtherSpelling.mended(value, as: field.shape)
            return "\(field.key): \(PlainScalar.written(mended, isInBrackets: true))"
        }
        guard let colon = text.firstRange(of: ": "), record.fields.count > 1 else { return "{\(pair(first, text))}" }
        let value = String(text[colon.upperBound...].drop(while: \.isWhitespace))
        return "{\(pair(first, String(text[..<colon.lowerBound]))), \(pair(record.fields[1], value))}"
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
