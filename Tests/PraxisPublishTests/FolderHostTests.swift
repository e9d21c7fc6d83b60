import Foundation
import PraxisPublish
import PraxisTestSupport
import Testing

@Suite struct FolderHostTests {
    private let target: TemporaryFolder

    init() throws {
        target = try TemporaryFolder()
    }

    @discardableResult
    private func publish(_ files: [String: String], into folder: String = "www") async throws -> PublicationPlan {
        let site = try BuiltSite(files)
        let publication = Publication(of: site.listing, to: FolderHost(at: "\(target.path)/\(folder)"), title: "Guild")
        return try await publication.carryOut(publication.prepare())
    }

    /// The files there, without folders and without the record.
    private func files(in folder: String = "www") throws -> [String: String] {
        try target.tree(of: folder).filter { !$0.key.hasSuffix("/") && $0.key != PublicationRecord.name }
    }

    @Test func aFolderIsMadeAndThenGetsTheDifference() async throws {
        try await publish(BuiltSite.before, into: "srv/www")
        #expect(try files(in: "srv/www") == BuiltSite.before)
        try target.write("somebody's", to: "srv/www/old/notes.txt")
        let plan = try await publish(BuiltSite.after, into: "srv/www")
        #expect(plan.kept == ["style.css"])
        #expect(
            try files(in: "srv/www") == BuiltSite.after.merging(["old/notes.txt": "somebody's"]) { first, _ in first })
    }

    @Test func emptyFoldersGoButNotThoseOfOthers() async throws {
        try await publish(["index.html": "1", "deep/er/page.html": "1"])
        try FileManager.default.createDirectory(atPath: "\(target.path)/www/mine", withIntermediateDirectories: true)
        try await publish(["index.html": "1"])
        #expect(try target.tree(of: "www").keys.sorted() == [PublicationRecord.name, "index.html", "mine/"])
    }

    @Test func aFileIsReplacedAndNeverWrittenInto() async throws {
        try await publish(["index.html": "old"])
        let open = try #require(FileHandle(forReadingAtPath: "\(target.path)/www/index.html"))
        try await publish(["index.html": "new, and longer"])
        #expect(try open.readToEnd() == Data("old".utf8))
    }

    @Test(arguments: ["a/index.html", "a/index.html/x", "a"])
    func whatStandsInTheWayIsKept(_ path: String) async throws {
        try target.write("somebody's", to: "www/\(path)")
        await #expect(throws: PublishingFailure.self) { try await publish(BuiltSite.before) }
        #expect(try files() == [path: "somebody's"])
    }

    @Test func aLinkIsNotFollowed() async throws {
        try target.write("precious", to: "elsewhere/index.html")
        try target.write("", to: "www/x")
        try FileManager.default.createSymbolicLink(
            atPath: "\(target.path)/www/a", withDestinationPath: "\(target.path)/elsewhere")
        await #expect(throws: PublishingFailure.self) { try await publish(BuiltSite.before) }
        #expect(target.text(of: "elsewhere/index.html") == "precious")
    }

    @Test func whatACutLeftBesideAFileGoes() async throws {
        try target.write("half", to: "www/.praxis-upload")
        try await publish(BuiltSite.before)
        #expect(try files() == BuiltSite.before)
    }

    @Test func aFolderThatCannotBeWrittenIsSaidPlainly() async throws {
        try target.write("a file", to: "www")
        let failure = await #expect(throws: PublishingFailure.self) { try await publish(BuiltSite.before) }
        #expect(failure?.message.contains("a part of the path is a file, not a folder") == true)
    }
}
