import PraxisDiagnostics
import PraxisMarkdown
import Testing

@Suite("CommonMark 0.30", .enabled(if: ConformanceData.has("commonmark-0.30.json"), "needs ../shared/conformance"))
struct CommonMarkSpecificationTests {
    @Test func allExamplesComeOutOfLibcmarkUnchanged() throws {
        let examples = try ConformanceData.decode([ConformanceData.Example].self, from: "commonmark-0.30.json")
        #expect(examples.count == 652)
        let failing = examples.filter { Markdown.html($0.markdown, profile: .commonmark) != $0.html }
        #expect(failing.map(\.example) == [])
    }

    @Test func allExamplesComeOutOfTheCopiedTreeAsOutOfLibcmark() throws {
        let examples = try ConformanceData.decode([ConformanceData.Example].self, from: "commonmark-0.30.json")
        let failing = examples.filter { gfmHTML($0.markdown, dialect: .commonMark) != $0.html }
        #expect(failing.map(\.example) == [])
    }

    @Test func anyTwoExamplesInARowComeOutOfTheCopiedTreeAsOutOfLibcmark() throws {
        let examples = try ConformanceData.decode([ConformanceData.Example].self, from: "commonmark-0.30.json")
        for (first, second) in zip(examples, examples.dropFirst(7)) {
            let text = "> \(first.markdown)\(second.markdown)<tr> \n`\n- \(first.markdown)"
            #expect(gfmHTML(text, dialect: .commonMark) == Markdown.html(text, profile: .commonmark))
        }
    }
}

@Suite("GitHub's extensions", .enabled(if: ConformanceData.has("gfm-extensions.json"), "needs ../shared/conformance"))
struct GFMSpecificationTests {
    /// Examples whose HTML says the same in another order: `<input disabled="" type="checkbox">`. cmark-gfm writes as we
    /// do, and leaves the two out of its own run.
    static let comparedWithoutOrderOfAttributes = [279, 280]

    @Test func allExamplesComeOutAsSpecified() throws {
        let examples = try ConformanceData.decode([ConformanceData.Example].self, from: "gfm-extensions.json")
        #expect(examples.count == 38)
        for example in examples {
            let html = gfmHTML(example.markdown, dialect: Self.dialect(of: example))
            if example.source?.hasSuffix("test/spec.txt") == true,
                Self.comparedWithoutOrderOfAttributes.contains(example.example)
            {
                let boxes = html.replacing("<input type=\"checkbox\" checked=\"\" disabled=\"\" />", with: "[x]")
                    .replacing("<input type=\"checkbox\" disabled=\"\" />", with: "[ ]")
                let expected = example.html.replacing(
                    "<input checked=\"\" disabled=\"\" type=\"checkbox\">", with: "[x]"
                )
                .replacing("<input disabled=\"\" type=\"checkbox\">", with: "[ ]")
                #expect(boxes == expected, "example \(example.example)")
            } else {
                #expect(html == example.html, "example \(example.example) of \(example.source ?? "")")
            }
        }
    }

    /// The examples of the specification expect only the extension of their own section.
    private static func dialect(of example: ConformanceData.Example) -> MarkdownDialect {
        guard example.source?.hasSuffix("test/spec.txt") == true else { return .gfm }
        switch example.section {
        case "Tables (extension)": return .tables
        case "Task list items (extension)": return .tasks
        case "Strikethrough (extension)": return .strikethrough
        case "Autolinks (extension)": return .bareLinks
        case "Disallowed Raw HTML (extension)": return .tagFilter
        default: return .gfm
        }
    }
}
