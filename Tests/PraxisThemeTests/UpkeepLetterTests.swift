import PraxisBuild
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import PraxisTheme
import Testing

/// Letters about what waits for somebody.
struct UpkeepLetterTests {
    private var site: SmallSite {
        var site = SmallSite()
        site["site.yaml"]? += "\nlanguages: [en, sv]\n"
        site["communities/guild/index.md"] = site["communities/guild/index.md"]?.replacing(
            "moderators: Bo Ek", with: "moderators: {person: Bo Ek, until: 2027-02-28}")
        site["communities/guild/guides/listen.md"] =
            "---\ntitle: Listen\nreviewed: 2025-10-01\nreview_every: 6 months\n---\nText.\n"
        site["communities/guild/guides/ask.md"] =
            "---\ntitle: Ask\nreviewed: 2026-06-01\nreview_every: 6 months\nowners: [Bo Ek, anna-lind]\n---\nText.\n"
        site["communities/guild/guides/later.md"] =
            "---\ntitle: Later\nreviewed: 2026-06-24\nreview_every: 6 months\n---\nText.\n"
        site["communities/guild/questions/how.md"] = "---\ntitle: How?\nasked: 2026-10-23\n---\nHow?\n"
        site["communities/guild/questions/why.md"] =
            "---\ntitle: Why?\nasked: 2026-10-23\n---\nWhy?\n\n## @anna-lind 2026-10-24\n\nBecause.\n"
        return site
    }

    private func letters(_ site: SmallSite, _ language: String = "en") async throws -> [UpkeepLetter] {
        let loaded = try await site.load()
        return Upkeep.all(in: loaded.site).map {
            UpkeepLetter($0, in: loaded.site, theme: loaded.theme, language: language)
        }
    }

    @Test func aLetterSaysAllThatWaitsForSomebody() async throws {
        let letters = try await letters(site)
        #expect(letters.map(\.name) == ["Anna Lind", "Bo Ek"])
        #expect(letters[0].subject == "Guild: what waits for you")
        #expect(
            letters[0].text == """
                Hello Anna Lind,

                You answer for pages of Guild. This is what waits for you:

                Due for review:
                - Listen, since 1 April 2026
                  https://guild.example/communities/guild/guides/listen/

                Due in the next month:
                - Ask, by 1 December 2026
                  https://guild.example/communities/guild/guides/ask/

                Questions that nobody has answered:
                - How? (asked on 23 October 2026)
                  https://guild.example/communities/guild/questions/how/

                Roles that come to an end. Who comes next?
                - Guild: Moderator, Bo Ek, until 28 February 2027
                  https://guild.example/communities/guild/

                A review takes a few minutes: read the page, mend what is old, and write the day behind "reviewed". If you \
                cannot get to it, say so, and we will find somebody.

                Thank you for looking after it.

                """)
    }

    @Test func whatIsArchivedAsksNothingOfAnybody() async throws {
        var site = site
        site["communities/guild/questions/how.md"]? =
            "---\ntitle: How?\nasked: 2026-10-23\nstatus: archived\n---\nHow?\n"
        #expect(try await letters(site).first?.text.contains("How?") == false)
        var closed = self.site
        closed["communities/guild/index.md"] = closed["communities/guild/index.md"]?.replacing(
            "\nmoderators:", with: "\nstatus: archived\nmoderators:")
        #expect(try await letters(closed).allSatisfy { !$0.text.contains("How?") })
    }

    @Test func aLetterIsInTheLanguageThatWasAskedFor() async throws {
        var site = site
        site["communities/guild/guides/listen.sv.md"] = "---\ntitle: Lyssna\n---\nText.\n"
        let letter = try #require(try await letters(site, "sv").first)
        #expect(letter.subject == "Guild: det här väntar på dig")
        #expect(letter.text.hasPrefix("Hej Anna Lind!\n\nDu ansvarar för sidor på Guild."))
        #expect(
            letter.text.contains(
                """
                Skulle ha granskats:
                - Lyssna, senast 1 april 2026
                  https://guild.example/sv/communities/guild/guides/listen/
                """))
        #expect(letter.text.contains("- Guild: Moderator, Bo Ek, till och med 28 februari 2027\n"))
    }

    @Test func aLetterHasTheAddressThatAConfirmedProfileGives() async throws {
        var site = site
        #expect(try await letters(site)[0].address == nil)
        let contact = "contact: {email: anna@guild.example}\n"
        site["people/anna-lind.md"] = "---\nname: Anna Lind\nconfirmed: 2026-01-01\n\(contact)---\n"
        #expect(try await letters(site)[0].address == "anna@guild.example")
        site["people/anna-lind.md"] = "---\nname: Anna Lind\n\(contact)---\n"
        #expect(try await letters(site)[0].address == nil)
    }

    @Test func whoHasNothingWaitingGetsNoLetter() async throws {
        var site = SmallSite()
        #expect(try await letters(site).isEmpty)
        site["communities/guild/guides/listen.md"] =
            "---\ntitle: Listen\nreviewed: 2020-01-01\nstatus: archived\n---\nText.\n"
        #expect(try await letters(site).isEmpty)
    }

    @Test func aCommunityThatComesToItsEndNeedsNobodyNext() async throws {
        var site = site
        #expect(try await letters(site)[1].text.contains("Roles that come to an end."))
        site["communities/guild/index.md"] = site["communities/guild/index.md"]?.replacing(
            "reviewed:", with: "stage: closing\nreviewed:")
        #expect(try await !letters(site)[1].text.contains("Roles that come to an end."))
    }

    @Test func aThemeMayWordItsLettersItself() async throws {
        var site = site
        site["site.yaml"]? += "theme: ours\n"
        site.files["themes/ours/theme.yaml"] = "name: ours\nversion: \"1\"\nextends: commons\n"
        site.files["themes/ours/strings/en.yaml"] = "letter:\n  close: \"See you on Thursday.\"\n"
        #expect(try await letters(site)[0].text.hasSuffix("\n\nSee you on Thursday.\n"))
    }
}
