internal import PraxisFiles

/// git, working in a bare repository of its own that is thrown away afterwards. No hook runs, nobody is asked for a
/// password, and nothing of the site's own repository is changed.
struct GitProgram: Sendable {
    private let scratch: ScratchFolder
    private var git: Program

    /// A new, empty repository that reaches others as the site's own does.
    init(for site: SiteRepository) async throws(PublishingFailure) {
        do throws(SystemError) {
            scratch = try ScratchFolder()
        } catch {
            throw PublishingFailure(noScratch: error)
        }
        git = site.git
        for (name, value) in site.settings { git.environment[name] = value }
        try await run(["init", "--quiet", "--bare", "--initial-branch=praxis", scratch.path])
        git.environment["GIT_DIR"] = scratch.path
        git.environment["GIT_INDEX_FILE"] = "\(scratch.path)/praxis-index"
    }

    /// Sets a variable for all further runs.
    mutating func set(_ name: String, _ value: String) {
        git.environment[name] = value
    }

    /// Runs a command of git, whatever its exit code is.
    func result(_ arguments: [String], input: [UInt8] = []) async throws(PublishingFailure) -> Program.Run {
        do throws(ProgramError) {
            return try await git.run(SiteRepository.safety + arguments, input: input)
        } catch {
            throw PublishingFailure(error)
        }
    }

    /// Runs a command of git that must succeed, and returns what it printed, without the last line end.
    @discardableResult
    func run(_ arguments: [String], input: [UInt8] = []) async throws(PublishingFailure) -> String {
        let run = try await result(arguments, input: input)
        guard run.isSuccess else {
            throw PublishingFailure(
                "could not be published to: git \(arguments[0]) failed",
                advice: "see what git says, mend it and publish again",
                said: run.errors)
        }
        return run.text.hasSuffix("\n") ? String(run.text.dropLast()) : run.text
    }
}
