import PraxisDiagnostics
import PraxisTestSupport
import Testing

@testable import PraxisFiles

/// A site's folder is the same while nothing shows in its listing.
struct SiteStateTests {
    private let files: InMemoryFiles = [
        "content/site.yaml": "title: Guild", "content/a/index.md": "A", "content/b.md": "B",
        "themes/own/theme.yaml": "",
    ]

    @Test func itIsTheSameInAnyOrder() throws {
        let nodes = try SiteListing(of: files, required: [SourcePath("content")], optional: []).nodes
        let state = SiteState(of: nodes, listedAt: 10)
        #expect(state == SiteState(of: nodes.reversed(), listedAt: 10))
        #expect(nodes.count > 3)
    }

    @Test(arguments: [
        "another text", "another file", "a file less", "another name", "another theme", "an empty folder", "a link",
        "another link", "a file in place of a folder",
    ])
    func everyChangeShows(change: String) throws {
        var files = files
        files.link("content/link.md", to: "b.md")
        let before = try SiteState(of: files)
        switch change {
        case "another text": files["content/b.md"] = "C"
        case "another file": files["content/c.md"] = ""
        case "a file less": files["content/b.md"] = nil
        case "another name":
            files["content/b.md"] = nil
            files["content/c.md"] = "B"
        case "another theme": files["themes/own/theme.yaml"] = "x"
        case "an empty folder": files.makeFolder("content/c")
        case "a link": files.link("content/other.md", to: "b.md")
        case "another link": files.link("content/link.md", to: "a/index.md")
        default:
            files["content/a/index.md"] = nil
            files["content/a"] = "A"
        }
        #expect(try SiteState(of: files) != before)
    }

    @Test func whatEditorsLeaveDoesNotCount() throws {
        var files = files
        let before = try SiteState(of: files)
        files["content/.b.md.swp"] = "x"
        files["content/b.md~"] = "B"
        files["public/index.html"] = "not of the site"
        #expect(try SiteState(of: files) == before)
    }

    @Test func eachPartOfAStampCounts() throws {
        let stamp = FileStamp(size: 1, modified: 2, changed: 3, number: 4)
        let others = [
            FileStamp(size: 2, modified: 2, changed: 3, number: 4),
            FileStamp(size: 1, modified: 1, changed: 3, number: 4),
            FileStamp(size: 1, modified: 2, changed: 2, number: 4),
            FileStamp(size: 1, modified: 2, changed: 3, number: 5),
        ]
        func state(_ stamp: FileStamp) -> SiteState {
            SiteState(of: [FileNode(path: SourcePath("content/a.md"), kind: .file, stamp: stamp)], listedAt: 0)
        }
        for other in others { #expect(state(other) != state(stamp)) }
    }

    /// Milliseconds since 1970 at which a file was written and last changed otherwise, whether it is settled at 10,000.5 ms.
    @Test(arguments: [
        (written: 9_000.5, changed: 9_000.5, isSettled: true), (9_950.5, 9_950.5, false), (9_000.5, 9_950.5, false),
        // Copied with its old time, or with one that is yet to come, or after the clock was set back.
        (1.0, 9_999.5, false), (20_000.5, 20_000.5, false), (1.0, 20_000.5, false),
        // A file system that knows seconds only, or pairs of them.
        (9_000.0, 9_000.0, false), (8_000.0, 8_000.0, false), (7_000.0, 7_000.0, true),
        // Whole seconds that somebody has set.
        (9_000.0, 9_000.5, true),
    ])
    func aFileThatWasJustWrittenMayChangeUnseen(written: Double, changed: Double, isSettled: Bool) {
        let stamp = FileStamp(size: 1, modified: Int64(written * 1e6), changed: Int64(changed * 1e6), number: 1)
        let node = FileNode(path: SourcePath("content/a.md"), kind: .file, stamp: stamp)
        #expect(SiteState(of: [node], listedAt: 10_000_500_000).isSettled == isSettled)
    }

    @Test func aTreeKnowsTheStateOfTheListingThatItIsMadeOf() throws {
        let tree = try ContentTree(of: files)
        #expect(try tree.state == SiteState(of: files))
        var edited = files
        edited["content/b.md"] = "C"
        let updated = try tree.updated(by: FileChanges(paths: [SourcePath("content/b.md")]), in: edited)
        #expect(try #require(updated).state == nil)
    }
}
