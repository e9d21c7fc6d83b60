import PraxisDiagnostics
import PraxisFiles
import PraxisTestSupport
import Testing

@Suite struct OutputPathTests {
    @Test(arguments: [
        "", "/etc/passwd", "a//b", "a/", "..", "../a", "a/../../b", "a/./b", "a\u{0}b", "a\\..\\b", "a\nb",
        "con/index.html",
        "x/aux.html", "a./b", "a /b", "a\u{202E}b", ".praxis/journal", ".praxis", ".praxis-output",
        String(repeating: "x", count: 256),
    ])
    func aPathThatLeavesTheFolderOrCannotBeEverywhereIsRefused(path: String) {
        #expect(throws: OutputError.self) { try OutputPath(path) }
    }

    @Test(arguments: [
        "index.html", ".nojekyll", ".well-known/security.txt", "a b/å.html", "communities/agile/feed.atom",
    ])
    func anOrdinaryPathIsFine(path: String) throws {
        #expect(try OutputPath(path).rawValue == path)
    }

    @Test func anErrorSaysWhichPartIsToBlame() {
        #expect { try OutputPath("people/aux/index.html") } throws: { error in
            "\(error)"
                == "\"people/aux/index.html\" cannot be an address: \"aux\" is a device's name on Windows (AUX); rename what it is made from"
        }
    }
}

/// Where a site goes. What is true of one must be true of the other.
enum Destination: CaseIterable {
    case disk, memory

    /// Lets a body write a site, and returns what came out.
    func output(_ write: (any OutputSink) throws -> Void) async throws -> [String: String] {
        switch self {
        case .memory:
            let collector = OutputCollector()
            try write(collector)
            var files = [String: String]()
            for path in collector.tree.paths {
                files[path.rawValue] = try collector.tree.bytes(at: path.rawValue).map {
                    String(decoding: $0, as: UTF8.self)
                }
            }
            return files
        case .disk:
            let folder = try TemporaryFolder()
            let transaction = try await OutputTransaction.begin(in: "\(folder.path)/public")
            try write(transaction)
            _ = try await transaction.commit()
            return try folder.tree(of: "public").filter { !$0.key.hasSuffix("/") && $0.key != ".praxis-output" }
        }
    }
}

@Suite struct OutputSinkTests {
    @Test(arguments: Destination.allCases)
    func whatIsWrittenComesOut(destination: Destination) async throws {
        let site: InMemoryFiles = ["content/logo.svg": "<svg/>"]
        let tree = try ContentTree(of: site)
        let output = try await destination.output { sink in
            try sink.write(Array("Home".utf8), to: OutputPath("index.html"))
            try sink.write([], to: OutputPath("about/index.html"))
            try sink.copy(#require(tree[SourcePath("content/logo.svg")]), of: tree, to: OutputPath("assets/logo.svg"))
        }
        #expect(output == ["index.html": "Home", "about/index.html": "", "assets/logo.svg": "<svg/>"])
    }

    @Test(arguments: [
        (
            "a/index.html", "a/index.html",
            "content/b.md and content/a.md both have the address \"a/index.html\"; rename one of them"
        ),
        (
            "a/x", "A/x",
            "the addresses \"A/x\" (from content/b.md) and \"a/x\" (from content/a.md) cannot stand beside each other on every system; rename one of them"
        ),
        ("a/x", "A/y", "the addresses \"A/y\" (from content/b.md) and \"a\" (from content/a.md) cannot stand beside"),
        (
            "a/Index.html", "a/index.html",
            "the addresses \"a/index.html\" (from content/b.md) and \"a/Index.html\" (from content/a.md) cannot"
        ),
        ("caf\u{E9}", "cafe\u{301}", "content/b.md and content/a.md both have the address \"cafe\u{301}\""),
        (
            "a", "a/index.html",
            "the addresses \"a/index.html\" (from content/b.md) and \"a\" (from content/a.md) cannot stand beside"
        ),
        ("a/index.html", "a", "content/b.md and content/a.md both have the address \"a\""),
    ])
    func twoOutputsAtOneAddressAreRefusedWithBothSources(first: String, second: String, message: String) async throws {
        for destination in Destination.allCases {
            await #expect {
                try await destination.output { sink in
                    try sink.write([], to: OutputPath(first), from: SourcePath("content/a.md"))
                    try sink.write([], to: OutputPath(second), from: SourcePath("content/b.md"))
                }
            } throws: { error in
                "\(error)".hasPrefix(message)
            }
        }
    }

    @Test(arguments: Destination.allCases)
    func manyThreadsMayWriteAtOnce(destination: Destination) async throws {
        let paths = try (0..<400).map { try OutputPath("p/\($0 % 7)/\($0)/index.html") }
        let output = try await destination.output { sink in
            let group = Threads(count: 8) { thread in
                for position in stride(from: thread, to: paths.count, by: 8) {
                    try sink.write(Array("\(position)".utf8), to: paths[position])
                }
            }
            try group.wait()
        }
        #expect(output.count == 400)
        #expect(output["p/3/10/index.html"] == "10")
    }
}

@Suite struct OutputTreeTests {
    @Test func aFileThatIsTakenAwayFreesItsFolders() throws {
        var tree = OutputTree()
        try tree.add(.bytes([]), at: OutputPath("a/b/c/index.html"))
        try tree.add(.bytes([]), at: OutputPath("a/other.html"))
        #expect(tree.hasFolder("a/b/c"))
        tree.remove(try OutputPath("a/b/c/index.html"))
        #expect(!tree.hasFolder("a/b"))
        #expect(tree.hasFolder("a"))
        try tree.add(.bytes([]), at: OutputPath("a/b"))
        #expect(tree.paths.map(\.rawValue) == ["a/b", "a/other.html"])
    }

    @Test func aFileMayTakeThePlaceOfItself() throws {
        var tree = OutputTree()
        try tree.add(.bytes([1]), at: OutputPath("a"))
        try tree.replace(.bytes([2]), at: OutputPath("a"))
        #expect(try tree.bytes(at: "a") == [2])
        #expect(tree.count == 1)
    }

    @Test func whatTakesAPlaceIsNamedWhenSomethingIsInItsWay() throws {
        var tree = OutputTree()
        try tree.add(.bytes([1]), at: OutputPath("a"))
        try tree.replace(.bytes([2]), at: OutputPath("a"), from: SourcePath("content/a"))
        #expect(try tree.bytes(at: "a") == [2])
        #expect { try tree.add(.bytes([3]), at: OutputPath("A")) } throws: { "\($0)".contains("content/a") }
    }

    @Test func aPathIsFoundOnlyByItsOwnBytes() throws {
        var tree = OutputTree()
        try tree.add(.bytes([1]), at: OutputPath("caf\u{E9}.html"))
        #expect(try tree.bytes(at: "cafe\u{301}.html") == nil)
        #expect(try tree.bytes(at: "Caf\u{E9}.html") == nil)
        #expect(try tree.bytes(at: "caf\u{E9}.html") == [1])
    }
}
