internal import Foundation
internal import PraxisBuild
internal import PraxisDiagnostics
internal import PraxisFiles
internal import Synchronization

/// What search adds to the build of a site, and how long an edit takes until a preview shows it; what is made
/// stays in memory.
struct BuildCost {
    private let folder: String
    private static let turns = 5
    private static let edits = 12

    /// - Parameter folder: Of the site. A page of it is edited, and left as it was.
    init(folder: String) {
        self.folder = folder
    }

    /// Prints two tables.
    func run() async throws {
        try await search()
        print("")
        try await edits()
    }

    // MARK: Search

    private func search() async throws {
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
            _ = try await build.render(loaded, into: OutputUpdate(of: OutputTree()))
        }
    }

    // MARK: Edits

    /// Prints the second table.
    func edits() async throws {
        let build = Build(BuildOptions(includesDrafts: true, writesHostFiles: false, isRepeated: true))
        let files = DiskFiles(root: folder)
        var loaded = try await build.load(files)
        var update = OutputUpdate(of: OutputTree())
        var rendered = try await build.render(loaded, into: update)
        var output = try update.finish()
        let pages = try SitePages(in: folder).files
        var (shown, whole): ([Double], [Double]) = ([], [])
        var stages: [(name: String, times: [Double])] = []
        var originals: [(page: URL, text: String)] = []
        defer { for (page, text) in originals { try? text.write(to: page, atomically: false, encoding: .utf8) } }
        for edit in 0..<Self.edits {
            let page = pages[edit * pages.count / Self.edits]
            let text = try String(contentsOf: page, encoding: .utf8)
            originals.append((page, text))
            try (text + "\nOne more sentence, number \(edit).\n").write(to: page, atomically: false, encoding: .utf8)
            let changes = FileChanges(paths: [path(of: page)])
            let clock = ContinuousClock()
            let start = clock.now
            loaded = try await build.load(files, after: loaded, changes: changes)
            update = OutputUpdate(of: output)
            let moment = Mutex<ContinuousClock.Instant?>(nil)
            rendered = try await build.render(loaded, into: update, after: rendered) {
                moment.withLock { $0 = clock.now }
            }
            output = try update.finish()
            whole.append((clock.now - start).seconds)
            shown.append(((moment.withLock { $0 } ?? clock.now) - start).seconds)
            for (place, stage) in rendered.timings.stages.enumerated() {
                if place == stages.count { stages.append((stage.name, [])) }
                stages[place].times.append(stage.duration.seconds)
            }
            // So that the next look sees that the file has settled.
            try await Task.sleep(for: .milliseconds(150))
        }
        print("| edit of a page, median of \(Self.edits) | ms |")
        print("| --- | ---: |")
        print("| until pages can be read | \(rounded(median(shown) * 1000)) |")
        print("| until the search follows | \(rounded(median(whole) * 1000)) |")
        for stage in stages { print("| of it: \(stage.name) | \(rounded(median(stage.times) * 1000)) |") }
    }

    private func path(of page: URL) -> SourcePath {
        SourcePath(String(page.path.dropFirst(URL(filePath: folder).path.count + 1)))
    }

    // MARK: Figures

    private func seconds(_ work: () async throws -> Void) async rethrows -> Double {
        let clock = ContinuousClock()
        return try await clock.measure { try await work() }.seconds
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
