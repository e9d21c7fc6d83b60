import Foundation
import PraxisDiagnostics
import PraxisTestSupport
import Testing

@testable import PraxisFiles

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@Suite struct FileEditsTests {
    private let folder: TemporaryFolder
    private let files: DiskFiles

    init() throws {
        folder = try TemporaryFolder()
        files = DiskFiles(root: folder.path)
        for (path, text) in Self.site { try folder.write(text, to: path) }
    }

    private static let site = [
        "content/a.md": "A", "content/b.md": "\u{FEFF}B", "content/c/d.md": "D", "content/c/.hidden": "h",
    ]

    private static func path(_ text: String) -> SourcePath { SourcePath(text) }

    private func apply(_ edits: FileEdits) -> FileEditError? {
        do throws(FileEditError) {
            try edits.apply(to: files)
            return nil
        } catch {
            return error
        }
    }

    private func contents() throws -> [String: String] {
        try folder.tree().filter { !$0.key.hasSuffix("/") }
    }

    @Test func movesTextsAndRemovalsAreDoneTogether() throws {
        let edits = FileEdits(
            moves: [.init(from: Self.path("content/c"), to: Self.path("content/e"))],
            writes: [
                .init(path: Self.path("content/e/d.md"), old: Array("D".utf8), new: Array("D2".utf8)),
                .init(path: Self.path("content/b.md"), old: Array("B".utf8), new: Array("B2".utf8)),
                .init(path: Self.path("content/x/y/new.md"), old: nil, new: Array("N".utf8)),
            ], removals: [Self.path("content/a.md")])
        #expect(apply(edits) == nil)
        let expected = [
            "content/b.md": "\u{FEFF}B2", "content/e/d.md": "D2", "content/e/.hidden": "h", "content/x/y/new.md": "N",
        ]
        #expect(try contents() == expected)
        #expect(try folder.tree()[".praxis/"] == nil)
        #expect(
            edits.paths.map(\.rawValue) == [
                "content/a.md", "content/b.md", "content/e", "content/e/d.md", "content/x/y/new.md",
            ])

        var memory = InMemoryFiles()
        for (path, text) in Self.site { memory[path] = text }
        try edits.apply(to: &memory)
        #expect(
            Dictionary(uniqueKeysWithValues: memory.paths.map { ($0.rawValue, memory[$0.rawValue] ?? "") }) == expected)
    }

    @Test func aFolderOutOfWhichEverythingWasMovedGoes() throws {
        for name in ["one/guides/x.md", "one/guides/y.md", "two/guides/z.md", "two/index.md"] {
            try folder.write(name, to: "content/communities/\(name)")
        }
        func move(_ names: String...) -> FileEdits {
            FileEdits(
                moves: names.map {
                    .init(
                        from: Self.path("content/communities/\($0)"),
                        to: Self.path("content/new/\($0.replacing("/", with: "-"))"))
                })
        }
        func isThere(_ name: String) throws -> Bool { try folder.tree()["content/communities\(name)/"] != nil }
        #expect(apply(move("one/guides/x.md")) == nil)
        #expect(try isThere("/one/guides"))
        #expect(apply(move("one/guides/y.md", "two/guides/z.md")) == nil)
        #expect(try !isThere("/one") && !isThere("/two/guides") && isThere("/two"))
        #expect(apply(move("two/index.md")) == nil)
        #expect(try !isThere("/two") && isThere(""))
    }

    @Test func nothingIsDoneWhenAFileIsInTheWayOrHasChanged() throws {
        let a = Self.path("content/a.md")
        let new = FileEdits.Write(path: Self.path("content/new.md"), old: nil, new: [65])
        for (edits, error) in [
            (FileEdits(writes: [new, .init(path: a, old: nil, new: [])]), FileEditError.exists(a)),
            (FileEdits(writes: [new, .init(path: a, old: [66], new: [])]), .changed(a)),
            (FileEdits(moves: [.init(from: Self.path("content/c"), to: a)], writes: [new]), .exists(a)),
            (
                FileEdits(moves: [.init(from: Self.path("content/q"), to: Self.path("r"))]),
                .missing(Self.path("content/q"))
            ),
            (FileEdits(writes: [new], removals: [Self.path("content/q")]), .missing(Self.path("content/q"))),
        ] {
            #expect(apply(edits) == error)
            #expect(try contents() == Self.site)
            var memory = InMemoryFiles()
            for (path, text) in Self.site { memory[path] = text }
            #expect(throws: error) { try edits.apply(to: &memory) }
            #expect(memory.paths.count == Self.site.count)
        }
    }

    @Test func whatWasDoneIsTakenBackWhenALaterStepFails() throws {
        // A file where a folder is wanted shows only when the step is made.
        let edits = FileEdits(
            moves: [.init(from: Self.path("content/c"), to: Self.path("content/e"))],
            writes: [
                .init(path: Self.path("content/b.md"), old: Array("B".utf8), new: Array("B2".utf8)),
                .init(path: Self.path("content/a.md/x.md"), old: nil, new: [65]),
            ], removals: [Self.path("content/a.md")])
        guard case .cannotWrite(let path, _) = apply(edits) else {
            Issue.record("it was done")
            return
        }
        #expect(path == Self.path("content/a.md/x.md"))
        #expect(try contents() == Self.site)
        #expect(try folder.tree()["content/e/"] == nil)
    }

    @Test(arguments: ["old-0", "removed-3"])
    func textsThatAnEarlierChangeLeftAreNeitherLostNorIgnored(_ name: String) throws {
        try folder.write("the only copy", to: ".praxis/edit/\(name)")
        try folder.write("staged", to: ".praxis/edit/new-0")
        let edits = FileEdits(writes: [.init(path: Self.path("content/a.md"), old: [65], new: [66])])
        let error = apply(edits)
        #expect(error == .unfinished(Self.path(".praxis/edit")))
        #expect(error?.description.contains("the old texts are in .praxis/edit") == true)
        #expect(folder.text(of: ".praxis/edit/\(name)") == "the only copy")
        #expect(folder.text(of: "content/a.md") == "A")
        try FileManager.default.removeItem(atPath: folder.path + "/.praxis/edit")
        #expect(apply(edits) == nil)
        #expect(folder.text(of: "content/a.md") == "B")
    }

    @Test func whatWasOnlyPreparedIsInNobodysWay() throws {
        try folder.write("staged", to: ".praxis/edit/new-0")
        #expect(apply(FileEdits(writes: [.init(path: Self.path("content/a.md"), old: [65], new: [66])])) == nil)
        #expect(folder.text(of: "content/a.md") == "B")
    }

    #if os(Linux)
    /// The system says of each name in a folder that something was moved away from it or removed.
    @Test func noPlaceIsEverWithoutAText() throws {
        let queue = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        defer { close(queue) }
        #expect(inotify_add_watch(queue, "\(folder.path)/content", UInt32(IN_MOVED_FROM | IN_DELETE)) >= 0)
        let edits = FileEdits(writes: [
            .init(path: Self.path("content/a.md"), old: Array("A".utf8), new: Array("A2".utf8)),
            .init(path: Self.path("content/b.md"), old: Array("B".utf8), new: Array("B2".utf8)),
        ])
        #expect(apply(edits) == nil)
        var events = [UInt8](repeating: 0, count: 4096)
        let count = read(queue, &events, events.count)
        let code = errno
        #expect(count == -1)
        #expect(code == EAGAIN)
        #expect(folder.text(of: "content/a.md") == "A2")
    }
    #endif

    @Test func permissionsStayAndLinksAreNotWrittenThrough() throws {
        let a = Self.path("content/a.md")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path + "/content/a.md")
        #expect(apply(FileEdits(writes: [.init(path: a, old: [65], new: [66])])) == nil)
        let mode =
            try FileManager.default.attributesOfItem(atPath: folder.path + "/content/a.md")[.posixPermissions] as? Int
        #expect(mode == 0o640)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/content/l.md", withDestinationPath: "a.md")
        let link = Self.path("content/l.md")
        #expect(apply(FileEdits(writes: [.init(path: link, old: [66], new: [67])])) == .link(link))
        #expect(apply(FileEdits(moves: [.init(from: link, to: Self.path("content/m.md"))])) == .link(link))
    }
}
