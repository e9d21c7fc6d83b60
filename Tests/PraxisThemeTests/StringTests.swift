import PraxisDiagnostics
import Testing

@testable import PraxisTheme

struct StringTests {
    @Test(arguments: [
        ("en", [1], [0, 2, 5, 21]), ("sv", [1], [0, 2, 11]), ("fr", [0, 1], [2, 10]), ("is", [1, 21], [0, 11, 2]),
    ])
    func languagesWithTwoFormsTakeTheFirstForSomeNumbers(language: String, one: [Int], other: [Int]) {
        let rule = PluralRule(language: language)
        #expect(one.map(rule.form) == one.map { _ in .one })
        #expect(other.map(rule.form) == other.map { _ in .other })
    }

    @Test func slavicLanguagesGoByTheLastDigits() {
        let russian = PluralRule(language: "ru")
        #expect([1, 21, 101].map(russian.form) == [.one, .one, .one])
        #expect([2, 24, 104].map(russian.form) == [.few, .few, .few])
        #expect([0, 5, 11, 12, 14, 25, 111].map(russian.form) == Array(repeating: .many, count: 7))
        let polish = PluralRule(language: "pl")
        #expect([1, 21, 22, 5, 12].map(polish.form) == [.one, .many, .few, .many, .many])
    }

    @Test func arabicHasSixForms() {
        let arabic = PluralRule(language: "ar-EG")
        #expect([0, 1, 2, 3, 11, 100].map(arabic.form) == [.zero, .one, .two, .few, .many, .other])
    }

    @Test func japaneseHasOneForm() {
        #expect([0, 1, 2].map(PluralRule(language: "ja").form) == [.other, .other, .other])
    }

    @Test func placesAreFilledAndOtherBracesStay() {
        let phrase = Phrase("{name} has {count} {} {a b} {")
        #expect(phrase.text(.other, ["name": "Ada", "count": "3"]) == "Ada has 3 {} {a b} {")
        #expect(phrase.places == ["name", "count"])
        #expect(phrase.plain == nil)
        #expect(Phrase("plain {} text").plain == "plain {} text")
    }

    @Test func keysNestAndPluralFormsAreOneText() {
        let yaml = """
            search:
              label: Search
              found:
                one: "{count} hit"
                other: "{count} hits"
            days: [Monday, Tuesday]
            language: no
            """
        let strings = ThemeStrings(files: [ThemeFiles(name: "t", files: ["strings/en.yaml": Array(yaml.utf8)])])
        #expect(
            strings.keys.names == [
                "days.1", "days.2", "language", "search.found.one", "search.found.other", "search.label",
            ])
        #expect(strings.findings.isEmpty)
    }

    @Test func aLanguageTakesWhatItLacksFromTheFirstFile() {
        let files = ThemeFiles(
            name: "t",
            files: [
                "strings/en.yaml": Array("a: one\nb: two\n".utf8), "strings/sv.yaml": Array("a: ett\n".utf8),
            ])
        var strings = ThemeStrings(files: [files])
        let tables = strings.tables(for: ["sv"])
        #expect(tables["sv"]?.escaped.map { String(decoding: $0, as: UTF8.self) } == ["ett", "two"])
        let texts = strings.findings.map { FindingTextFormat().text(for: $0) }
        #expect(
            texts.last == """
                themes/t/strings/sv.yaml: advice: no text "b" [theme.translation]
                     = translate it from en.yaml
                """)
    }

    @Test func aLanguageMayHaveAWordForEverySecond() {
        let phrases = ["event.every.week": Phrase(forms: [.one: "varje", .two: "varannan", .other: "var {count}"])]
        let table = StringTable(language: "sv", keys: StringKeys(phrases, file: "sv.yaml"), layers: [phrases])
        #expect([1, 2, 3].map { table.text(.everyWeek, count: $0) } == ["varje", "varannan", "var 3"])
    }

    @Test func numbersAreGroupedFromFiveDigitsOn() {
        let phrases = ["number.group": Phrase("\u{A0}")]
        let table = StringTable(language: "sv", keys: StringKeys(phrases, file: "sv.yaml"), layers: [phrases])
        #expect(
            [0, 999, 1000, 12345, 1_234_567].map(table.number) == [
                "0", "999", "1000", "12\u{A0}345", "1\u{A0}234\u{A0}567",
            ])
    }

    @Test func everyTextOfATemplateOrTheProgramIsThereAndNoOther() throws {
        let commons = try #require(EmbeddedThemes.all.first { $0.name == "commons" })
        let templates = commons.files.filter { $0.key.hasSuffix(".mustache") }.values
            .map { String(decoding: $0, as: UTF8.self) }.joined()
        let used = templates.matches(of: /\{\{[#\/^]?t\.([\w.-]+)/).map { String($0.output.1) }
        let families = Set(TextKey.Family.allCases.map(\.rawValue))
        func isUsed(_ key: String) -> Bool {
            let plain = key.replacing(/\.(zero|one|two|few|many|other)$/, with: "")
            let family = key.split(separator: ".").dropLast().joined(separator: ".")
            return used.contains { $0 == key || $0 == plain } || TextKey.required.contains(plain)
                || families.contains(family)
        }
        #expect(ThemeStrings(files: [commons]).keys.names.filter { !isUsed($0) } == [])
    }
}
