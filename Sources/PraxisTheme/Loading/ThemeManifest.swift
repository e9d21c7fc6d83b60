import PraxisDiagnostics
import PraxisYAML

/// What a theme says about itself in theme.yaml.
struct ThemeManifest: Sendable {
    var name: String
    var version: String?
    /// The theme whose files stand in for those that this one has not got.
    var extends: String?
    /// The number of the contract that its templates are written for.
    var contract: Int?
    /// In the order of the file.
    var settings: [ThemeSetting] = []

    /// A theme without theme.yaml.
    init(name: String) {
        self.name = name
    }

    private static let keys = ["name", "version", "extends", "contract", "settings"]

    /// Reads theme.yaml.
    static func read(_ source: SourceText, name: String) -> (manifest: ThemeManifest, findings: [Finding]) {
        let document = YAMLDocument(source)
        var reader = Reader(source: source, manifest: ThemeManifest(name: name), findings: document.findings)
        if let root = document.root { reader.read(root) }
        return (reader.manifest, reader.findings)
    }

    private struct Reader {
        let source: SourceText
        var manifest: ThemeManifest
        var findings: [Finding]

        mutating func read(_ root: YAMLNode) {
            guard let fields = fields(of: root, "theme.yaml") else { return }
            for field in fields {
                switch field.key.value {
                case "name":
                    if let text = text(field), text != manifest.name {
                        report(
                            field.value.range, "the theme \"\(text)\" is in a folder named \"\(manifest.name)\"",
                            "write \"name: \(manifest.name)\", or rename the folder")
                    }
                case "version": manifest.version = text(field)
                case "extends": manifest.extends = text(field)
                case "contract": readContract(field)
                case "settings":
                    for setting in self.fields(of: field.value, "settings") ?? [] { readSetting(setting) }
                default: reportUnknown(field, among: ThemeManifest.keys)
                }
            }
        }

        private mutating func readContract(_ field: YAMLNode.Field) {
            guard let text = text(field) else { return }
            manifest.contract = Int(text)
            guard let number = manifest.contract, number == ThemeContract.version else {
                report(
                    field.value.range, "contract \(text) is not the one of this program",
                    "write \"contract: \(ThemeContract.version)\" once the templates follow it")
                return
            }
        }

        private mutating func readSetting(_ field: YAMLNode.Field) {
            let name = field.key.value
            let isName = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
            guard isName, !name.isEmpty else {
                report(field.key.range, "\"\(name)\" is no name of a setting", "write lower-case letters, digits and _")
                return
            }
            guard let parts = fields(of: field.value, "the setting \"\(name)\"") else { return }
            for part in parts where !["type", "default", "choices", "label"].contains(part.key.value) {
                reportUnknown(part, among: ["type", "default", "choices", "label"])
            }
            guard let type = field.value["type"] else {
                report(field.key.range, "no type of the setting \"\(name)\"", "add a line \"type: color\"")
                return
            }
            guard let kind = kind(type, choices: field.value["choices"]) else { return }
            let setting = ThemeSetting(name: name, kind: kind, value: scalar(field.value["default"]) ?? "")
            guard let place = field.value["default"]?.range else {
                report(field.key.range, "no default of the setting \"\(name)\"", "add a line \"default: …\"")
                return
            }
            if let advice = setting.advice(against: setting.value) {
                report(place, "\"\(setting.value)\" is no \(kind.name)", advice)
                return
            }
            manifest.settings.append(setting)
        }

        private mutating func kind(_ type: YAMLNode, choices: YAMLNode?) -> ThemeSetting.Kind? {
            let kinds: [ThemeSetting.Kind] = [.color, .length, .number, .font, .flag, .text]
            let text = scalar(type) ?? ""
            if text == "choice" {
                guard case .sequence(let items)? = choices?.content, !items.isEmpty else {
                    report(type.range, "no words to choose from", "add a line \"choices: [one, another]\"")
                    return nil
                }
                return .choice(items.compactMap(scalar))
            }
            guard let kind = kinds.first(where: { $0.name == text }) else {
                let names = kinds.map(\.name) + ["choice"]
                report(type.range, "no type \"\(text)\"", "write one of \(names.joined(separator: ", "))")
                return nil
            }
            return kind
        }

        private mutating func fields(of node: YAMLNode, _ name: String) -> [YAMLNode.Field]? {
            if case .unreadable = node.content { return nil }
            if let fields = node.fields { return fields }
            if !node.isEmpty { report(node.range, "\(name) holds no fields", "write lines of \"name: value\"") }
            return nil
        }

        private mutating func text(_ field: YAMLNode.Field) -> String? {
            if let text = scalar(field.value), !text.isEmpty { return text }
            report(field.key.range, "\"\(field.key.value)\" has no text", "write one after the colon")
            return nil
        }

        private func scalar(_ node: YAMLNode?) -> String? {
            if case .scalar(let scalar)? = node?.content { scalar.text } else { nil }
        }

        private mutating func reportUnknown(_ field: YAMLNode.Field, among keys: [String]) {
            let nearest = Suggestion.nearest(to: field.key.value, among: keys).first
            report(
                field.key.range, "no field \"\(field.key.value)\" here",
                nearest.map { "did you mean \"\($0)\"?" } ?? "there are \(keys.joined(separator: ", "))")
        }

        private mutating func report(_ range: SourceRange, _ message: String, _ advice: String) {
            findings.append(Finding(.themeManifest, at: source.location(range), message, advice: advice))
        }
    }
}
