import PraxisDiagnostics
import PraxisFiles
import PraxisTestSupport
import Testing

/// Where a site is kept. What is true of one must be true of the other.
enum Storage: CaseIterable {
    case disk, memory

    /// The tree of a site kept this way, and what must live as long as it is read.
    func tree(of site: InMemoryFiles) throws -> (tree: ContentTree, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        switch self {
        case .memory: return (try ContentTree(of: site), folder)
        case .disk:
            try site.write(to: folder.path)
            return (try ContentTree(of: DiskFiles(root: folder.path)), folder)
        }
    }
}

@Suite struct ContentTreeTests {
    @Test(arguments: Storage.allCases)
    func entriesAreSortedByTheBytesOfTheirPaths(storage: Storage) throws {
        let site: InMemoryFiles = [
            "content/b.md": "", "content/a/x.md": "", "content/a-b.md": "", "content/Z.md": "", "content/é.md": "",
        ]
        let (tree, _) = try storage.tree(of: site)
        #expect(
            tree.entries.map(\.path.rawValue) == [
                "content", "content/Z.md", "content/a", "content/a-b.md", "content/a/x.md", "content/b.md",
                "content/é.md",
            ])
        #expect(tree.findings.isEmpty)
        #expect(tree.entries(below: SourcePath("content/a")).map(\.path.rawValue) == ["content/a/x.md"])
    }

    @Test(arguments: Storage.allCases)
    func bothFoldersOfASiteAreReadAndNothingElse(storage: Storage) throws {
        let site: InMemoryFiles = [
            "content/index.md": "", "themes/ours/theme.yaml": "", "notes/private.md": "", "README.md": "",
        ]
        let (tree, _) = try storage.tree(of: site)
        #expect(
            tree.entries.filter { $0.kind == .file }.map(\.path.rawValue) == [
                "content/index.md", "themes/ours/theme.yaml",
            ])
    }

    @Test(arguments: Storage.allCases)
    func whatEditorsAndSystemsLeaveIsSkipped(storage: Storage) throws {
        let site: InMemoryFiles = [
            "content/index.md": "", "content/index.md~": "", "content/.index.md.swp": "", "content/a.md.swp": "",
            "content/#a.md#": "", "content/.DS_Store": "", "content/.git/config": "", "content/Thumbs.db": "",
            "content/~$plan.docx": "", "content/4913": "",
        ]
        let (tree, _) = try storage.tree(of: site)
        #expect(tree.entries.map(\.path.rawValue) == ["content", "content/index.md"])
    }

    // MARK: Looking again

    /// The tree after one path has changed, or `nil` where all has to be listed again; and what listing all gives.
    private func trees(
        of site: InMemoryFiles, changing path: String, to text: String?
    ) throws -> (updated: ContentTree?, listed: ContentTree) {
        var new = site
        new[path] = text
        let changes = FileChanges(paths: [SourcePath(path)])
        return (try ContentTree(of: site).updated(by: changes, in: new), try ContentTree(of: new))
    }

    @Test func ofAFileThatHasChangedNothingButItsStampIsNew() throws {
        let site: InMemoryFiles = ["content/a.md": "Old", "content/b.md": "Old", "themes/a/theme.yaml": ""]
        let (updated, listed) = try trees(of: site, changing: "content/b.md", to: "New")
        let tree = try #require(updated)
        #expect(tree.entries == listed.entries)
        #expect(tree.entries != (try ContentTree(of: site)).entries)
        let entry = try #require(tree[SourcePath("content/b.md")])
        #expect(try tree.bytes(of: entry) == Array("New".utf8))
    }

    @Test func whatCameAndWentAgainIsNoChange() throws {
        let site: InMemoryFiles = ["content/a.md": ""]
        #expect(try trees(of: site, changing: "content/a.md.new", to: nil).updated?.entries.count == 2)
    }

    @Test(arguments: [("content/new.md", "" as String?), ("content/a.md", nil), ("content/folder", nil)])
    func whatComesOrGoesMakesAllBeListedAgain(path: String, text: String?) throws {
        var site: InMemoryFiles = ["content/a.md": "", "content/b.md": ""]
        site.makeFolder("content/folder")
        #expect(try trees(of: site, changing: path, to: text).updated?.entries == nil)
    }

    @Test func whereMoreMayHaveChangedAllIsListedAgain() throws {
        let site: InMemoryFiles = ["content/a.md": ""]
        #expect(try ContentTree(of: site).updated(by: .anything, in: site)?.entries == nil)
        #expect(try ContentTree(of: site).updated(by: FileChanges(), in: site)?.entries.count == 2)
    }

    @Test func whereThereAreLinksAllIsListedAgain() throws {
        var site: InMemoryFiles = ["content/a.md": "Old"]
        site.link("content/b.md", to: "a.md")
        #expect(try trees(of: site, changing: "content/a.md", to: "New").updated?.entries == nil)
    }

    @Test func aFileWhoseNameWasAProblemMakesAllBeListedAgainWhenItGoes() throws {
        let site: InMemoryFiles = ["content/a.md": "", "content/b\u{7}.md": ""]
        #expect(try !ContentTree(of: site).findings.isEmpty)
        #expect(try trees(of: site, changing: "content/b\u{7}.md", to: nil).updated?.entries == nil)
    }

    @Test(arguments: Storage.allCases)
    func aFolderWithoutContentIsNoSite(storage: Storage) throws {
        #expect(throws: FileError.self) { try storage.tree(of: ["themes/a/theme.yaml": ""]) }
    }

    @Test func aFolderThatIsNotThereIsNoSite() {
        #expect { try ContentTree(of: DiskFiles(root: "/no/such/place")) } throws: { error in
            "\(error)".hasPrefix("\"/no/such/place\" has no folder \"content\", so it is not a site's folder")
        }
    }

    @Test(arguments: Storage.allCases)
    func bytesAreThoseOfTheFile(storage: Storage) throws {
        var site: InMemoryFiles = ["content/index.md": "Hello"]
        let picture = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        site.set("content/picture.png", to: picture)
        site.set("content/empty.txt", to: [])
        let (tree, _folder) = try storage.tree(of: site)
        #expect(try tree.bytes(of: #require(tree[SourcePath("content/picture.png")])) == picture)
        #expect(try tree.bytes(of: #require(tree[SourcePath("content/empty.txt")])).isEmpty)
        var pieces = [UInt8]()
        try tree.read(#require(tree[SourcePath("content/picture.png")])) { pieces += $0 }
        #expect(pieces == picture)
        #expect(tree[SourcePath("content/picture.png")]?.stamp.size == 200_000)
        #expect(tree[SourcePath("content/none.png")] == nil)
        _ = _folder
    }

    @Test(arguments: Storage.allCases)
    func aChangedFileHasAnotherStamp(storage: Storage) throws {
        var site: InMemoryFiles = ["content/index.md": "one"]
        let (before, first) = try storage.tree(of: site)
        site["content/index.md"] = "two"
        let (after, second) = try storage.tree(of: site)
        let path = SourcePath("content/index.md")
        #expect(before[path]?.stamp != after[path]?.stamp)
        _ = (first, second)
    }

    @Test(arguments: Storage.allCases)
    func aSpecialFileIsReportedAndNeverOpened(storage: Storage) throws {
        var site: InMemoryFiles = ["content/index.md": ""]
        site.makeSpecial("content/pipe.md")
        let (tree, _) = try storage.tree(of: site)
        #expect(tree.entries.count == 2)
        #expect(
            tree.findings.map(\.message) == ["\"pipe.md\" is neither a file nor a folder but a pipe, socket or device"])
    }

    @Test(arguments: Storage.allCases)
    func aFolderWhereAPageShouldBeIsReported(storage: Storage) throws {
        let (tree, _) = try storage.tree(of: ["content/about.md/notes.txt": "", "content/index.md": ""])
        #expect(tree.findings.map(\.message) == ["\"about.md\" is a folder where a file should be"])
        #expect(tree.findings.map(\.rule) == [.notAFile])
    }

    @Test(arguments: Storage.allCases)
    func aFileWhereAFolderShouldBeIsReported(storage: Storage) throws {
        let (tree, _) = try storage.tree(of: ["content": "text", "themes/x.yaml": ""])
        #expect(tree.findings.map(\.message) == ["\"content\" is a file where a folder should be"])
    }
}
