import PraxisModel
import Testing

@testable import PraxisTheme

/// What is the same on all pages of a frame is made once, and nothing else is.
@Suite struct FramedProgramsTests {
    private static let shell = ShellView(
        root: "../",
        site: ViewContent(
            SiteView(
                title: "Guild", summary: nil, href: "../", logo: nil,
                navigation: [
                    NavigationLink(href: "../a/", label: "A & B", current: nil),
                    NavigationLink(href: "../c/", label: "C", current: "true"),
                ], footer: [], contact: nil)),
        page: ViewContent(
            PageView(
                kind: "list", lang: "en", title: "Page", documentTitle: "Page", shortTitle: "Page", isIndexed: true,
                alternates: [], languages: [], feeds: [], openGraph: [], breadcrumbs: [], banners: [],
                actions: ActionsView())))

    /// What comes of a template: without a frame, and with one in which each shared stretch is put into brackets.
    private func texts(_ template: String, _ others: [String: String] = [:]) -> (plain: String, framed: String) {
        var kitchen = Kitchen(template, others)
        kitchen.scope = TemplateScope([ShellView.description, Meal.description])
        let (program, findings) = kitchen.compile()
        #expect(findings.isEmpty)
        let framed = FramedPrograms([.plain: program])
        let meal = Meal(isHot: true, spices: ["salt", "thyme"])
        func text(_ program: [Instruction], shared: [[UInt8]] = []) -> String {
            var rendering = Rendering(
                views: [Self.shell.boxed, meal.boxed], strings: [], root: "../", shared: shared)
            rendering.run(program)
            return String(decoding: rendering.output, as: UTF8.self)
        }
        let shared = framed.bytes(in: Self.shell.boxed, strings: [], root: "../")
        let plain = text(program)
        #expect(text(framed.programs[.plain] ?? [], shared: shared) == plain)
        #expect(text(framed.programs[.plain] ?? []) == plain)
        return (
            plain, text(framed.programs[.plain] ?? [], shared: shared.map { Array("[".utf8) + $0 + Array("]".utf8) })
        )
    }

    @Test func aStretchGoesAsFarAsNothingOfThePageIsRead() {
        let links = "{{#site.navigation}}<a{{#current}} {{current}}{{/current}}>{{label}}</a>{{/site.navigation}}"
        let (plain, framed) = texts("<p>{{site.title}} \(links)</p>{{name}}<hr>{{page.title}}")
        #expect(plain == "<p>Guild <a>A &amp; B</a><a true>C</a></p>Soup<hr>Page")
        #expect(framed == "[<p>Guild <a>A &amp; B</a><a true>C</a></p>]Soup<hr>Page")
    }

    @Test func aSectionThatReadsOfThePageIsNoneThoughTheSiteIsAsked() {
        let (_, framed) = texts("{{#site.navigation}}{{label}}{{name}}{{root}};{{/site.navigation}}")
        #expect(framed == "A &amp; BSoup[../;]CSoup[../;]")
    }

    @Test func insideASectionOfThePageTheFrameIsStillTheFrame() {
        let (_, framed) = texts(
            "{{#cook}}{{name}} {{site.title}}{{/cook}}{{#hot}}{{root}}{{/hot}}{{#spices}}{{.}} {{root}}{{/spices}}")
        #expect(framed == "Ada[ Guild][../]salt[ ../]thyme[ ../]")
    }

    @Test func whatIsNotThereInTheFrameIsAskedOnce() {
        let (_, framed) = texts(
            "{{^site.logo}}none{{/site.logo}}{{^note}}{{root}}{{/note}}{{#site.hasFooter}}x{{/site.hasFooter}}")
        #expect(framed == "[none][../][]")
    }

    @Test func theSameStretchInTwoTemplatesIsOne() {
        var kitchen = Kitchen("{{site.title}}{{name}}{{site.title}}")
        kitchen.scope = TemplateScope([ShellView.description, Meal.description])
        let program = kitchen.compile().program
        let framed = FramedPrograms([.plain: program, .list: program])
        #expect(framed.bytes(in: Self.shell.boxed, strings: [], root: "../").count == 1)
        #expect(framed.programs[.plain] == framed.programs[.list])
    }
}
