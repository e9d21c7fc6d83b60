import PraxisBuild
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Testing

@testable import PraxisAuthoring

@Suite struct ArchivingTests {
    /// The site after something was archived, which brings no new finding, and what was said.
    private func archived(_ site: SmallSite, _ path: String) async throws -> (site: SmallSite, report: [String]) {
        let before = try await site.mistakes().map(\.message)
        let archiving = try Archiving(SourcePath(path), in: try await site.load().sources)
        var after = site
        try archiving.edits.apply(to: &after.files)
        #expect(try await after.mistakes().map(\.message).filter { !before.contains($0) } == [])
        return (after, archiving.report + archiving.remaining.map { "\($0.location.path): \($0.message)" })
    }

    private func refusal(_ site: SmallSite, _ path: String) async throws -> String? {
        let sources = try await site.load().sources
        do throws(AuthoringError) {
            _ = try Archiving(SourcePath(path), in: sources)
            return nil
        } catch {
            return error.description + (error.advice.map { "; \($0)" } ?? "")
        }
    }

    @Test func aCommunityIsArchivedWithAllItsPages() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/retrospective.md"] = page(
            "title: Retro", "status: live # still", text: "# Why\n")
        site["communities/agile/guides/retrospective.sv.md"] = page("title: Återblick")
        site["communities/agile/guides/new.md"] = page("title: New", "status: draft")
        site["communities/agile/guides/old.md"] = page("title: Old", "status: archived")
        site["communities/agile/guides/empty.md"] = page("title: Empty", "status:")
        site["communities/agile/more.md"] = "# More\n\nText.\n"
        let (after, report) = try await archived(site, "communities/agile/")
        #expect(
            report == [
                "content/communities/agile/guides/empty.md: archived",
                "content/communities/agile/guides/new.md: a draft, which stays one",
                "content/communities/agile/guides/retrospective.md: archived",
                "content/communities/agile/index.md: archived", "content/communities/agile/more.md: archived",
            ])
        #expect(
            after["communities/agile/guides/retrospective.md"]
                == page("title: Retro", "status: archived # still", text: "# Why\n"))
        #expect(after["communities/agile/guides/empty.md"] == page("title: Empty", "status: archived"))
        #expect(after["communities/agile/more.md"] == "---\nstatus: archived\n---\n\n# More\n\nText.\n")
        for path in ["guides/retrospective.sv.md", "guides/new.md", "guides/old.md"] {
            #expect(after["communities/agile/\(path)"] == site["communities/agile/\(path)"])
        }
        #expect(after["communities/data/index.md"] == site["communities/data/index.md"])
        let inside = try await after.load().site.pages.filter { $0.source.rawValue.contains("/agile/") }
        #expect(inside.filter { !$0.metadata.isArchived }.map(\.source.name) == ["new.md"])
        #expect(inside.contains { $0.source.name == "retrospective.sv.md" })
    }

    @Test func onePageIsArchivedAlone() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/retrospective.md"] = page("title: Retro", text: "# Why\n")
        let (after, report) = try await archived(site, "content/communities/agile/guides/retrospective.md")
        #expect(report == ["content/communities/agile/guides/retrospective.md: archived"])
        #expect(
            after["communities/agile/guides/retrospective.md"]
                == page("title: Retro", "status: archived", text: "# Why\n"))
        #expect(
            try await archived(after, "communities/agile/guides/retrospective.md").report
                == ["content/communities/agile/guides/retrospective.md is archived already"])
    }

    @Test func aPageThatCannotBeReadIsLeftToItsAuthor() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/list.md"] = page("title: List", "status: [live, archived]")
        let (after, report) = try await archived(site, "communities/agile/guides/list.md")
        #expect(report == ["content/communities/agile/guides/list.md: the page could not be archived"])
        #expect(after["communities/agile/guides/list.md"] == site["communities/agile/guides/list.md"])
    }

    @Test func aFieldIsAddedWhereTheOthersBegin() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/indented.md"] = page("  title: Indented", "  kind: how-to")
        let (indented, report) = try await archived(site, "communities/agile/guides/indented.md")
        #expect(report == ["content/communities/agile/guides/indented.md: archived"])
        #expect(
            indented["communities/agile/guides/indented.md"]
                == page("  title: Indented", "  kind: how-to", "  status: archived"))
    }

    @Test func aFileThatIsNoPageForItsNameIsSaid() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/Two words.md"] = page("title: Two words")
        let report = try await archived(site, "communities/agile").report
        #expect(report.contains("content/communities/agile/guides/Two words.md: the page could not be archived"))
    }

    @Test func whatIsNotThereOrCannotBeArchivedIsRefused() async throws {
        var site = SmallSite.ofReferences
        site["communities/agile/guides/retrospective.md"] = page("title: Retro", text: "# Why\n")
        site["communities/agile/guides/retrospective.sv.md"] = page("title: Återblick")
        #expect(
            try await refusal(site, "communities/agile/guides/retrospective.sv.md")
                == "content/communities/agile/guides/retrospective.sv.md is a translation, which is archived with its "
                + "original; name the original, or add \"status: archived\" to the translation")
        for path in ["people", "content/communities/"] {
            #expect(
                try await refusal(site, path)?.hasSuffix("holds more than one thing; name one of those in it") == true)
        }
        #expect(
            try await refusal(site, "people/ana-lind.md")
                == "there is no content/people/ana-lind.md; did you mean content/people/anna-lind.md?")
        #expect(
            try await refusal(site, "communities/agil")
                == "there is no content/communities/agil; did you mean content/communities/agile?")
        for path in ["content", "index.md"] {
            #expect(
                try await refusal(site, path)
                    == "the home page is not archived; name a page, or the folder of a community")
        }
    }
}
