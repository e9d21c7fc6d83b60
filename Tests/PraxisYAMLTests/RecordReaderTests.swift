import PraxisDiagnostics
import PraxisTestSupport
import PraxisYAML
import Testing

private enum Kind: String, VocabularyWord {
    case story, lesson
    case workInProgress = "work in progress"
}

private struct Date: ScalarValue, CustomStringConvertible {
    let description: String

    init?(text: String) {
        guard text.utf8.count == 10, text.split(separator: "-").compactMap({ Int($0) }).count == 3 else { return nil }
        description = text
    }

    static var expectation: String { "a date like 2026-03-31" }
    static var pattern: String? { "^\\d{4}-\\d{2}-\\d{2}$" }
    static var mayContainComma: Bool { false }
}

private struct Name: ScalarValue, CustomStringConvertible {
    let description: String
    init?(text: String) { description = text }
    static var expectation: String { "a person" }
    static var mayContainComma: Bool { false }
}

/// Reads one field of each form, and says what came of it.
private func readPost(_ reader: inout RecordReader) -> [String] {
    var lines: [String] = []
    func add(_ key: String, _ value: (some Any)?) {
        if let value, "\(value)" != "[]" { lines.append("\(key) = \(value)") }
    }
    add("title", reader.text("title", "what the page is called", .required(example: "What we tried"))?.value)
    add("kind", reader.value("kind", as: Kind.self, "what it tells", .required(example: "story"))?.value)
    add("language", reader.text("language", "the language of the page")?.value)
    add("topics", reader.values("topics", of: Name.self, "what it is about").map(\.value))
    add("objectives", reader.values("objectives", of: String.self, "what one learns").map(\.value))
    add("featured", reader.value("featured", as: Bool.self, "whether it is pinned")?.value)
    add("minutes", reader.value("minutes", as: Int.self, "how long it takes to read")?.value)
    add(
        "owners",
        reader.entries(
            "owners", "who answers for it", subject: "an owner",
            scalar: { (name: Located<Name>) in "\(name.value)" },
            record: { reader in
                let person = reader.value("person", as: Name.self, "who it is", .required(example: "anna-lind"))
                let since = reader.value("since", as: Date.self, "the first day")
                return person.map { "\($0.value) since \(since?.value.description ?? "ever")" }
            }
        ).map(\.value))
    add(
        "join",
        reader.entry(
            "join", "how to take part", subject: "a way to join", scalar: { (text: Located<String>) in text.value },
            record: { reader in reader.text("url", "an address")?.value })?.value)
    add("level", reader.word("level", among: ["learning", "skilled"], "for whom it is")?.value)
    add(
        "contact",
        reader.record("contact", "how to reach us", subject: "a contact") { $0.text("email", "a mail address")?.value }?
            .value)
    add(
        "offers",
        reader.records("offers", "what is offered", subject: "an offer") {
            $0.value("kind", as: Kind.self, "what it is", .required(example: "story"))?.value.word
        }.map(\.value))
    add(
        "review",
        reader.valueTable("review", of: Int.self, "months until a review", keys: "a kind").map {
            "\($0.key.value) \($0.value.value)"
        })
    add("extra", reader.anything("extra", "whatever a theme uses")?.fields?.map(\.key.value))
    return lines
}

@Suite struct RecordReaderTests {
    @Test(arguments: Recorded.all(in: "Fields"))
    func eachFieldIsReadByWhatItIs(_ recorded: Recorded) throws {
        let document = try #require(frontMatter(recorded.input))
        var reader = RecordReader(document, subject: "a post")
        let lines = readPost(&reader)
        reader.finish(otherKinds: { $0 == "start" ? "an event" : nil })
        try recorded.check((lines + [shown((document.findings + reader.findings).sorted())]).joined(separator: "\n"))
    }

    @Test func theSameCallsDescribeTheFields() {
        let description = RecordReader.describe("a post") { _ = readPost(&$0) }
        #expect(
            description.keys == [
                "title", "kind", "language", "topics", "objectives", "featured", "minutes", "owners", "join", "level",
                "contact", "offers", "review", "extra",
            ])
        #expect(description.fields.filter(\.isRequired).map(\.key) == ["title", "kind"])
        #expect(description.fields[0].example == "What we tried")
        #expect(description.fields[0].documentation == "what the page is called")
        #expect(description.fields[1].shape == .words(["story", "lesson", "work in progress"]))
        #expect(description.fields[3].shape == .list(.scalar(expectation: "a person", pattern: nil)))
        guard case .list(.either(let forms)) = description.fields[7].shape, case .record(let owner) = forms.last else {
            Issue.record("owners are persons or records")
            return
        }
        #expect(owner.keys == ["person", "since"])
        #expect(description.fields[12].shape == .table(keys: "a kind", .integer))
    }

    @Test func aTranslationMayLackWhatItsOriginalHas() throws {
        let document = try #require(frontMatter("language: sv"))
        var reader = RecordReader(document, subject: "a post", isComplete: false)
        #expect(readPost(&reader).first == "language = sv")
        reader.finish()
        #expect(reader.findings.isEmpty)
    }

    @Test func nothingIsMissedWhereNothingCouldBeRead() throws {
        let document = try #require(frontMatter("a: " + String(repeating: "[", count: 100)))
        var reader = RecordReader(document, subject: "a post")
        _ = readPost(&reader)
        reader.finish()
        #expect(reader.findings.isEmpty)
    }

    @Test func frontMatterThatIsAListIsNotARecord() throws {
        let document = try #require(frontMatter("- a\n- b"))
        var reader = RecordReader(document, subject: "a plain page")
        _ = reader.text("title", "what it is called")
        reader.finish()
        #expect(
            shown(reader.findings) == """
                page.md:2:1: error: a list stands where fields are expected [field.wrong-shape]
                   2 │ - a
                     │ ^^^ write each field as a name, a colon, a space and its value
                """)
    }

    /// As many rows as a file may have: it would take an hour if each looked for its line from the start.
    @Test(arguments: [30, 12_000]) func aFileHasOnlySoManyCommentsBehindText(_ count: Int) {
        let text = (1...count).map {
            "topic-\($0):\n  label: Topic \($0) # of ours\n  summary: What it is # and more\n"
        }
        let source = SourceText(path: SourcePath("topics.yaml"), text: text.joined())
        var reader = RecordReader(YAMLDocument(source), subject: "topics")
        let rows = reader.rows(subject: "a topic") { row in
            (row.text("label", "what it is called"), row.text("summary", "what it is about"))
        }
        #expect(rows.count == count)
        #expect(reader.findings.map(\.rule.id) == Array(repeating: "yaml.number-sign", count: 20))
        #expect(reader.findings.last?.location.range?.start == SourcePosition(line: 30, column: 23))
    }

    @Test func aFileOfRecordsIsReadRowByRow() {
        let source = SourceText(path: SourcePath("topics.yaml"), text: "agile:\n  label: Agile\nsql:\n  labl: SQL\n")
        let document = YAMLDocument(source)
        var reader = RecordReader(document, subject: "topics")
        let rows = reader.rows(subject: "a topic") {
            $0.text("label", "what it is called", .required(example: "Agile"))?.value
        }
        #expect(rows.map { "\($0.key.value): \($0.value.value)" } == ["agile: Agile"])
        #expect(
            shown(reader.findings) == """
                topics.yaml:4:3: error: a topic has no field "labl" [field.unknown]
                   4 │   labl: SQL
                     │   ^^^^ did you mean label?
                """)
    }

    @Test func findingsSayWhichFieldTheyAreAbout() throws {
        let text = "titel: A\nlanguage: [a, b]\nphoto:\n  file: a.png\n  sise: 3\n"
        let source = SourceText(path: SourcePath("page.md"), text: text)
        var reader = RecordReader(YAMLDocument(source), subject: "a page")
        _ = reader.text("title", "what it is called", .required(example: "A"))
        _ = reader.text("language", "its language")
        _ = reader.text("summary", "what it is about", .required(example: "B"))
        _ = reader.record("photo", "a picture", subject: "a photo") { photo in
            _ = photo.text("file", "where it is")
            _ = photo.text("size", "how large it is")
            _ = photo.text("alt", "what it shows", .required(example: "C"))
        }
        reader.finish()
        #expect(
            reader.findings.map { "\($0.rule.id) \($0.field ?? "")" }.sorted() == [
                "field.missing photo.alt", "field.missing summary", "field.unknown photo.size", "field.unknown title",
                "field.wrong-shape language",
            ])
    }
}
