internal import PraxisDiagnostics

/// The lines of a code block that its author wants seen first: `{2,4-6}` after the language.
struct LineMarks: Equatable {
    private(set) var ranges: [ClosedRange<Int>] = []
    /// What is no line of it, as written.
    private(set) var mistakes: [String] = []

    /// More than anybody means; what goes beyond is passed over, so that looking for a line stays cheap.
    private static let most = 64

    /// Reads what stands behind a fence; without braces there are no marks.
    init(info: some Collection<UInt8>, lines: Int) {
        guard let open = info.firstIndex(of: UInt8(ascii: "{")) else { return }
        let inner = info[info.index(after: open)...].prefix { $0 != UInt8(ascii: "}") }
        for part in String(decoding: inner, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
            .prefix(Self.most)
        {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0.filter { $0 != " " }) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 1,
                first <= last,
                last <= lines
            else {
                mistakes.append(part.filter { $0 != " " })
                continue
            }
            ranges.append(first...last)
        }
    }

    var isEmpty: Bool { ranges.isEmpty }

    /// Whether a line, counted from 1, is marked.
    func contains(_ line: Int) -> Bool { ranges.contains { $0.contains(line) } }
}

extension LineMarks {
    static let rule = Rule(
        "markdown.code-lines", .advice, "The lines that a code block marks are lines that it has.")

    /// Says what is no line of a code block, whose fence stands at the start of its source.
    func findings(lines: Int, of block: Range<UInt32>, in source: SourceText) -> [Finding] {
        let start = source.position(of: Int(block.lowerBound))
        return mistakes.map { mistake in
            Finding(
                Self.rule, at: source.location(SourceRange(line: start.line, column: start.column, length: 3)),
                "\"\(mistake)\" is no line of this code, which has \(lines)",
                advice: "write lines as {2} or {2,4-6}")
        }
    }
}
