import PraxisDiagnostics

@testable import PraxisTheme

/// Templates over a `Meal`, compiled as a theme compiles its own.
struct Kitchen {
    /// By name; the page's is `page`.
    var templates: [String: String]
    var phrases: [String: Phrase] = [:]
    var assets: [String: String] = [:]
    var settings: [ThemeSetting] = []
    /// What the page's template sees, the outermost first.
    var scope = TemplateScope([Meal.description])

    init(_ page: String, _ others: [String: String] = [:]) {
        templates = others.merging(["page": page]) { _, page in page }
    }

    /// What comes out, and everything that is wrong, as a person reads it.
    func compile() -> (program: [Instruction], findings: [Finding]) {
        var parsed: [String: Template] = [:]
        var findings: [Finding] = []
        for (name, text) in templates {
            let source = SourceText(path: SourcePath("\(name).mustache"), text: text)
            let (template, problems) = TemplateParser.parse(source, named: name)
            parsed[name] = template
            findings += problems
        }
        var compiler = TemplateCompiler(
            templates: parsed, strings: StringKeys(phrases, file: "en.yaml"),
            assets: assets.mapValues { Array($0.utf8) },
            settings: settings)
        let program = compiler.compile("page", in: scope)
        return (program, (findings + compiler.findings).sorted())
    }

    func render(_ meal: Meal = Meal()) -> String {
        let keys = StringKeys(phrases, file: "en.yaml")
        let table = StringTable(language: "en", keys: keys, layers: [phrases])
        var rendering = Rendering(views: [meal.boxed], strings: table.escaped, root: "../")
        rendering.run(compile().program)
        return String(decoding: rendering.output, as: UTF8.self)
    }

    /// The findings as text.
    var report: String {
        let format = FindingTextFormat()
        return compile().findings.map { format.text(for: $0) }.joined(separator: "\n")
    }
}
