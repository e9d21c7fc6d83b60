import PraxisDiagnostics
import PraxisTestSupport
import Testing

@testable import PraxisFiles

/// What a build finds that an earlier one left when it was cut off, and what it makes of it.
@Suite struct RecoveryTests {
    private let folder: TemporaryFolder
    private var output: String { "\(folder.path)/public" }
    private let oldSite = ["index.html": "old", "gone/index.html": "old", "same.html": "same", "file": "old"]
    private let newSite = ["index.html": "new", "fresh/index.html": "new", "same.html": "same", "file/x": "new"]

    init() async throws {
        folder = try TemporaryFolder()
        let transaction = try await OutputTransaction.begin(in: output)
        for (path, text) in oldSite { try transaction.write(Array(text.utf8), to: OutputPath(path)) }
        _ = try await transaction.commit()
        try folder.write("mine", to: "public/mine.txt")
        try folder.write("ref", to: "public/.git/HEAD")
    }

    /// Begins and gives up a build, which is all that recovery takes, and returns what is there then.
    private func recovered() async throws -> [String: String] {
        try await OutputTransaction.begin(in: output).abandon()
        return try folder.tree().filter { !$0.key.hasSuffix("/") && $0.key != "public/.praxis-output" }
    }

    private func site(_ files: [String: String]) -> [String: String] {
        var tree = ["public/mine.txt": "mine", "public/.git/HEAD": "ref"]
        for (path, text) in files { tree["public/\(path)"] = text }
        return tree
    }

    /// A work folder as it is just before the exchange.
    private func stageForExchange() throws -> WorkFolder {
        let work = WorkFolder.beside(output)
        for (path, text) in newSite { try folder.write(text, to: ".praxis/output-public/new/\(path)") }
        let list = OutputManifest(paths: newSite.keys).bytes
        try folder.write(String(decoding: list, as: UTF8.self), to: ".praxis/output-public/new/.praxis-output")
        try folder.write("", to: ".praxis/output-public/lock")
        try work.write(.exchange(output: FileStatus(of: output).stamp.number, keep: [".git", "mine.txt"]))
        return work
    }

    @Test func aBuildCutOffWhileRenderingLeavesTheOldSite() async throws {
        try folder.write("part", to: ".praxis/output-public/new/index.html")
        try folder.write("", to: ".praxis/output-public/lock")
        #expect(try await recovered() == site(oldSite))
    }

    @Test func aBuildCutOffBeforeTheExchangeLeavesTheOldSite() async throws {
        _ = try stageForExchange()
        #expect(try await recovered() == site(oldSite))
    }

    @Test(arguments: 0...4)
    func aBuildCutOffAfterTheExchangeIsFinished(steps: Int) async throws {
        let work = try stageForExchange()
        try Folder.exchange(work.stage, with: output)
        if steps > 0 { try Folder.move("\(work.stage)/.git", to: "\(output)/.git") }
        if steps > 1 { try Folder.move("\(work.stage)/mine.txt", to: "\(output)/mine.txt") }
        if steps > 2 { try Folder.removeFile("\(work.stage)/gone/index.html") }
        if steps > 3 {
            try Folder.removeAll(work.stage)
        }
        #expect(try await recovered() == site(newSite))
    }

    @Test func aFileThatCameDuringTheExchangeIsKept() async throws {
        let work = try stageForExchange()
        try Folder.exchange(work.stage, with: output)
        try folder.write("late", to: ".praxis/output-public/new/gone/late.txt")
        #expect(try await recovered() == site(newSite).merging(["public/gone/late.txt": "late"]) { $1 })
    }

    @Test func aFileThatCameDuringTheExchangeWhereAPageIsIsKeptAside() async throws {
        let work = try stageForExchange()
        try Folder.exchange(work.stage, with: output)
        try folder.write("late", to: ".praxis/output-public/new/fresh")
        await #expect(throws: OutputError.leftBehind("\(work.stage)/fresh")) { try await recovered() }
        #expect(folder.text(of: ".praxis/output-public/new/fresh") == "late")
        #expect(folder.text(of: "public/fresh/index.html") == "new")
    }

    /// An update in place with everything staged, of which nothing has been done yet.
    private func stageForUpdate() throws -> UpdateInPlace {
        let work = WorkFolder.inside(output)
        for path in ["index.html", "fresh/index.html", "file/x"] {
            try folder.write("new", to: "public/.praxis/output/new/\(path)")
        }
        let list = String(decoding: OutputManifest(paths: newSite.keys).bytes, as: UTF8.self)
        try folder.write(list, to: "public/.praxis/output/new/.praxis-output")
        let installs = ["file/x", "fresh/index.html", "index.html", ".praxis-output"]
        try work.write(.update(clear: ["file"], install: installs, remove: ["gone/index.html"]))
        return UpdateInPlace(
            output: output, work: work, clear: ["file"], install: installs, remove: ["gone/index.html"])
    }

    @Test(arguments: 0...6)
    func anUpdateInPlaceThatWasCutOffIsFinished(steps: Int) async throws {
        _ = try stageForUpdate()
        let moves = [
            ("public/file", "public/.praxis/output/old/file"),
            ("public/.praxis/output/new/file/x", "public/file/x"),
            ("public/.praxis/output/new/fresh/index.html", "public/fresh/index.html"),
            ("public/index.html", "public/.praxis/output/old/index.html"),
            ("public/.praxis/output/new/index.html", "public/index.html"),
            ("public/gone/index.html", "public/.praxis/output/old/gone/index.html"),
        ]
        for (from, to) in moves.prefix(steps) {
            let place = "\(folder.path)/\(to)"
            try Folder.makingFolder(of: place) { () throws(SystemError) in
                try Folder.move("\(folder.path)/\(from)", to: place)
            }
        }
        #expect(try await recovered() == site(newSite))
    }

    @Test func anUpdateInPlaceCanBeTakenBackFromEveryStep() throws {
        let update = try stageForUpdate()
        let before = try folder.tree(of: "public").filter { !$0.key.hasPrefix(".praxis/") }
        try update.proceed()
        #expect(folder.text(of: "public/file/x") == "new")
        try update.undo()
        #expect(try folder.tree(of: "public").filter { !$0.key.hasPrefix(".praxis/") } == before)
    }

    @Test func anUpdateInPlaceThatFailsIsUndone() async throws {
        _ = try stageForUpdate()
        // A folder that somebody makes where a page has to go cannot be replaced by a file.
        try folder.write("x", to: "public/fresh/index.html/in-the-way")
        await #expect(throws: OutputError.self) { try await recovered() }
        var expected = site(oldSite)
        expected["public/fresh/index.html/in-the-way"] = "x"
        #expect(try await recovered() == expected)
    }

    @Test(arguments: ["", "praxis journal 1\n", "praxis journal 1\n1\n0\nremove ../../x\nend\n", "nonsense"])
    func aJournalThatCannotBeUnderstoodStopsTheBuild(text: String) async throws {
        try folder.write(text, to: ".praxis/output-public/journal")
        await #expect(throws: OutputError.damagedJournal("\(folder.path)/.praxis/output-public/journal")) {
            try await recovered()
        }
        #expect(folder.text(of: "public/index.html") == "old")
    }

    @Test func aJournalThatCameWithOtherFilesIsNotObeyed() async throws {
        let journal = Journal(work: 12345, plan: .update(clear: [], install: [], remove: ["mine.txt"]))
        try folder.write(String(decoding: journal.bytes, as: UTF8.self), to: "public/.praxis/output/journal")
        await #expect(throws: OutputError.self) { try await recovered() }
        #expect(folder.text(of: "public/mine.txt") == "mine")
    }

    @Test(arguments: [
        Journal.Plan.exchange(output: 7, keep: [".git", "a b/c", "line\nend", "100%", "å"]),
        .exchange(output: 7, keep: []),
        .update(clear: ["a"], install: ["b/c", "d"], remove: ["e"]),
    ])
    func aJournalSaysWhatWasWrittenIntoIt(plan: Journal.Plan) {
        let journal = Journal(work: 42, plan: plan)
        #expect(Journal(journal.bytes) == journal)
        #expect(Journal(Array(journal.bytes.dropLast(5))) == nil)
    }
}
