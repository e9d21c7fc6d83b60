import PraxisDiagnostics
import Testing

@testable import PraxisTheme

/// What of a template a browser would refuse.
struct TemplatePolicyTests {
    private func report(_ template: String) -> String {
        let source = SourceText(path: SourcePath("page.mustache"), text: template)
        return TemplatePolicy.findings(in: source).map { FindingTextFormat().text(for: $0) }.joined(separator: "\n")
    }

    @Test func eachIsReportedWithItsPlaceAndWhatToDoInstead() {
        #expect(
            report("<p>\n  <script>go()</script>\n") == """
                page.mustache:2:3: advice: a script within the page does not run on the published site [theme.policy]
                   2 │   <script>go()</script>
                     │   ^^^^^^^ put it into a file in assets/, and load that with <script src="{{assets.NAME.js}}" defer></script>
                """)
        #expect(
            report("<button onClick='go({{page.title}})'>") == """
                page.mustache:1:9: advice: "onclick" does nothing on the published site [theme.policy]
                   1 │ <button onClick='go({{page.title}})'>
                     │         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ in a script of assets/, write element.addEventListener("click", …)
                """)
        #expect(
            report("<i {{#hot}}style=\"color: red\"{{/hot}}>") == """
                page.mustache:1:12: advice: a style attribute does nothing on the published site [theme.policy]
                   1 │ <i {{#hot}}style="color: red"{{/hot}}>
                     │            ^^^^^^^^^^^^^^^^^^ give the element a class, and the class its style in a file of assets/; a drawing has attributes such as fill
                """)
        #expect(
            report("<script src=https://cdn.example/a.js defer></script>") == """
                page.mustache:1:9: advice: https://cdn.example/a.js is not loaded on the published site, since a page asks nobody but its own site [theme.policy]
                   1 │ <script src=https://cdn.example/a.js defer></script>
                     │         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ put the file into assets/, and write {{assets.NAME}}
                """)
    }

    @Test(arguments: [
        ("<STYLE>p {}</STYLE>", "a style sheet within the page does nothing"),
        ("<svg><style>p {}</style></svg>", "a style sheet within the page does nothing"),
        ("<script type=\"module\">x</script>", "a script within the page does not run"),
        ("<script\n  async>x</script>", "a script within the page does not run"),
        ("<a href=\"javascript:go()\">", "an address that begins with \"javascript:\" does nothing"),
        ("<a {{! note }} href=' JavaScript:go()'>", "an address that begins with \"javascript:\" does nothing"),
        ("<img src=\"data:image/png;base64,{{x}}\">", "an address that begins with \"data:\" is not loaded"),
        ("<img srcset=\"a.png, //cdn.example/b.png 2x\">", "//cdn.example/b.png 2x is not loaded"),
        ("<link href=\"//fonts.example/{{x}}\" rel=\"preload stylesheet\">", "//fonts.example/ is not loaded"),
        ("<use xlink:href=\"http://icons.example/i.svg#a\">", "http://icons.example/i.svg#a is not loaded"),
        ("<iframe src=\"https://film.example/\">", "https://film.example/ is not loaded"),
        ("<form action=\"https://mail.example/\">", "a form that leads to https://mail.example/ is not sent"),
        ("<object data=\"a.pdf\">", "<object> stays empty"), ("<base href=\"/\">", "<base> does nothing"),
        ("{{=<% %>=}}<p onload=\"<% x %>\">", "\"onload\" does nothing"),
    ])
    func whatBrowsersRefuseIsFoundHoweverItIsWritten(template: String, message: String) {
        let source = SourceText(path: SourcePath("page.mustache"), text: template)
        let messages = TemplatePolicy.findings(in: source).map(\.message)
        #expect(messages.count == 1)
        #expect(messages.first?.hasPrefix("\(message)") == true, "\(messages)")
    }

    @Test(arguments: [
        "<script src=\"{{assets.a.js}}\" defer></script>",
        "<script type=\"application/ld+json\">{{{page.head}}}</script>",
        "<a href=\"https://example.org/\" rel=\"external\">Elsewhere</a>", "<a href=\"{{href}}\">x</a>",
        "<link rel=\"canonical\" href=\"https://example.org/\">",
        "<link rel=\"alternate\" href=\"http://example.org/\">",
        "<!-- <script>go()</script> <p style=\"x\"> -->", "{{! <p style=\"color: red\"> }}",
        "<p title=\"style=red onclick=x\" data-on=\"x\" data-style=\"y\">onclick=x style=y</p>",
        "<svg fill=\"none\" stroke=\"currentColor\"><use href=\"#a\"/></svg>", "1 < 2 <",
        "<meta property=\"og:url\" content=\"https://example.org/\">", "<p class=\"{{#hot}}hot{{/hot}}\">x",
        "<p class=\"",
        "<script src=\"a.js\"></script><form action=\"{{root}}search/\" method=get>",
        "<q cite=\"https://example.org/\">",
    ])
    func whatThePolicyAllowsIsLeftAlone(template: String) {
        #expect(report(template) == "")
    }

    @Test func aThemesTemplatesAreCheckedWhenItIsLoaded() {
        var files = ThemeLoadingTests.whole
        files.files["templates/layout.mustache"] = Array("{{$main}}{{/main}}<p style=\"x\">".utf8)
        let findings = Theme.load("whole", languages: ["en"], embedded: [files]).findings
        #expect(
            findings.map { "\($0.location.path) \($0.rule.id)" } == [
                "themes/whole/templates/layout.mustache theme.policy"
            ])
    }

    @Test func theThemesOfTheProgramKeepToIt() {
        for theme in EmbeddedThemes.all {
            for path in theme.files.keys where path.hasSuffix(".mustache") {
                let found = theme.source(path).map { TemplatePolicy.findings(in: $0).map(\.message) }
                #expect(found == [], "\(path)")
            }
        }
    }

    // MARK: Style sheets

    private func loaded(_ css: String) -> [String] {
        let source = SourceText(path: SourcePath("a.css"), text: css)
        return StyleSheetPolicy.findings(in: source).map { finding in
            "\(finding.location.range?.start.line ?? 0) \(finding.message.split(separator: " is not loaded")[0])"
        }
    }

    @Test(arguments: [
        ("@import \"https://fonts.example/a.css\";", "1 https://fonts.example/a.css"),
        ("@import url(//fonts.example/a.css) screen;", "1 //fonts.example/a.css"),
        ("p {\n  background: URL( 'HTTP://a.example/b.png' )\n}", "2 HTTP://a.example/b.png"),
        ("@font-face { src: url(data:font/woff2;base64,AAAA) }", "1 an address that begins with \"data:\""),
        (
            "p { background: -webkit-image-set('https://a.example/b.png' 1x, \"c.png\" 2x) }",
            "1 https://a.example/b.png"
        ),
        (
            "/* url(https://a.example) */ p::after { content: \"\\\"\"; mask: url(https://b.example) }",
            "1 https://b.example"
        ),
        ("p { content: 'a\n mask: url(https://b.example)", "2 https://b.example"),
    ])
    func aStyleSheetLoadsNothingFromElsewhere(css: String, found: String) {
        #expect(loaded(css) == [found])
    }

    @Test(arguments: [
        "p { background: url(rings.svg) url('a.png') }", "@import 'b.css';", "/* @import \"https://a.example\"; */",
        "@namespace svg url(http://www.w3.org/2000/svg);", "p::after { content: 'url(https://a.example)' }",
        "p::before { content: \"https://a.example\" }", "a[href^=\"https://\"] { color: red }",
        "p { background: image-set('a.png' 1x) } q { content: 'https://a.example' }", "@import", "p { mask: url(",
        "p { content: \"\\",
        "@media screen { p { content: 'data:' } }",
    ])
    func whatAStyleSheetMayLoadIsLeftAlone(css: String) {
        #expect(loaded(css) == [])
    }

    @Test func theStyleSheetsOfAThemeAreLookedInto() {
        let files = ThemeFiles(
            name: "own",
            files: [
                "theme.yaml": Array("name: own\nextends: commons\n".utf8),
                "assets/own.css": Array("p {}\n@import \"https://fonts.example/a.css\";\n".utf8),
            ])
        let findings = Theme.load("own", languages: ["en"], siteThemes: [files]).findings
            .filter { $0.rule.id == "theme.policy" }
        #expect(
            findings.map { FindingTextFormat().text(for: $0) } == [
                """
                themes/own/assets/own.css:2:10: advice: https://fonts.example/a.css is not loaded on the published site, \
                since a page asks nobody but its own site [theme.policy]
                   2 │ @import "https://fonts.example/a.css";
                     │          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ put the file into assets/, and write url(NAME)
                """
            ])
    }
}
