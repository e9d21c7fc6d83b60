import PraxisDiagnostics
import PraxisFiles
import PraxisTestSupport
import Testing

@Suite struct ReadingTextTests {
    private func reading(_ bytes: [UInt8], in storage: Storage) throws -> ContentTree.Reading {
        var site = InMemoryFiles()
        site.set("content/page.md", to: bytes)
        let (tree, folder) = try storage.tree(of: site)
        defer { _ = folder }
        return tree.text(of: try #require(tree[SourcePath("content/page.md")]))
    }

    private func finding(_ bytes: [UInt8], in storage: Storage = .memory) throws -> Finding? {
        guard case .refused(let finding) = try reading(bytes, in: storage) else { return nil }
        return finding
    }

    @Test(arguments: Storage.allCases)
    func aByteOrderMarkIsDroppedSilently(storage: Storage) throws {
        guard case .text(let source) = try reading([0xEF, 0xBB, 0xBF] + Array("Hej".utf8), in: storage) else {
            Issue.record("refused")
            return
        }
        #expect(source.bytes == Array("Hej".utf8))
        #expect(source.path.rawValue == "content/page.md")
    }

    @Test(arguments: Storage.allCases)
    func aByteThatIsNotUTF8IsShownAtItsPlace(storage: Storage) throws {
        let finding = try finding(Array("first\nHej p".utf8) + [0xE5] + Array(" dig\nlast".utf8), in: storage)
        #expect(
            finding.map { FindingTextFormat().text(for: $0) } == """
                content/page.md:2:6: error: the byte E5 is not UTF-8, perhaps a \"å\" in an older encoding [files.encoding]
                   2 │ Hej p� dig
                     │      ^ save it again as UTF-8 (in most editors: \"Save with encoding\")
                """)
    }

    @Test(arguments: [
        [0xFF, 0xFE, 0x41, 0x00], [0xFE, 0xFF, 0x00, 0x41], [0x41, 0, 0x42, 0, 0x43, 0], [0, 0x41, 0, 0x42],
    ])
    func utf16IsNamedAsSuch(bytes: [UInt8]) throws {
        #expect(try finding(bytes)?.message == "this file is in UTF-16, not in UTF-8")
    }

    @Test func aPictureIsNotText() throws {
        #expect(
            try finding([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])?.message == "the byte 89 is not UTF-8")
        #expect(try finding(Array("GIF".utf8) + [0, 1, 2])?.message == "this file is not text: it contains a NUL byte")
    }

    /// The Unicode Standard, table 3-7, and the forms that it forbids.
    @Test(
        arguments: [
            ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xF0, 0x80, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
            ([0x41, 0x80], 1), ([0x41, 0x42, 0xC3], 2), ([0xE2, 0x82], 0), ([0xF0, 0x9F, 0x98], 0),
            (Array("12345678é12345".utf8) + [0xFF], 15),
        ] as [([UInt8], Int)])
    func theFirstBadByteIsFound(bytes: [UInt8], offset: Int) throws {
        #expect(try finding(bytes)?.location.range?.start == SourcePosition(line: 1, column: offset + 1))
    }

    @Test func allOfUnicodeIsText() throws {
        var text = String.UnicodeScalarView()
        for value in 1...0x10FFFF as ClosedRange<UInt32> where value % 7 == 0 || value < 0x3000 {
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        #expect(try finding(Array(String(text).utf8)) == nil)
    }

    @Test(arguments: Storage.allCases)
    func aPageOfFiveMegabytesIsRefused(storage: Storage) throws {
        let finding = try finding(Array(repeating: 0x61, count: 5_000_000), in: storage)
        #expect(finding?.message == "this file has 5 MB, more than the 4 MB of a page")
        #expect(finding?.rule == .size)
    }

    @Test func anUnreadableFileIsAFinding() throws {
        var site = InMemoryFiles()
        site.makeUnreadable("content/page.md")
        let tree = try ContentTree(of: site)
        guard case .refused(let finding) = tree.text(of: try #require(tree[SourcePath("content/page.md")])) else {
            Issue.record("read")
            return
        }
        #expect(finding.message == "this file cannot be read: permission is refused")
    }

    @Test func aFileThatIsUnreadableOnDiskIsAFindingForWhoeverIsNotRoot() async throws {
        var site: InMemoryFiles = ["content/index.md": "", "content/closed/page.md": ""]
        site.makeUnreadable("content/page.md")
        let folder = try TemporaryFolder(below: "/tmp")
        try site.write(to: folder.path)
        try Permissions.set(0o000, of: "\(folder.path)/content/closed")
        defer { try? Permissions.set(0o700, of: "\(folder.path)/content/closed") }
        let messages = try await Permissions.asNobody { () throws -> [String] in
            let tree = try ContentTree(of: DiskFiles(root: folder.path))
            var messages = tree.findings.map { "\($0.location.path): \($0.message)" }
            for entry in tree.entries where entry.kind == .file {
                if case .refused(let finding) = tree.text(of: entry) { messages.append(finding.message) }
            }
            return messages
        }
        #expect(
            messages == [
                "content/closed: this folder cannot be read: permission is refused",
                "this file cannot be read: permission is refused",
            ])
    }

    @Test(arguments: Storage.allCases)
    func aFileThatVanishedIsAFinding(storage: Storage) throws {
        let (tree, folder) = try storage.tree(of: ["content/index.md": ""])
        let gone = FileEntry(
            path: SourcePath("content/gone.md"), kind: .file, source: SourcePath("content/gone.md"),
            stamp: FileStamp(size: 1, number: 1))
        guard case .refused(let finding) = tree.text(of: gone) else {
            Issue.record("read")
            return
        }
        #expect(finding.message == "this file cannot be read: it is not there")
        _ = folder
    }
}
