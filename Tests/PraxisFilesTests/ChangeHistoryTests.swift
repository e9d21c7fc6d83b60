import Foundation
import PraxisDiagnostics
import PraxisFiles
import PraxisTestSupport
import Testing

@Suite struct ChangeHistoryTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func git(_ arguments: String..., day: String = "2026-01-01") throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [
                "git", "-C", folder.path, "-c", "user.name=A", "-c", "user.email=a@b.example", "-c",
                "commit.gpgSign=false",
            ]
            + arguments
        let date = "\(day)T12:00:00+00:00"
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_CONFIG_GLOBAL": "/dev/null"]) { _, new in new }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    private func commit(_ files: [String: String], on day: String) throws {
        for (path, text) in files { try folder.write(text, to: path) }
        try git("add", "-A")
        try git("commit", "-qm", "x", day: day)
    }

    private func history(of site: String = "") async -> ChangeHistory {
        await reading(of: site).history
    }

    private func reading(of site: String = "", after previous: HistoryReading? = nil) async -> HistoryReading {
        await DiskFiles(root: "\(folder.path)\(site)").changeHistory(after: previous)
    }

    @Test func aFilesDayIsThatOfItsLastChange() async throws {
        try git("init", "-q")
        try commit(["content/a.md": "1", "content/å.md": "1"], on: "2026-01-05")
        try commit(["content/a.md": "2", "other.txt": "1"], on: "2026-02-06")
        #expect(
            await history()
                == .days([
                    SourcePath("content/a.md"): "2026-02-06", SourcePath("content/å.md"): "2026-01-05",
                    SourcePath("other.txt"): "2026-02-06",
                ]))
    }

    @Test func aSiteMayBeAFolderOfALargerRepository() async throws {
        try git("init", "-q")
        try commit(["docs/site/content/a.md": "1", "src/b.c": "1"], on: "2026-03-07")
        #expect(await history(of: "/docs/site") == .days([SourcePath("content/a.md"): "2026-03-07"]))
    }

    @Test func theLogIsReadAgainOnlyWhenSomethingHasBeenCommitted() async throws {
        try git("init", "-q")
        try commit(["content/a.md": "1"], on: "2026-01-05")
        let first = await reading()
        let earlier = HistoryReading(tip: first.tip, history: .days([SourcePath("content/a.md"): "1999-12-31"]))
        try folder.write("2", to: "content/a.md")
        #expect(await reading(after: earlier).history == earlier.history)
        try commit(["content/a.md": "3"], on: "2026-02-06")
        let next = await reading(after: earlier)
        #expect(next.history == .days([SourcePath("content/a.md"): "2026-02-06"]))
        #expect(next.tip != first.tip)
    }

    @Test func nothingOfTheRepositoryIsRun() async throws {
        try git("init", "-q")
        try commit(["content/a.md": "1"], on: "2026-01-05")
        try folder.write("#!/bin/sh\ntouch \(folder.path)/ran\n", to: "monitor")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/monitor")
        try git("config", "core.fsmonitor", "\(folder.path)/monitor")
        try git("config", "core.pager", "\(folder.path)/monitor")
        try git("config", "gpg.program", "\(folder.path)/monitor")
        try git("config", "log.showSignature", "true")
        #expect(await history() == .days([SourcePath("content/a.md"): "2026-01-05"]))
        #expect(folder.text(of: "ran") == nil)
    }

    @Test func withoutACommitThereIsNothingToSay() async throws {
        try git("init", "-q")
        #expect(await history() == .unknown("nothing has been committed yet"))
    }

    @Test func aShallowCloneDoesNotGiveItsOnlyDayToEveryPage() async throws {
        try git("init", "-q")
        try commit(["content/a.md": "1"], on: "2026-01-05")
        try commit(["content/b.md": "1"], on: "2026-01-06")
        try git("clone", "-q", "--depth", "1", "file://\(folder.path)", "\(folder.path)/clone")
        #expect(
            await history(of: "/clone")
                == .unknown("this is a shallow clone, which has only the newest changes; clone it whole"))
    }
}
