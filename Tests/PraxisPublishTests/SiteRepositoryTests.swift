import PraxisFiles
import PraxisTestSupport
import Testing

@testable import PraxisPublish

@Suite struct SiteRepositoryTests {
    private let folder: TemporaryFolder

    /// A repository with the key of a job on a code host.
    init() async throws {
        folder = try TemporaryFolder()
        let git = Program(
            "git", in: folder.path, environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"])
        for arguments in [
            ["init", "--quiet"], ["config", "http.https://git.example/.extraheader", "AUTH a=b c2VjcmV0"],
        ] {
            let run = try await git.run(arguments)
            try #require(run.isSuccess, "git \(arguments): \(run.errors)")
        }
    }

    @Test func aKeyReachesGitAndIsInNoArgument() async throws {
        var git = try await GitProgram(for: SiteRepository(of: folder.path, environment: [:]))
        // git writes there what it was called with.
        git.set("GIT_TRACE2_EVENT", "\(folder.path)/calls")
        let key = try await git.run(["config", "--get", "http.https://git.example/.extraheader"])
        #expect(key == "AUTH a=b c2VjcmV0")
        let calls = try #require(folder.text(of: "calls"))
        #expect(calls.contains("\"argv\":"))
        #expect(calls.contains("--get"))
        #expect(!calls.contains("c2VjcmV0"))
    }

    @Test func settingsGoOnAfterThoseThatTheEnvironmentHas() async throws {
        let plain = try await SiteRepository(of: folder.path, environment: [:])
        #expect(
            plain.settings == [
                "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "http.https://git.example/.extraheader",
                "GIT_CONFIG_VALUE_0": "AUTH a=b c2VjcmV0",
            ])
        let more = try await SiteRepository(of: folder.path, environment: ["GIT_CONFIG_COUNT": "2"])
        #expect(
            more.settings == [
                "GIT_CONFIG_COUNT": "3", "GIT_CONFIG_KEY_2": "http.https://git.example/.extraheader",
                "GIT_CONFIG_VALUE_2": "AUTH a=b c2VjcmV0",
            ])
    }
}
