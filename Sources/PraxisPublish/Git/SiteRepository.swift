internal import PraxisFiles

/// The repository that the site's folder is in, if it is in one: it names remotes, and says how they are reached.
struct SiteRepository: Sendable {
    /// Runs in the site's folder.
    let git: Program
    /// What its own settings say about reaching others, as variables for git. A job on a code host finds its key there.
    ///
    /// As arguments they could be read by everybody on this machine.
    let settings: [String: String]

    /// Options before every command: nothing of a repository is run.
    static let safety = [
        "--no-pager", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "gc.auto=0",
    ]

    /// - Parameter environment: This process's.
    init(of folder: String, environment: [String: String]) async throws(PublishingFailure) {
        var variables: [String: String?] = ["LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"]
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] { variables.updateValue(nil, forKey: name) }
        if environment["GIT_ASKPASS"] == nil { variables["GIT_ASKPASS"] = "true" }
        let folderGit = Program("git", in: folder, environment: variables)
        let said = try await Self.run(folderGit, ["config", "--null", "--includes", "--local", "--list"])
        var settings = GitSettings(after: environment)
        var ssh = environment["GIT_SSH_COMMAND"] ?? environment["GIT_SSH"]
        for entry in said.isSuccess ? said.text.split(separator: "\0") : [] {
            let parts = entry.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first, let section = name.split(separator: ".").first?.lowercased() else { continue }
            let isWanted =
                ["http", "credential", "url", "user", "author", "committer", "ssh"].contains(section)
                || name == "core.sshcommand"
            guard isWanted, parts.count == 2 else { continue }
            if name == "core.sshcommand" { ssh = String(parts[1]) }
            settings.add(String(name), String(parts[1]))
        }
        if ssh == nil {
            let global = try await Self.run(folderGit, ["config", "core.sshCommand"])
            if !global.isSuccess { variables["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes -o ConnectTimeout=20" }
        }
        git = Program("git", in: folder, environment: variables)
        self.settings = settings.variables
    }

    /// The address that a remote's name or an address stands for.
    func address(of remote: String) async throws(PublishingFailure) -> String {
        let named = try await Self.run(git, ["remote", "get-url", "--push", "--", remote])
        if named.isSuccess {
            let url = named.text.split(separator: "\n").first.map { String($0) } ?? remote
            guard Self.isRelative(url) else { return url }
            // A relative address is taken from the top of the repository.
            let top = try await Self.run(git, ["rev-parse", "--show-toplevel"])
            return "\(top.text.split(separator: "\n").first ?? ".")/\(url)"
        }
        if remote.contains(":") { return remote }
        if remote.contains("/") { return Self.isRelative(remote) ? "\(git.folder ?? ".")/\(remote)" : remote }
        let others = try await Self.run(git, ["remote"])
        let names = others.text.split(separator: "\n").joined(separator: ", ")
        throw PublishingFailure(
            "names the remote \"\(remote)\", which the site's repository does not have",
            advice: names.isEmpty
                ? "write the address of a repository under git:, or add a remote: git remote add \(remote) ADDRESS"
                : "write one that it has (\(names)), or the address of a repository, under git:")
    }

    /// Whether an address is a path that begins where somebody is.
    private static func isRelative(_ address: String) -> Bool {
        !address.hasPrefix("/") && !address.contains(":")
    }

    private static func run(_ git: Program, _ arguments: [String]) async throws(PublishingFailure) -> Program.Run {
        do throws(ProgramError) {
            return try await git.run(safety + arguments)
        } catch {
            throw PublishingFailure(error)
        }
    }
}

/// Settings for git in its environment: a count, and a name and a value for each (git-config(1), `GIT_CONFIG_COUNT`).
///
/// They count more than what files say and less than what `-c` says. Known since git 2.31.
private struct GitSettings {
    private(set) var variables: [String: String] = [:]
    private var count: Int

    /// Goes on after the settings that an environment has already.
    init(after environment: [String: String]) {
        count = environment["GIT_CONFIG_COUNT"].flatMap { Int($0) } ?? 0
    }

    mutating func add(_ name: String, _ value: String) {
        variables["GIT_CONFIG_KEY_\(count)"] = name
        variables["GIT_CONFIG_VALUE_\(count)"] = value
        count += 1
        variables["GIT_CONFIG_COUNT"] = "\(count)"
    }
}
