import PraxisDiagnostics
import PraxisFiles
import PraxisModel
import PraxisTestSupport
import Synchronization

@testable import PraxisBuild

/// One build after the other, as a preview does them.
struct BuildSession {
    private let includesDrafts: Bool
    private var files = InMemoryFiles()
    private var loaded: Build.Loaded?
    private var shown: (rendered: Build.Rendered, output: OutputTree)?

    init(includesDrafts: Bool = true) {
        self.includesDrafts = includesDrafts
    }

    typealias Outcome = (findings: [String], rendered: Build.Rendered?, output: OutputTree?)

    /// Builds, and notes what is seen of the output whenever more of it is there.
    mutating func steps<Seen: Sendable>(
        of site: SmallSite, first address: String, _ look: @escaping @Sendable (OutputTree) -> Seen
    ) async throws -> (steps: [Seen], outcome: Outcome) {
        let seen = Mutex<[Seen]>([])
        let outcome = try await build(site, first: [Route(address)]) { output in
            seen.withLock { $0.append(look(output)) }
        }
        return (seen.withLock { $0 }, outcome)
    }

    /// A site with errors is read but not rendered.
    mutating func build(
        _ site: SmallSite, first: Set<Route> = [], progress: @Sendable (OutputTree) -> Void = { _ in }
    ) async throws -> Outcome {
        var options = site.options
        options.isRepeated = true
        options.includesDrafts = includesDrafts
        let build = Build(options)
        let loaded = try await build.load(site.files, after: loaded, changes: changes(to: site.files))
        self.loaded = loaded
        files = site.files
        let findings = loaded.findings.map { FindingTextFormat().text(for: $0) }
        guard !loaded.hasErrors else { return (findings, nil, nil) }
        let update = OutputUpdate(of: shown?.output ?? OutputTree())
        let rendered = try await build.render(loaded.renderable, into: update, after: shown?.rendered, first: first) {
            _ in
            progress(update.current)
        }
        let output = try update.finish()
        shown = (rendered, output)
        return (findings, rendered, output)
    }

    /// What somebody who watched the site has seen.
    private func changes(to new: InMemoryFiles) -> FileChanges {
        let paths = Set(files.paths).union(new.paths)
        return FileChanges(paths: paths.filter { files[$0.rawValue] != new[$0.rawValue] })
    }
}
