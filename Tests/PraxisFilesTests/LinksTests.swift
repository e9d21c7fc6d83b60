import PraxisDiagnostics
import PraxisFiles
import PraxisTestSupport
import Testing

@Suite struct LinksTests {
    @Test(arguments: Storage.allCases)
    func aLinkToAFileIsThatFile(storage: Storage) throws {
        var site: InMemoryFiles = ["content/shared/rules.md": "Be kind", "content/index.md": ""]
        site.link("content/rules.md", to: "shared/rules.md")
        site.link("content/again.md", to: "./rules.md")
        let (tree, folder) = try storage.tree(of: site)
        #expect(tree.findings.isEmpty)
        for name in ["content/rules.md", "content/again.md"] {
            let entry = try #require(tree[SourcePath(name)])
            #expect(entry.kind == .file)
            #expect(entry.source == SourcePath("content/shared/rules.md"))
            guard case .text(let source) = tree.text(of: entry) else {
                Issue.record("refused")
                continue
            }
            #expect(source.path.rawValue == name)
            #expect(source.bytes == Array("Be kind".utf8))
        }
        _ = folder
    }

    @Test(arguments: [
        ("/etc/passwd", "this link leads to \"/etc/passwd\", outside the site's folder"),
        ("../../secret.md", "this link leads to \"../../secret.md\", outside the site's folder"),
        ("../README.md", "this link leads to \"README.md\", which is no file that Praxis reads"),
        ("../.git/config", "this link leads to \".git/config\", which is no file that Praxis reads"),
        ("nothing.md", "this link leads to \"content/nothing.md\", which is no file that Praxis reads"),
        ("folder", "this link leads to the folder \"content/folder\"; only links to files are followed"),
        (".", "this link leads to the folder \"content\"; only links to files are followed"),
        ("page.md", "this link leads in a circle"),
        ("other.md", "this link leads in a circle"),
        (
            "folder/../folder/../../themes/../../x",
            "this link leads to \"folder/../folder/../../themes/../../x\", outside the site's folder"
        ),
    ])
    func aLinkThatLeavesIsRefused(target: String, message: String) throws {
        for storage in Storage.allCases {
            var site: InMemoryFiles = [
                "content/folder/x.md": "", "README.md": "read me", ".git/config": "token", "content/index.md": "",
            ]
            site.link("content/page.md", to: target)
            site.link("content/other.md", to: "page.md")
            let (tree, folder) = try storage.tree(of: site)
            let findings = tree.findings.filter { $0.location.path.rawValue == "content/page.md" }
            #expect(findings.map(\.message) == [message])
            #expect(findings.map(\.rule) == [.link])
            #expect(tree[SourcePath("content/page.md")] == nil)
            #expect(tree[SourcePath("content/other.md")] == nil)
            _ = folder
        }
    }

    @Test(arguments: Storage.allCases)
    func contentThatIsItselfALinkIsNotFollowed(storage: Storage) throws {
        var site: InMemoryFiles = ["elsewhere/index.md": ""]
        site.link("content", to: "elsewhere")
        let (tree, _) = try storage.tree(of: site)
        #expect(tree.entries.isEmpty)
        #expect(tree.findings.map(\.rule) == [.link])
    }

    @Test func aFileThatBecameALinkIsNotFollowed() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "content/index.md")
        try folder.write("secret", to: "secret.md")
        let tree = try ContentTree(of: DiskFiles(root: folder.path))
        let entry = try #require(tree[SourcePath("content/index.md")])
        try Permissions.replace("\(folder.path)/content/index.md", withLinkTo: "\(folder.path)/secret.md")
        #expect(throws: FileError.notAFile(entry.path)) { try tree.bytes(of: entry) }
    }
}
