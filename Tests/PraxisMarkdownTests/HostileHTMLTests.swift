import Foundation
import PraxisDiagnostics
import PraxisFuzzing
import PraxisMarkdown
import Testing

@Suite("Hostile HTML") struct HostileHTMLTests {
    @Test(.enabled(if: ConformanceData.has("xss-inputs.jsonl"), "needs ../shared/conformance"))
    func noKnownAttackLeavesAnythingThatExecutes() throws {
        let url = try #require(ConformanceData.url("xss-inputs.jsonl"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 3_651)
        for line in lines {
            let input = try JSONDecoder().decode(String.self, from: Data(line.utf8))
            for text in [
                "\(input)\n\n# \(input)", "[text](\(input)) [text](<\(input)>)", "![\(input)](\(input) \"\(input)\")",
                "| \(input) |\n| - |\n| \(input) |", "<div>\n\(input)\n</div>", "<img src='\(input)' alt=\"\(input)\">",
                "[\(input)]: \(input)\n\n[\(input)] ____",
            ] {
                let html = sheetHTML(text)
                #expect(HTMLAudit.complaints(about: html) == [], "\(input.debugDescription) gave \(html)")
            }
        }
    }

    @Test func theAuditItselfSeesWhatItLooksFor() {
        #expect(HTMLAudit.complaints(about: "<p>a &lt;b&gt;</p>\n") == [])
        for html in [
            "<script>x</script>", "<p onclick=\"x\">a</p>", "<a href=\"javascript:x\">a</a>",
            "<a href=\"&#106;avascript:x\">a</a>", "<p style=\"x\">a</p>", "<img src=\"data:x\" alt=\"\">", "a < b",
            "<p title=\"a\"b\">x</p>",
        ] {
            #expect(HTMLAudit.complaints(about: html) != [], "\(html)")
        }
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("a <b onclick=\"x\">b</b>", "<p>a <b>b</b></p>\n"),
        ("a <iframe src=x></iframe>", "<p>a &lt;iframe src=x&gt;&lt;/iframe&gt;</p>\n"),
        ("[a](javascript:x) [b](JaVaScRiPt:x) [c](&#106;avascript:x)", "<p>a b c</p>\n"),
        ("[a](data:text/html,x) [b](vbscript:x) ![c](javascript:x)", "<p>a b c</p>\n"),
        ("<javascript:x>", "<p>javascript:x</p>\n"),
        (
            "[a](\\\\evil.example) [b](//evil.example)",
            "<p><a href=\"%5Cevil.example\">a</a> <a href=\"//evil.example\" rel=\"external\">b</a></p>\n"
        ),
    ])
    func whatIsNotAllowedIsText(_ text: String, _ html: String) {
        #expect(siteHTML(text) == html)
    }
}
