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
}
