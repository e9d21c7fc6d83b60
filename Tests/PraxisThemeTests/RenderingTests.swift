import Testing

@testable import PraxisTheme

/// What templates write: the Mustache specification, 1.4, over typed views.
struct RenderingTests {
    @Test func textIsEscapedInDoubleBraces() {
        let meal = Meal(name: "<b>Fish & 'chips'</b> \"hot\"")
        #expect(Kitchen("{{name}}").render(meal) == "&lt;b&gt;Fish &amp; &#39;chips&#39;&lt;/b&gt; &quot;hot&quot;")
    }

    @Test func markupIsWrittenAsItIsInTripleBracesOrWithAnAmpersand() {
        let meal = Meal(recipe: HTML("<p>Boil &amp; stir</p>"))
        #expect(Kitchen("{{{recipe}}}|{{& recipe }}").render(meal) == "<p>Boil &amp; stir</p>|<p>Boil &amp; stir</p>")
    }

    @Test func aMissingTextWritesNothing() {
        #expect(Kitchen("[{{note}}]").render() == "[]")
        #expect(Kitchen("[{{note}}]").render(Meal(note: "")) == "[]")
    }

    @Test func aFlagDecidesWithoutEnteringAnything() {
        let kitchen = Kitchen("{{#hot}}hot {{name}}{{/hot}}{{^hot}}cold {{name}}{{/hot}}")
        #expect(kitchen.render(Meal(isHot: true)) == "hot Soup")
        #expect(kitchen.render() == "cold Soup")
    }

    @Test func aSectionOverATextEntersItWhereItIsThere() {
        let kitchen = Kitchen("{{#note}}<{{.}}|{{note}}|{{name}}>{{/note}}{{^note}}none{{/note}}")
        #expect(kitchen.render(Meal(note: "spicy")) == "<spicy|spicy|Soup>")
        #expect(kitchen.render() == "none")
    }

    @Test func aSectionOverAListRepeatsAndSeesOutwards() {
        let meal = Meal(courses: [Course(name: "A"), Course(name: "B")])
        #expect(Kitchen("{{#courses}}{{name}} by {{cook.name}}; {{/courses}}").render(meal) == "A by Ada; B by Ada; ")
        #expect(Kitchen("{{^courses}}nothing{{/courses}}").render() == "nothing")
    }

    @Test func aListBringsAFlagNamedAfterIt() {
        let kitchen = Kitchen("{{#hasCourses}}<ul>{{#courses}}<li>{{name}}{{/courses}}</ul>{{/hasCourses}}")
        #expect(kitchen.render(Meal(courses: [Course(name: "A"), Course(name: "B")])) == "<ul><li>A<li>B</ul>")
        #expect(kitchen.render() == "")
    }

    @Test func aListOfTextsIsWrittenWithADot() {
        #expect(Kitchen("{{#spices}}{{.}} {{/spices}}").render(Meal(spices: ["salt", "<oil>"])) == "salt &lt;oil&gt; ")
    }

    @Test func aNameThatAnInnerViewHasDoesNotComeFromAnOuterOneWhenItIsMissing() {
        let meal = Meal(note: "outer", courses: [Course(name: "A", note: "inner"), Course(name: "B")])
        #expect(Kitchen("{{#courses}}{{name}}:{{note}};{{/courses}}").render(meal) == "A:inner;B:;")
    }

    @Test func aMissingViewIsLeftOutAndItsNamesWriteNothing() {
        let kitchen = Kitchen("[{{#helper}}{{name}}{{/helper}}{{helper.name}}]{{^helper}}alone{{/helper}}")
        #expect(kitchen.render() == "[]alone")
        #expect(kitchen.render(Meal(helper: Cook(name: "Bo"))) == "[BoBo]")
    }

    @Test func commentsAndLinesThatHoldOnlyATagVanish() {
        let text = "a\n  {{! a note }}\nb\n{{#hot}}\n  c\n{{/hot}}\nd {{! here }}\n"
        #expect(Kitchen(text).render(Meal(isHot: true)) == "a\nb\n  c\nd \n")
        #expect(Kitchen("{{#hot}}\r\nx\r\n{{/hot}}\r\ny").render(Meal(isHot: true)) == "x\r\ny")
    }

    @Test func delimitersCanBeChanged() {
        #expect(Kitchen("{{=<% %>=}}<% name %> {{name}} <%={{ }}=%>{{name}}").render() == "Soup {{name}} Soup")
    }

    @Test func aPartialSeesWhatStandsAroundIt() {
        let kitchen = Kitchen("{{#courses}}{{>parts/course}}{{/courses}}", ["parts/course": "<{{name}}/{{cook.name}}>"])
        #expect(kitchen.render(Meal(courses: [Course(name: "A")])) == "<A/Ada>")
    }

    @Test func aPartialAloneOnItsLineIsIndentedButNotWhatItWrites() {
        let kitchen = Kitchen("<\n  {{>part}}\n>", ["part": "{{{recipe}}}\nend\n"])
        #expect(kitchen.render(Meal(recipe: HTML("one\ntwo"))) == "<\n  one\ntwo\n  end\n>")
    }

    @Test func aFieldCanNameTheTemplateToInclude() {
        let kitchen = Kitchen("{{>*sign}}", ["signs/leaf": "leaf", "signs/flame": "flame of {{name}}"])
        #expect(kitchen.render() == "leaf")
        #expect(kitchen.render(Meal(sign: "signs/flame")) == "flame of Soup")
    }

    @Test func aTemplateFillsTheBlocksOfItsParent() {
        let layouts = ["layouts/base": "<title>{{$title}}Food{{/title}}</title><main>{{$main}}{{/main}}</main>"]
        let page = "{{<layouts/base}}\nignored\n{{$main}}{{name}}{{/main}}\n{{/layouts/base}}"
        #expect(Kitchen(page, layouts).render() == "<title>Food</title><main>Soup</main>")
    }

    @Test func blocksAreFilledThroughSeveralParentsTheOutermostLast() {
        let layouts = [
            "one": "[{{$a}}1{{/a}}{{$b}}1{{/b}}{{$c}}1{{/c}}]",
            "two": "{{<one}}{{$a}}2{{/a}}{{$b}}2{{/b}}{{/one}}",
        ]
        #expect(Kitchen("{{<two}}{{$a}}3{{/a}}{{/two}}", layouts).render() == "[321]")
    }

    @Test func aBlockCanBeFilledInAPartialOfTheParent() {
        let layouts = ["base": "<{{>head}}>", "head": "{{$title}}none{{/title}}"]
        #expect(Kitchen("{{<base}}{{$title}}{{name}}{{/title}}{{/base}}", layouts).render() == "<Soup>")
    }

    @Test func aBlockThatNamesItselfStandsForTheDefault() {
        let kitchen = Kitchen("{{<base}}{{$a}}<{{$a}}x{{/a}}>{{/a}}{{/base}}", ["base": "{{$a}}default{{/a}}"])
        #expect(kitchen.render() == "<x>")
    }

    @Test func stringsAndAssetsAreReachedFromEverywhere() {
        var kitchen = Kitchen("{{#courses}}{{t.menu.title}} {{assets.a/b.css}};{{/courses}}")
        kitchen.phrases = ["menu.title": Phrase("Fish & more")]
        kitchen.assets = ["a/b.css": "assets/1/a/b.css"]
        #expect(kitchen.render(Meal(courses: [Course(name: "A")])) == "Fish &amp; more ../assets/1/a/b.css;")
    }

    @Test func scriptsGetTheBareFormsOfATextWithPlaces() {
        var kitchen = Kitchen("{{t.found.one}}|{{t.found.other}}")
        kitchen.phrases = ["found": Phrase(forms: [.one: "{count} dish", .other: "{count} dishes"])]
        #expect(kitchen.render() == "{count} dish|{count} dishes")
    }

    @Test func settingsAreDecidedWhenATemplateIsCompiled() {
        var kitchen = Kitchen(
            "{{#settings.wide}}wide{{/settings.wide}}{{^settings.wide}}narrow{{/settings.wide}} {{settings.tone}}")
        kitchen.settings = [
            ThemeSetting(name: "wide", kind: .flag, value: "yes"),
            ThemeSetting(name: "tone", kind: .choice(["warm", "cool"]), value: "cool"),
        ]
        #expect(kitchen.render() == "wide cool")
    }
}
