internal import PraxisDiagnostics

/// One reading of a git repository's log. Nothing of the repository is run: no hook, no monitor, no signature program,
/// and nothing is fetched.
struct GitLog {
    private static let settings = [
        "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.quotePath=false", "log.showSignature=false",
        "diff.external=", "log.mailmap=false",
    ]

    /// The history of what is below a folder, in one pass. Linear in the number of changes, unless an earlier reading of the
    /// same folder was of the same commit.
    static func history(of folder: String, after previous: HistoryReading?) async -> HistoryReading {
        do {
            let tip = try await tip(of: folder)
            if let previous, previous.tip == tip { return previous }
            let log = try await run(
                ["log", "--no-renames", "--format=format:%x01%as", "--name-only", "--relative", tip, "--", "."],
                in: folder)
            return HistoryReading(tip: tip, history: .days(days(in: log)))
        } catch let failure as Failure {
            return HistoryReading(tip: nil, history: .unknown(failure.reason))
        } catch {
            return HistoryReading(tip: nil, history: .unknown("\(error)"))
        }
    }

    /// The newest commit of a repository that has them all.
    static func tip(of folder: String) async throws -> String {
        let state = try await run(["rev-parse", "--is-shallow-repository", "HEAD"], in: folder)
            .split(separator: "\n").map(String.init)
        guard state.first == "false", let tip = state.last else {
            throw Failure(reason: "this is a shallow clone, which has only the newest changes; clone it whole")
        }
        return tip
    }

    /// The newest day of each file: the log has the newest changes first.
    private static func days(in log: String) -> [SourcePath: String] {
        var days: [SourcePath: String] = [:]
        var day = ""
        for line in log.split(separator: "\n") {
            if line.utf8.first == 1 {
                day = String(line.dropFirst())
            } else {
                let path = SourcePath(String(line))
                if days[path] == nil { days[path] = day }
            }
        }
        return days
    }

    private struct Failure: Error {
        let reason: String
    }

    private static func run(_ arguments: [String], in folder: String) async throws -> String {
        let git = Program("git", environment: ["LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"])
        let run = try await git.run(
            ["--no-pager", "--no-optional-locks", "-C", folder] + settings.flatMap { ["-c", $0] } + arguments)
        guard run.isSuccess else { throw Failure(reason: reason(run.exitCode, run.errors)) }
        return run.text
    }

    private static func reason(_ status: Int32, _ said: String) -> String {
        if said.contains("not a git repository") { return "the site's folder is not under version control" }
        if said.contains("unknown revision") { return "nothing has been committed yet" }
        let line = said.split(separator: "\n").first.map(String.init) ?? "exit code \(status)"
        return "git says: \(line)"
    }
}
