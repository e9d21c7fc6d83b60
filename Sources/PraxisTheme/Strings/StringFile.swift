import PraxisDiagnostics
import PraxisYAML

/// The texts of one language, as `strings/LANG.yaml` has them.
///
/// Keys nest, and are joined by dots: `search: {label: Search}` is `search.label`. A mapping whose keys are plural forms,
/// `other` among them, is one text. The items of a list are numbered from 1: `date.months.1`.
struct StringFile: Sendable {
    /// A BCP 47 tag.
    let language: String
    private(set) var phrases: [String: Phrase] = [:]
    /// Where each text stands, for findings.
    private(set) var locations: [String: SourceRange] = [:]
    let source: SourceText

    /// Reads a string file that is well-formed YAML.
    static func read(
        _ root: YAMLNode, language: String, source: SourceText
    ) -> (file: StringFile, findings: [Finding]) {
        var file = StringFile(language: language, source: source)
        var findings: [Finding] = []
        file.add(root, key: "", &findings)
        return (file, findings)
    }

    private init(language: String, source: SourceText) {
        self.language = language
        self.source = source
    }

    private mutating func add(_ node: YAMLNode, key: String, _ findings: inout [Finding]) {
        switch node.content {
        case .scalar(let scalar):
            guard !key.isEmpty else {
                if !node.isEmpty { report(node, "a string file has keys with texts", "write KEY: TEXT", &findings) }
                return
            }
            set(key, Phrase(scalar.text), node)
        case .sequence(let items):
            for (index, item) in items.enumerated() { add(item, key: "\(key).\(index + 1)", &findings) }
        case .mapping(let fields):
            if !key.isEmpty, let forms = pluralForms(fields) {
                set(key, Phrase(forms: forms), node)
                return
            }
            for field in fields {
                add(field.value, key: key.isEmpty ? field.key.value : "\(key).\(field.key.value)", &findings)
            }
        case .unreadable: break
        }
    }

    private mutating func set(_ key: String, _ phrase: Phrase, _ node: YAMLNode) {
        phrases[key] = phrase
        locations[key] = node.range
    }

    private func pluralForms(_ fields: [YAMLNode.Field]) -> [PluralRule.Form: String]? {
        var forms: [PluralRule.Form: String] = [:]
        for field in fields {
            guard let form = PluralRule.Form(rawValue: field.key.value),
                case .scalar(let scalar) = field.value.content
            else { return nil }
            forms[form] = scalar.text
        }
        return forms[.other] == nil ? nil : forms
    }

    private func report(_ node: YAMLNode, _ message: String, _ advice: String, _ findings: inout [Finding]) {
        findings.append(Finding(.themeString, at: source.location(node.range), message, advice: advice))
    }
}
