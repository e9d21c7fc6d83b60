import PraxisDiagnostics
import PraxisFiles
import PraxisTestSupport
import Testing

@Suite struct OutputTransactionTests {
    private let folder: TemporaryFolder
    private var output: String { "\(folder.path)/public" }

    init() throws {
        folder = try TemporaryFolder()
    }

    @discardableResult
    private func build(_ files: [String: String]) async throws -> OutputSummary {
        let transaction = try await OutputTransaction.begin(in: output)
        for (path, text) in files { try transaction.write(Array(text.utf8), to: OutputPath(path)) }
        return try await transaction.commit()
    }

    /// What is in the whole folder, the work folder included if it is still there.
    private func everything() throws -> [String: String] {
        try folder.tree().filter { !$0.key.hasSuffix("/") && $0.key != "public/.praxis-output" }
    }

    @Test func theFirstBuildMakesTheFolder() async throws {
        let summary = try await build(["index.html": "1", "a/index.html": "2"])
        #expect(
            try folder.tree() == [
                "public/": "", "public/index.html": "1", "public/a/": "", "public/a/index.html": "2",
                "public/.praxis-output": "praxis output 1\na/index.html\nindex.html\n",
            ])
        #expect(summary == OutputSummary(written: 2, kept: 0, removed: 0))
    }

    @Test func theFoldersAboveTheOutputAreMade() async throws {
        let transaction = try await OutputTransaction.begin(in: "\(folder.path)/x/y/site/")
        try transaction.write([0x31], to: OutputPath("index.html"))
        _ = try await transaction.commit()
        #expect(folder.text(of: "x/y/site/index.html") == "1")
    }

    @Test func threadsThatNeedTheSameFoldersMakeThemTogether() async throws {
        for round in 0..<40 {
            let transaction = try await OutputTransaction.begin(in: "\(folder.path)/\(round)")
            try Threads(count: 8) { number in
                try transaction.write([0x31], to: OutputPath("a/b/c/d/\(number).html"))
            }.wait()
            #expect(try await transaction.commit().written == 8)
        }
    }

    @Test func aLaterBuildLeavesNothingOfAnEarlierOne() async throws {
        try await build([
            "index.html": "1", "gone/index.html": "2", "same/index.html": "3", "file": "4", "folder/x": "5",
        ])
        let summary = try await build(["index.html": "new", "same/index.html": "3", "file/x": "6", "folder": "7"])
        #expect(
            try folder.tree().keys.sorted() == [
                "public/", "public/.praxis-output", "public/file/", "public/file/x", "public/folder",
                "public/index.html",
                "public/same/", "public/same/index.html",
            ])
        #expect(folder.text(of: "public/index.html") == "new")
        #expect(summary == OutputSummary(written: 3, kept: 1, removed: 3))
    }

    @Test func aFileWithTheSameBytesIsNotWrittenAgain() async throws {
        try await build(["index.html": "1", "same/index.html": "same"])
        let before = try DiskFiles(root: output).node(at: SourcePath("same/index.html"))?.stamp
        try await build(["index.html": "2", "same/index.html": "same"])
        let after = try DiskFiles(root: output).node(at: SourcePath("same/index.html"))?.stamp
        #expect(before?.number == after?.number)
        #expect(before?.modified == after?.modified)
    }

    @Test func aBuildThatChangesNothingLeavesTheFolderAlone() async throws {
        try await build(["index.html": "1", "a/b": "2"])
        let before = try DiskFiles(root: folder.path).node(at: SourcePath("public"))?.stamp
        #expect(try await build(["index.html": "1", "a/b": "2"]) == OutputSummary(written: 0, kept: 2, removed: 0))
        #expect(try DiskFiles(root: folder.path).node(at: SourcePath("public"))?.stamp == before)
    }

    @Test func aFileThatSomebodyChangedIsPutRight() async throws {
        try await build(["index.html": "1", "a/b": "2"])
        try folder.write("tampered", to: "public/index.html")
        #expect(try await build(["index.html": "1", "a/b": "2"]).written == 1)
        #expect(folder.text(of: "public/index.html") == "1")
    }

    @Test func whatPraxisDidNotWriteStays() async throws {
        try folder.write("*", to: "public/.gitignore")
        try folder.write("ref", to: "public/.git/HEAD")
        try await build(["index.html": "1", "a/b/index.html": "2"])
        try folder.write("example.org", to: "public/CNAME")
        try folder.write("mine", to: "public/a/b/mine.txt")
        try folder.write("deep", to: "public/own/deep/file")
        try await build(["index.html": "2", "own/index.html": "3"])
        #expect(
            try everything() == [
                "public/.gitignore": "*", "public/.git/HEAD": "ref", "public/index.html": "2",
                "public/CNAME": "example.org",
                "public/a/b/mine.txt": "mine", "public/own/deep/file": "deep", "public/own/index.html": "3",
            ])
    }

    @Test(arguments: [".bashrc", ".ssh/id", ".config/x"])
    func aFolderOfHiddenThingsIsSomebodyElses(file: String) async throws {
        try folder.write("mine", to: "public/\(file)")
        let before = try everything()
        await #expect {
            try await build(["index.html": "1"])
        } throws: { error in
            "\(error)".contains("and was not made by Praxis, so nothing is written there")
        }
        #expect(try everything() == before)
    }

    @Test(arguments: [
        ("own.txt", "own.txt", "own.txt"), ("own", "own/index.html", "own"), ("own/x", "own", "own"),
        ("Own.txt", "own.txt", "own.txt"),
    ])
    func somethingForeignWhereAPageHasToGoIsAnError(foreign: String, page: String, needed: String) async throws {
        try await build(["index.html": "1"])
        try folder.write("mine", to: "public/\(foreign)")
        let before = try everything()
        await #expect {
            try await build(["index.html": "2", page: "3"])
        } throws: { error in
            "\(error)".hasSuffix(
                "was not written by Praxis and is where \"\(needed)\" has to go; move or rename one of the two")
        }
        #expect(try everything() == before)
    }

    @Test func aFolderOfSomebodyElseIsRefused() async throws {
        try folder.write("thesis", to: "public/thesis.txt")
        try folder.write("", to: "public/.hidden")
        await #expect {
            try await build(["index.html": "1"])
        } throws: { error in
            "\(error)"
                == "\"\(output)\" holds \"thesis.txt\" and was not made by Praxis, so nothing is written there; name an empty or new folder with --output DIR"
        }
        #expect(try folder.tree() == ["public/": "", "public/thesis.txt": "thesis", "public/.hidden": ""])
    }

    @Test(arguments: [
        "praxis output 1\n../../escape\n", "praxis output 1\n/etc/passwd\n", "garbage", "", "praxis output 2\n",
    ])
    func aListThatCannotBeTrueIsNotBelieved(list: String) async throws {
        try folder.write(list, to: "public/.praxis-output")
        try folder.write("x", to: "public/x.html")
        await #expect(throws: OutputError.notOurs(folder: output, holds: "x.html")) {
            try await build(["index.html": "1"])
        }
        #expect(folder.text(of: "public/x.html") == "x")
    }

    @Test func aFileIsNoOutputFolder() async throws {
        try folder.write("text", to: "public")
        await #expect(throws: OutputError.notAFolder(output)) { try await build(["index.html": "1"]) }
        #expect(folder.text(of: "public") == "text")
    }

    @Test(arguments: ["public", "public/sub", "."])
    func aFolderThatCannotBeWrittenIsAnErrorAndStaysAsItWas(closed: String) async throws {
        let folder = try TemporaryFolder(below: "/tmp")
        try folder.write("1", to: "public/sub/.keep")
        try Permissions.set(0o555, of: "\(folder.path)/\(closed)")
        defer { try? Permissions.set(0o755, of: "\(folder.path)/\(closed)") }
        let before = try folder.tree()
        let place = closed == "." ? "\(folder.path)/other" : "\(folder.path)/\(closed)"
        await #expect {
            try await Permissions.asNobody { _ = try await OutputTransaction.begin(in: place) }
        } throws: { error in
            "\(error)".contains("cannot be written: permission is refused; the site that was there is unchanged")
        }
        #expect(try folder.tree() == before)
    }

    @Test func aBuildThatIsGivenUpLeavesEverythingAsItWas() async throws {
        try await build(["index.html": "1"])
        let before = try folder.tree()
        do {
            let transaction = try await OutputTransaction.begin(in: output)
            try transaction.write([0x32], to: OutputPath("index.html"))
            try transaction.write([0x32], to: OutputPath("more/index.html"))
        }
        #expect(try folder.tree() == before)
    }

    @Test func twoBuildsAtOnceWaitForEachOther() async throws {
        let first = try await OutputTransaction.begin(in: output)
        try first.write([0x31], to: OutputPath("index.html"))
        let (waiting, told) = AsyncStream.makeStream(of: Void.self)
        let output = output
        let second = Task {
            let transaction = try await OutputTransaction.begin(in: output, whenWaiting: { told.yield() })
            try transaction.write([0x32], to: OutputPath("second.html"))
            return try await transaction.commit()
        }
        var turns = waiting.makeAsyncIterator()
        await turns.next()
        _ = try await first.commit()
        #expect(try await second.value == OutputSummary(written: 1, kept: 0, removed: 1))
        #expect(try everything() == ["public/second.html": "2"])
    }

    @Test func whoWaitsForALockCanBeCancelled() async throws {
        let first = try await OutputTransaction.begin(in: output)
        let output = output
        let second = Task { _ = try await OutputTransaction.begin(in: output) }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        first.abandon()
        #expect(try folder.tree().isEmpty)
    }

    @Test func anOutputFolderThatIsALinkIsWrittenWhereItLeads() async throws {
        try folder.write("", to: "real/.gitkeep")
        try Permissions.link(output, to: "\(folder.path)/real")
        try await build(["index.html": "1"])
        #expect(folder.text(of: "real/index.html") == "1")
        #expect(try folder.tree()["public"]?.hasPrefix("→") == true)
    }

    @Test func aWorkFolderThatIsALinkIsNotFollowed() async throws {
        try folder.write("precious", to: "elsewhere/file")
        try Permissions.link("\(folder.path)/.praxis", to: "\(folder.path)/elsewhere")
        await #expect(throws: OutputError.self) { try await build(["index.html": "1"]) }
        #expect(folder.text(of: "elsewhere/file") == "precious")
        #expect(folder.text(of: "public/index.html") == nil)
    }

    @Test func theSameFilesGiveTheSameTreeInAnyOrder() async throws {
        let files = Dictionary(uniqueKeysWithValues: (0..<50).map { ("p\($0)/index.html", "\($0)") })
        try await build(files)
        let first = try folder.tree(of: "public")
        let transaction = try await OutputTransaction.begin(in: "\(folder.path)/other")
        for (path, text) in files.sorted(by: { $0.key > $1.key }) {
            try transaction.write(Array(text.utf8), to: OutputPath(path))
        }
        _ = try await transaction.commit()
        #expect(try folder.tree(of: "other") == first)
    }
}
