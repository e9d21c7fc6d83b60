import PraxisTestSupport

extension SmallSite {
    /// Two people, two topics, a community and a guide, in which nothing is wrong.
    static var withoutMistakes: SmallSite {
        var site = SmallSite()
        site["site.yaml"] = "title: Guild\nlanguage: en\nlanguages: [en, sv]\ntimezone: Europe/Stockholm"
        site["topics.yaml"] = "feedback:\n  label: Feedback\ncoaching:\n  label: Coaching"
        site["people/bo-ek.md"] = "---\nname: Bo Ek\nconfirmed: 2026-01-01\n---"
        site["communities/guild/guides/listen.md"] =
            "---\ntitle: Listen\n---\n\n## Before you begin\n\nBreathe."
        return site
    }
}
