internal import PraxisBytes
import PraxisDiagnostics
import PraxisModel

/// Loads a theme step by step and gathers what is wrong with it.
struct ThemeLoader {
    private let name: String
    private let assetNaming: ThemeAsset.Naming
    /// The theme's files, and below them those that stand in for what it lacks.
    private var layers: [Layer] = []
    private(set) var findings: [Finding] = []

    /// One theme of the chain that `extends` makes.
    private struct Layer {
        var files: ThemeFiles
        var manifest: ThemeManifest
    }

    init(name: String, siteThemes: [ThemeFiles], embedded: [ThemeFiles], assetNaming: ThemeAsset.Naming) {
        self.name = name
        self.assetNaming = assetNaming
        addLayers(siteThemes: siteThemes, embedded: embedded)
    }

    mutating func load(settings chosen: ExtraValue, languages: [String]) -> Theme {
        for layer in layers { checkPlaces(of: layer.files) }
        let settings = settings(chosen)
        let (assets, addresses) = assets(settings)
        var strings = ThemeStrings(files: layers.map(\.files))
        let tables = strings.tables(for: languages)
        findings += strings.findings
        let programs = compile(strings: strings.keys, assets: addresses, settings: settings)
        return Theme(
            name: name, version: layers.first?.manifest.version, settings: settings, assets: assets,
            programs: programs, strings: tables, fallbackLanguage: strings.fallback)
    }

    // MARK: The chain of themes

    private mutating func addLayers(siteThemes: [ThemeFiles], embedded: [ThemeFiles]) {
        let site = Location(path: SourcePath("content/site.yaml"))
        var pending: (name: String, place: Location)? = (name, site)
        var seen: Set<String> = []
        while let next = pending {
            pending = nil
            let found = siteThemes.filter { $0.name == next.name } + embedded.filter { $0.name == next.name }
            guard !found.isEmpty else {
                let known = Set((siteThemes + embedded).map(\.name)).sorted()
                let nearest = Suggestion.nearest(to: next.name, among: known).first
                findings.append(
                    Finding(
                        .themeUnknown, at: next.place, "no theme \"\(next.name)\"",
                        advice: nearest.map { "did you mean \"\($0)\"?" }
                            ?? "there are \(known.map { "\"\($0)\"" }.joined(separator: ", "))"))
                // The product's own theme stands in, so that the rest can be checked and previewed.
                if seen.isEmpty, let fallback = embedded.first { pending = (fallback.name, site) }
                if !seen.insert(next.name).inserted { return }
                continue
            }
            guard seen.insert(next.name).inserted else {
                findings.append(
                    Finding(
                        .themeManifest, at: next.place, "the theme \"\(next.name)\" extends itself",
                        advice: "take one \"extends\" out of the chain"))
                return
            }
            for files in found {
                let layer = layer(of: files)
                layers.append(layer)
                if let base = layer.manifest.extends {
                    pending = (base, Location(path: files.folder.appending("theme.yaml")))
                }
            }
        }
    }

    private mutating func layer(of files: ThemeFiles) -> Layer {
        guard let source = text(files, "theme.yaml") else {
            return Layer(files: files, manifest: ThemeManifest(name: files.name))
        }
        let (manifest, problems) = ThemeManifest.read(source, name: files.name)
        findings += problems
        return Layer(files: files, manifest: manifest)
    }

    private mutating func text(_ files: ThemeFiles, _ path: String) -> SourceText? {
        guard let source = files.source(path) else { return nil }
        if String(validating: source.bytes, as: UTF8.self) != nil { return source }
        findings.append(
            Finding(
                .themeFile, at: Location(path: source.path), "this file is not in UTF-8",
                advice: "save it again as UTF-8"))
        return nil
    }

    private mutating func checkPlaces(of files: ThemeFiles) {
        for path in files.files.keys.sorted() {
            let isKnown =
                path == "theme.yaml" || path.hasPrefix("assets/") || path.hasSuffix(".md") || path.hasPrefix("LICENSE")
                || (path.hasPrefix("templates/") && path.hasSuffix(".mustache"))
                || (path.hasPrefix("strings/") && path.hasSuffix(".yaml") && !path.dropFirst(8).contains("/"))
            guard !isKnown else { continue }
            findings.append(
                Finding(
                    .themeFile, at: Location(path: files.folder.appending(path)),
                    "this file is nowhere that a theme's files are looked for",
                    advice: "put it into templates (as .mustache), assets or strings (as LANGUAGE.yaml)"))
        }
    }

    // MARK: Settings and assets

    private mutating func settings(_ chosen: ExtraValue) -> [ThemeSetting] {
        var settings: [ThemeSetting] = []
        for layer in layers {
            for setting in layer.manifest.settings where !settings.contains(where: { $0.name == setting.name }) {
                settings.append(setting)
            }
        }
        guard case .fields(let values) = chosen else { return settings }
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
            guard let index = settings.firstIndex(where: { $0.name == key }) else {
                let nearest = Suggestion.nearest(to: key, among: settings.map(\.name)).first
                reportSetting(
                    "the theme \"\(name)\" has no setting \"\(key)\"",
                    nearest.map { "did you mean \"\($0)\"?" }
                        ?? "it has \(settings.map(\.name).joined(separator: ", "))")
                continue
            }
            guard case .text(let text) = value else {
                reportSetting("the setting \"\(key)\" is no single value", "write a \(settings[index].kind.name)")
                continue
            }
            if let advice = settings[index].advice(against: text) {
                reportSetting("\"\(text)\" is no \(settings[index].kind.name) for the setting \"\(key)\"", advice)
            } else {
                settings[index] = ThemeSetting(name: key, kind: settings[index].kind, value: text)
            }
        }
        return settings
    }

    private mutating func reportSetting(_ message: String, _ advice: String) {
        findings.append(
            Finding(.themeSetting, at: Location(path: SourcePath("content/site.yaml")), message, advice: advice))
    }

    /// The theme's assets, and where each is below the root.
    private mutating func assets(_ settings: [ThemeSetting]) -> (assets: [ThemeAsset], addresses: [String: [UInt8]]) {
        var files: [String: [UInt8]] = [:]
        for layer in layers {
            for (path, bytes) in layer.files.files where path.hasPrefix("assets/") {
                let name = String(path.dropFirst(7))
                if files[name] == nil {
                    files[name] = bytes
                    if path.hasSuffix(".css"), let source = layer.files.source(path) {
                        findings += StyleSheetPolicy.findings(in: source)
                    }
                }
            }
        }
        files["settings.css"] = Self.styleSheet(settings)
        let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let folder = Route("/\(ThemeAsset.folder)/\(folderName(of: paths, in: files))/")
        let assets = paths.map { ThemeAsset(route: folder.file($0), bytes: files[$0] ?? []) }
        let addresses = paths.map { ($0, Array(folder.file($0).path.dropFirst().utf8)) }
        return (assets, Dictionary(addresses, uniquingKeysWith: { first, _ in first }))
    }

    private func folderName(of paths: [String], in files: [String: [UInt8]]) -> String {
        guard assetNaming == .byContents else { return "theme" }
        var hash = StableHash()
        for path in paths {
            hash.combine(Array(path.utf8))
            hash.combine(files[path] ?? [])
        }
        return hash.hexadecimal
    }

    /// Settings of style as custom properties.
    private static func styleSheet(_ settings: [ThemeSetting]) -> [UInt8] {
        let lines = settings.filter(\.kind.isStyle).map { "  \($0.property): \($0.value);\n" }
        return Array(":root {\n\(lines.joined())}\n".utf8)
    }

    // MARK: Templates

    private mutating func compile(
        strings: StringKeys, assets: [String: [UInt8]], settings: [ThemeSetting]
    ) -> [PageTemplate: [Instruction]] {
        var templates: [String: Template] = [:]
        for layer in layers {
            for path in layer.files.files.keys.sorted()
            where path.hasPrefix("templates/") && path.hasSuffix(".mustache") {
                let name = String(path.dropFirst(10).dropLast(9))
                guard templates[name] == nil, let source = text(layer.files, path) else { continue }
                let (template, problems) = TemplateParser.parse(source, named: name)
                templates[name] = template
                findings += problems + TemplatePolicy.findings(in: source)
            }
        }
        var compiler = TemplateCompiler(templates: templates, strings: strings, assets: assets, settings: settings)
        var programs: [PageTemplate: [Instruction]] = [:]
        for page in PageTemplate.allCases {
            guard templates[page.name] != nil else {
                reportMissing(page, among: templates.keys.sorted())
                continue
            }
            programs[page] = compiler.compile(page.name, in: page.scope)
        }
        findings += compiler.findings
        reportUnused(templates.values.filter { !compiler.used.contains($0.name) })
        return programs
    }

    private mutating func reportMissing(_ page: PageTemplate, among names: [String]) {
        let folder = layers.first?.files.folder ?? SourcePath("themes/\(name)")
        findings.append(
            Finding(
                .templateMissing, at: Location(path: folder), "no template for \(page.summary)",
                advice: "add templates/\(page.name).mustache, or a line \"extends: commons\" in theme.yaml"))
    }

    private mutating func reportUnused(_ templates: [Template]) {
        for template in templates {
            let nearest = Suggestion.nearest(to: template.name, among: PageTemplate.allCases.map { $0.name }).first
            findings.append(
                Finding(
                    .themeFile, at: Location(path: template.source.path), "no page uses this template",
                    advice: nearest.map { "did you mean templates/\($0).mustache?" } ?? "include it, or remove it"))
        }
    }
}
