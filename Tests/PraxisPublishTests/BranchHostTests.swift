import Foundation
import PraxisFiles
import PraxisPublish
import PraxisTestSupport
import Testing

@Suite struct BranchHostTests {
    private let folder: TemporaryFolder
    private let git: Program

    init() async throws {
        folder = try TemporaryFolder()
        git = Program(
            "git", in: folder.path,
            environment: [
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A",
                "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.example",
            ])
        try await run("init", "--quiet", "--bare", "remote.git")
        try await run("init", "--quiet", "site")
        try await run("-C", "site", "remote", "add", "origin", "\(folder.path)/remote.git")
    }

    @discardableResult
    private func run(_ arguments: String...) async throws -> String {
        let run = try await git.run(arguments)
        try #require(run.isSuccess, "git \(arguments): \(run.errors)")
        return run.text
    }

    private func host(_ remote: String = "origin", folder inside: String = "") -> BranchHost {
        BranchHost(
            remote: remote, branch: "pages", folder: inside, siteFolder: "\(folder.path)/site", environment: [:])
    }

    @discardableResult
    private func publish(_ files: [String: String], to host: BranchHost) async throws -> PublicationPlan {
        let site = try BuiltSite(files)
        let publication = Publication(of: site.listing, to: host, title: "Guild")
        return try await publication.carryOut(publication.prepare())
    }

    /// What the branch holds, without the record and what GitHub's pages need.
    private func branch() async throws -> [String: String] {
        var files: [String: String] = [:]
        for path in try await run("-C", "remote.git", "ls-tree", "-r", "--name-only", "-z", "pages").split(
            separator: "\0")
        {
            files[String(path)] = try await run("-C", "remote.git", "show", "pages:\(path)")
        }
        files = files.filter { !$0.key.hasSuffix(PublicationRecord.name) && !$0.key.hasSuffix(".nojekyll") }
        return files
    }

    /// Somebody else commits a file to the branch.
    private func commit(_ text: String, to path: String) async throws {
        let clone = "clone-\(UUID().uuidString)"
        try await run("clone", "--quiet", "--branch", "pages", "remote.git", clone)
        try folder.write(text, to: "\(clone)/\(path)")
        try await run("-C", clone, "add", "-A")
        try await run("-C", clone, "commit", "--quiet", "--message", "By hand")
        try await run("-C", clone, "push", "--quiet", "origin", "pages")
    }

    private func subjects() async throws -> [Substring] {
        try await run("-C", "remote.git", "log", "--format=%s", "pages").split(separator: "\n")
    }

    @Test func aBranchIsMadeAndThenGetsTheDifference() async throws {
        try await publish(BuiltSite.before, to: host())
        #expect(try await branch() == BuiltSite.before)
        try await run("-C", "remote.git", "cat-file", "-e", "pages:.nojekyll")
        try await commit("communities.example", to: "CNAME")
        try await publish(BuiltSite.after, to: host())
        #expect(try await branch() == BuiltSite.after.merging(["CNAME": "communities.example"]) { first, _ in first })
        #expect(try await subjects() == ["Publish Guild", "By hand", "Publish Guild"])
        #expect(
            try await run("-C", "remote.git", "log", "-1", "--format=%b", "pages")
                .hasPrefix("6 added, 5 changed, 4 deleted\n"))
    }

    @Test func theSameSiteMakesNoCommit() async throws {
        try await publish(BuiltSite.before, to: host())
        try await publish(BuiltSite.before, to: host())
        #expect(try await subjects() == ["Publish Guild"])
    }

    @Test func whoeverIsFasterIsNotOverwritten() async throws {
        try await publish(BuiltSite.before, to: host())
        let site = try BuiltSite(BuiltSite.after)
        let publication = Publication(of: site.listing, to: host(), title: "Guild")
        let prepared = try await publication.prepare()
        try await commit("communities.example", to: "CNAME")
        _ = try await publication.carryOut(prepared)
        #expect(try await branch() == BuiltSite.after.merging(["CNAME": "communities.example"]) { first, _ in first })
        #expect(try await subjects() == ["Publish Guild", "By hand", "Publish Guild"])
    }

    @Test func aFolderOfABranchIsAllThatIsTouched() async throws {
        try await publish(["index.html": "root"], to: host())
        try await publish(BuiltSite.before, to: host(folder: "docs"))
        let docs = Dictionary(uniqueKeysWithValues: BuiltSite.before.map { ("docs/\($0.key)", $0.value) })
        #expect(try await branch() == docs.merging(["index.html": "root"]) { first, _ in first })
    }

    @Test(arguments: ["index.html", "note/x"])
    func whatStandsInTheWayIsKept(_ path: String) async throws {
        try await publish(["only.html": "1"], to: host())
        try await commit("by hand", to: path)
        await #expect(throws: PublishingFailure.self) { try await publish(BuiltSite.before, to: host()) }
        #expect(try await branch() == ["only.html": "1", path: "by hand"])
    }

    @Test func noHookRuns() async throws {
        try folder.write("#!/bin/sh\ntouch \(folder.path)/ran\nexit 1\n", to: "site/.git/hooks/pre-push")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/site/.git/hooks/pre-push")
        try await run("-C", "site", "config", "core.hooksPath", "\(folder.path)/site/.git/hooks")
        try await publish(BuiltSite.before, to: host())
        #expect(folder.text(of: "ran") == nil)
        #expect(try await branch() == BuiltSite.before)
    }

    @Test func aRemoteMayBeAnAddressOrAPathFromTheSite() async throws {
        try await publish(BuiltSite.before, to: host("file://\(folder.path)/remote.git"))
        try await publish(BuiltSite.after, to: host("../remote.git"))
        #expect(try await branch() == BuiltSite.after)
    }

    @Test func anUnknownRemoteIsToldWhichThereAre() async throws {
        let failure = await #expect(throws: PublishingFailure.self) {
            try await publish(BuiltSite.before, to: host("orgin"))
        }
        #expect(failure?.advice.contains("origin") == true)
    }

    @Test func aBranchThatIsProtectedIsReportedWithWhatGitSays() async throws {
        try folder.write("#!/bin/sh\necho this branch is protected >&2\nexit 1\n", to: "remote.git/hooks/pre-receive")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/remote.git/hooks/pre-receive")
        let failure = await #expect(throws: PublishingFailure.self) { try await publish(BuiltSite.before, to: host()) }
        #expect(failure?.said.contains("this branch is protected") == true)
    }
}
