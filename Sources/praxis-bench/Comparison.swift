internal import Foundation

/// Builds of sites of several sizes, cold, beside the floor.
struct Comparison {
    private let program: String
    private let folder: String
    private let sizes: [Int]
    private static let runs = 5

    init(program: String, folder: String, sizes: [Int]) {
        self.program = program
        self.folder = folder
        self.sizes = sizes
    }

    /// Prints one row a size, then the stages of the last build.
    func run() throws {
        print("| pages | build, median of \(Self.runs) | peak memory | floor | build / floor |")
        print("| ---: | ---: | ---: | ---: | ---: |")
        for size in sizes {
            let site = "\(folder)/site-\(size)"
            try? FileManager.default.removeItem(atPath: site)
            try Corpus(pages: size).write(to: site)
            let output = "\(folder)/output-\(size)"
            let builds = try repeated(clearing: output) {
                try Measurement.run(program, ["build", "--site", site, "--output", output, "--today", "2026-11-01"])
            }
            let floors = try repeated(clearing: output) {
                try Measurement.run(CommandLine.arguments[0], ["floor", "\(site)/content", output])
            }
            let build = median(builds.map(\.seconds))
            let floor = median(floors.map(\.seconds))
            let memory = median(builds.map(\.megabytes))
            print(
                String(
                    format: "| %d | %.2f s | %.0f MB | %.2f s | %.1f |", size, build, memory, floor, build / floor))
        }
    }

    /// Every run begins with nothing at `output`, so that it is cold, and leaves nothing.
    private func repeated(clearing output: String, _ measure: () throws -> Measurement) throws -> [Measurement] {
        try (0..<Self.runs).map { _ in
            try? FileManager.default.removeItem(atPath: output)
            defer { try? FileManager.default.removeItem(atPath: output) }
            return try measure()
        }
    }
}
