internal import PraxisModel

/// What the text of a new page begins with: headings where a kind has them, else a hint that no reader sees.
enum PageBody {
    /// In Swedish where that is the language, else in English.
    static func text(of kind: KindWord, in language: String) -> String {
        let isSwedish = language.prefix { $0 != "-" } == "sv"
        let parts = isSwedish ? swedish(kind) : english(kind)
        return "\n" + parts.joined(separator: "\n\n") + "\n"
    }

    private static func english(_ kind: KindWord) -> [String] {
        switch (kind.kind, kind.word) {
        case (.post, "lesson"): ["## Context", "## What we tried", "## How it went", "## What we learned"]
        case (.post, "retrospective"): ["## What went well", "## What was hard", "## What we do differently"]
        case (.post, "work in progress"): ["## Where it stands", "## What we wonder about", "## How to take part"]
        case (.post, "thanks"): ["<!-- What did they do, and what did it mean to you? -->"]
        case (.post, _): ["<!-- What happened, and what should others know about it? -->"]
        case (.question, _):
            [
                "<!-- What do you want to know, what have you tried, and what would help? "
                    + "An answer begins with a heading like: ## @anna-lind 2026-03-31 -->"
            ]
        case (.guide, "sheet"): ["1. ____", "- [ ] ____"]
        case (.guide, "checklist"): ["- [ ] "]
        case (.guide, _): ["## When to use it", "## How to do it", "## What to look out for"]
        case (.community, _): ["## What we do", "## How we work"]
        case (.person, _): ["<!-- What may people come to you with? -->"]
        case (.resource, _): ["<!-- If the page itself is the resource, write it here and leave url out. -->"]
        case (.path, _): ["<!-- Whom is this path for, and how should one take it? -->"]
        case (.event, _): ["<!-- What will happen, and what should people bring? -->"]
        case (.programme, _): ["## Who it is for", "## How it works"]
        case (.session, _): ["## Before", "## Together", "## Afterwards"]
        case (.opportunity, _): ["## What you will do", "## What you should know before"]
        case (.topic, _): ["<!-- What is it, and what is it not? -->"]
        case (.home, _), (.page, _): ["<!-- Write here. -->"]
        }
    }

    private static func swedish(_ kind: KindWord) -> [String] {
        switch (kind.kind, kind.word) {
        case (.post, "lesson"): ["## Sammanhang", "## Vad vi provade", "## Hur det gick", "## Vad vi lärde oss"]
        case (.post, "retrospective"): ["## Vad som gick bra", "## Vad som var svårt", "## Vad vi gör annorlunda"]
        case (.post, "work in progress"):
            ["## Hur långt vi har kommit", "## Vad vi undrar över", "## Så kan du vara med"]
        case (.post, "thanks"): ["<!-- Vad gjorde de, och vad betydde det för dig? -->"]
        case (.post, _): ["<!-- Vad hände, och vad bör andra veta om det? -->"]
        case (.question, _):
            [
                "<!-- Vad vill du veta, vad har du provat och vad skulle hjälpa? "
                    + "Ett svar börjar med en rubrik som: ## @anna-lind 2026-03-31 -->"
            ]
        case (.guide, "sheet"): ["1. ____", "- [ ] ____"]
        case (.guide, "checklist"): ["- [ ] "]
        case (.guide, _): ["## När det passar", "## Så gör man", "## Att tänka på"]
        case (.community, _): ["## Vad vi gör", "## Hur vi arbetar"]
        case (.person, _): ["<!-- Vad får man gärna komma till dig med? -->"]
        case (.resource, _): ["<!-- Är sidan själv resursen, så skriv den här och ta bort url. -->"]
        case (.path, _): ["<!-- För vem är vägen, och hur tar man den bäst? -->"]
        case (.event, _): ["<!-- Vad händer, och vad ska man ha med sig? -->"]
        case (.programme, _): ["## För vem", "## Så går det till"]
        case (.session, _): ["## Före", "## Tillsammans", "## Efteråt"]
        case (.opportunity, _): ["## Vad du får göra", "## Bra att veta"]
        case (.topic, _): ["<!-- Vad är det, och vad är det inte? -->"]
        case (.home, _), (.page, _): ["<!-- Skriv här. -->"]
        }
    }
}
