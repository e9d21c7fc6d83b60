import Foundation
import PraxisBytes
import PraxisDiagnostics
import PraxisFiles
import PraxisTestSupport
import Testing

@testable import PraxisBuild
@testable import PraxisCommandLine

/// A build that is not made, because nothing has changed, leaves what a build from nothing makes.
struct FinishedBuildTests {
    @Test(arguments: 0..<2 as Range<UInt64>) func afterAnyEditsTheFolderIsAsIfBuiltFromNothing(
        seed: UInt64
    ) async throws {
        var site = SiteEdit.site()
        let place = try BuiltFolder()
        var random = SeededGenerator(seed: seed)
        var (whole, unmade) = (site, 0)
        for (number, edit) in SiteEdit.script(seed: seed + 200, count: 12).enumerated() {
            edit.apply(to: &site)
            guard let clean = try await BuiltFolder.fromNothing(site) else {
                site = whole
                continue
            }
            whole = site
            try place.write(site)
            for _ in 0..<3 {
                let built = try await place.build(site)
                if built.isUnmade { unmade += 1 }
                #expect(built.findings == clean.findings, "after \(number) edits")
                #expect(try place.output() == clean.output, "after \(number) edits")
                try place.disturb(&random)
            }
        }
        #expect(unmade > 5)
    }

    @Test func itSurvivesItsBytesAndDamageIsNoticed() throws {
        let path = SourcePath("content/site.yaml")
        let place = Location(
            path: path,
            range: SourceRange(
                start: SourcePosition(line: 3, column: 7), end: SourcePosition(line: 3, column: 12)),
            excerpt: "title: Café\t\u{1F600}")
        var other = Finding(
            Rule("b.c", .error, "A rule."), at: place, "this is wrong", advice: "mend it",
            notes: [Finding.Note("here too", at: Location(path: path))], field: "title")
        other.severity = .advice
        let finished = FinishedBuild(
            inputs: Fingerprint(rawValue: .max), commit: "abc",
            output: OutputState(
                secret: 1, list: Fingerprint(rawValue: 2), files: Fingerprint(rawValue: 3), count: 4,
                toldByBytes: [0, 300]),
            pageCount: 5, hasAddress: true,
            findings: [Finding(Rule("a.b", .advice, ""), at: Location(path: path), ""), other])
        let bytes = finished.bytes
        #expect(FinishedBuild(bytes) == finished)
        #expect(FinishedBuild([]) == nil)
        for cut in bytes.indices { #expect(FinishedBuild(Array(bytes[..<cut])) == nil) }
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 0x10
            #expect(FinishedBuild(damaged) == nil)
        }
    }

    @Test func allThatIsFoundOnASiteSurvivesItsBytes() async throws {
        var site = SiteEdit.site()
        site["communities/guild/guides/g.md"] = "---\ntitle: G\nkind: how-to\n---\n\n[Somewhere](http://example.org)\n"
        let place = try BuiltFolder()
        try place.write(site)
        let findings = try #require(try await BuiltFolder.fromNothing(site)).findings
        #expect(!findings.isEmpty)
        _ = try await place.build(site)
        let again = try await place.build(site)
        #expect(again.isUnmade && again.findings == findings)
    }

    @Test func aNewCommitCountsWhereASiteSaysWhenItsPagesChanged() async throws {
        var site = SmallSite()
        let place = try BuiltFolder()
        for (history, commits, isUnmade) in [
            ("", [nil, nil], true), ("", ["a", "b"], true), ("\nhistory: true\n", ["a", "a"], true),
            ("\nhistory: true\n", ["a", "b"], false), ("\nhistory: true\n", [nil, nil], false),
            ("\nhistory: true\n", ["a", nil], false),
        ] as [(String, [String?], Bool)] {
            site["site.yaml"] = "title: Guild\nlanguage: en\n\(history)"
            try place.write(site)
            _ = try await place.build(site, commit: commits[0], isFresh: true)
            #expect(try await place.build(site, commit: commits[1]).isUnmade == isUnmade, "\(history) \(commits)")
        }
    }
}

/// A site and its output in a folder on disk, built one run after the other.
private struct BuiltFolder {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    struct Outcome {
        let findings: [Finding]
        let isUnmade: Bool
    }

    /// What a build from nothing finds and makes; `nil` of a site with errors.
    static func fromNothing(_ site: SmallSite) async throws -> (findings: [Finding], output: [String: [UInt8]])? {
        let build = Build(site.options)
        let loaded = try await build.load(site.files)
        guard !loaded.hasErrors else { return nil }
        let collector = OutputCollector()
        _ = try await build.render(loaded.renderable, into: collector)
        let tree = collector.tree
        var output: [String: [UInt8]] = [:]
        for path in tree.paths { output[path.rawValue] = try tree.bytes(at: path.rawValue) }
        return (loaded.findings, output)
    }

    /// Brings the site's folder up to date, touching only files that are different.
    func write(_ site: SmallSite) throws {
        let old = try folder.tree(of: "content")
        for path in old.keys where !path.hasSuffix("/") && site.files["content/\(path)"] == nil {
            try FileManager.default.removeItem(atPath: "\(folder.path)/content/\(path)")
        }
        let oldThemes = try folder.tree(of: "themes")
        for path in oldThemes.keys where !path.hasSuffix("/") && site.files["themes/\(path)"] == nil {
            try FileManager.default.removeItem(atPath: "\(folder.path)/themes/\(path)")
        }
        for path in site.files.paths {
            let bytes = try site.files.bytes(of: path, limit: .max)
            guard folder.bytes(of: path.rawValue) != bytes else { continue }
            let place = URL(fileURLWithPath: "\(folder.path)/\(path)")
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: place)
        }
    }

    /// One run of the program.
    func build(_ site: SmallSite, commit: String? = nil, isFresh: Bool = false) async throws -> Outcome {
        var options = site.options
        options.isRecorded = true
        let build = FolderBuild(
            files: SettledFiles(DiskFiles(root: folder.path), commit: commit), siteFolder: folder.path,
            build: Build(options), output: nil, cacheFolder: "\(folder.path)/cache", isFresh: isFresh,
            console: Console(isInteractive: false, usesColor: { _ in false }) { _, _ in })
        let built = try await build.run(json: false)
        return Outcome(findings: built.report.findings, isUnmade: built.isUnmade)
    }

    /// All that Praxis has written.
    func output() throws -> [String: [UInt8]] {
        var output: [String: [UInt8]] = [:]
        for path in try WrittenOutput.paths(in: "\(folder.path)/public") {
            output[path.rawValue] = folder.bytes(of: "public/\(path)")
        }
        return output
    }

    /// Does something to the output, or to a file of the site without changing it, or nothing.
    func disturb(_ random: inout SeededGenerator) throws {
        let written = try WrittenOutput.paths(in: "\(folder.path)/public")
        guard let path = written.randomElement(using: &random) else { return }
        let place = "\(folder.path)/public/\(path)"
        switch Int.random(in: 0..<8, using: &random) {
        case 0: try FileManager.default.removeItem(atPath: place)
        case 1: try Data("somebody else's".utf8).write(to: URL(fileURLWithPath: place))
        case 2:
            // In place, of the same length.
            let handle = try #require(FileHandle(forWritingAtPath: place))
            try handle.write(contentsOf: Data("#".utf8))
            try handle.close()
        case 3:
            try FileManager.default.setAttributes(
                [.modificationDate: Date()], ofItemAtPath: "\(folder.path)/content/site.yaml")
        case 4: try FileManager.default.removeItem(atPath: "\(folder.path)/cache")
        default: break
        }
    }
}
