internal import Foundation
internal import PraxisMarkdown

/// Measures builds of generated sites beside the floor and prints a table of medians.
///
/// `praxis-bench PROGRAM WORKFOLDER [PAGES…]` measures; `praxis-bench generate FOLDER PAGES` only makes a site;
/// `praxis-bench rendering PAGES` measures Markdown alone, and with a profile does its work for a profiler;
/// `praxis-bench build FOLDER` measures what search adds to the build of a site;
/// `praxis-bench edits FOLDER` measures edits in a preview;
/// `praxis-bench preview PROGRAM FOLDER` measures how long readers wait beside idle connections;
/// `praxis-bench hostile FILE` measures hostile inputs; `praxis-bench floor FOLDER OUTPUT` is the floor itself, run as a
/// process of its own.
@main
struct Main {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "generate" where arguments.count == 3:
            try Corpus(pages: Int(arguments[2]) ?? 1000).write(to: arguments[1])
        case "rendering" where arguments.count == 2:
            RenderingCost(pages: Int(arguments[1]) ?? 1000).run()
        case "rendering" where arguments.count == 3 && Markdown.Profile(rawValue: arguments[2]) != nil:
            RenderingCost(pages: Int(arguments[1]) ?? 1000).repeatedly(
                Markdown.Profile(rawValue: arguments[2]) ?? .site)
        case "build" where arguments.count == 2:
            try await BuildCost(folder: arguments[1]).run()
        case "edits" where arguments.count == 2:
            try await EditCost(folder: arguments[1]).run()
        case "preview" where arguments.count == 3:
            try PreviewCost(program: arguments[1], folder: arguments[2]).run()
        case "hostile" where arguments.count == 2:
            try HostileGrowth(file: arguments[1]).run()
        case "floor" where arguments.count == 3:
            try Floor(from: arguments[1], to: arguments[2]).run()
        case let program? where arguments.count >= 2:
            let sizes = arguments.dropFirst(2).compactMap { Int($0) }
            try Comparison(program: program, folder: arguments[1], sizes: sizes.isEmpty ? [1000, 10_000] : sizes).run()
        default:
            print("usage: praxis-bench PROGRAM WORKFOLDER [PAGES…]")
            exit(2)
        }
    }
}
