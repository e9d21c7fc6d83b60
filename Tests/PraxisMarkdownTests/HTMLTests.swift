import PraxisMarkdown
import Testing

@Suite("HTML") struct HTMLTests {
    @Test func textIsEscapedForContentAndAttributes() {
        #expect(HTML.escape("a < b && \"c\" > 'd'") == "a &lt; b &amp;&amp; &quot;c&quot; &gt; 'd'")
        #expect(HTML.escape("åäö 🎉") == "åäö 🎉")
    }

    @Test(arguments: [
        ("a.md", HTML.AddressKind.relative), ("../a/?b=c:d#e:f", .relative), ("#a", .relative), ("", .relative),
        ("/a:b", .relative), ("HTTPS://example.org", .web), ("http:a", .web), ("//example.org", .web),
        ("/\\x.org", .web),
        ("mailto:a@b.c", .mail), ("tel:+46", .telephone), ("javascript:x", .unsafe), ("JAVASCRIPT:x", .unsafe),
        (" javascript:x", .unsafe), ("java\nscript:x", .unsafe), ("\u{1}javascript:x", .unsafe), ("data:x", .unsafe),
        ("vbscript:x", .unsafe), ("file:///etc/passwd", .unsafe), (":x", .unsafe), ("x:y", .unsafe),
    ])
    func addressesAreKnownByTheirBeginning(_ address: String, _ kind: HTML.AddressKind) {
        #expect(HTML.kind(ofAddress: address) == kind)
        #expect(HTML.isSafe(address: address) == (kind != .unsafe))
    }
}
