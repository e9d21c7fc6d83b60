internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisYAML

/// What a row says otherwise than the page that is there already.
///
/// Only what a column says is compared: nothing is said of what a page has beyond its row.
struct RowDifferences {
    /// A value that differs, as it is written.
    struct Difference {
        /// The field, within others behind points.
        let field: String
        let column: Int?
        /// `nil` where the page says nothing.
        let old: String?
        let new: String
    }

    private(set) var found: [Difference] = []
    /// Whether the text below the fields is another.
    let hasOtherText: Bool

    private let old: Side
    private let new: Side
    private let row: ImportedPage

    /// A page, and what its names lead to.
    private struct Side {
        let source: SourceText
        let root: YAMLNode?
        let targets: [SourceRange: SourcePath]

        init(_ page: ParsedPage, _ decoded: DecodedPage) {
            source = page.source
            root = page.frontMatter?.root
            targets = Dictionary(
                decoded.uses.compactMap { use in use.target.map { (use.range, $0) } }, uniquingKeysWith: { $1 })
        }

        var body: String {
            let text = String(decoding: source.bytes[FrontMatter(of: source).bodyOffset...], as: UTF8.self)
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        func text(of node: YAMLNode) -> String {
            switch node.content {
            case .scalar(let scalar): scalar.text
            case .sequence(let items): items.map(text).joined(separator: ", ")
            case .mapping(let fields):
                fields.map { "\($0.key.value): \(text(of: $0.value))" }.joined(separator: ", ")
            case .unreadable: "…"
            }
        }
    }

    init(_ row: ImportedPage, than page: ParsedPage, _ decoded: DecodedPage, in sources: SiteSources) {
        self.row = row
        let parsed = ParsedPage(
            parsing: SourceText(path: page.source.path, text: row.text), placement: page.placement)
        old = Side(page, decoded)
        new = Side(
            parsed,
            PageDecoder.decode(parsed, original: nil, entry: decoded.entry, in: sources.context).page)
        hasOtherText = row.hasBody && old.body != new.body
        for field in new.root?.fields ?? [] { compare(field, with: old.root?[field.key.value], named: "") }
    }

    private mutating func compare(_ field: YAMLNode.Field, with value: YAMLNode?, named prefix: String) {
        let name = prefix + field.key.value
        let column = row.columns[field.key.range.start.line]
        // A field whose own fields have columns.
        if column == nil, let fields = field.value.fields {
            for inner in fields { compare(inner, with: value?[inner.key.value], named: "\(name).") }
            return
        }
        guard let column, !(value.map { says(field.value, $0) } ?? false) else { return }
        found.append(
            Difference(
                field: name, column: column, old: value.flatMap { $0.saysNothing ? nil : old.text(of: $0) },
                new: new.text(of: field.value)))
    }

    /// Whether a value of the page says what the row does, however it is written, and perhaps more.
    private func says(_ mine: YAMLNode, _ other: YAMLNode) -> Bool {
        switch (mine.content, other.content) {
        case (.scalar(let mine), .scalar(let text)) where mine.text == text.text: true
        case (.scalar(let scalar), .scalar(let text)):
            new.targets[mine.range].map { $0 == old.targets[other.range] } ?? Self.isSame(scalar.text, text.text)
        case (.sequence(let items), .sequence(let others)):
            items.count == others.count && zip(items, others).allSatisfy(says)
        case (_, .sequence(let others)): others.count == 1 && says(mine, others[0])
        case (.sequence(let items), _): items.count == 1 && says(items[0], other)
        case (.mapping(let fields), .mapping):
            fields.allSatisfy { field in other[field.key.value].map { says(field.value, $0) } ?? false }
        // Who is named, with more about it: {person: bo-ek, since: 2024-01-01}.
        case (.scalar, .mapping(let fields)): fields.first.map { says(mine, $0.value) } ?? false
        default: false
        }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        if let time = LocalDateTime(one) { return time == LocalDateTime(other) }
        return Words.normal(one.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            == Words.normal(other.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}
