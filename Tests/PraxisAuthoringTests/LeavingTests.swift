import Foundation
import PraxisBuild
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisAuthoring

@Suite struct LeavingTests {
    private static let last = Day(year: 2026, month: 11, day: 30)
    private static let agile = "communities/agile/index.md"

    /// The site after somebody left, which brings no new error, and what was said.
    private func left(
        _ site: SmallSite, _ person: String, on day: Day? = last, to heir: String? = nil
    ) async throws -> (site: SmallSite, said: [String]) {
        let before = try await errors(site)
        let leaving = try Leaving(person: person, on: day, to: heir, in: try await site.load().sources)
        var after = site
        try leaving.edits.apply(to: &after.files)
        #expect(try await errors(after).filter { !before.contains($0) } == [])
        return (after, leaving.report + leaving.remaining.map { "\($0.location.path): \($0.message)" })
    }

    private func errors(_ site: SmallSite) async throws -> [String] {
        try await site.mistakes().filter { $0.severity == .error }.map(\.message)
    }

    private func refusal(_ site: SmallSite, _ person: String, to heir: String? = nil) async throws -> String? {
        let sources = try await site.load().sources
        do throws(AuthoringError) {
            _ = try Leaving(person: person, to: heir, in: sources)
            return nil
        } catch {
            return error.description + (error.advice.map { "; \($0)" } ?? "")
        }
    }

    /// The site with a community whose owners are these lines.
    private func site(_ owners: String...) -> SmallSite {
        var site = SmallSite.ofReferences
        site[Self.agile] = page(
            "title: Agile", "purpose: We learn.", "for: All", owners.joined(separator: "\n"), "join: chat")
        site["communities/data/index.md"] = page(
            "title: Data", "purpose: We learn.", "for: All", "owners: cia-berg", "join: chat")
        return site
    }

    private func owners(_ owners: String...) -> String? {
        page("title: Agile", "purpose: We learn.", "for: All", owners.joined(separator: "\n"), "join: chat")
    }

    @Test func rolesEndAndTheProfileSaysSo() async throws {
        let (after, said) = try await left(.ofReferences, "bo-ek")
        #expect(
            said == [
                "content/people/bo-ek.md: alumni: 2026-11-30",
                "content/communities/agile/index.md:5: owners: until 2026-11-30",
                "content/communities/data/index.md:5: owners: until 2026-11-30",
                "content/communities/data/index.md: nobody owns Data after 2026-11-30",
            ])
        #expect(after["people/bo-ek.md"] == page("name: Bo Ek", "alumni: 2026-11-30"))
        #expect(after[Self.agile]?.contains("owners: [anna-lind, {person: bo-ek, until: 2026-11-30}]\n") == true)
        #expect(
            after["communities/data/index.md"]?.contains("owners: {person: bo-ek, until: 2026-11-30}\n") == true)
    }

    @Test(arguments: [
        ("owners: bo-ek # since the start", "owners: [{person: bo-ek, until: D}, NEXT] # since the start"),
        ("owners: [ bo-ek , anna-lind ]", "owners: [ {person: bo-ek, until: D}, NEXT , anna-lind ]"),
        ("owners: ['Bo Ek']", "owners: [{person: 'Bo Ek', until: D}, NEXT]"),
        (
            "owners:\n  # the first\n  - Bo Ek  # of us\n  - anna-lind",
            "owners:\n  # the first\n  - {person: Bo Ek, until: D}  # of us\n  - NEXT\n  - anna-lind"
        ),
        (
            "owners:\n- person: bo-ek\n  since: 2024-01-01\n  note: x\n- anna-lind",
            "owners:\n- person: bo-ek\n  since: 2024-01-01\n  until: D\n  note: x\n- NEXT\n- anna-lind"
        ),
        ("owners:\n  - person: bo-ek", "owners:\n  - person: bo-ek\n    until: D\n  - NEXT"),
        ("owners: {person: bo-ek, note: first}", "owners: [{person: bo-ek, until: D, note: first}, NEXT]"),
        (
            "owners: [{person: bo-ek, until: 2027-01-01}, {person: bo-ek, until: 2020-01-01}]",
            "owners: [{person: bo-ek, until: D}, NEXT, {person: bo-ek, until: 2020-01-01}]"
        ),
        ("owners: [{person: bo-ek, until: }]", "owners: [{person: bo-ek, until: D }, NEXT]"),
        ("owners: [bo-ek, cia-berg]", "owners: [{person: bo-ek, until: D}, cia-berg]"),
        (
            "owners:\n  - person: bo-ek\n    since: 2024-01-01\n    until: 2027-12-31\n  - anna-lind",
            "owners:\n  - person: bo-ek\n    since: 2024-01-01\n    until: D\n  - NEXT\n  - anna-lind"
        ),
        (
            "owners:\n  # the first\n  person: bo-ek\n  note: all\n   of it",
            "owners:\n  # the first\n  - person: bo-ek\n    until: D\n    note: all\n     of it\n  - NEXT"
        ),
        (
            "owners:\n  person: bo-ek\n  since: 2024-01-01\n  until: 2027-12-31 # or so",
            "owners:\n  - person: bo-ek\n    since: 2024-01-01\n    until: D # or so\n  - NEXT"
        ),
    ])
    func aSuccessorFollowsAndTheFileKeepsItsForm(old: String, new: String) async throws {
        let (after, said) = try await left(site(old), "bo-ek", to: "cia-berg")
        let expected = new.replacing("D", with: "2026-11-30").replacing(
            "NEXT", with: "{person: cia-berg, since: 2026-12-01}")
        #expect(after[Self.agile] == owners(expected))
        let next = new.contains("NEXT") ? ", then Cia Berg from 2026-12-01" : ""
        #expect(said.last == "content/communities/agile/index.md:5: owners: until 2026-11-30\(next)")
    }

    @Test func linesEndAsTheyDid() async throws {
        var old = site("owners:", "  person: bo-ek", "  note: all")
        old[Self.agile] = old[Self.agile]?.replacing("\n", with: "\r\n")
        let (after, _) = try await left(old, "bo-ek", to: "cia-berg")
        let expected = owners(
            "owners:", "  - person: bo-ek", "    until: 2026-11-30", "    note: all",
            "  - {person: cia-berg, since: 2026-12-01}")
        #expect(after[Self.agile] == expected?.replacing("\n", with: "\r\n"))
    }

    @Test func whatHasNoSafePlaceIsLeftToPeople() async throws {
        let old = site("owners:", "  - |", "    Bo Ek")
        let leaving = try Leaving(
            person: "bo-ek", on: Self.last, to: "cia-berg", in: try await old.load().sources)
        #expect(leaving.edits.paths.map(\.rawValue) == ["content/people/bo-ek.md"])
        #expect(
            leaving.remaining.map(\.message) == ["Bo Ek is named here, and the term could not be ended"])
        #expect(leaving.remaining.map(\.advice) == ["end it by hand: until: 2026-11-30"])
    }

    @Test func aRoleThatIsOnesOwnIsNotHandedOver() async throws {
        let old = site("owners: cia-berg", "moderators: [bo-ek]", "experts: [bo-ek]")
        let (after, said) = try await left(old, "bo-ek", to: "anna-lind")
        #expect(
            after[Self.agile]
                == owners(
                    "owners: cia-berg",
                    "moderators: [{person: bo-ek, until: 2026-11-30}, {person: anna-lind, since: 2026-12-01}]",
                    "experts: [{person: bo-ek, until: 2026-11-30}]"))
        #expect(said.count == 3)
    }

    @Test func aSecondRunHandsOverWhatTheFirstHasEnded() async throws {
        let old = site("owners: [bo-ek]", "moderators: [bo-ek, anna-lind]")
        let (first, _) = try await left(old, "bo-ek")
        let (second, said) = try await left(first, "bo-ek", on: nil, to: "cia-berg")
        #expect(
            second[Self.agile]
                == owners(
                    "owners: [{person: bo-ek, until: 2026-11-30}, {person: cia-berg, since: 2026-12-01}]",
                    "moderators: [{person: bo-ek, until: 2026-11-30}, anna-lind]"))
        #expect(
            said == [
                "content/people/bo-ek.md: left on 2026-11-30, as it says",
                "content/communities/agile/index.md:5: owners: Cia Berg from 2026-12-01",
            ])
        let (third, _) = try await left(second, "bo-ek", to: "cia-berg")
        #expect(third[Self.agile] == second[Self.agile])
    }

    @Test(arguments: ["2026-11-26", "2027-01-15"]) func whoFollowsBeginsAfterAnotherLastDay(_ day: String) async throws
    {
        let (first, _) = try await left(site("owners: [bo-ek]", "moderators: [bo-ek]"), "bo-ek", to: "cia-berg")
        let other = try #require(Day(day))
        let (second, said) = try await left(first, "bo-ek", on: other)
        let next = "{person: cia-berg, since: \(other.advanced(byDays: 1))}"
        #expect(
            second[Self.agile]
                == owners(
                    "owners: [{person: bo-ek, until: \(day)}, \(next)]",
                    "moderators: [{person: bo-ek, until: \(day)}, \(next)]"))
        #expect(said.last?.hasSuffix("until \(day), then Cia Berg from \(other.advanced(byDays: 1))") == true)
        let (third, _) = try await left(first, "bo-ek", on: other, to: "cia-berg")
        #expect(third[Self.agile] == second[Self.agile])
    }

    @Test func rolesEndWithAnotherLastDay() async throws {
        let (first, _) = try await left(
            site("owners: [bo-ek]", "experts: [{person: bo-ek, until: 2020-01-31}]"), "bo-ek")
        let (second, said) = try await left(first, "bo-ek", on: Day(year: 2027, month: 1, day: 15))
        #expect(
            second[Self.agile]
                == owners(
                    "owners: [{person: bo-ek, until: 2027-01-15}]", "experts: [{person: bo-ek, until: 2020-01-31}]"))
        #expect(second["people/bo-ek.md"] == page("name: Bo Ek", "alumni: 2027-01-15"))
        #expect(said.contains("content/communities/agile/index.md:5: owners: until 2027-01-15"))
    }

    @Test func aSecondRunSaysAgainWhatNobodyOwns() async throws {
        let (first, _) = try await left(site("owners: [bo-ek]"), "bo-ek")
        let (second, said) = try await left(first, "bo-ek", on: nil)
        #expect(second[Self.agile] == first[Self.agile])
        #expect(said.last == "content/communities/agile/index.md: nobody owns Agile after 2026-11-30")
    }

    @Test func aTermThatWouldBeginLaterIsLeftToPeople() async throws {
        let old = site("owners: [{person: cia-berg, until: 2027-05-31}, {person: bo-ek, since: 2027-06-01}]")
        let leaving = try Leaving(person: "bo-ek", on: Self.last, to: "anna-lind", in: try await old.load().sources)
        #expect(leaving.edits.paths.map(\.rawValue) == ["content/people/bo-ek.md"])
        #expect(
            leaving.remaining.map(\.message) == ["Bo Ek is named here from 2027-06-01 on, after their last day"])
        #expect(leaving.remaining.map(\.advice) == ["take that entry away, or name somebody else in it"])
    }

    @Test func whoTakesOverLaterBeginsToday() async throws {
        let (after, _) = try await left(
            site("owners: [bo-ek]"), "bo-ek", on: Day(year: 2020, month: 1, day: 1), to: "cia-berg")
        let today = try await site("owners: [bo-ek]").load().sources.context.today
        #expect(
            after[Self.agile]
                == owners("owners: [{person: bo-ek, until: 2020-01-01}, {person: cia-berg, since: \(today)}]"))
    }

    /// Pages that name who leaves in every way.
    private var ofPages: SmallSite {
        var old = site("owners: [anna-lind]")
        let folder = "communities/agile"
        old["\(folder)/guides/retro.md"] = page("title: Retro", "owners: [bo-ek, anna-lind]")
        old["\(folder)/guides/ask.md"] = page("title: Ask", "owners: Bo Ek # him")
        old["\(folder)/guides/old.md"] = page("title: Old", "owners: bo-ek", "status: archived")
        old["\(folder)/resources/book.md"] = page(
            "title: Book", "kind: book", "url: https://x.example", "curator: bo-ek", "why: Good.")
        old["\(folder)/posts/told.md"] = page(
            "title: Told", "kind: story", "author: bo-ek", "date: 2025-01-01", text: "Text.\n")
        old["\(folder)/events/past.md"] = page(
            "title: Past", "start: 2020-01-01T10:00", "minutes: 60", "host: bo-ek")
        old["\(folder)/events/weekly.md"] = page(
            "title: Weekly", "start: 2020-01-01T10:00", "minutes: 60", "host: bo-ek", "repeat: {every: week}")
        old["opportunities/shadow.md"] = page(
            "title: Shadow", "kind: shadowing", "host: bo-ek", "learning: Much.", "apply: Ask.")
        old["programmes/circle/index.md"] = page("title: Circle", "kind: circle", "coordinator: bo-ek")
        return old
    }

    @Test func pagesAreHandedOverAndWhatWasWrittenStays() async throws {
        let day = Day(year: 2026, month: 11, day: 20)
        let (after, said) = try await left(ofPages, "bo-ek", on: day, to: "cia-berg")
        let folder = "communities/agile"
        #expect(after["\(folder)/guides/retro.md"] == page("title: Retro", "owners: [cia-berg, anna-lind]"))
        #expect(after["\(folder)/guides/ask.md"] == page("title: Ask", "owners: cia-berg # him"))
        #expect(
            after["\(folder)/resources/book.md"]
                == page(
                    "title: Book", "kind: book", "url: https://x.example", "curator: bo-ek", "why: Good.",
                    "owners: cia-berg"))
        #expect(after["\(folder)/events/weekly.md"]?.contains("host: cia-berg\n") == true)
        #expect(after["programmes/circle/index.md"]?.contains("coordinator: cia-berg\n") == true)
        for path in ["\(folder)/guides/old.md", "\(folder)/posts/told.md", "\(folder)/events/past.md"] {
            #expect(after[path] == ofPages[path])
        }
        #expect(
            said == [
                "content/people/bo-ek.md: alumni: 2026-11-20",
                "content/communities/agile/events/weekly.md:5: host: Cia Berg",
                "content/communities/agile/guides/ask.md:3: owners: Cia Berg",
                "content/communities/agile/guides/retro.md:3: owners: Cia Berg",
                "content/communities/agile/resources/book.md:5: owners: Cia Berg; the curator stays named",
                "content/programmes/circle/index.md:4: coordinator: Cia Berg",
                "content/opportunities/shadow.md: Bo Ek offers this",
            ])
    }

    @Test func whoLeavesLaterAnswersForTheirPagesUntilThen() async throws {
        var old = ofPages
        let folder = "communities/agile"
        old["\(folder)/guides/plan.md"] = page("title: Plan", "owners:", "  - bo-ek # him", "  - anna-lind")
        old["\(folder)/guides/both.md"] = page("title: Both", "owners: [cia-berg, bo-ek]")
        old["\(folder)/events/fair.md"] = page(
            "title: Fair", "start: 2027-06-01T10:00", "minutes: 60", "host: bo-ek")
        let (after, said) = try await left(old, "bo-ek", on: Day(year: 2027, month: 1, day: 31), to: "cia-berg")
        #expect(after["\(folder)/guides/retro.md"] == page("title: Retro", "owners: [bo-ek, cia-berg, anna-lind]"))
        #expect(after["\(folder)/guides/ask.md"] == page("title: Ask", "owners: [Bo Ek, cia-berg] # him"))
        #expect(
            after["\(folder)/guides/plan.md"]
                == page("title: Plan", "owners:", "  - bo-ek # him", "  - cia-berg", "  - anna-lind"))
        #expect(after["\(folder)/guides/both.md"] == old["\(folder)/guides/both.md"])
        #expect(after["\(folder)/resources/book.md"]?.contains("owners: [bo-ek, cia-berg]\n") == true)
        let both = "Cia Berg, and Bo Ek until 2027-01-31"
        #expect(
            said == [
                "content/people/bo-ek.md: alumni: 2027-01-31",
                "content/communities/agile/events/fair.md:5: host: Cia Berg",
                "content/communities/agile/events/weekly.md:5: host: Cia Berg, from now on",
                "content/communities/agile/guides/ask.md:3: owners: \(both)",
                "content/communities/agile/guides/both.md:3: owners: \(both)",
                "content/communities/agile/guides/plan.md:3: owners: \(both)",
                "content/communities/agile/guides/retro.md:3: owners: \(both)",
                "content/communities/agile/resources/book.md:5: owners: \(both); the curator stays named",
                "content/programmes/circle/index.md:4: coordinator: Cia Berg, from now on",
                "content/opportunities/shadow.md: Bo Ek offers this",
            ])
        // Once more, and once more on the day after.
        let (again, _) = try await left(after, "bo-ek", on: nil, to: "cia-berg")
        #expect(again.files.paths.map(\.rawValue).allSatisfy { again.files[$0] == after.files[$0] })
        var then = after
        then.options.today = try #require(Day(year: 2027, month: 2, day: 1))
        let (later, _) = try await left(then, "bo-ek", on: nil, to: "cia-berg")
        #expect(later["\(folder)/guides/retro.md"] == page("title: Retro", "owners: [cia-berg, anna-lind]"))
    }

    @Test func withoutASuccessorIsSaidWhatNobodyAnswersFor() async throws {
        let (after, said) = try await left(ofPages, "Bo Ek")
        let changed = after.files.paths.map(\.rawValue).filter { after.files[$0] != ofPages.files[$0] }
        #expect(changed == ["content/people/bo-ek.md"])
        #expect(
            said == [
                "content/people/bo-ek.md: alumni: 2026-11-30",
                "content/communities/agile/guides/ask.md:3: owners: Bo Ek; the community's owners answer for it then",
                "content/communities/agile/guides/retro.md:3: owners: the others go on",
                "content/communities/agile/resources/book.md:5: curator: Bo Ek; the community's owners answer for it then",
                "content/communities/agile/events/weekly.md: Bo Ek hosts this",
                "content/opportunities/shadow.md: Bo Ek offers this",
                "content/programmes/circle/index.md: Bo Ek coordinates this",
            ])
    }

    @Test func somebodyWithoutAProfileLeavesToo() async throws {
        let (after, said) = try await left(site("owners: [Dag Ask]"), "Dag Ask", to: "Eva Alm")
        #expect(
            after[Self.agile]
                == owners("owners: [{person: Dag Ask, until: 2026-11-30}, {person: Eva Alm, since: 2026-12-01}]"))
        #expect(
            said == ["content/communities/agile/index.md:5: owners: until 2026-11-30, then Eva Alm from 2026-12-01"])
    }

    @Test func whatCannotBeIsRefused() async throws {
        var site = SmallSite.ofReferences
        site["people/old-one.md"] = page("name: Old One", "alumni: 2020-01-01")
        #expect(
            try await refusal(site, "bo-k")
                == "there is nobody bo-k in content/people, and no page names them; did you mean bo-ek?")
        #expect(
            try await refusal(site, "bo-ek", to: "cia-brg")
                == "there is nobody cia-brg in content/people; did you mean cia-berg?")
        #expect(
            try await refusal(site, "Cia")
                == "there is nobody Cia in content/people, and no page names them; did you mean cia-berg?")
        #expect(
            try await refusal(site, "bo-ek", to: "Cia") == "nobody is called Cia; did you mean cia-berg?")
        #expect(
            try await refusal(site, "bo-ek", to: "Bo Ek")
                == "Bo Ek cannot take over from themselves; name somebody else with --to")
        #expect(
            try await refusal(site, "bo-ek", to: "old-one")
                == "Old One left on 2020-01-01 too; name somebody who stays with --to")
        for name in ["eva-alm", "eva-bo", "eva-dahl", "eva-ek", "eva-falk"] {
            site["people/\(name).md"] = page("name: Eva \(name.dropFirst(4).capitalized)")
        }
        site["communities/agile/guides/by.md"] = page("title: By", "owners: [Gun Rask, Gun Sand]")
        #expect(
            try await refusal(site, "eva")?.hasSuffix(
                "did you mean eva-alm, eva-bo, eva-dahl or one of 2 others of that name?") == true)
        #expect(try await refusal(site, "Gun")?.hasSuffix("did you mean Gun Rask or Gun Sand?") == true)
        let said = try await left(site, "cia-berg").said
        #expect(said == ["content/people/cia-berg.md: alumni: 2026-11-30"])
    }
}
