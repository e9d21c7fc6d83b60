import PraxisDiagnostics
import PraxisModel
import Testing

@testable import PraxisTheme

struct ThemeLoadingTests {
    /// A theme with a template for every page and every text that the program needs.
    static let whole: ThemeFiles = {
        var files: [String: String] = [
            "theme.yaml": """
            name: whole
            version: 1.2.0
            contract: 1
            settings:
              accent: {type: color, default: "#0b6e4f"}
              measure: {type: length, default: 42rem}
              wide: {type: flag, default: no}
            """,
            "assets/style.css": "body {}",
            "templates/layout.mustache": "<html lang=\"{{page.lang}}\">{{$main}}{{/main}}</html>",
        ]
        for page in PageTemplate.allCases {
            files["templates/\(page.name).mustache"] = "{{<layout}}{{$main}}{{page.title}}{{/main}}{{/layout}}"
        }
        files["templates/\(PageTemplate.inlineList.name).mustache"] = "{{#items}}{{title}}{{/items}}"
        files["strings/en.yaml"] = TextKey.required.map { "\($0): \"x\"\n" }.joined()
        return ThemeFiles(name: "whole", files: files.mapValues { Array($0.utf8) })
    }()

    private func load(
        _ name: String = "whole", settings: [String: ExtraValue] = [:], site: [ThemeFiles] = [],
        languages: [String] = ["en"]
    ) -> (theme: Theme, report: String) {
        let (theme, findings) = Theme.load(
            name, settings: .fields(settings), languages: languages, siteThemes: site, embedded: [Self.whole])
        return (theme, findings.map { FindingTextFormat().text(for: $0) }.joined(separator: "\n"))
    }

    private func theme(_ name: String, _ files: [String: String]) -> ThemeFiles {
        ThemeFiles(name: name, files: files.mapValues { Array($0.utf8) })
    }

    @Test func aWholeThemeLoadsWithoutAFinding() {
        let (theme, report) = load()
        #expect(report == "")
        #expect(theme.version == "1.2.0")
        #expect(theme.programs.count == PageTemplate.allCases.count)
    }

    @Test func whatPagesDependOnIsTemplatesAndTexts() {
        func loaded(_ changes: [String: String], _ naming: ThemeAsset.Naming = .steady) -> Theme {
            var files = Self.whole
            for (path, text) in changes { files.files[path] = Array(text.utf8) }
            return Theme.load("whole", languages: ["en"], embedded: [files], assetNaming: naming).theme
        }
        let link = ["templates/pages/home.mustache": "{{assets.style.css}}"]
        let style = ["assets/style.css": "p {}"]
        #expect(loaded(style).templates(otherThanIn: loaded([:])) == [])
        #expect(loaded(link).templates(otherThanIn: loaded([:])) == [.home])
        #expect(loaded(link.merging(style) { $1 }).templates(otherThanIn: loaded(link)) == [])
        #expect(
            loaded(link.merging(style) { $1 }, .byContents).templates(otherThanIn: loaded(link, .byContents)) == [.home]
        )
        let layout = ["templates/layout.mustache": "<p>{{$main}}{{/main}}"]
        #expect(loaded(layout).templates(otherThanIn: loaded([:]))?.contains(.person) == true)
        let strings = ["strings/en.yaml": "nav.home: y\n"]
        #expect(loaded(strings).templates(otherThanIn: loaded([:])) == nil)
        let list = ["templates/\(PageTemplate.inlineList.name).mustache": "{{#items}}{{/items}}"]
        #expect(loaded(list).templates(otherThanIn: loaded([:])) == nil)
    }

    @Test func anUnknownThemeIsReportedAndTheProgramsOwnStandsIn() {
        let (theme, report) = load("whloe")
        #expect(
            report == """
                content/site.yaml: error: no theme "whloe" [theme.unknown]
                     = did you mean "whole"?
                """)
        #expect(theme.programs[.home] != nil)
    }

    @Test func aSitesFilesStandOverThoseOfTheSameThemeOneByOne() {
        let site = theme("whole", ["assets/style.css": "body { color: red }", "assets/more.css": ""])
        let (loaded, report) = load(site: [site])
        #expect(report == "")
        #expect(
            loaded.assets.map { $0.route.path.split(separator: "/").last } == ["more.css", "settings.css", "style.css"])
        #expect(loaded.assets.last.map { String(decoding: $0.bytes, as: UTF8.self) } == "body { color: red }")
    }

    @Test func aThemeExtendsAnother() {
        let site = theme(
            "corporate",
            [
                "theme.yaml": "extends: whole\nsettings:\n  accent: {type: color, default: \"#ff0000\"}\n",
                "templates/pages/home.mustache": "{{nothing}}",
            ])
        let (loaded, report) = load("corporate", site: [site])
        #expect(
            report == """
                themes/corporate/templates/pages/home.mustache:1:3: error: no value "nothing" in HomePage [theme.name]
                   1 │ {{nothing}}
                     │   ^^^^^^^ there is "home", "circles", "hasCircles", "circlesNearFirst", "hasCirclesNearFirst", "communitiesHead", "communities", "hasCommunities" …
                """)
        #expect(loaded.settings.first?.value == "#ff0000")
    }

    @Test func aThemeThatExtendsNothingMustBeWhole() {
        let site = theme("bare", ["theme.yaml": "name: bare\n", "strings/en.yaml": "number: {group: \",\"}\n"])
        let (_, report) = load("bare", site: [site])
        #expect(
            report.contains(
                """
                themes/bare: error: no template for what is kept and no longer looked after [theme.template]
                     = add templates/pages/archive.mustache, or a line "extends: commons" in theme.yaml
                """))
    }

    @Test func themesThatExtendEachOtherAreReported() {
        let one = theme("one", ["theme.yaml": "extends: two\n"])
        let two = theme("two", ["theme.yaml": "extends: one\n"])
        #expect(
            load("one", site: [one, two]).report.contains(
                """
                themes/two/theme.yaml: error: the theme "one" extends itself [theme.manifest]
                     = take one "extends" out of the chain
                """))
    }

    @Test func whatASiteChoosesIsChecked() {
        let (loaded, report) = load(settings: [
            "acent": .text("#fff"), "measure": .text("wide"), "accent": .text("red; } body { display: none"),
            "wide": .text("yes"),
        ])
        #expect(
            report == """
                content/site.yaml: error: "red; } body { display: none" is no color for the setting "accent" [theme.setting]
                     = write a colour such as "#0b6e4f" or "oklch(45% 0.1 160)"
                content/site.yaml: error: "wide" is no length for the setting "measure" [theme.setting]
                     = write a length such as "42rem" or "16px"
                content/site.yaml: error: the theme "whole" has no setting "acent" [theme.setting]
                     = did you mean "accent"?
                """)
        #expect(loaded.settings.map(\.value) == ["#0b6e4f", "42rem", "yes"])
    }

    @Test func settingsOfStyleBecomeCustomProperties() throws {
        let (loaded, _) = load(settings: ["accent": .text("oklch(45% 0.1 160 / 50%)")])
        let sheet = try #require(loaded.assets.first { $0.route.path.hasSuffix("/settings.css") })
        #expect(
            String(decoding: sheet.bytes, as: UTF8.self) == """
                :root {
                  --accent: oklch(45% 0.1 160 / 50%);
                  --measure: 42rem;
                }

                """)
    }

    @Test func theFolderOfTheAssetsChangesWithThem() throws {
        let before = try #require(load().theme.assets.first?.route)
        let after = try #require(load(settings: ["accent": .text("#000")]).theme.assets.first?.route)
        #expect(before != after)
        #expect(before == load().theme.assets.first?.route)
    }

    @Test func mistakesInThemeYAMLAreReportedWithTheirPlace() {
        let site = theme(
            "odd",
            [
                "theme.yaml": """
                name: even
                extend: whole
                contract: 7
                settings:
                  accent: {type: colour, default: red}
                  Width: {type: length, default: 1rem}
                  gap: {type: length}
                  tone: {type: choice, default: warm}
                  ink: {type: color, default: 12}
                """
            ])
        let report = load("odd", site: [site]).report
        for expected in [
            """
            themes/odd/theme.yaml:1:7: error: the theme "even" is in a folder named "odd" [theme.manifest]
               1 │ name: even
                 │       ^^^^ write "name: odd", or rename the folder
            """,
            """
            themes/odd/theme.yaml:2:1: error: no field "extend" here [theme.manifest]
               2 │ extend: whole
                 │ ^^^^^^ did you mean "extends"?
            """,
            """
            themes/odd/theme.yaml:3:11: error: contract 7 is not the one of this program [theme.manifest]
               3 │ contract: 7
                 │           ^ write "contract: 1" once the templates follow it
            """,
            """
            themes/odd/theme.yaml:5:18: error: no type "colour" [theme.manifest]
               5 │   accent: {type: colour, default: red}
                 │                  ^^^^^^ write one of color, length, number, font, flag, text, choice
            """,
            """
            themes/odd/theme.yaml:6:3: error: "Width" is no name of a setting [theme.manifest]
               6 │   Width: {type: length, default: 1rem}
                 │   ^^^^^ write lower-case letters, digits and _
            """,
            """
            themes/odd/theme.yaml:7:3: error: no default of the setting "gap" [theme.manifest]
               7 │   gap: {type: length}
                 │   ^^^ add a line "default: …"
            """,
            """
            themes/odd/theme.yaml:8:16: error: no words to choose from [theme.manifest]
               8 │   tone: {type: choice, default: warm}
                 │                ^^^^^^ add a line "choices: [one, another]"
            """,
            """
            themes/odd/theme.yaml:9:31: error: "12" is no color [theme.manifest]
               9 │   ink: {type: color, default: 12}
                 │                               ^^ write a colour such as "#0b6e4f" or "oklch(45% 0.1 160)"
            """,
        ] {
            #expect(report.contains(expected))
        }
    }

    @Test func filesThatNobodyLooksAtAreAdvice() {
        let site = theme(
            "whole", ["template/home.mustache": "", "templates/pages/hom.mustache": "", "strings/en.yml": "a: b"])
        #expect(
            load(site: [site]).report == """
                themes/whole/strings/en.yml: advice: this file is nowhere that a theme's files are looked for [theme.file]
                     = put it into templates (as .mustache), assets or strings (as LANGUAGE.yaml)
                themes/whole/template/home.mustache: advice: this file is nowhere that a theme's files are looked for [theme.file]
                     = put it into templates (as .mustache), assets or strings (as LANGUAGE.yaml)
                themes/whole/templates/pages/hom.mustache: advice: no page uses this template [theme.file]
                     = did you mean templates/pages/home.mustache?
                """)
    }

    @Test func aLanguageWithoutTextsIsAdvice() {
        #expect(
            load(languages: ["en", "sv"]).report == """
                content/site.yaml: advice: the theme has no texts in "sv", so those in "en" stand in [theme.translation]
                     = add strings/sv.yaml to the theme
                """)
    }
}
