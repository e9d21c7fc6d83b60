import PraxisDiagnostics
import PraxisMarkdown
import PraxisModel
import PraxisYAML

/// The Markdown of a sheet as a script hands it out.
enum SheetText {
    /// The page's text without its front matter, below its title, with U+FFFC for each box and blank. As costly as parsing
    /// it once more.
    static func text(of page: Page) -> String {
        let source = page.document.source
        var end = FrontMatter(of: source).bodyOffset
        var result: [UInt8] = Array("# \(page.metadata.title)\n\n".utf8)
        for field in page.document.fields(bodyStartingAt: end) {
            result += source.bytes[end..<field.lowerBound]
            result += Self.field
            end = field.upperBound
        }
        result += source.bytes[end...]
        while result.last == UInt8(ascii: "\n") { result.removeLast() }
        return String(decoding: result, as: UTF8.self) + "\n"
    }

    private static let field = Array("\u{FFFC}".utf8)
}
