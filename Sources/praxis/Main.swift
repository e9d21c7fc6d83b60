internal import Foundation
internal import PraxisCommandLine

/// The program `praxis`.
@main
struct Main {
    static func main() async {
        exit(await Praxis.run(Array(CommandLine.arguments.dropFirst())))
    }
}
