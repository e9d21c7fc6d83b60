import PraxisDiagnostics
import PraxisFiles
import PraxisTestSupport
import Testing

@Suite struct NamesTests {
    @Test(arguments: [
        ("con.md", "\"con.md\" is a device's name on Windows (CON)"),
        ("Lpt1", "\"Lpt1\" is a device's name on Windows (LPT1)"),
        ("a\\b.md", "\"a\\b.md\" contains \"\\\", which parts folders on some systems"),
        ("what.", "\"what.\" ends with a dot, which some systems drop"),
        ("what ", "\"what \" ends with a space, which some systems drop"),
        ("a\u{7}b.md", "\"a\u{FFFD}b.md\" contains a character that nobody can see (U+0007)"),
        ("a\u{202E}b.md", "\"a\u{FFFD}b.md\" contains a character that nobody can see (U+202E)"),
        ("line\nend.md", "\"line\u{FFFD}end.md\" contains a character that nobody can see (U+000A)"),
    ])
    func aNameThatCannotBeUsedIsRefused(name: String, message: String) throws {
        for storage in Storage.allCases {
            let (tree, folder) = try storage.tree(of: ["content/\(name)": "", "content/index.md": ""])
            #expect(tree.findings.map(\.message) == [message])
            #expect(tree.findings.map(\.rule) == [.name])
            #expect(tree.entries.map(\.path.rawValue) == ["content", "content/index.md"])
            let shown = tree.findings.map(\.location.path.rawValue).joined()
            #expect(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
            _ = folder
        }
    }

    @Test(arguments: ["console.md", "com.md", "com10", "a b.md", "naïve.md", "日本語.md", "auxiliary", "lpt", "👩‍🏫.md"])
    func anOrdinaryNameIsFine(name: String) {
        #expect(PortableName.problem(in: name) == nil)
    }

    @Test(arguments: Storage.allCases)
    func aNameThatWindowsDoesNotAllowIsAdvisedAgainst(storage: Storage) throws {
        let (tree, _) = try storage.tree(of: ["content/why?.md": ""])
        #expect(tree.findings.map(\.severity) == [.advice])
        #expect(tree.findings.map(\.message) == ["\"why?.md\" contains \"?\", which Windows does not allow in names"])
        #expect(tree.entries.count == 2)
    }

    @Test(arguments: Storage.allCases)
    func namesThatDifferOnlyInCaseAreReportedWithBothPlaces(storage: Storage) throws {
        let (tree, _) = try storage.tree(of: [
            "content/Agile/a.md": "", "content/agile/a.md": "", "content/B.md": "", "content/b.md": "",
        ])
        #expect(
            tree.findings.map { "\($0.location.path) \($0.notes.map(\.location.path.rawValue)) \($0.message)" } == [
                "content/agile [\"content/Agile\"] \"agile\" and \"Agile\" differ only in case, so many systems cannot keep both",
                "content/b.md [\"content/B.md\"] \"b.md\" and \"B.md\" differ only in case, so many systems cannot keep both",
            ])
    }

    @Test(arguments: Storage.allCases)
    func namesThatDifferOnlyInUnicodeFormAreReported(storage: Storage) throws {
        let (tree, _) = try storage.tree(of: ["content/caf\u{E9}.md": "", "content/cafe\u{301}.md": ""])
        #expect(tree.entries.count == 3)
        #expect(
            tree.findings.map(\.message) == [
                "\"caf\u{E9}.md\" and \"cafe\u{301}.md\" differ only in how a letter is encoded, so many systems cannot keep both"
            ])
        #expect(tree.findings.first?.notes.count == 1)
    }

    @Test func aNameThatIsNotUTF8IsReported() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "content/index.md")
        #expect(Permissions.makeFile(Array("\(folder.path)/content/".utf8) + [0x61, 0xE5, 0x2E, 0x6D, 0x64]))
        let tree = try ContentTree(of: DiskFiles(root: folder.path))
        #expect(tree.findings.map(\.message) == ["\"a\u{FFFD}.md\" is a name that is not UTF-8"])
        #expect(tree.entries.count == 2)
    }
}
