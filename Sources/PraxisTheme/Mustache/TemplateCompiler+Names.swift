import PraxisDiagnostics

/// What names stand for.
extension TemplateCompiler {
    mutating func variable(_ name: TemplateName, isEscaped: Bool, _ place: Place) -> [Instruction] {
        if name.text == "." { return current(name, isEscaped: isEscaped, place) }
        if name.text.hasPrefix("t.") { return string(name, isEscaped: isEscaped, place) }
        if name.text.hasPrefix("assets.") { return asset(name, place) }
        if name.text.hasPrefix("settings.") { return settingText(name, place) }
        guard let (path, field) = resolve(name, place) else { return [] }
        switch (field.shape, isEscaped) {
        case (.text, true), (.template, true): return [.text(path)]
        case (.html, false): return [.html(path)]
        case (.text, false), (.template, false):
            report(
                .templateUse, name, place, "\"\(name.text)\" is text, which must be escaped",
                advice: "write {{\(name.text)}}")
        case (.html, true):
            report(
                .templateUse, name, place, "\"\(name.text)\" is markup, which would be shown as text",
                advice: "write {{{\(name.text)}}}")
        case (.flag, _):
            report(
                .templateUse, name, place, "\"\(name.text)\" is a flag, and has no text",
                advice: "ask it with {{#\(name.text)}}…{{/\(name.text)}}")
        case (.view(let type), _):
            report(
                .templateUse, name, place, "\"\(name.text)\" is a \(type.description.name), and has no text of its own",
                advice: "write one of its names, such as {{\(name.text).\(type.description.fields[0].name)}}")
        case (.views, _), (.texts, _):
            report(
                .templateUse, name, place, "\"\(name.text)\" is a list, and has no text of its own",
                advice: "repeat it with {{#\(name.text)}}…{{/\(name.text)}}")
        }
        return []
    }

    private mutating func current(_ name: TemplateName, isEscaped: Bool, _ place: Place) -> [Instruction] {
        switch (place.scope.frames.last, isEscaped) {
        case (.text, true), (.html, false): return [.current]
        case (.text, false):
            report(.templateUse, name, place, "\".\" is text here, which must be escaped", advice: "write {{.}}")
        case (.html, true):
            report(
                .templateUse, name, place, "\".\" is markup here, which would be shown as text",
                advice: "write {{{.}}}")
        default:
            report(
                .templateUse, name, place, "\".\" stands for no text here",
                advice: "use it in a section over a text or a list of texts")
        }
        return []
    }

    private mutating func string(_ name: TemplateName, isEscaped: Bool, _ place: Place) -> [Instruction] {
        let key = String(name.text.dropFirst(2))
        guard let number = strings.number(of: key) else {
            if strings.isPattern(key) {
                report(
                    .themeString, name, place, "the text \"\(key)\" has places to fill, which only the program can do",
                    advice: "use one without; a script may get {{\(name.text).other}}")
                return []
            }
            let nearest = Suggestion.nearest(to: key, among: strings.names).first
            report(
                .themeString, name, place, "no text \"\(key)\" in the string files",
                advice: nearest.map { "did you mean {{t.\($0)}}?" } ?? "add it to strings/\(strings.file)")
            return []
        }
        guard isEscaped else {
            report(
                .templateUse, name, place, "\"\(name.text)\" is text, which must be escaped",
                advice: "write {{\(name.text)}}")
            return []
        }
        return [.string(number)]
    }

    private mutating func asset(_ name: TemplateName, _ place: Place) -> [Instruction] {
        let file = String(name.text.dropFirst(7))
        if let address = assets[file] { return [.asset(address)] }
        let nearest = Suggestion.nearest(to: file, among: assets.keys.sorted()).first
        report(
            .themeAsset, name, place, "no file \"\(file)\" in the theme's assets",
            advice: nearest.map { "did you mean {{assets.\($0)}}?" } ?? "put it into assets/\(file)")
        return []
    }

    mutating func resolve(
        _ name: TemplateName, _ place: Place
    ) -> (path: FieldPath, field: FieldDescription)? {
        switch place.scope.resolve(name.text) {
        case .success(let found): return found
        case .failure(let unknown):
            let owner = unknown.contract.map { " in \($0.name)" } ?? ""
            let nearest = Suggestion.nearest(to: unknown.part, among: Set(unknown.known).sorted()).first
            let advice: String
            if let nearest {
                advice = "did you mean \"\(unknown.before)\(nearest)\"?"
            } else if unknown.known.isEmpty {
                advice = "\"\(unknown.before.dropLast())\" has no names of its own"
            } else {
                let names = unknown.known.prefix(8).map { "\"\(unknown.before)\($0)\"" }
                advice = "there is \(names.joined(separator: ", "))\(unknown.known.count > 8 ? " …" : "")"
            }
            report(.templateName, name, place, "no value \"\(unknown.before)\(unknown.part)\"\(owner)", advice: advice)
            return nil
        }
    }

    mutating func section(
        _ name: TemplateName, isInverted: Bool, _ nodes: [TemplateNode], _ place: Place
    ) -> [Instruction] {
        if name.text.hasPrefix("t.") || name.text.hasPrefix("assets.") || name.text == "." {
            report(
                .templateUse, name, place, "\"\(name.text)\" is always there, and cannot be asked",
                advice: "write it as {{\(name.text)}}")
            return []
        }
        if name.text.hasPrefix("settings.") { return settingSection(name, isInverted: isInverted, nodes, place) }
        guard let (path, field) = resolve(name, place) else {
            // What stands inside may well use names of the view that is missing.
            return []
        }
        if isInverted { return [.unless(path, instructions(of: nodes, place))] }
        var inner = place
        switch field.shape {
        case .flag: return [.when(path, instructions(of: nodes, place))]
        case .text, .texts, .template: inner.scope = place.scope.entering(.text)
        case .html: inner.scope = place.scope.entering(.html)
        case .view(let type), .views(let type): inner.scope = place.scope.entering(.view(type.description))
        }
        return [.section(path, instructions(of: nodes, inner))]
    }

    private mutating func setting(_ name: TemplateName, _ place: Place) -> ThemeSetting? {
        let key = String(name.text.dropFirst(9))
        if let setting = settings[key] {
            if !setting.kind.isStyle { return setting }
            report(
                .templateUse, name, place, "the setting \"\(key)\" belongs to style sheets",
                advice: "use var(\(setting.property)) in a style sheet")
            return nil
        }
        let nearest = Suggestion.nearest(to: key, among: settings.keys.sorted()).first
        report(
            .templateName, name, place, "no setting \"\(key)\" in theme.yaml",
            advice: nearest.map { "did you mean \"settings.\($0)\"?" } ?? "add it to theme.yaml")
        return nil
    }

    private mutating func settingText(_ name: TemplateName, _ place: Place) -> [Instruction] {
        guard let setting = setting(name, place) else { return [] }
        guard setting.kind != .flag else {
            report(
                .templateUse, name, place, "\"\(name.text)\" is a flag, and has no text",
                advice: "ask it with {{#\(name.text)}}…{{/\(name.text)}}")
            return []
        }
        var bytes: [UInt8] = []
        bytes.appendEscaped(setting.value)
        return [.write(bytes)]
    }

    /// A section over a setting is decided when the theme is loaded.
    private mutating func settingSection(
        _ name: TemplateName, isInverted: Bool, _ nodes: [TemplateNode], _ place: Place
    ) -> [Instruction] {
        guard let setting = setting(name, place) else { return [] }
        let isOn = setting.kind == .flag ? ThemeSetting.isOn(setting.value) : !setting.value.isEmpty
        let inside = instructions(of: nodes, place)
        return isOn != isInverted ? inside : []
    }
}
