import PraxisBuild
import PraxisDiagnostics
import PraxisTestSupport
import Testing

@testable import PraxisChecks

struct SiteCheckTests {
    @Test func aSiteInOrderHasNoFinding() async throws {
        var site = SmallSite()
        site["communities/guild/posts/hello.md"] = """
            ---
            title: Hello
            kind: story
            author: anna-lind
            date: 2026-11-01
            ---
            We met.
            """
        site["people/bo-ek.md"] = "---\nname: Bo Ek\nreviewed: 2026-11-01\n---\n"
        #expect(try await site.report() == "")
    }

    private func guide(reviewed: String) -> String {
        "---\ntitle: Guide\nreviewed: \(reviewed)\nreview_every: 6 months\n---\nText.\n"
    }

    @Test func aReviewThatIsDueTodayIsNotYetOverdue() async throws {
        var site = SmallSite()
        site["communities/guild/guides/a.md"] = guide(reviewed: "2026-05-23")
        #expect(try await !site.brokenRules().contains("review.overdue communities/guild/guides/a.md"))
    }

    @Test func aReviewThatWasDueYesterdayIsOverdue() async throws {
        var site = SmallSite()
        site["communities/guild/guides/a.md"] = guide(reviewed: "2026-05-22")
        let report = try await site.report()
        #expect(
            report.contains(
                """
                content/communities/guild/guides/a.md: advice: the review was due on 2026-11-22 [review.overdue]
                     = read it once more, mend what is old, then set "reviewed: 2026-11-23"
                """))
    }

    @Test func aWaiverHoldsUntilItsDayAndNoLonger() async throws {
        var site = SmallSite()
        func waived(until day: String) -> String {
            """
            ---
            title: Guide
            reviewed: 2020-01-01
            waive: {rule: review.overdue, until: \(day)}
            ---
            Text.
            """
        }
        site["communities/guild/guides/a.md"] = waived(until: "2026-11-23")
        #expect(try await !site.brokenRules().contains("review.overdue communities/guild/guides/a.md"))
        site["communities/guild/guides/a.md"] = waived(until: "2026-11-22")
        #expect(try await site.brokenRules().contains("review.overdue communities/guild/guides/a.md"))
    }

    @Test func theSiteSaysHowMuchARuleMatters() async throws {
        var site = SmallSite()
        site["communities/guild/guides/a.md"] = guide(reviewed: "2020-01-01")
        let settings = site["site.yaml"] ?? ""
        site["site.yaml"] = settings + "\nchecks: {review.overdue: error}\n"
        #expect(try await site.load().hasErrors)
        site["site.yaml"] = settings + "\nchecks: {review.overdue: off}\n"
        #expect(try await !site.brokenRules().contains("review.overdue communities/guild/guides/a.md"))
    }

    @Test func aCommunityWithoutNewsForAYearIsQuiet() async throws {
        var site = SmallSite()
        // It is only beginning.
        #expect(try await !site.brokenRules().contains("community.quiet communities/guild/index.md"))
        site["communities/guild/posts/old.md"] =
            "---\ntitle: Old\nkind: story\nauthor: anna-lind\ndate: 2025-11-22\n---\nLong ago.\n"
        #expect(try await site.brokenRules().contains("community.quiet communities/guild/index.md"))
        site["communities/guild/questions/new.md"] = "---\ntitle: New?\nasked: 2026-11-20\n---\nHow?\n"
        #expect(try await !site.brokenRules().contains("community.quiet communities/guild/index.md"))
    }

    @Test func aCommunityThatRestsOnOnePersonIsSaidToDoSo() async throws {
        var site = SmallSite()
        #expect(try await !site.brokenRules().contains("community.one-person communities/guild/index.md"))
        let text = site["communities/guild/index.md"] ?? ""
        site["communities/guild/index.md"] = text.replacing("moderators: Bo Ek\n", with: "")
        #expect(try await site.brokenRules().contains("community.one-person communities/guild/index.md"))
    }

    @Test(arguments: ["Anna Lind and Bo Ek", "{person: 'Anna Lind, Bo Ek', since: 2026-01-01}"])
    func ownersInOneTextAreOneSlip(_ owners: String) async throws {
        var site = SmallSite()
        let text = (site["communities/guild/index.md"] ?? "").replacing("moderators: Bo Ek\n", with: "")
        site["communities/guild/index.md"] = text.replacing("owners: anna-lind", with: "owners: \(owners)")
        let broken = try await site.brokenRules().filter { $0.hasSuffix("guild/index.md") }
        #expect(broken == ["field.comma-list communities/guild/index.md"])
    }

    @Test func aLargeCommunityNeedsAModerator() async throws {
        var site = SmallSite()
        let text = site["communities/guild/index.md"] ?? ""
        let large = text.replacing("reviewed:", with: "members: {date: 2026-01-01, count: 50}\nreviewed:")
        site["communities/guild/index.md"] = large
        #expect(try await !site.brokenRules().contains("community.unmoderated communities/guild/index.md"))
        site["communities/guild/index.md"] = large.replacing(
            "moderators: Bo Ek", with: "moderators: {person: Bo Ek, until: 2026-11-22}")
        #expect(try await site.brokenRules().contains("community.unmoderated communities/guild/index.md"))
    }

    private func guild(stage: String, owners: String) -> String {
        """
        ---
        title: Guild
        purpose: Everybody learns from everybody.
        for: All of us
        stage: \(stage)
        \(owners)
        moderators: Bo Ek
        join: https://chat.example/guild
        reviewed: 2026-11-01
        ---
        """
    }

    @Test func aCommunityWhoseOwnersTermsAreOverHasNoOwner() async throws {
        var site = SmallSite()
        site["communities/guild/index.md"] = guild(
            stage: "active", owners: "owners: {person: anna-lind, until: 2026-11-23}")
        #expect(try await !site.brokenRules().contains("community.no-owner communities/guild/index.md"))
        site["communities/guild/index.md"] = guild(
            stage: "active", owners: "owners: {person: anna-lind, until: 2026-11-22}")
        #expect(
            try await site.report().contains(
                """
                content/communities/guild/index.md: advice: every owner's term is over [community.no-owner]
                     = add somebody who answers for it now, or set "stage: closing"
                """))
        site["communities/guild/index.md"] = guild(
            stage: "closing", owners: "owners: {person: anna-lind, until: 2026-11-22}")
        #expect(try await !site.brokenRules().contains("community.no-owner communities/guild/index.md"))
    }

    @Test func aCommunityThatNamesNoOwnerIsReportedOnce() async throws {
        var site = SmallSite()
        site["communities/guild/index.md"] = guild(stage: "forming", owners: "target: 20")
        #expect(
            try await site.report().contains(
                "content/communities/guild/index.md: advice: nobody owns it [community.no-owner]"))
        site["communities/guild/index.md"] = guild(stage: "active", owners: "target: 20")
        let broken = try await site.brokenRules()
        #expect(broken.contains("field.missing communities/guild/index.md"))
        #expect(!broken.contains("community.no-owner communities/guild/index.md"))
    }

    @Test func whoWasForgottenOwnsNothing() async throws {
        var site = SmallSite()
        site["communities/guild/index.md"] = guild(stage: "active", owners: "owners: Former member")
        #expect(
            try await site.report().contains(
                "content/communities/guild/index.md: advice: its owner is a former member [community.no-owner]"))
    }

    @Test(arguments: [
        ("ripe", ["community.no-owner", "community.one-person", "community.quiet"]),
        ("kept", ["community.no-owner", "community.quiet"]), ("seed", ["community.no-owner"]), ("gone", []),
    ])
    func aStageOfTheSitesOwnIsCheckedLikeTheOneItIsLike(_ stage: String, _ rules: [String]) async throws {
        var site = SmallSite()
        site["site.yaml"]? += """

            stages:
              - {id: seed, like: forming}
              - {id: ripe, like: active}
              - {id: kept, like: sustaining}
              - {id: gone, like: closing}
            """
        site["communities/guild/index.md"] = guild(
            stage: stage, owners: "owners: {person: anna-lind, until: 2026-11-22}")
        site["communities/guild/posts/old.md"] =
            "---\ntitle: Old\nkind: story\nauthor: anna-lind\ndate: 2025-11-22\n---\nLong ago.\n"
        let broken = try await site.brokenRules().filter {
            $0.hasPrefix("community.") && $0.hasSuffix("guild/index.md")
        }
        #expect(broken.sorted() == rules.map { "\($0) communities/guild/index.md" })
        guard stage != "gone" else { return }
        #expect(
            try await site.report().contains("= add somebody who answers for it now, or set \"stage: gone\""))
    }

    @Test func whereNoStageMeansTheEndACommunityIsArchived() async throws {
        var site = SmallSite()
        site["site.yaml"]? += "\nstages: [ripe]\n"
        site["communities/guild/index.md"] = guild(
            stage: "ripe", owners: "owners: {person: anna-lind, until: 2026-11-22}")
        #expect(try await site.report().contains("= add somebody who answers for it now, or archive it"))
    }

    @Test func whoOffersSomethingCanBeReached() async throws {
        var site = SmallSite()
        let person = "---\nname: Bo Ek\nconfirmed: 2026-01-01\noffers: {kind: mentor}\n"
        site["people/bo-ek.md"] = person + "---\n"
        #expect(try await site.brokenRules().contains("person.unreachable people/bo-ek.md"))
        site["people/bo-ek.md"] = person + "contact: {email: bo@guild.example}\n---\n"
        #expect(try await !site.brokenRules().contains("person.unreachable people/bo-ek.md"))
    }

    @Test func anOpportunityThatHasClosedIsToBeArchived() async throws {
        var site = SmallSite()
        func opportunity(_ closes: String) -> String {
            """
            ---
            title: A day with us
            kind: shadowing
            host: anna-lind
            learning: How we work.
            apply: anna@guild.example
            closes: \(closes)
            ---
            """
        }
        site["opportunities/a-day.md"] = opportunity("2026-11-23")
        #expect(try await !site.brokenRules().contains("opportunity.closed opportunities/a-day.md"))
        site["opportunities/a-day.md"] = opportunity("2026-11-22")
        #expect(try await site.brokenRules().contains("opportunity.closed opportunities/a-day.md"))
    }

    @Test func aQuestionWithoutAnswerForAMonthIsReported() async throws {
        var site = SmallSite()
        site["communities/guild/questions/how.md"] = "---\ntitle: How?\nasked: 2026-10-23\n---\nHow?\n"
        #expect(try await site.brokenRules().contains("question.unanswered communities/guild/questions/how.md"))
        site["communities/guild/questions/how.md"] =
            "---\ntitle: How?\nasked: 2026-10-23\n---\nHow?\n\n## @anna-lind 2026-10-24\n\nLike this.\n"
        #expect(try await !site.brokenRules().contains("question.unanswered communities/guild/questions/how.md"))
    }

    @Test func theRulesHaveDistinctNames() {
        #expect(Set(SiteChecks.rules.map(\.id)).count == SiteChecks.rules.count)
    }

    @Test func whatBelongsToNoCommunityNeedsSomebodyWhoIsStillHere() async throws {
        var site = SmallSite()
        site["people/eva-ros.md"] = "---\nname: Eva Ros\nalumni: 2026-10-31\n---\n"
        func opportunity(_ owners: String) -> String {
            """
            ---
            title: A day at the desk
            kind: shadowing
            host: eva-ros
            learning: How we answer.
            apply: https://chat.example/desk
            \(owners)---
            """
        }
        site["opportunities/desk.md"] = opportunity("")
        #expect(
            try await site.report().contains(
                """
                content/opportunities/desk.md: advice: nobody who is still here answers for "A day at the desk" [page.no-owner]
                     = name somebody else as its host, or set "status: archived"
                """))
        site["opportunities/desk.md"] = opportunity("owners: anna-lind\n")
        #expect(try await !site.brokenRules().contains("page.no-owner opportunities/desk.md"))
    }

    @Test func whatBelongsToAnArchivedCommunityIsArchivedToo() async throws {
        var site = SmallSite()
        site["people/bo-ek.md"] = "---\nname: Bo Ek\nreviewed: 2026-11-01\n---\n"
        site["communities/guild/index.md"] = site["communities/guild/index.md"]?.replacing(
            "reviewed:", with: "status: archived\nreviewed:")
        site["communities/guild/guides/a.md"] = guide(reviewed: "2026-11-01")
        site["communities/guild/guides/b.md"] = guide(reviewed: "2026-11-01")
        #expect(
            try await site.report() == """
                content/communities/guild/index.md: advice: "Guild" is archived, and 2 pages of it are still in lists and \
                search [community.archived]
                     = move what is worth keeping, then run: praxis archive communities/guild
                """)
        for path in ["communities/guild/guides/a.md", "communities/guild/guides/b.md"] {
            site[path] = site[path]?.replacing("title:", with: "status: archived\ntitle:")
        }
        #expect(try await site.report() == "")
    }
}
