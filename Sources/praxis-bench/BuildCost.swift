internal import Foundation
internal import PraxisBuild
internal import PraxisFiles

/// What search adds to the build of a site; what is made stays in memory.
struct BuildCost {
    private let folder: String
    private static let turns = 5

    /// - Parameter folder: Of the site.
    init(folder: String) {
        self.folder = folder
    }

    /// Prints a table.
    func run() async throws {
        // In turns, so that what else the machine does meets both alike.
        var (without, with): ([Double], [Double]) = ([], [])
        for _ in 0..<Self.turns {
            without.append(try await build(makesSearch: false))
            with.append(try await build(makesSearch: true))
        }
        let more = zip(with, without).map { $0 / $1 - 1 }
        print("| build, median of \(Self.turns) | s |")
        print("| --- | ---: |")
        print("| without search | \(rounded(median(without))) |")
        print("| with search | \(rounded(median(with))) |")
        print("| search adds | \(rounded(median(more) * 100)) % |")
    }

    private func build(makesSearch: Bool) async throws -> Double {
        let build = Build(BuildOptions(makesSearch: makesSearch))
        let files = DiskFiles(root: folder)
        return try await seconds {
            let loaded = try await build.load(files)
            _ = try await build.render(loaded.renderable, into: OutputUpdate(of: OutputTree()))
        }
    }

    private func seconds(_ work: () async throws -> Void) async rethrows -> Double {
        try await ContinuousClock().measure { try await work() }.seconds
    }
}
