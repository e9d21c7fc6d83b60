import PraxisDiagnostics

/// Turns templates into instructions and checks every name in them against the contracts, in one walk.
///
/// Partials, parents and blocks are followed from the page that uses them, so that a name means what it means there.
/// Nothing is looked up by name when a page is rendered.
struct TemplateCompiler {
    let templates: [String: Template]
    let strings: StringKeys
    let assets: [String: [UInt8]]
    let settings: [String: ThemeSetting]
    private(set) var findings: [Finding] = []
    private var reported: Set<Finding> = []
    /// Templates that no block is handed to compile alike wherever the scope is the same.
    var compiled: [String: [Instruction]] = [:]
    /// The templates around the current place, for cycles.
    var chain: [String] = []
    private(set) var used: Set<String> = []

    /// - Parameters:
    ///   - templates: By name.
    ///   - strings: What `t.` leads to.
    ///   - assets: What `assets.` leads to: addresses below the root, by path below the theme's `assets/`.
    ///   - settings: What `settings.` leads to, with the values that the site chose.
    init(
        templates: [String: Template], strings: StringKeys, assets: [String: [UInt8]] = [:],
        settings: [ThemeSetting] = []
    ) {
        self.templates = templates
        self.strings = strings
        self.assets = assets
        self.settings = Dictionary(settings.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The instructions of a page's template. Findings pile up in `findings`, each once.
    mutating func compile(_ name: String, in scope: TemplateScope) -> [Instruction] {
        guard let template = templates[name] else { return [] }
        return instructions(of: template, Place(scope: scope, template: template), indentation: [])
    }

    /// What is around a node.
    struct Place {
        var scope: TemplateScope
        var template: Template
        /// What templates that inherit from this one fill in, by name; the outermost has the last word.
        var blocks: [String: Filling] = [:]
    }

    struct Filling {
        var block: TemplateBlock
        var template: Template
    }

    mutating func instructions(
        of template: Template, _ place: Place, indentation: [UInt8]
    ) -> [Instruction] {
        var place = place
        place.template = template
        used.insert(template.name)
        chain.append(template.name)
        defer { chain.removeLast() }
        let result = instructions(of: template.nodes, place)
        guard !indentation.isEmpty else { return result }
        // Findings point into the template as written, so what is indented is compiled once more without a word.
        let known = (findings, reported)
        defer { (findings, reported) = known }
        let source = SourceText(
            path: template.source.path, bytes: Self.indented(template.source.bytes, by: indentation))
        (place.template, _) = TemplateParser.parse(source, named: template.name)
        return instructions(of: place.template.nodes, place)
    }

    /// Each line with the spaces that stand before the tag that includes it, as the specification says of partials.
    private static func indented(_ bytes: [UInt8], by indentation: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if !result.isEmpty { result.append(UInt8(ascii: "\n")) }
            if !line.isEmpty { result += indentation }
            result += line
        }
        return result
    }

    mutating func instructions(of nodes: [TemplateNode], _ place: Place) -> [Instruction] {
        var result: [Instruction] = []
        for node in nodes {
            for instruction in instructions(of: node, place) {
                if case .write(let bytes) = instruction, case .write(let before)? = result.last {
                    result[result.count - 1] = .write(before + bytes)
                } else {
                    result.append(instruction)
                }
            }
        }
        return result
    }

    mutating func instructions(of node: TemplateNode, _ place: Place) -> [Instruction] {
        switch node {
        case .text(let bytes): return [.write(bytes)]
        case .variable(let name, let isEscaped): return variable(name, isEscaped: isEscaped, place)
        case .section(let name, let isInverted, let nodes):
            return section(name, isInverted: isInverted, nodes, place)
        case .partial(let name, true, _): return choice(name, place)
        case .partial(let name, false, let indentation):
            return include(name, place, blocks: place.blocks, indentation: indentation)
        case .parent(let name, let blocks): return inherit(name, blocks, place)
        case .block(let block): return fill(block, place)
        }
    }

    mutating func report(
        _ rule: Rule, _ name: TemplateName, _ place: Place, _ message: String, advice: String
    ) {
        let finding = Finding(rule, at: place.template.source.location(of: name.range), message, advice: advice)
        if reported.insert(finding).inserted { findings.append(finding) }
    }
}
