#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What one run of a program took.
struct Measurement {
    /// Wall-clock seconds.
    var seconds: Double
    /// Peak resident memory in megabytes.
    var megabytes: Double

    /// Runs a program to its end, its output thrown away, and measures it as the kernel saw it (`wait4(2)`).
    static func run(_ program: String, _ arguments: [String]) throws -> Measurement {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }

        let clock = ContinuousClock()
        let start = clock.now
        var process: pid_t = 0
        guard posix_spawn(&process, program, &actions, nil, words, environ) == 0 else {
            throw BenchError.cannotStart(program)
        }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        let elapsed = (clock.now - start).components
        guard status == 0 else { throw BenchError.failed(program, arguments) }
        return Measurement(
            seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18,
            megabytes: Double(usage.ru_maxrss) / 1024)
    }
}

/// Why a measurement could not be made.
enum BenchError: Error, CustomStringConvertible {
    case cannotStart(String)
    case failed(String, [String])
    case noPages(String)
    case cannotConnect(Int)
    case noAnswer(String)

    var description: String {
        switch self {
        case .cannotStart(let program): "cannot start \(program)"
        case .noPages(let folder): "there is no page in a community of \(folder)"
        case .cannotConnect(let port): "cannot connect to port \(port); is the limit of open files too low?"
        case .noAnswer(let address): "the preview does not answer as it should at \(address)"
        case .failed(let program, let arguments):
            "this failed: \(program) \(arguments.joined(separator: " "))"
        }
    }
}
