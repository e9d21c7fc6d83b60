import PraxisDiagnostics
import PraxisMarkdown
import Testing

struct FieldPlaceTests {
    /// The text with each field in brackets.
    private func marked(_ text: String) -> String {
        var findings: [Finding] = []
        let source = SourceText(path: SourcePath("a.md"), text: text)
        let document = MarkdownDocument(parsing: source, findings: &findings)
        var bytes = source.bytes
        for field in document.fields(bodyStartingAt: 0).reversed() {
            bytes.replaceSubrange(field, with: Array("«\(String(decoding: source.bytes[field], as: UTF8.self))»".utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func blanksBoxesAndRuledLinesAreFields() {
        #expect(marked("Name: ____, unit: ______") == "Name: «____», unit: «______»")
        #expect(marked("- [ ] One\n- [x] Two ____\n") == "- [« »] One\n- [«x»] Two «____»\n")
        #expect(marked("Why?\n\n______\n\nMore") == "Why?\n\n«______»\n\nMore")
        #expect(marked("| A | B |\n|---|---|\n| ____ | x |\n") == "| A | B |\n|---|---|\n| «____» | x |\n")
        #expect(marked("> - [ ] In a quotation ____") == "> - [« »] In a quotation «____»")
    }

    @Test func codeAddressesAndLinksHaveNone() {
        #expect(marked("`____` and ____") == "`____` and «____»")
        #expect(marked("[a ____](https://x.example/____) ____") == "[a ____](https://x.example/____) «____»")
        #expect(marked("```\n____\n- [ ] no\n~~~\n```\n\n____ yes") == "```\n____\n- [ ] no\n~~~\n```\n\n«____» yes")
        #expect(marked("    ____\n\nText ____") == "    ____\n\nText «____»")
    }

    @Test func thereAreAsManyAsThePageHas() {
        for text in ["____", "a ____ b ____\n\n- [ ] x", "# ____\n\n____ [x](/a____b) `____`\n\n***\n____\n"] {
            var findings: [Finding] = []
            let document = MarkdownDocument(
                parsing: SourceText(path: SourcePath("a.md"), text: text), findings: &findings)
            var options = MarkdownHTMLOptions()
            options.isSheet = true
            let html = String(decoding: document.html(options: options), as: UTF8.self)
            let shown = html.matches(of: /<(input|textarea)/).count
            #expect(document.fields(bodyStartingAt: 0).count == shown, "\(html)")
        }
    }
}
