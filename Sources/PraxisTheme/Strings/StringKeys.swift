/// The keys by which templates reach the texts of a theme, as `t.KEY`, each with its number.
///
/// A text with places to fill or plural forms is the program's; of those, templates get the bare forms, `t.KEY.one` and
/// `t.KEY.other`, for scripts that fill them in a browser.
struct StringKeys: Sendable {
    /// In the order of their UTF-8 bytes.
    let names: [String]
    /// The file that has them all: `en.yaml`.
    let file: String
    private let numbers: [String: Int]
    /// The keys that only the program can use.
    private let patterns: Set<String>

    /// The keys of all texts that a theme has.
    init(_ phrases: [String: Phrase], file: String) {
        var names: [String] = []
        var patterns: Set<String> = []
        for (key, phrase) in phrases {
            if phrase.plain != nil {
                names.append(key)
            } else {
                patterns.insert(key)
                names += phrase.writtenForms.map { "\(key).\($0.rawValue)" }
            }
        }
        self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        self.file = file
        self.patterns = patterns
        numbers = Dictionary(self.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func number(of key: String) -> Int? { numbers[key] }

    /// Whether a key is of a text that only the program can fill.
    func isPattern(_ key: String) -> Bool { patterns.contains(key) }

    /// What a template writes for one of the names.
    static func written(_ name: String, in phrases: [String: Phrase]) -> String {
        if let plain = phrases[name]?.plain { return plain }
        guard let dot = name.lastIndex(of: "."), let phrase = phrases[String(name[..<dot])] else { return "" }
        let form = PluralRule.Form(rawValue: String(name[name.index(after: dot)...])) ?? .other
        return phrase.bare(form)
    }
}
