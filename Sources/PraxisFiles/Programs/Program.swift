internal import Subprocess

#if canImport(System)
internal import System
#else
internal import SystemPackage
#endif

/// Another program of this machine, found by its name in `PATH`.
///
/// No shell is between: an argument reaches the program as it is. It runs in this process's own group, so Ctrl-C ends
/// both.
package struct Program: Sendable {
    /// What people type: `git`.
    package let name: String
    /// Variables that it gets besides those of this process; `nil` takes one away.
    package var environment: [String: String?]
    /// Where it runs; in the current folder, if nothing is said.
    package var folder: String?

    package init(_ name: String, in folder: String? = nil, environment: [String: String?] = [:]) {
        self.name = name
        self.folder = folder
        self.environment = environment
    }

    /// How a run ended.
    package struct Run: Sendable {
        /// 0 if all went well; 128 and the number of the signal that ended it.
        package let exitCode: Int32
        package let output: [UInt8]
        /// What it said on standard error.
        package let errors: String

        package var isSuccess: Bool { exitCode == 0 }
        package var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs the program to its end. Throws only where it does not start; its exit code is for the caller to judge.
    package func run(_ arguments: [String], input: [UInt8] = []) async throws(ProgramError) -> Run {
        let changes = Dictionary(
            environment.compactMap { name, value in Environment.Key(rawValue: name).map { ($0, value) } },
            uniquingKeysWith: { first, _ in first })
        do {
            let result = try await Subprocess.run(
                .name(name), arguments: Arguments(arguments), environment: .inherit.updating(changes),
                workingDirectory: folder.map { FilePath($0) }, input: .array(input), output: .bytes(limit: Self.limit),
                error: .bytes(limit: Self.limit))
            let exitCode: Int32 =
                switch result.terminationStatus {
                case .exited(let code): code
                case .signaled(let signal): 128 + signal
                }
            return Run(
                exitCode: exitCode, output: result.standardOutput,
                errors: String(decoding: result.standardError, as: UTF8.self))
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw .notInstalled(name)
        } catch {
            throw .cannotRun(name, reason: "\(error)")
        }
    }

    /// How many bytes are taken from a program.
    private static let limit = 1 << 30
}

/// Why a program cannot be run.
package enum ProgramError: Error, Hashable, Sendable, CustomStringConvertible {
    case notInstalled(String)
    case cannotRun(String, reason: String)

    package var description: String {
        switch self {
        case .notInstalled(let name): "\(name) is not installed"
        case .cannotRun(let name, let reason): "\(name) could not be run: \(reason)"
        }
    }
}
