/// The footnotes and abbreviations that a text defines, and where.
struct Definitions {
    /// In the order in which they start.
    private(set) var footnotes: [Footnote] = []
    private(set) var abbreviations = Abbreviations()
    /// The lines that define abbreviations, in bytes.
    private var abbreviationLines: [Range<Int>] = []

    /// A footnote and what belongs to it.
    struct Footnote {
        var label: [UInt8]
        var lines: [FootnoteLine] = []
        /// The lines of the text on which it stands, from 0, and the bytes.
        var place: ClosedRange<Int>
        var bytes: Range<Int>
        /// Whether it stands within another one.
        var isNested: Bool
    }

    /// Adds a footnote that starts at a byte; returns its number.
    mutating func open(_ label: [UInt8], at start: Int, line: Int, isNested: Bool) -> Int {
        footnotes.append(Footnote(label: label, place: line...line, bytes: start..<start, isNested: isNested))
        return footnotes.count - 1
    }

    /// Adds a line to a footnote. Blank ones count only where more comes after them.
    mutating func add(_ line: FootnoteLine, to footnote: Int) {
        guard !line.text.isEmpty || line.holdsDefinition || footnotes[footnote].lines.last?.text.isEmpty == false else {
            // A list item ends where it begins with two blank lines: a footnote does not.
            if footnotes[footnote].lines.count != 1 { footnotes[footnote].lines.append(line) }
            return
        }
        footnotes[footnote].lines.append(line)
    }

    /// Says that a footnote goes on up to a byte of a line.
    mutating func extend(_ footnote: Int, to end: Int, line: Int) {
        footnotes[footnote].bytes = footnotes[footnote].bytes.lowerBound..<end
        footnotes[footnote].place = footnotes[footnote].place.lowerBound...line
    }

    /// Adds an abbreviation that is defined on a line.
    mutating func define(_ name: [UInt8], as text: [UInt8], line: Range<Int>) {
        abbreviations.define(name, as: text)
        abbreviationLines.append(line)
    }

    /// Moves the footnotes to an annex and leaves one line in the place of each, so that no other byte of the text moves.
    /// Returns the lines, counted from 0, that are one now.
    func move(from bytes: inout [UInt8], to annex: inout AnnexText) -> [ClosedRange<Int>] {
        for footnote in footnotes { annex.append(footnote: footnote.label, lines: footnote.lines, of: bytes) }
        for line in abbreviationLines { Self.blank(line, &bytes) }
        let whole = footnotes.filter { !$0.isNested }
        for footnote in whole {
            Self.blank(footnote.bytes, &bytes)
            let mark = SourceMask.definition
            bytes.replaceSubrange(footnote.bytes.lowerBound..<footnote.bytes.lowerBound + mark.count, with: mark)
        }
        return whole.map(\.place)
    }

    private static func blank(_ range: Range<Int>, _ bytes: inout [UInt8]) {
        for index in range { bytes[index] = UInt8(ascii: " ") }
    }
}
