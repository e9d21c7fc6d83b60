import Testing

@testable import PraxisTheme

/// What is said about templates that cannot be right.
struct TemplateFindingTests {
    @Test func anUnknownNameIsReportedWithTheNearestOne() {
        #expect(
            Kitchen("<p>\n  {{#courses}}{{nmae}}{{/courses}}").report == """
                page.mustache:2:17: error: no value "nmae" in Course [theme.name]
                   2 │   {{#courses}}{{nmae}}{{/courses}}
                     │                 ^^^^ did you mean "name"?
                """)
    }

    @Test func anUnknownNameIsReportedInsideADottedOne() {
        #expect(
            Kitchen("{{cook.nme}}{{cook.age}}{{name.first}}").report == """
                page.mustache:1:3: error: no value "cook.nme" in Cook [theme.name]
                   1 │ {{cook.nme}}{{cook.age}}{{name.first}}
                     │   ^^^^^^^^ did you mean "cook.name"?
                page.mustache:1:15: error: no value "cook.age" in Cook [theme.name]
                   1 │ {{cook.nme}}{{cook.age}}{{name.first}}
                     │               ^^^^^^^^ there is "cook.name"
                page.mustache:1:27: error: no value "name.first" [theme.name]
                   1 │ {{cook.nme}}{{cook.age}}{{name.first}}
                     │                           ^^^^^^^^^^ "name" has no names of its own
                """)
    }

    @Test func whatIsWrongInAPartialIsReportedThereAndOnce() {
        let kitchen = Kitchen("{{>part}}{{>part}}\n  {{>part}}\n{{#helper}}{{>part}}{{/helper}}", ["part": "{{nam}}"])
        #expect(
            kitchen.report == """
                part.mustache:1:3: error: no value "nam" in Cook [theme.name]
                   1 │ {{nam}}
                     │   ^^^ did you mean "name"?
                part.mustache:1:3: error: no value "nam" in Meal [theme.name]
                   1 │ {{nam}}
                     │   ^^^ did you mean "name"?
                """)
    }

    @Test func textMustBeEscapedAndMarkupMustNot() {
        #expect(
            Kitchen("{{{name}}} {{recipe}}").report == """
                page.mustache:1:4: error: "name" is text, which must be escaped [theme.use]
                   1 │ {{{name}}} {{recipe}}
                     │    ^^^^ write {{name}}
                page.mustache:1:14: error: "recipe" is markup, which would be shown as text [theme.use]
                   1 │ {{{name}}} {{recipe}}
                     │              ^^^^^^ write {{{recipe}}}
                """)
    }

    @Test func listsFlagsAndViewsHaveNoText() {
        #expect(
            Kitchen("{{hot}}{{courses}}{{cook}}{{.}}").report == """
                page.mustache:1:3: error: "hot" is a flag, and has no text [theme.use]
                   1 │ {{hot}}{{courses}}{{cook}}{{.}}
                     │   ^^^ ask it with {{#hot}}…{{/hot}}
                page.mustache:1:10: error: "courses" is a list, and has no text of its own [theme.use]
                   1 │ {{hot}}{{courses}}{{cook}}{{.}}
                     │          ^^^^^^^ repeat it with {{#courses}}…{{/courses}}
                page.mustache:1:21: error: "cook" is a Cook, and has no text of its own [theme.use]
                   1 │ {{hot}}{{courses}}{{cook}}{{.}}
                     │                     ^^^^ write one of its names, such as {{cook.name}}
                page.mustache:1:29: error: "." stands for no text here [theme.use]
                   1 │ {{hot}}{{courses}}{{cook}}{{.}}
                     │                             ^ use it in a section over a text or a list of texts
                """)
    }

    @Test func aSectionThatIsNeverClosedIsReportedWhereItOpens() {
        #expect(
            Kitchen("a\n{{#hot}}b").report == """
                page.mustache:2:1: error: {{#hot}} is never closed [theme.nesting]
                   2 │ {{#hot}}b
                     │ ^^^^^^^^ write {{/hot}} where it ends
                """)
    }

    @Test func sectionsThatCrossAreReported() {
        #expect(
            Kitchen("{{#hot}}{{#note}}x{{/hot}}").report == """
                page.mustache:1:9: error: {{#note}} is not closed before {{/hot}} [theme.nesting]
                   1 │ {{#hot}}{{#note}}x{{/hot}}
                     │         ^^^^^^^^^ write {{/note}} where it ends
                """)
        #expect(
            Kitchen("{{#hot}}x{{/hto}}{{/hot}}{{/name}}").report == """
                page.mustache:1:10: error: {{/hto}} closes nothing: {{#hot}} is open here [theme.nesting]
                   1 │ {{#hot}}x{{/hto}}{{/hot}}{{/name}}
                     │          ^^^^^^^^ did you mean {{/hot}}?
                page.mustache:1:26: error: {{/name}} closes nothing [theme.nesting]
                   1 │ {{#hot}}x{{/hto}}{{/hot}}{{/name}}
                     │                          ^^^^^^^^^ take it out, or open {{#name}} before it
                """)
    }

    @Test func tagsWithoutAnEndOrANameAreReported() {
        #expect(
            Kitchen("x {{name").report == """
                page.mustache:1:3: error: this tag never ends [theme.tag]
                   1 │ x {{name
                     │   ^^ close it with "}}"
                """)
        #expect(
            Kitchen("{{ }}{{na me}}{{=x=}}").report == """
                page.mustache:1:15: error: {{=x=}} sets no delimiters [theme.tag]
                   1 │ {{ }}{{na me}}{{=x=}}
                     │               ^^^^^^^ write two of them, as in {{=<% %>=}}
                """)
        #expect(
            Kitchen("{{na me}}").report == """
                page.mustache:1:1: error: {{na me}} has no name that a template can use [theme.tag]
                   1 │ {{na me}}
                     │ ^^^^^^^^^ write a name of letters, digits, "-", "_", "." and "/"
                """)
    }

    @Test func aPartialThatIsNotThereIsReported() {
        #expect(
            Kitchen("{{>parts/curse}}{{>nothing}}", ["parts/course": ""]).report == """
                page.mustache:1:4: error: no template "parts/curse" [theme.partial]
                   1 │ {{>parts/curse}}{{>nothing}}
                     │    ^^^^^^^^^^^ did you mean "parts/course"?
                page.mustache:1:20: error: no template "nothing" [theme.partial]
                   1 │ {{>parts/curse}}{{>nothing}}
                     │                    ^^^^^^^ add templates/nothing.mustache
                """)
    }

    @Test func aBlockThatTheParentHasNotGotIsReported() {
        #expect(
            Kitchen("{{<base}}{{$mian}}x{{/mian}}{{$foot}}y{{/foot}}{{/base}}", ["base": "{{$main}}{{/main}}"]).report
                == """
                page.mustache:1:13: error: no block "mian" in "base" [theme.block]
                   1 │ {{<base}}{{$mian}}x{{/mian}}{{$foot}}y{{/foot}}{{/base}}
                     │             ^^^^ did you mean "main"?
                page.mustache:1:32: error: no block "foot" in "base" [theme.block]
                   1 │ {{<base}}{{$mian}}x{{/mian}}{{$foot}}y{{/foot}}{{/base}}
                     │                                ^^^^ its blocks are "main"
                """)
    }

    @Test func aTemplateThatIncludesItselfIsReported() {
        #expect(
            Kitchen("{{>a}}", ["a": "{{>b}}", "b": "{{#courses}}{{>a}}{{/courses}}"]).report == """
                b.mustache:1:16: error: the template "a" includes itself [theme.cycle]
                   1 │ {{#courses}}{{>a}}{{/courses}}
                     │                ^ take one of these out: a → b → a
                """)
    }

    @Test func aTextThatIsNotInTheStringFilesIsReported() {
        var kitchen = Kitchen("{{t.menu.titel}}{{t.found}}{{t.nothing}}{{#t.menu.title}}{{/t.menu.title}}")
        kitchen.phrases = ["menu.title": Phrase("Menu"), "found": Phrase("{count} found")]
        #expect(
            kitchen.report == """
                page.mustache:1:3: error: no text "menu.titel" in the string files [theme.string]
                   1 │ {{t.menu.titel}}{{t.found}}{{t.nothing}}{{#t.menu.title}}{{/t.menu.title}}
                     │   ^^^^^^^^^^^^ did you mean {{t.menu.title}}?
                page.mustache:1:19: error: the text "found" has places to fill, which only the program can do [theme.string]
                   1 │ {{t.menu.titel}}{{t.found}}{{t.nothing}}{{#t.menu.title}}{{/t.menu.title}}
                     │                   ^^^^^^^ use one without; a script may get {{t.found.other}}
                page.mustache:1:30: error: no text "nothing" in the string files [theme.string]
                   1 │ {{t.menu.titel}}{{t.found}}{{t.nothing}}{{#t.menu.title}}{{/t.menu.title}}
                     │                              ^^^^^^^^^ add it to strings/en.yaml
                page.mustache:1:44: error: "t.menu.title" is always there, and cannot be asked [theme.use]
                   1 │ {{t.menu.titel}}{{t.found}}{{t.nothing}}{{#t.menu.title}}{{/t.menu.title}}
                     │                                            ^^^^^^^^^^^^ write it as {{t.menu.title}}
                """)
    }

    @Test func assetsAndSettingsThatAreNotThereAreReported() {
        var kitchen = Kitchen("{{assets.comons.css}}{{settings.wied}}{{settings.accent}}{{settings.wide}}")
        kitchen.assets = ["commons.css": "assets/1/commons.css"]
        kitchen.settings = [
            ThemeSetting(name: "wide", kind: .flag, value: "no"),
            ThemeSetting(name: "accent", kind: .color, value: "#123456"),
        ]
        let line = "{{assets.comons.css}}{{settings.wied}}{{settings.accent}}{{settings.wide}}"
        #expect(
            kitchen.report == """
                page.mustache:1:3: error: no file "comons.css" in the theme's assets [theme.asset]
                   1 │ \(line)
                     │   ^^^^^^^^^^^^^^^^^ did you mean {{assets.commons.css}}?
                page.mustache:1:24: error: no setting "wied" in theme.yaml [theme.name]
                   1 │ \(line)
                     │                        ^^^^^^^^^^^^^ did you mean "settings.wide"?
                page.mustache:1:41: error: the setting "accent" belongs to style sheets [theme.use]
                   1 │ \(line)
                     │                                         ^^^^^^^^^^^^^^^ use var(--accent) in a style sheet
                page.mustache:1:60: error: "settings.wide" is a flag, and has no text [theme.use]
                   1 │ \(line)
                     │                                                            ^^^^^^^^^^^^^ ask it with {{#settings.wide}}…{{/settings.wide}}
                """)
    }
}
