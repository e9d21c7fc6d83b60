internal import PraxisDiagnostics
internal import PraxisModel
internal import PraxisYAML

/// site.yaml as text, with the places in it that may name files of the site: the menu, the logo, files that are published by
/// name, folders that are trusted, what the theme shows.
struct SettingsText {
    /// A text in site.yaml.
    struct Mention {
        let text: String
        let range: SourceRange
        /// Whether a page or an address may be meant, and not only a file or a folder.
        let mayBePage: Bool
    }

    let mentions: [Mention]
    private let source: SourceText
    private let lines: LineStarts
    private var changes = TextChanges()

    init(_ source: SourceText) {
        self.source = source
        lines = LineStarts(source.bytes)
        let root = YAMLDocument(source).root
        let places =
            ["logo", "files", "trust"].compactMap { root?[$0] } + [root?["theme"]?["settings"]].compactMap(\.self)
        mentions =
            (root?["navigation"].map { Self.texts(in: $0, of: ["url", "ref"]) } ?? [])
            + places.flatMap { Self.texts(in: $0, of: nil) }
    }

    /// The texts in the fields of some names, or in all, which then are of files.
    private static func texts(in node: YAMLNode, of names: [String]?) -> [Mention] {
        switch node.content {
        case .scalar(let scalar): [Mention(text: scalar.text, range: node.range, mayBePage: names != nil)]
        case .sequence(let items): items.flatMap { texts(in: $0, of: names) }
        case .mapping(let fields):
            fields.filter { names?.contains($0.key.value) ?? true }.flatMap { texts(in: $0.value, of: names) }
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
    func settingsName(_ mention: SettingsText.Mention) -> String? {
        let text = mention.text
        let parts = text.split(separator: "/").map(String.init)
        guard !parts.isEmpty, !text.contains(":") else { return nil }
        guard mention.mayBePage else { return fileName(text, parts) }
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
        return fileName(text, parts)
    }

    /// A file or folder, from `content/` on or with it in front.
    private func fileName(_ text: String, _ parts: [String]) -> String? {
        let isInside = parts.first == "content" && parts.count > 1
        let file = Placement.contentFolder.appending(parts.dropFirst(isInside ? 1 : 0).joined(separator: "/"))
        let place = place(of: file)
        guard place != file else { return nil }
        let inside = place.rawValue.dropFirst(isInside ? 0 : "content/".count)
        return (text.hasPrefix("/") ? "/" : "") + inside + (text.hasSuffix("/") ? "/" : "")
    }
}
