import Foundation
import PraxisBytes
import PraxisTestSupport
import Testing

@testable import PraxisFiles

/// An output folder is as a build left it while nobody has touched what Praxis wrote.
struct OutputStateTests {
    private let folder: TemporaryFolder
    private var output: String { "\(folder.path)/public" }

    init() throws { folder = try TemporaryFolder() }

    private func build(_ files: [String: String] = ["index.html": "Home", "a/index.html": "About"]) async throws
        -> OutputState?
    {
        let transaction = try await OutputTransaction.begin(in: output)
        for (path, text) in files { try transaction.write(Array(text.utf8), to: OutputPath(path)) }
        return try await transaction.commit { _ in await transaction.state() }
    }

    private func holds(_ state: OutputState) async -> Bool { await state.holds(in: output, threads: 2) }

    @Test func itHoldsAsLongAsNothingIsDone() async throws {
        let state = try #require(try await build())
        #expect(state.count == 2)
        #expect(await holds(state))
        // Looking leaves nothing behind.
        #expect(
            try folder.tree().keys.sorted() == [
                "public/", "public/.praxis-output", "public/a/", "public/a/index.html", "public/index.html",
            ])
    }

    @Test func itHoldsAfterABuildThatKeepsSomeFilesOrAll() async throws {
        let first = try #require(try await build())
        #expect(await holds(try #require(try await build())))
        #expect(await holds(first))
        let second = try #require(try await build(["index.html": "Home", "a/index.html": "Another"]))
        #expect(await holds(second))
        #expect(await !holds(first))
    }

    @Test(arguments: [
        "bytes", "bytes of the same length", "removed", "replaced by a copy", "a link", "a folder", "the list",
        "no list",
        "a list of another build", "all removed", "a build that is going on",
    ])
    func whateverSomebodyDoesShows(deed: String) async throws {
        let state = try #require(try await build())
        let files = FileManager.default
        let home = "\(output)/index.html"
        switch deed {
        case "bytes": try folder.write("Somebody else's", to: "public/index.html")
        case "bytes of the same length":
            let handle = try #require(FileHandle(forWritingAtPath: home))
            try handle.write(contentsOf: Data("Hole".utf8))
            try handle.close()
        case "removed": try files.removeItem(atPath: home)
        case "replaced by a copy":
            try files.copyItem(atPath: home, toPath: "\(output)/copy")
            try files.removeItem(atPath: home)
            try files.moveItem(atPath: "\(output)/copy", toPath: home)
            try folder.write("Hole", to: "public/index.html")
        case "a link":
            try files.moveItem(atPath: home, toPath: "\(folder.path)/elsewhere")
            try files.createSymbolicLink(atPath: home, withDestinationPath: "\(folder.path)/elsewhere")
        case "a folder":
            try files.removeItem(atPath: home)
            try files.createDirectory(atPath: home, withIntermediateDirectories: false)
        case "the list": try folder.write("praxis output 1\nindex.html\n", to: "public/.praxis-output")
        case "no list": try files.removeItem(atPath: "\(output)/.praxis-output")
        case "a list of another build": _ = try await build(["index.html": "Home"])
        case "all removed": try files.removeItem(atPath: output)
        default:
            let transaction = try await OutputTransaction.begin(in: output)
            #expect(await !holds(state))
            transaction.abandon()
            #expect(await holds(state))
            return
        }
        #expect(await !holds(state))
    }

    @Test func whatOthersPutBesideDoesNotCount() async throws {
        let state = try #require(try await build())
        try folder.write("example.org", to: "public/CNAME")
        try folder.write("x", to: "public/a/theirs.txt")
        #expect(await holds(state))
    }

    @Test func aCopiedFolderIsAnother() async throws {
        // Written an hour ago, so that nothing is told by its bytes.
        let state = try #require(try await build())
        try await age()
        let aged = try #require(try await build())
        #expect(aged.toldByBytes.isEmpty && !state.toldByBytes.isEmpty)
        #expect(await holds(aged))
        try FileManager.default.moveItem(atPath: output, toPath: "\(folder.path)/old")
        try FileManager.default.copyItem(atPath: "\(folder.path)/old", toPath: output)
        #expect(await !holds(aged))
    }

    @Test func aFileWhoseTimeIsSetBackIsAnother() async throws {
        _ = try await build()
        try await age()
        let state = try #require(try await build())
        let home = "\(output)/index.html"
        let time = try #require(try FileManager.default.attributesOfItem(atPath: home)[.modificationDate] as? Date)
        let handle = try #require(FileHandle(forWritingAtPath: home))
        try handle.write(contentsOf: Data("Hole".utf8))
        try handle.close()
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: home)
        #expect(await !holds(state))
    }

    @Test func aFileThatSomebodyWritesToWhileABuildGoesOnIsNoneOfItsOwn() async throws {
        _ = try await build()
        let transaction = try await OutputTransaction.begin(in: output)
        for (path, text) in ["index.html": "Home", "a/index.html": "About"] {
            try transaction.write(Array(text.utf8), to: OutputPath(path))
        }
        try folder.write("Somebody else's", to: "public/index.html")
        #expect(try await transaction.commit { _ in await transaction.state() } == nil)
    }

    @Test func nobodyCanTellWhatAFolderHasToLookLike() async throws {
        let first = try #require(try await build())
        let second = try #require(try await build())
        #expect(first.files != second.files && first.list != second.list)
    }

    /// Makes all files an hour old.
    private func age() async throws {
        for name in try FileManager.default.subpathsOfDirectory(atPath: output) {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -3600.5)], ofItemAtPath: "\(output)/\(name)")
        }
    }
}
