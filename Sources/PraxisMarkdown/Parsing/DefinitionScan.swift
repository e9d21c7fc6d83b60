/// Finds the definitions of footnotes and abbreviations in a text, since libcmark knows none and would take some for link
/// definitions, the others for text.
///
/// A footnote, `[^name]:`, may stand wherever a paragraph may: in a quotation, in a list item, in another footnote. To it
/// belongs what follows while it is indented by four columns more than where the definition may start, blank lines within,
/// and the lines that continue a paragraph lazily. As in cmark-gfm, it also ends a paragraph. An abbreviation, `*[name]:`, is
/// one line at the left margin, indented by three columns at most.
///
/// What is code or raw HTML is known as CommonMark knows it (its appendix *A parsing strategy*): the blocks that are open are
/// followed from line to line. The headings and link definitions that a paragraph turns out to be make no difference here.
struct DefinitionScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let takes: Kinds
    private var containers: [Container] = []
    private var leaf = Leaf.none
    /// Up to this byte, no line across begins.
    private var breakFailure = 0
    private var definitions = Definitions()

    /// What is looked for.
    struct Kinds: OptionSet {
        let rawValue: UInt8

        static let footnotes = Kinds(rawValue: 1 << 0)
        static let abbreviations = Kinds(rawValue: 1 << 1)
    }

    private enum Container {
        case quote
        /// With how many columns its content is indented by, and whether it has none yet.
        case item(columns: Int, isEmpty: Bool)
        case footnote(Int)
    }

    private enum Leaf {
        case none, paragraph, indentedCode
        case fencedCode(CodeFence)
        case html(HTMLBlockEnd)

        var isParagraph: Bool { if case .paragraph = self { true } else { false } }
    }

    /// The line that is being read.
    private struct Line {
        let number: Int
        var cursor: LineCursor
        /// The innermost footnote to which the line belongs for certain, and where in the line its part begins.
        var footnote: (number: Int, start: LineCursor)?
        var matched = 0
        /// Whether a block has begun on it.
        var begins = false
    }

    /// Reads a text. Linear in its length times how deep it is nested.
    static func definitions(in bytes: [UInt8], _ scan: SourceScan, taking kinds: Kinds) -> Definitions {
        bytes.withUnsafeBufferPointer { bytes in
            var definitions = DefinitionScan(bytes: bytes, takes: kinds)
            for (number, start) in scan.lineStarts.enumerated() {
                let next = number + 1 < scan.lineStarts.count ? Int(scan.lineStarts[number + 1]) : bytes.count
                var end = next
                while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
                    end -= 1
                }
                definitions.read(Line(number: number, cursor: LineCursor(bytes, Int(start)..<end)))
            }
            return definitions.definitions
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, takes: Kinds) {
        self.bytes = bytes
        self.takes = takes
    }

    private mutating func read(_ start: Line) {
        var line = start
        matchContainers(&line)
        if line.matched == containers.count, goesOn(leaf, line.cursor) {
            return keep(line)
        }
        let wasParagraph = leaf.isParagraph
        while beginBlock(&line, inParagraph: wasParagraph && line.matched == containers.count && !line.begins) {}
        if !line.begins {
            if wasParagraph, !line.cursor.isBlank, line.matched < containers.count { return keepLazily(line) }
            if line.matched < containers.count { close(downTo: line.matched) }
            if line.cursor.isBlank { leaf = .none }
        }
        keep(line)
    }

    // MARK: Containers

    /// Passes what the containers that go on demand of a line.
    private mutating func matchContainers(_ line: inout Line) {
        for (index, container) in containers.enumerated() {
            let indent = line.cursor.indent
            switch container {
            case .quote:
                guard indent < 4, line.cursor.first == UInt8(ascii: ">") else { return }
                Self.takeQuoteMark(&line.cursor)
            case .item(let columns, let isEmpty):
                guard indent >= columns || line.cursor.isBlank && !isEmpty else { return }
                line.cursor.skip(columns: columns)
                if isEmpty, !line.cursor.isBlank { containers[index] = .item(columns: columns, isEmpty: false) }
            case .footnote(let number):
                guard indent >= 4 || line.cursor.isBlank else { return }
                line.cursor.skip(columns: 4)
                line.footnote = (number, line.cursor)
            }
            line.matched += 1
        }
    }

    private static func takeQuoteMark(_ cursor: inout LineCursor) {
        cursor.skip(bytes: 1)
        cursor.skip(columns: 1)
    }

    private mutating func close(downTo count: Int) {
        containers.removeLast(containers.count - count)
        leaf = .none
    }

    private mutating func open(_ container: Container, _ line: inout Line) {
        begin(.none, &line)
        containers.append(container)
        line.matched += 1
    }

    private mutating func begin(_ leaf: Leaf, _ line: inout Line) {
        containers.removeLast(containers.count - line.matched)
        self.leaf = leaf
        line.begins = true
    }

    // MARK: Blocks

    /// Whether code or raw HTML that is open goes on with a line; ends it where the line is its last.
    private mutating func goesOn(_ open: Leaf, _ cursor: LineCursor) -> Bool {
        switch open {
        case .none, .paragraph: return false
        case .indentedCode:
            if cursor.indent >= 4 || cursor.isBlank { return true }
        case .fencedCode(let fence):
            if cursor.closes(fence) { leaf = .none }
            return true
        case .html(let end):
            let isEnd = cursor.ends(end)
            if isEnd { leaf = .none }
            if case .blankLine = end { return !isEnd }
            return true
        }
        leaf = .none
        return false
    }

    /// Begins the block that the rest of a line begins; whether the line may begin another one in it.
    private mutating func beginBlock(_ line: inout Line, inParagraph: Bool) -> Bool {
        let cursor = line.cursor
        guard !cursor.isBlank else { return false }
        guard cursor.indent < 4 else {
            if !leaf.isParagraph { begin(.indentedCode, &line) }
            return false
        }
        if cursor.first == UInt8(ascii: ">") {
            open(.quote, &line)
            Self.takeQuoteMark(&line.cursor)
            return true
        }
        if let next = leafBlock(at: cursor, inParagraph) {
            begin(next, &line)
            return false
        }
        if takes.contains(.footnotes), let found = cursor.footnote, footnoteDepth < Self.depthLimit {
            openFootnote(found, &line)
            return true
        }
        if takes.contains(.abbreviations), line.matched == 0, let found = cursor.abbreviation {
            var text = Array(bytes[found.text])
            SourceMask.restore(&text, from: 0, keepingEscapes: true)
            definitions.define(Array(bytes[found.name]), as: text, line: cursor.index..<cursor.end)
            begin(.none, &line)
            line.cursor.skip(bytes: cursor.end - cursor.text)
            return false
        }
        if let columns = line.cursor.takeListMarker(interruptingParagraph: inParagraph) {
            open(.item(columns: columns, isEmpty: line.cursor.isBlank), &line)
            return true
        }
        if !inParagraph, line.begins || line.matched == containers.count || !leaf.isParagraph {
            begin(.paragraph, &line)
        }
        return false
    }

    /// A block that holds no other and is no paragraph; `none` for one that is a line.
    private mutating func leafBlock(at cursor: LineCursor, _ inParagraph: Bool) -> Leaf? {
        if cursor.beginsHeading { return Leaf.none }
        if let fence = cursor.openingFence { return .fencedCode(fence) }
        if let end = cursor.htmlBlockEnd(interruptingParagraph: leaf.isParagraph) {
            if case .mark = end, cursor.ends(end) { return Leaf.none }
            return .html(end)
        }
        if inParagraph, cursor.underlinesHeading { return Leaf.none }
        return cursor.beginsThematicBreak(failure: &breakFailure) ? Leaf.none : nil
    }

    // MARK: Footnotes

    /// How deep they may stand in each other, so that a blank line, which belongs to all of them, is cheap.
    private static let depthLimit = 16

    private var footnoteDepth: Int {
        containers.count { if case .footnote = $0 { true } else { false } }
    }

    private mutating func openFootnote(_ found: LineCursor.Definition, _ line: inout Line) {
        let start = line.cursor.text
        begin(.none, &line)
        if let (outer, from) = line.footnote {
            definitions.add(
                FootnoteLine(indent: from.indent, text: from.text..<start, holdsDefinition: true), to: outer)
        }
        let number = definitions.open(
            Array(bytes[found.name]), at: start, line: line.number, isNested: line.footnote != nil)
        open(.footnote(number), &line)
        line.cursor.skip(bytes: found.text.lowerBound - start)
        line.footnote = (number, line.cursor)
        extendFootnotes(line)
    }

    /// Adds a line to the footnote to which it belongs, if to any.
    private mutating func keep(_ line: Line) {
        guard let (number, start) = line.footnote else { return }
        definitions.add(FootnoteLine(indent: start.indent, text: start.text..<start.end), to: number)
        if !line.cursor.isBlank { extendFootnotes(line) }
    }

    /// Adds a line that continues a paragraph of a container whose mark it has not got.
    private mutating func keepLazily(_ line: Line) {
        let innermost = containers.lazy.reversed().compactMap { container in
            if case .footnote(let number) = container { number } else { nil }
        }.first
        guard let innermost else { return }
        if line.footnote?.number == innermost { return keep(line) }
        let cursor = line.cursor
        definitions.add(
            FootnoteLine(indent: cursor.indent, text: cursor.text..<cursor.end, isLazy: true), to: innermost)
        extendFootnotes(line)
    }

    /// Makes the footnotes that are open reach to the end of a line.
    private mutating func extendFootnotes(_ line: Line) {
        for case .footnote(let number) in containers {
            definitions.extend(number, to: line.cursor.end, line: line.number)
        }
    }
}

extension LineCursor {
    /// A definition: its name and the rest of the line.
    struct Definition {
        var name: Range<Int>
        var text: Range<Int>
    }

    /// The footnote that the text defines.
    var footnote: Definition? { definition(UInt8(ascii: "["), UInt8(ascii: "^")) { $0 > 0x20 } }

    /// The abbreviation that the text defines.
    var abbreviation: Definition? {
        guard let found = definition(UInt8(ascii: "*"), UInt8(ascii: "["), { $0 >= 0x20 }), !found.text.isEmpty,
            bytes[found.name.lowerBound] > 0x20, bytes[found.name.upperBound - 1] > 0x20
        else { return nil }
        return found
    }

    /// Two bytes, a name, `]:` and a text, if that is what the text begins with.
    private func definition(_ first: UInt8, _ second: UInt8, _ mayName: (UInt8) -> Bool) -> Definition? {
        guard text + 4 < end, bytes[text] == first, bytes[text + 1] == second else { return nil }
        var close = text + 2
        while close < end, mayName(bytes[close]), bytes[close] != UInt8(ascii: "]"), bytes[close] != UInt8(ascii: "[") {
            close += 1
        }
        guard close > text + 2, close + 1 < end, bytes[close] == UInt8(ascii: "]"),
            bytes[close + 1] == UInt8(ascii: ":")
        else { return nil }
        var start = close + 2
        while start < end, bytes[start] <= 0x20 { start += 1 }
        return Definition(name: text + 2..<close, text: start..<end)
    }
}
