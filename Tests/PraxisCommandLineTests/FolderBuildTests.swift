import Foundation
import PraxisBuild
import PraxisFiles
import PraxisTestSupport
import Synchronization
import Testing

@testable import PraxisCommandLine

/// Builds of one folder, run after run.
struct FolderBuildTests {
    private let folder: TemporaryFolder
    private let said = Said()

    init() throws {
        folder = try TemporaryFolder()
        try write("content/site.yaml", "title: Small place\nlanguage: en\n")
        try write("content/index.md", "---\ntitle: Small place\n---\n\nWhere we learn.\n")
        try write("content/about.md", "---\ntitle: About\n---\n\nFirst.\n\nSecond.\n")
    }

    @Test func theNextRunMakesOnlyWhatHasChanged() async throws {
        let first = try await build()
        #expect(first.newPageCount == first.pageCount)
        #expect(try await build().newPageCount == 0)
        try write("content/about.md", "---\ntitle: About\n---\n\nFirst.\n\nThird.\n")
        #expect(try await build().newPageCount == 1)
        #expect(try read("public/about/index.html").contains("Third."))
    }

    @Test func aRunAfterWhichNothingHasChangedMakesNothing() async throws {
        let first = try await build()
        let second = try await build()
        #expect(!first.isUnmade && second.isUnmade)
        #expect(second.pageCount == first.pageCount)
        #expect(second.summary == OutputSummary(written: 0, kept: first.summary.written, removed: 0))
        #expect(try await !build(isFresh: true).isUnmade)
        try write("content/about.md", "---\ntitle: About\n---\n\nFirst.\n\nSecund.\n")
        #expect(try await build().summary.written > 0)
        #expect(try await build().isUnmade)
    }

    @Test(arguments: [false, true]) func itSaysWhatABuildSays(isJSON: Bool) async throws {
        try write("content/about.md", "---\ntitle: About\n---\n\n[Form][nowhere]\n")
        let first = try await build(isJSON: isJSON)
        let toldFirst = said.taken
        let second = try await build(isJSON: isJSON)
        let toldSecond = said.taken
        #expect(second.isUnmade)
        #expect(first.report.advice > 0 && second.report.findings == first.report.findings)
        #expect(toldFirst.contains("site.yaml gives no url") && toldFirst.contains("[nowhere]"))
        #expect(toldSecond == toldFirst)
    }

    @Test func filesThatWereJustWrittenAreReadAgain() async throws {
        // Nothing here is old enough for a change to show in its stamp, and the clock may be wrong.
        for path in ["content/site.yaml", "content/index.md", "content/about.md"] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: 3600)], ofItemAtPath: "\(folder.path)/\(path)")
        }
        _ = try await build()
        #expect(try await !build().isUnmade)
    }

    @Test func aBuildThatFailsLeavesWhatIsKnownOfTheLastOne() async throws {
        _ = try await build()
        try write("content/wrong.md", "---\ntitle: [\n---\n")
        await #expect(throws: Failure.self) { try await build() }
        await #expect(throws: Failure.self) { try await build() }
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/wrong.md")
        #expect(try await build().isUnmade)
    }

    @Test func whoWantsToLookAtTheSiteGetsItRead() async throws {
        _ = try await build()
        var hasLooked = false
        _ = try await folderBuild().run(json: false) { _ in hasLooked = true }
        #expect(hasLooked)
    }

    @Test func aFileComesAndGoesWithThePageThatUsesIt() async throws {
        try write("content/form.txt", "Form")
        for (front, text, isThere) in [
            ("", "Text.", false), ("", "[Form](form.txt)", true), ("status: draft\n", "[Form](form.txt)", false),
            ("", "[Form](form.txt)", true), ("", "Text.", false),
        ] {
            try write("content/about.md", "---\ntitle: About\n\(front)---\n\n\(text)\n")
            _ = try await build()
            #expect(FileManager.default.fileExists(atPath: "\(folder.path)/public/form.txt") == isThere)
        }
    }

    @Test func aFreshBuildTakesNothingOver() async throws {
        let first = try await build()
        #expect(try await build(isFresh: true).newPageCount == first.pageCount)
    }

    @Test func aPageThatSomebodyElseWroteIsMadeAnew() async throws {
        let pages = try await build().pageCount
        let home = try read("public/index.html")
        try write("public/index.html", "<script>alert(1)</script>")
        #expect(try await build().newPageCount == 1)
        #expect(try read("public/index.html") == home)
        try FileManager.default.removeItem(atPath: "\(folder.path)/public")
        #expect(try await build().newPageCount == pages)
    }

    @Test func anotherDayOrDraftsMakeEverythingAnew() async throws {
        let pages = try await build().pageCount
        let day = BuildOptions.day("2026-03-01")
        #expect(try await build(BuildOptions(today: day)).newPageCount == pages)
        #expect(try await build(BuildOptions(includesDrafts: true, today: day)).newPageCount == pages)
    }

    @Test func aCacheThatIsDamagedOrGoneIsAsGoodAsNone() async throws {
        let pages = try await build().pageCount
        let cache = "\(folder.path)/cache"
        let files = try FileManager.default.contentsOfDirectory(atPath: cache)
        #expect(files.count == 2)
        for damage in ["", "praxis build 1\n", "praxis finished build 1\n", "something else"] {
            for file in files { try write("cache/\(file)", damage) }
            #expect(try await build().newPageCount == pages)
            #expect(try await build().newPageCount == 0)
        }
        try FileManager.default.removeItem(atPath: cache)
        #expect(try await build().newPageCount == pages)
        #expect(!said.text.contains("cannot be kept"))
    }

    @Test(arguments: [
        ("content", "is where the site is written"), ("content/out", "is where the site is written"),
        ("themes/new/deep", "is where the site is written"), (".", "holds the site"),
        ("..", "holds the site"), ("public/../content/a", "is where the site is written"),
    ])
    func nothingIsBuiltWhereTheSiteIsWritten(output: String, reason: String) async throws {
        await #expect {
            try await build(output: "\(folder.path)/\(output)")
        } throws: { error in
            "\(error)".contains(reason)
        }
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/content/out"))
    }

    @Test func aCacheThatCannotBeWrittenIsSaidAndHarmsNothing() async throws {
        try write("cache", "a file where the folder would be")
        let built = try await build()
        #expect(built.newPageCount == built.pageCount)
        #expect(said.text.contains("What the next build could take over cannot be kept in \(folder.path)/cache"))
    }

    // MARK: Helpers

    private func build(
        _ options: BuildOptions = day, isFresh: Bool = false, output: String? = nil, isJSON: Bool = false
    ) async throws -> FolderBuild.Result {
        try await folderBuild(options, isFresh: isFresh, output: output).run(json: isJSON)
    }

    private static let day = BuildOptions(today: BuildOptions.day("2026-02-01"))

    private func folderBuild(
        _ options: BuildOptions = day, isFresh: Bool = false, output: String? = nil
    ) -> FolderBuild {
        var options = options
        options.isRecorded = true
        let console = Console(isInteractive: false, usesColor: { _ in false }) { [said] text, _ in said.add(text) }
        return FolderBuild(
            files: SettledFiles(DiskFiles(root: folder.path)), siteFolder: folder.path, build: Build(options),
            output: output, cacheFolder: "\(folder.path)/cache", isFresh: isFresh, console: console)
    }

    private func write(_ path: String, _ text: String) throws {
        let place = URL(fileURLWithPath: "\(folder.path)/\(path)")
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: place, atomically: false, encoding: .utf8)
    }

    private func read(_ path: String) throws -> String {
        try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
    }
}

/// What a console was told.
private final class Said: Sendable {
    private let words = Mutex("")

    var text: String { words.withLock { $0 } }

    /// What it was told since this was last asked.
    var taken: String {
        words.withLock { words in
            defer { words = "" }
            return words
        }
    }

    func add(_ text: String) { words.withLock { $0 += text } }
}
