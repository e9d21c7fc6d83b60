import PraxisFiles
import PraxisTestSupport
import Testing

@testable import PraxisBuild
@testable import PraxisBytes
@testable import PraxisModel

/// A build that takes over what an earlier run of the program left gives what a build from nothing gives.
struct BuildRecordTests {
    @Test(arguments: 0..<2 as Range<UInt64>) func afterAnyEditsTheSiteIsAsIfBuiltFromNothing(seed: UInt64) async throws
    {
        var site = SiteEdit.site()
        var run = Run()
        var (whole, taken) = (site, 0)
        for (number, edit) in SiteEdit.script(seed: seed + 100, count: 24).enumerated() {
            edit.apply(to: &site)
            guard let clean = try await Run().build(site) else {
                site = whole
                continue
            }
            whole = site
            let outcome = try #require(try await run.build(site))
            taken += outcome.rendered.pageCount - outcome.rendered.newPageCount
            for path in Set(clean.output.contents.keys).union(outcome.output.contents.keys) {
                #expect(
                    try clean.output.bytes(at: path) == outcome.output.bytes(at: path), "\(path) after \(number) edits")
            }
            let (noted, expected) = try (#require(outcome.rendered.record), #require(clean.rendered.record))
            #expect(noted.basis == expected.basis && noted.pages == expected.pages)
            #expect(noted.files.mapValues(\.reads) == expected.files.mapValues(\.reads))
            run = outcome.next
        }
        #expect(taken > 0)
    }

    @Test func anEditOfATextMakesItsOwnPageAnew() async throws {
        var site = SiteEdit.site()
        site["communities/guild/guides/g.md"] = "---\ntitle: G\nkind: how-to\n---\n\nFirst.\n\nSecond.\n"
        let first = try #require(try await Run().build(site))
        #expect(first.rendered.newPageCount == first.rendered.pageCount)
        let same = try #require(try await first.next.build(site))
        #expect(same.rendered.newPageCount == 0)
        site["communities/guild/guides/g.md"]? += "More.\n"
        let edited = try #require(try await same.next.build(site))
        #expect(edited.rendered.newPageCount == 1)
    }

    @Test func whatIsNotAsItWasMadeIsMadeAnew() async throws {
        let site = SiteEdit.site()
        let first = try #require(try await Run().build(site))
        var next = first.next
        let home = try OutputPath("index.html")
        try next.output.replace(.bytes(Array("somebody else's".utf8)), at: home)
        next.output.remove(try OutputPath("404.html"))
        let second = try #require(try await next.build(site))
        #expect(second.rendered.newPageCount == 2)
        #expect(try second.output.bytes(at: "index.html") == first.output.bytes(at: "index.html"))
        #expect(try second.output.bytes(at: "404.html") == first.output.bytes(at: "404.html"))
    }

    @Test func nobodyCanTellWhatAFileHasToLookLike() async throws {
        let site = SiteEdit.site()
        let records = try await [Run().build(site), Run().build(site)].map { try #require($0?.rendered.record) }
        #expect(records[0].files["index.html"]?.contents != records[1].files["index.html"]?.contents)
    }

    @Test func aRecordSurvivesItsBytesAndDamageIsNoticed() async throws {
        let record = try #require(try await Run().build(SiteEdit.site())?.rendered.record)
        let bytes = record.bytes
        #expect(BuildRecord(bytes) == record)
        #expect(BuildRecord([]) == nil)
        #expect(BuildRecord(Array("praxis build 2\n".utf8) + bytes.dropFirst(15)) == nil)
        for cut in stride(from: 0, to: bytes.count, by: 97) { #expect(BuildRecord(Array(bytes[..<cut])) == nil) }
        for place in stride(from: 0, to: bytes.count, by: 89) {
            var damaged = bytes
            damaged[place] ^= 0x10
            #expect(BuildRecord(damaged) == nil)
        }
    }

    @Test func theCacheKeepsARecordForEachSiteAndOutput() async throws {
        let folder = try TemporaryFolder()
        let record = try #require(try await Run().build(SiteEdit.site())?.rendered.record)
        let cache = BuildCache(in: "\(folder.path)/caches", forSiteIn: "/a", output: "/a/public")
        #expect(cache.record == nil)
        try cache.keep(record, nil)
        #expect(cache.record == record)
        #expect(BuildCache(in: "\(folder.path)/caches", forSiteIn: "/a", output: "/b").record == nil)
        #expect(BuildCache(in: "\(folder.path)/caches", forSiteIn: "/b", output: "/a/public").record == nil)
    }
}

/// A run of the program: one build.
private struct Run {
    var record: BuildRecord?
    var output = OutputTree()

    struct Outcome {
        let rendered: Build.Rendered
        let output: OutputTree

        /// The run after it, to which its record came as bytes.
        var next: Run { Run(record: rendered.record.flatMap { BuildRecord($0.bytes) }, output: output) }
    }

    /// `nil` for a site with errors.
    func build(_ site: SmallSite) async throws -> Outcome? {
        var options = site.options
        options.isRecorded = true
        let build = Build(options)
        let loaded = try await build.load(site.files)
        guard !loaded.hasErrors else { return nil }
        let collector = OutputCollector()
        let output = output
        let rendered = try await build.render(
            loaded.renderable, into: collector,
            earlierRun: record.map { EarlierRun($0) { path in try? output.bytes(at: path) } })
        return Outcome(rendered: rendered, output: collector.tree)
    }
}
