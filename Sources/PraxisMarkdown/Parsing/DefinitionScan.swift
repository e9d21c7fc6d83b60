/// Takes the definitions of footnotes and abbreviations out of a text, since libcmark knows none and would take some for
/// link definitions, the others for text.
///
/// A definition starts at the left margin, indented by three columns at most, outside of fenced code. To a footnote,
/// `[^name]:`, belongs what follows while it is indented by four columns, and the lines that continue a paragraph lazily.
/// GitHub's implementation also finds them inside quotes and lists; here they are text. An abbreviation, `*[name]:`, is
/// one line.
struct DefinitionScan {
    private let scan: SourceScan
    private let takes: Kinds
    private var fence: (mark: UInt8, length: Int)?
    private(set) var labels: [[UInt8]] = []
    private(set) var abbreviations = Abbreviations()

    /// What is taken out.
    struct Kinds: OptionSet {
        let rawValue: UInt8

        static let footnotes = Kinds(rawValue: 1 << 0)
        static let abbreviations = Kinds(rawValue: 1 << 1)
    }

    init(_ scan: SourceScan, taking kinds: Kinds) {
        self.scan = scan
        takes = kinds
    }

    /// Moves the definitions to an annex and leaves spaces in their place, so that no byte of the text moves.
    mutating func move(from bytes: inout [UInt8], to annex: inout AnnexText) {
        var line = 0
        while line < scan.lineStarts.count {
            let range = content(of: line, bytes)
            if let footnote = footnote(range, bytes) {
                line = move(footnote, from: line, of: &bytes, to: &annex)
            } else if let abbreviation = abbreviation(range, bytes) {
                abbreviations.define(Array(bytes[abbreviation.name]), as: Array(bytes[abbreviation.text]))
                Self.blank(range, &bytes)
                line += 1
            } else {
                noteFence(range, bytes)
                line += 1
            }
        }
    }

    private struct Definition {
        var name: Range<Int>
        /// The rest of the line.
        var text: Range<Int>
    }

    private mutating func move(
        _ definition: Definition, from first: Int, of bytes: inout [UInt8], to annex: inout AnnexText
    ) -> Int {
        var lines = [definition.text]
        var next = first + 1
        var mayContinue = !definition.text.isEmpty
        while next < scan.lineStarts.count {
            let range = content(of: next, bytes)
            let start = Self.indentEnd(bytes, range, upTo: 4)
            if start.columns < 4 {
                let isBlank = bytes[range].allSatisfy { $0 <= 0x20 }
                guard isBlank || mayContinue && isPlainText(range, bytes) else { break }
                mayContinue = !isBlank
                lines.append(start.index..<range.upperBound)
            } else {
                mayContinue = true
                lines.append(start.index..<range.upperBound)
            }
            next += 1
        }
        let label = Array(bytes[definition.name])
        labels.append(label)
        annex.append(footnote: label, lines: lines, of: bytes)
        Self.blank(content(of: first, bytes).lowerBound..<content(of: next - 1, bytes).upperBound, &bytes)
        return next
    }

    private static func blank(_ range: Range<Int>, _ bytes: inout [UInt8]) {
        for index in range where bytes[index] != UInt8(ascii: "\n") && bytes[index] != UInt8(ascii: "\r") {
            bytes[index] = UInt8(ascii: " ")
        }
    }

    private func footnote(_ line: Range<Int>, _ bytes: [UInt8]) -> Definition? {
        guard takes.contains(.footnotes) else { return nil }
        return definition(line, bytes, opening: (UInt8(ascii: "["), UInt8(ascii: "^")), { $0 > 0x20 })
    }

    private func abbreviation(_ line: Range<Int>, _ bytes: [UInt8]) -> Definition? {
        guard takes.contains(.abbreviations),
            let found = definition(line, bytes, opening: (UInt8(ascii: "*"), UInt8(ascii: "[")), { $0 >= 0x20 }),
            !found.text.isEmpty, bytes[found.name.lowerBound] > 0x20, bytes[found.name.upperBound - 1] > 0x20
        else { return nil }
        return found
    }

    /// Two bytes, a name, `]:` and a text, if that is what a line begins with.
    private func definition(
        _ line: Range<Int>, _ bytes: [UInt8], opening: (UInt8, UInt8), _ mayName: (UInt8) -> Bool
    ) -> Definition? {
        guard fence == nil else { return nil }
        let start = Self.indentEnd(bytes, line, upTo: 3).index
        guard start + 4 < line.upperBound, bytes[start] == opening.0, bytes[start + 1] == opening.1 else { return nil }
        var end = start + 2
        while end < line.upperBound, mayName(bytes[end]), bytes[end] != UInt8(ascii: "]"),
            bytes[end] != UInt8(ascii: "[")
        {
            end += 1
        }
        guard end > start + 2, end + 1 < line.upperBound, bytes[end] == UInt8(ascii: "]"),
            bytes[end + 1] == UInt8(ascii: ":")
        else { return nil }
        var text = end + 2
        while text < line.upperBound, bytes[text] <= 0x20 { text += 1 }
        return Definition(name: start + 2..<end, text: text..<line.upperBound)
    }

    /// Whether a line may go on with a paragraph: it does not look like the start of anything else.
    private func isPlainText(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard footnote(line, bytes) == nil, let first = bytes[line].first(where: { $0 > 0x20 }) else { return false }
        return !"#>`~-*+_=<".utf8.contains(first) && !(first &- 0x30 < 10)
    }

    private mutating func noteFence(_ line: Range<Int>, _ bytes: [UInt8]) {
        let start = Self.indentEnd(bytes, line, upTo: 3).index
        guard start < line.upperBound else { return }
        let mark = bytes[start]
        guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return }
        let length = bytes[start..<line.upperBound].prefix { $0 == mark }.count
        guard length >= 3 else { return }
        let rest = bytes[(start + length)..<line.upperBound]
        if let open = fence {
            if open.mark == mark, length >= open.length, rest.allSatisfy({ $0 <= 0x20 }) { fence = nil }
        } else if mark == UInt8(ascii: "~") || !rest.contains(mark) {
            fence = (mark, length)
        }
    }

    private func content(of line: Int, _ bytes: [UInt8]) -> Range<Int> {
        let start = Int(scan.lineStarts[line])
        var end = line + 1 < scan.lineStarts.count ? Int(scan.lineStarts[line + 1]) : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    private static func indentEnd(_ bytes: [UInt8], _ line: Range<Int>, upTo limit: Int) -> (index: Int, columns: Int) {
        var index = line.lowerBound
        var columns = 0
        while index < line.upperBound, columns < limit {
            if bytes[index] == UInt8(ascii: " ") {
                columns += 1
            } else if bytes[index] == UInt8(ascii: "\t") {
                columns += 4 - columns % 4
            } else {
                break
            }
            index += 1
        }
        return (index, columns)
    }
}
