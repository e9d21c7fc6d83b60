import PraxisDiagnostics
import PraxisTestSupport
import PraxisYAML
import Testing

@Suite struct MistakeTests {
    @Test(arguments: Recorded.all(in: "YAML"))
    func eachMistakeIsSaidInPlainWordsAndTheRestIsRead(_ recorded: Recorded) throws {
        let document = try #require(frontMatter(recorded.input))
        try recorded.check(
            [shown(document.findings), dump(document.root)].filter { !$0.isEmpty }.joined(separator: "\n"))
    }

    @Test func thereAreRecordedMistakes() {
        #expect(Recorded.all(in: "YAML").count >= 45)
        #expect(Recorded.all(in: "Fields").count >= 14)
    }

    @Test func everyRuleHasANameOfItsOwn() {
        let names = YAMLRules.all.map(\.id)
        #expect(Set(names).count == names.count)
    }
}

@Suite struct LimitTests {
    @Test func aBombOfAliasesIsRefusedAtOnce() throws {
        var bomb = #"a: &a ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]"#
        for (name, other) in zip("bcdefghi", "abcdefgh") {
            bomb += "\n\(name): &\(name) [" + Array(repeating: "*\(other)", count: 9).joined(separator: ",") + "]"
        }
        let clock = ContinuousClock()
        var read: YAMLDocument?
        let time = clock.measure { read = frontMatter(bomb) }
        #expect(try #require(read).findings.map(\.rule.id) == ["yaml.too-many-aliases"])
        #expect(try #require(read).root?.content == .unreadable)
        #expect(time < .milliseconds(50))
    }

    @Test(arguments: [
        "a: *x\n", "? *a : b", "{*a : b}", "[*a, *a]: c", "x: [{*a : *a}]", "? [*a, *a]\n: y",
    ])
    func repeatedValuesAsNamesMultiplyNothing(_ rest: String) throws {
        let text = "z: &a [1, 2]\n" + Array(repeating: rest, count: 9).joined(separator: "\n")
        _ = try #require(frontMatter(text))
    }

    @Test func sixtyFourLevelsAreReadAndNoMore() throws {
        func nested(_ levels: Int) -> String {
            "a: " + String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(try #require(frontMatter(nested(63))).findings.isEmpty)
        #expect(try #require(frontMatter(nested(64))).findings.map(\.rule.id) == ["yaml.too-deep"])
        func indented(_ levels: Int) -> String {
            (0..<levels).map { String(repeating: " ", count: $0) + "k:" }.joined(separator: "\n")
        }
        #expect(try #require(frontMatter(indented(64))).findings.isEmpty)
        #expect(try #require(frontMatter(indented(65))).findings.map(\.rule.id) == ["yaml.too-deep"])
        #expect(
            try #require(frontMatter("a:\n" + String(repeating: "- ", count: 100) + "b")).findings.map(\.rule.id)
                == ["yaml.too-deep"])
    }

    @Test func frontMatterIsAtMost64KilobytesLong() throws {
        let line = "summary: " + String(repeating: "a", count: 64 * 1024 - 10)
        #expect(try #require(frontMatter(line)).findings.isEmpty)
        let tooLong = try #require(frontMatter(line + "aa"))
        #expect(
            shown(tooLong.findings) == """
                page.md:1:1: error: 64 kB of fields, and 64 kB may be [yaml.too-large]
                   1 │ ---
                     │ ^^^ move long text from the fields into the text of a page
                """)
        #expect(tooLong.root?.content == .unreadable)
    }

    /// Characters that mean something to YAML, thrown together at random, the same every time.
    @Test func anyTextIsReadInTime() {
        let parts = [
            "title", ": ", ":", " ", "  ", "\n", "\n  ", "\n- ", "- ", "[", "]", "{", "}", "\"", "'", "#", " #", "|",
            ">",
            "&a", "*a", "!", "@", "?", "? ", "\t", "\u{A0}", "ö", "“", "”", "\\", ",", "=", "%", "`", "\r\n", "x",
            "---",
            "\u{2028}", "-x", "* ", "key: value\n", "\n    ", "<<: *a\n",
        ]
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<3000 {
            let text = (0..<random(40)).map { _ in parts[random(parts.count)] }.joined()
            let source = page(text)
            guard let fields = FrontMatter(of: source).fields else { continue }
            let document = YAMLDocument(fields, of: source)
            for finding in document.findings { _ = FindingTextFormat().text(for: finding) }
            _ = YAMLDocument(SourceText(path: SourcePath("site.yaml"), text: text))
        }
    }

    @Test(arguments: [
        "a: \"\n", "- ", "a:\n ", "[", "{a: ", "a: 'b\n ", "x: |\n  y\n", "a\n", "*a\n", "-a\n", "a=b\n", "@ ", "“",
        "a: b: c\n",
        "  a: b\n", "a: b\n - c\n", "\t", "a: # b\n", "a: #b\n", "[@a, ", "'a, ",
    ])
    func manyMistakesTakeLittleTime(_ part: String) {
        let count = 10_000 / part.utf8.count
        let source = page(Array(repeating: part, count: count).joined())
        let clock = ContinuousClock()
        let time = clock.measure {
            if let fields = FrontMatter(of: source).fields { _ = YAMLDocument(fields, of: source) }
            _ = YAMLDocument(SourceText(path: source.path, bytes: Array(source.bytes.dropFirst(4))))
        }
        #expect(time < .seconds(5))
    }
}
