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
        #expect(first.rendered.newPageCount == first.rendered.pageCount)
        #expect(try await build().rendered.newPageCount == 0)
        try write("content/about.md", "---\ntitle: About\n---\n\nFirst.\n\nThird.\n")
        #expect(try await build().rendered.newPageCount == 1)
        #expect(try read("public/about/index.html").contains("Third."))
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
        #expect(try await build(isFresh: true).rendered.newPageCount == first.rendered.pageCount)
    }

    @Test func aPageThatSomebodyElseWroteIsMadeAnew() async throws {
        let pages = try await build().rendered.pageCount
        let home = try read("public/index.html")
        try write("public/index.html", "<script>alert(1)</script>")
        #expect(try await build().rendered.newPageCount == 1)
        #expect(try read("public/index.html") == home)
        try FileManager.default.removeItem(atPath: "\(folder.path)/public")
        #expect(try await build().rendered.newPageCount == pages)
    }

    @Test func anotherDayOrDraftsMakeEverythingAnew() async throws {
        let pages = try await build().rendered.pageCount
        let day = BuildOptions.day("2026-03-01")
        #expect(try await build(BuildOptions(today: day)).rendered.newPageCount == pages)
        #expect(try await build(BuildOptions(includesDrafts: true, today: day)).rendered.newPageCount == pages)
    }

    @Test func aCacheThatIsDamagedOrGoneIsAsGoodAsNone() async throws {
        let pages = try await build().rendered.pageCount
        let cache = "\(folder.path)/cache"
        let file = try #require(try FileManager.default.contentsOfDirectory(atPath: cache).first)
        for damage in ["", "praxis build 1\n", "something else"] {
            try write("cache/\(file)", damage)
            #expect(try await build().rendered.newPageCount == pages)
            #expect(try await build().rendered.newPageCount == 0)
        }
        try FileManager.default.removeItem(atPath: cache)
        #expect(try await build().rendered.newPageCount == pages)
        #expect(said.text.isEmpty)
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
        #expect(built.rendered.newPageCount == built.rendered.pageCount)
        #expect(said.text.contains("What the next build could take over cannot be kept in \(folder.path)/cache"))
    }

    // MARK: Helpers

    private func build(
        _ options: BuildOptions = BuildOptions(today: BuildOptions.day("2026-02-01")), isFresh: Bool = false,
        output: String? = nil
    ) async throws -> FolderBuild.Result {
        var options = options
        options.isRecorded = true
        let console = Console(isInteractive: false, usesColor: { _ in false }) { [said] text, stream in
            if stream == .errors, !text.hasPrefix("site.yaml gives no url") { said.add(text) }
        }
        let build = FolderBuild(
            files: DiskFiles(root: folder.path), build: Build(options), output: output,
            cacheFolder: "\(folder.path)/cache", isFresh: isFresh, console: console)
        return try await build.run(json: false)
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

    func add(_ text: String) { words.withLock { $0 += text } }
}
