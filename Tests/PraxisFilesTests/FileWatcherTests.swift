import Foundation
import PraxisDiagnostics
import PraxisFiles
import PraxisTestSupport
import Testing

/// How changes are noticed. What one notices, the other must.
private let methods: [FileWatcher.Method] = [.system, .polling]

@Suite(.doesNotWaitForEver) struct FileWatcherTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("one", to: "content/index.md")
        try folder.write("two", to: "content/guides/start.md")
    }

    /// The paths that are told after a change, until one that is waited for is among them.
    private func told(
        by method: FileWatcher.Method, until awaited: String, after change: () throws -> Void
    ) async throws -> Set<String> {
        let watcher = FileWatcher(
            DiskFiles(root: folder.path), method: method, settling: .milliseconds(5), interval: .milliseconds(5))
        try change()
        var paths = Set<String>()
        for await changes in watcher.changes {
            paths.formUnion(changes.paths.map(\.rawValue))
            if paths.contains(awaited) { break }
        }
        return paths
    }

    private func move(_ from: String, to destination: String) throws {
        try #require(rename("\(folder.path)/\(from)", "\(folder.path)/\(destination)") == 0)
    }

    @Test(arguments: methods)
    func aFileThatIsWrittenIsTold(method: FileWatcher.Method) async throws {
        let paths = try await told(by: method, until: "content/index.md") {
            try folder.write("changed", to: "content/index.md")
        }
        #expect(paths == ["content/index.md"])
    }

    @Test(arguments: methods)
    func anEditorThatSavesByRenamingIsSeenAsAChange(method: FileWatcher.Method) async throws {
        let paths = try await told(by: method, until: "content/guides/start.md") {
            try folder.write("draft", to: "content/guides/4913")
            try folder.write("changed", to: "content/guides/.start.md.swp")
            try move("content/guides/start.md", to: "content/guides/start.md~")
            try move("content/guides/.start.md.swp", to: "content/guides/start.md")
        }
        #expect(paths == ["content/guides/start.md"])
    }

    @Test(arguments: methods)
    func whatIsInANewFolderIsTold(method: FileWatcher.Method) async throws {
        let paths = try await told(by: method, until: "content/a/b/c/new.md") {
            try folder.write("new", to: "content/a/b/c/new.md")
        }
        #expect(paths.isSuperset(of: ["content/a", "content/a/b/c/new.md"]))
    }

    @Test(arguments: methods)
    func aFolderThatIsRenamedIsTold(method: FileWatcher.Method) async throws {
        let paths = try await told(by: method, until: "content/handbook/start.md") {
            try move("content/guides", to: "content/handbook")
        }
        #expect(paths.isSuperset(of: ["content/guides", "content/handbook", "content/handbook/start.md"]))
    }

    @Test(arguments: methods)
    func whatChangesInARenamedFolderIsToldByItsNewName(method: FileWatcher.Method) async throws {
        let watcher = FileWatcher(
            DiskFiles(root: folder.path), method: method, settling: .milliseconds(5), interval: .milliseconds(5))
        try move("content/guides", to: "content/handbook")
        var turns = watcher.changes.makeAsyncIterator()
        _ = await turns.next()
        try folder.write("again", to: "content/handbook/start.md")
        var last = FileChanges()
        while let changes = await turns.next() {
            last = changes
            if changes.paths.contains(SourcePath("content/handbook/start.md")) { break }
        }
        #expect(!last.paths.contains { $0.rawValue.hasPrefix("content/guides") })
    }

    @Test(arguments: methods)
    func aFileThatGoesIsTold(method: FileWatcher.Method) async throws {
        let paths = try await told(by: method, until: "content/guides/start.md") {
            try FileManager.default.removeItem(atPath: "\(folder.path)/content/guides/start.md")
        }
        #expect(paths == ["content/guides/start.md"])
    }

    @Test(arguments: methods)
    func aFolderOfTheSiteMayComeLater(method: FileWatcher.Method) async throws {
        let paths = try await told(by: method, until: "themes/ours/theme.yaml") {
            try folder.write("private", to: "notes/private.md")
            try folder.write("name: ours", to: "themes/ours/theme.yaml")
        }
        #expect(!paths.contains { $0.hasPrefix("notes") })
    }

    @Test(arguments: methods)
    func aSiteThatIsTakenAwayAndPutBackIsStillWatched(method: FileWatcher.Method) async throws {
        let watcher = FileWatcher(
            DiskFiles(root: folder.path), method: method, settling: .milliseconds(5), interval: .milliseconds(5))
        try move("content", to: "away")
        var turns = watcher.changes.makeAsyncIterator()
        _ = await turns.next()
        try move("away", to: "content")
        try folder.write("back", to: "content/guides/back.md")
        while let changes = await turns.next(), !changes.paths.contains(SourcePath("content/guides/back.md")) {}
        try folder.write("more", to: "content/guides/more.md")
        while let changes = await turns.next(), !changes.paths.contains(SourcePath("content/guides/more.md")) {}
    }

    @Test(arguments: methods)
    func aWatcherThatIsStoppedEndsItsChanges(method: FileWatcher.Method) async throws {
        let watcher = FileWatcher(DiskFiles(root: folder.path), method: method)
        watcher.stop()
        for await _ in watcher.changes { Issue.record("a change that nobody made") }
    }

    @Test func manyFilesAtOnceComeInFewBatches() async throws {
        let watcher = FileWatcher(DiskFiles(root: folder.path))
        for number in 0..<300 { try folder.write("x", to: "content/many/\(number).md") }
        var (paths, batches) = (Set<SourcePath>(), 0)
        for await changes in watcher.changes {
            paths.formUnion(changes.paths)
            batches += 1
            if paths.count >= 301 { break }
        }
        #expect(batches < 100)
    }
}
