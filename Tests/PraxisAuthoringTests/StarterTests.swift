import PraxisBuild
import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import PraxisTheme
import Testing

@testable import PraxisAuthoring

@Suite struct StarterTests {
    @Test func theStarterHasWhatASmallSiteNeedsAndItsDatesAreAroundToday() async throws {
        var files = InMemoryFiles()
        try Starter.edits(today: SmallSite.today).apply(to: &files)
        for path in [
            ".gitignore", "README.md", "content/site.yaml", "content/about.md", "themes/own/theme.yaml",
            "content/communities/writers/index.md",
        ] {
            #expect(files[path] != nil, "\(path)")
        }
        for path in files.paths {
            let text = files[path.rawValue] ?? ""
            #expect(!text.contains("{today") && !text.contains("day-28}") && !text.contains("day+"), "\(path)")
        }
        #expect(files["content/communities/writers/events/open-hour.md"]?.contains("start: 2026-10-27 15:00") == true)
        #expect(files["content/communities/writers/posts/the-answer-first.md"]?.contains("date: 2026-11-19") == true)
    }

    @Test func theStarterIsReadWithoutAFindingOnAnyDay() async throws {
        for days in [0, 1, 2, 3, 4, 5, 6, 99, 400] {
            let today = SmallSite.today.advanced(byDays: days)
            var site = SmallSite()
            site.files = InMemoryFiles()
            site.options.today = today
            try Starter.edits(today: today).apply(to: &site.files)
            #expect(try await site.report() == "")
        }
    }

    @Test func theStartersThemeExtendsCommonsWithoutAFinding() async throws {
        var files = InMemoryFiles()
        try Starter.edits(today: SmallSite.today).apply(to: &files)
        let manifest = try files.bytes(of: SourcePath("themes/own/theme.yaml"), limit: .max)
        let own = ThemeFiles(name: "own", files: ["theme.yaml": manifest])
        let (theme, findings) = Theme.load("own", languages: ["en"], siteThemes: [own])
        #expect(findings == [])
        #expect(theme.settings.contains { $0.name == "accent_light" && $0.value == "#7a3b69" })
        let settings = Settings.read(SourceText(path: Placement.settingsFile, text: files["content/site.yaml"] ?? ""))
        #expect(settings.settings.theme.name == "own")
    }

    @Test func placeholdersAreDatesAndOtherBracesStay() {
        func filled(_ text: String) -> String {
            String(decoding: DatePlaceholder.filled(in: Array(text.utf8), today: SmallSite.today), as: UTF8.self)
        }
        #expect(filled("{date: {today-23}, count: 9}") == "{date: 2026-10-31, count: 9}")
        #expect(filled("{monday} {monday+1} {sunday-7}") == "2026-11-23 2026-11-30 2026-11-22")
        #expect(filled("{todays} {today+x} {today {") == "{todays} {today+x} {today {")
    }

    @Test func aFolderThatIsNotEmptyIsRefused() async throws {
        let folder = try TemporaryFolder()
        try Starter.checkIsEmpty(DiskFiles(root: folder.path))
        try Starter.checkIsEmpty(DiskFiles(root: "\(folder.path)/new/one"))
        try folder.write("", to: ".git/HEAD")
        try Starter.checkIsEmpty(DiskFiles(root: folder.path))
        let new = DiskFiles(root: "\(folder.path)/site")
        try Starter.edits(today: SmallSite.today).apply(to: new)
        #expect(folder.text(of: "site/content/site.yaml")?.contains("title: ") == true)
        #expect(try folder.tree(of: "site")[".praxis/"] == nil)
        #expect(throws: AuthoringError.self) { try Starter.checkIsEmpty(new) }
        #expect(
            throws: AuthoringError(
                "\"\(folder.path)/site/README.md\" is a file", advice: "name a folder that is empty or not there yet")
        ) {
            try Starter.checkIsEmpty(DiskFiles(root: "\(folder.path)/site/README.md"))
        }
    }

    @Test func aFolderWithASiteIsToGoOnWith() throws {
        let folder = try TemporaryFolder()
        let site = DiskFiles(root: "\(folder.path)/site")
        try Starter.edits(today: SmallSite.today).apply(to: site)
        do throws(AuthoringError) {
            try Starter.checkIsEmpty(site)
            Issue.record("the site would be written over")
        } catch {
            #expect(error.description.hasSuffix("/site\" holds a site already, in content/"))
            let other = try TemporaryFolder()
            try other.write("---\n", to: "content/post.md")
            #expect(
                throws: AuthoringError(
                    "\"\(other.path)\" is not empty: content is in it",
                    advice: "name a folder that is empty or not there yet")
            ) { try Starter.checkIsEmpty(DiskFiles(root: other.path)) }
            #expect(
                error.advice?.contains("/site\" && praxis serve; for another site, name a folder that is empty") == true
            )
        }
    }
}
