internal import Dispatch
internal import Foundation
internal import PraxisCommandLine

/// The program `praxis`.
@main
struct Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        // Tasks need threads, for which there has to be memory.
        if let code = Praxis.prepareForLittleMemory() { exit(code) }
        Task { exit(await Praxis.run(arguments)) }
        dispatchMain()
    }
}
