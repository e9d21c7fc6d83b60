internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisYAML

/// site.yaml as text, with the places in it that may name files of the site: the menu and the logo.
struct SettingsText {
    /// A text in site.yaml.
    struct Mention {
        let text: String
        let range: SourceRange
    }

    let mentions: [Mention]
    private let source: SourceText
    private let lines: LineStarts
    private var changes = TextChanges()

    init(_ source: SourceText) {
        self.source = source
        lines = LineStarts(source.bytes)
        let root = YAMLDocument(source).root
        mentions = ["navigation", "logo"].compactMap { root?[$0] }.flatMap(Self.texts)
    }

    private static func texts(in node: YAMLNode) -> [Mention] {
        switch node.content {
        case .scalar(let scalar): [Mention(text: scalar.text, range: node.range)]
        case .sequence(let items): items.flatMap(texts)
        case .mapping(let fields):
            fields.filter { ["url", "ref"].contains($0.key.value) }.flatMap { texts(in: $0.value) }
        case .unreadable: []
        }
    }

    mutating func replace(_ mention: Mention, with text: String) {
        changes.replace(lines.bytes(of: mention.range), with: PlainScalar.written(text, isInBrackets: true))
    }

    var changed: [UInt8] { changes.applied(to: source.bytes) }
}

extension MovedSite {
    /// What site.yaml is to say where it names an address, a file below `content/` or a page; `nil` where nothing changes.
    func settingsName(_ text: String) -> String? {
        let parts = text.split(separator: "/").map(String.init)
        guard !parts.isEmpty, !text.contains(":") else { return nil }
        for entry in sources.catalogue.entries where entry.original == nil {
            guard let old = oldRoute(of: entry.source), let new = newRoute(of: entry.source), old != new else {
                continue
            }
            if text == old.path { return new.path }
        }
        if case .found(let entry) = sources.catalogue.page(
            text, of: PageKind.allCases, from: Placement.settingsFile)
        {
            let use = ReferenceUse(
                range: SourceRange(line: 1, column: 1, length: 0), text: text, target: entry.source,
                kinds: PageKind.allCases)
            return name(for: use, in: Placement.settingsFile)
        }
        let file = Placement.contentFolder.appending(parts.joined(separator: "/"))
        let place = place(of: file)
        guard place != file else { return nil }
        let inside = place.rawValue.dropFirst("content/".count)
        return (text.hasPrefix("/") ? "/" : "") + inside + (text.hasSuffix("/") ? "/" : "")
    }
}
