import PraxisDiagnostics

/// Reads lines of YAML as a person would, before libyaml reads them as YAML.
///
/// It knows what people who have never seen YAML write, says each mistake in plain words, and notes the edits by which
/// the lines come to mean what their author meant; so that one mistake gives one finding, and the rest of the file is
/// read. What it does not understand it leaves to libyaml. Linear in the length of the text.
struct Proofreader {
    let source: SourceText
    let text: TextLines
    let limits: YAMLLimits
    var edits = TextEdits()
    var findings: [Finding] = []
    /// Keys written before in the same record, by their first byte.
    var repeatedKeys: Set<Int> = []
    /// The fields of the outermost record: the line, the first byte and the byte after the colon.
    var rootFields: [(line: Int, key: Int, value: Int)] = []
    /// Whether nothing can be read because a limit is passed.
    var isRefused = false

    /// The records and lists that the current line is in, outermost first.
    var levels: [Level] = []
    /// What the line before has left open.
    var tail = Tail.nothing
    /// Mistakes that are reported once, however often they are repeated.
    var reportedOnce: Set<String> = []
    /// Names that values are given with `&name`, and names by which they are repeated with `*name`.
    var anchors: Set<ArraySlice<UInt8>> = []
    var aliases: Set<ArraySlice<UInt8>> = []
    /// Lines that have been moved to another column.
    var straightened: [Int: Int] = [:]

    /// A record or list in block form.
    struct Level {
        var isList: Bool
        /// The column, from 0, at which its fields or items begin.
        var indent: Int
        /// Keys by their text, with their first byte.
        var keys: [ArraySlice<UInt8>: Int] = [:]
        /// A wrong column at which its fields or items have been found.
        var misplaced: Int?
        /// The first byte of the key that was read last.
        var lastKey: Range<Int>?
    }

    /// What the line before has left open.
    enum Tail: Equatable {
        case nothing
        /// A field or item with nothing on its line: a list, a record or a text may follow below it.
        case pending
        /// Plain text that begins at this byte and may go on.
        case plain(start: Int, line: Int)
        /// A value that is complete.
        case closed
    }

    init(_ source: SourceText, text: TextLines, limits: YAMLLimits) {
        self.source = source
        self.text = text
        self.limits = limits
    }

    var bytes: [UInt8] { text.bytes }

    mutating func read() {
        cleanCharacters()
        guard !isRefused else { return }
        var index = 0
        if let first = text.lines.indices.first(where: { !isBlankOrComment($0) }) {
            index = first
            straightenFirstLine(first)
        }
        while index < text.lines.count {
            index = max(index + 1, readLine(index))
            if isRefused { return }
        }
    }

    /// Reads what begins on a line; gives the line to read next.
    private mutating func readLine(_ index: Int) -> Int {
        guard !isBlankOrComment(index) else { return index + 1 }
        let line = text.lines[index]
        let (indent, start) = indentation(of: index)
        guard start < line.upperBound else { return index + 1 }
        let kind = kind(ofLineAt: start, end: line.upperBound)
        guard let place = place(Placed(index: index, indent: indent, start: start, end: line.upperBound, kind: kind))
        else { return skip(index, deeperThan: indent) }
        switch place {
        case .next(let next): return next
        case .item(let indent): return readItem(at: start, indent: indent, line: index)
        case .field(let indent, let key, let colon):
            return readField(key: key, colon: colon, indent: indent, line: index)
        case .value(let parent): return readValue(at: start, parent: parent, line: index, field: nil)
        }
    }

    /// Reads `- …`, with whatever begins behind the hyphen.
    mutating func readItem(at dash: Int, indent: Int, line: Int) -> Int {
        let end = text.lines[line].upperBound
        let mark = bulletLength(at: dash) ?? 1
        var next = dash + mark
        var indent = indent
        if levels.last?.isList != true || levels.last?.indent != indent {
            levels.append(Level(isList: true, indent: indent))
        }
        guard levels.count <= limits.depth else {
            refuse(tooDeepAt: dash)
            return line + 1
        }
        while next < end, bytes[next].isBlank { next += 1 }
        replaceTabs(in: dash + mark..<next)
        guard next < end, bytes[next] != 0x23 else {
            tail = .pending
            return line + 1
        }
        indent += max(2, next - dash - mark + 1)
        switch kind(ofLineAt: next, end: end) {
        case .item: return readItem(at: next, indent: indent, line: line)
        case .field(let key, let colon):
            levels.append(Level(isList: false, indent: indent))
            if isSentence(key), let whole = wholeText(from: next, line: line, parent: indent - 1) {
                levels.removeLast()
                return quoteForColon(at: colon, whole: whole, field: nil)
            }
            return readField(key: key, colon: colon, indent: indent, line: line)
        default:
            return readValue(at: next, parent: levels.last?.indent ?? 0, line: line, field: nil)
        }
    }

    /// Reads `name: …`.
    mutating func readField(key: Range<Int>, colon: Int, indent: Int, line: Int) -> Int {
        let end = text.lines[line].upperBound
        if levels.isEmpty { levels.append(Level(isList: false, indent: indent)) }
        noteKey(key)
        if levels.count == 1 { rootFields.append((line, key.lowerBound, colon + 1)) }
        var start = colon + 1
        while start < end {
            if bytes[start].isBlank {
                start += 1
            } else if let length = specialSpaceLength(at: start) {
                replaceSpecialSpace(start..<start + length)
                start += length
            } else {
                break
            }
        }
        guard start < end else {
            tail = .pending
            return line + 1
        }
        if bytes[start] == 0x23 {
            if start + 1 < end, !bytes[start + 1].isBlank, bytes[start + 1] != 0x23,
                !hasChildren(line, indent: indent)
            {
                return quoteForNumberSign(from: start, line: line, field: key)
            }
            tail = .pending
            return line + 1
        }
        return readValue(at: start, parent: indent, line: line, field: key)
    }

    /// Remembers a key; one that is there twice is made unique for libyaml and reported.
    private mutating func noteKey(_ key: Range<Int>) {
        let name = bytes[key]
        let level = levels.count - 1
        levels[level].lastKey = key
        guard let first = levels[level].keys.updateValue(key.lowerBound, forKey: name) else { return }
        levels[level].keys[name] = first
        repeatedKeys.insert(key.lowerBound)
        let isQuoted = name.first == 0x22 || name.first == 0x27
        edits.insert("\u{E000}\(repeatedKeys.count)", at: isQuoted ? key.upperBound - 1 : key.upperBound)
        report(
            YAMLRules.duplicateKey, at: key, "\"\(text.text(key))\" is written twice",
            advice: "keep one of the two, or make one list of them",
            notes: [note("the first one is here", at: first..<first + key.count)])
    }

    /// Moves on past a line and all that belongs to it, which libyaml is not to see.
    mutating func skip(_ index: Int, deeperThan indent: Int) -> Int {
        var next = index
        repeat {
            let line = text.lines[next]
            edits.removeEdits(in: line)
            edits.replace(line.lowerBound + text.indent(line)..<line.upperBound, with: "")
            next += 1
        } while next < text.lines.count && (text.isBlank(text.lines[next]) || text.indent(text.lines[next]) > indent)
        return next
    }
}
