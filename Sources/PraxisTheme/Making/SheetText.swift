import PraxisDiagnostics
import PraxisMarkdown
import PraxisModel
import PraxisYAML

/// The Markdown of a sheet as a script hands it out.
enum SheetText {
    /// The page's text without its front matter, below its title, with U+FFFC for each box and blank. Linear.
    static func text(of page: Page) -> String {
        let source = page.document.source
        let body = source.bytes[FrontMatter(of: source).bodyOffset...]
        var result: [UInt8] = Array("# \(page.metadata.title)\n\n".utf8)
        var isCode = false
        for line in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let trimmed = line.drop { $0 == UInt8(ascii: " ") }
            if trimmed.starts(with: "```".utf8) || trimmed.starts(with: "~~~".utf8) { isCode.toggle() }
            append(line, to: &result, isCode: isCode)
            result.append(UInt8(ascii: "\n"))
        }
        while result.suffix(2) == [0x0A, 0x0A] { result.removeLast() }
        return String(decoding: result, as: UTF8.self)
    }

    private static let field = Array("\u{FFFC}".utf8)

    private static func append(_ line: ArraySlice<UInt8>, to result: inout [UInt8], isCode: Bool) {
        guard !isCode else {
            result += line
            return
        }
        var rest = line
        if let box = boxOffset(in: line) {
            result += line[..<(box + 1)]
            result += field
            rest = line[(box + 2)...]
        }
        while let blank = rest.firstRange(of: Array("____".utf8)) {
            result += rest[..<blank.lowerBound]
            result += field
            rest = rest[blank.lowerBound...].drop { $0 == UInt8(ascii: "_") }
        }
        result += rest
    }

    /// Where the bracket of a task's box opens, after the mark of a list item.
    private static func boxOffset(in line: ArraySlice<UInt8>) -> Int? {
        var rest = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ">") }
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(digits.count)
        let marks = digits.isEmpty ? Array("-*+".utf8) : Array(".)".utf8)
        guard let mark = rest.first, marks.contains(mark) else { return nil }
        rest = rest.dropFirst().drop { $0 == UInt8(ascii: " ") }
        guard rest.count >= 4, rest[rest.startIndex] == UInt8(ascii: "["),
            rest[rest.startIndex + 2] == UInt8(ascii: "]"),
            rest[rest.startIndex + 3] == UInt8(ascii: " "), Array(" xX".utf8).contains(rest[rest.startIndex + 1])
        else { return nil }
        return rest.startIndex
    }
}
