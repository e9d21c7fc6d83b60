import PraxisDiagnostics
import PraxisYAML

/// The string files of a theme and of those that it extends, put together and checked.
struct ThemeStrings {
    /// By language, those of the theme itself over those that it extends.
    private var phrases: [String: [String: Phrase]] = [:]
    /// The file of each language that findings about it point at.
    private var files: [String: StringFile] = [:]
    private(set) var findings: [Finding] = []
    /// The language whose texts stand in for missing ones: English, if the theme has it.
    let fallback: String
    /// What templates can use.
    let keys: StringKeys

    /// - Parameter files: The theme's files, then those of the theme that it extends, and so on.
    init(files layers: [ThemeFiles]) {
        var phrases: [String: [String: Phrase]] = [:]
        var files: [String: StringFile] = [:]
        var findings: [Finding] = []
        for layer in layers {
            for path in layer.files.keys.sorted() where path.hasPrefix("strings/") && path.hasSuffix(".yaml") {
                guard let source = layer.source(path) else { continue }
                let document = YAMLDocument(source)
                findings += document.findings
                guard let root = document.root else { continue }
                let language = String(path.dropFirst(8).dropLast(5))
                let (file, problems) = StringFile.read(root, language: language, source: source)
                findings += problems
                phrases[language, default: [:]].merge(file.phrases) { upper, _ in upper }
                if files[language] == nil { files[language] = file }
                findings += Self.unknownPlaces(in: file)
            }
        }
        fallback = phrases["en"] != nil ? "en" : phrases.keys.min() ?? "en"
        keys = StringKeys(phrases[fallback] ?? [:], file: "\(fallback).yaml")
        self.phrases = phrases
        self.files = files
        self.findings = findings
    }

    /// The texts by language, for all languages that there are and those of the site.
    mutating func tables(for languages: [String]) -> [String: StringTable] {
        checkFallback()
        for language in languages { checkTranslation(language) }
        let base = phrases[fallback] ?? [:]
        return phrases.reduce(into: [:]) { tables, entry in
            let plain = phrases[String(entry.key.prefix { $0 != "-" })] ?? [:]
            tables[entry.key] = StringTable(language: entry.key, keys: keys, layers: [entry.value, plain, base])
        }
    }

    private mutating func checkFallback() {
        let known = phrases[fallback] ?? [:]
        let place = files[fallback].map { Location(path: $0.source.path) }
        guard let place else { return }
        for key in TextKey.required where known[key] == nil {
            let nearest = Suggestion.nearest(to: key, among: known.keys.sorted()).first
            findings.append(
                Finding(
                    .themeString, at: place, "no text \"\(key)\"",
                    advice: nearest.map { "did you mean it by \"\($0)\"?" } ?? "add it"))
        }
    }

    private mutating func checkTranslation(_ language: String) {
        guard language != fallback, language.prefix(while: { $0 != "-" }) != fallback else { return }
        let known = phrases[language] ?? phrases[String(language.prefix { $0 != "-" })]
        guard let known, let file = files[language] ?? files[String(language.prefix { $0 != "-" })] else {
            findings.append(
                Finding(
                    .themeTranslation, at: Location(path: SourcePath("content/site.yaml")),
                    "the theme has no texts in \"\(language)\", so those in \"\(fallback)\" stand in",
                    advice: "add strings/\(language).yaml to the theme"))
            return
        }
        let missing = (phrases[fallback] ?? [:]).keys.filter { known[$0] == nil }.sorted()
        guard let first = missing.first else { return }
        let others = missing.count == 1 ? "" : " and \(missing.count - 1) more"
        findings.append(
            Finding(
                .themeTranslation, at: Location(path: file.source.path), "no text \"\(first)\"\(others)",
                advice: "translate \(missing.count == 1 ? "it" : "them") from \(fallback).yaml"))
    }

    /// Places in braces that the program never fills.
    private static func unknownPlaces(in file: StringFile) -> [Finding] {
        TextKey.allCases.compactMap { key -> Finding? in
            guard let phrase = file.phrases[key.rawValue] else { return nil }
            guard let place = phrase.places.subtracting(key.places).min() else { return nil }
            let known = key.places.sorted().map { "{\($0)}" }
            return Finding(
                .themeString, at: file.source.location(file.locations[key.rawValue]),
                "\"\(key.rawValue)\" has no place {\(place)}",
                advice: known.isEmpty
                    ? "it has none: write the text without" : "it has \(known.joined(separator: ", "))")
        }
    }
}
