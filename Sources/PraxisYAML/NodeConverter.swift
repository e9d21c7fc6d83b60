import PraxisDiagnostics
import Yams

/// Copies Yams' nodes, which know where they begin in the edited text, into ours, which know their range in the file.
struct NodeConverter {
    private let edited: EditedText
    private let text: TextLines
    private let repeatedKeys: Set<Int>
    private let isUnreadable: Set<Int>
    private let limits: YAMLLimits
    private let path: SourcePath
    private var cursor: MarkCursor
    private var nodeCount = 0
    /// The byte of the edited text behind the node converted last.
    private var end = 0
    private(set) var findings: [Finding] = []

    init(_ edited: EditedText, proofreader: Proofreader, isUnreadable: Set<Int>) {
        self.edited = edited
        text = proofreader.text
        repeatedKeys = proofreader.repeatedKeys
        self.isUnreadable = isUnreadable
        limits = proofreader.limits
        path = proofreader.source.path
        cursor = MarkCursor(edited.bytes)
    }

    /// A node with all that is in it; `nil` where a limit is passed.
    mutating func convert(_ node: Node, depth: Int) -> YAMLNode? {
        nodeCount += 1
        guard depth <= limits.depth + 1, nodeCount <= limits.nodes else { return nil }
        let start = node.mark.map { cursor.offset(line: $0.line, column: $0.column) } ?? end
        end = start
        switch node {
        case .scalar(let scalar):
            let style: YAMLNode.Style
            switch scalar.style {
            case .singleQuoted, .doubleQuoted: style = .quoted
            case .literal, .folded: style = .block
            case .plain, .any: style = .plain
            }
            let begin = skipProperties(from: start)
            end = scalarEnd(from: begin, scalar.string, style: style)
            let place = range(begin..<max(begin, end))
            return YAMLNode(.scalar(YAMLNode.Scalar(visible(scalar.string, at: place), style: style)), at: place)
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            items.reserveCapacity(sequence.count)
            for item in sequence {
                guard let item = convert(item, depth: depth + 1) else { return nil }
                items.append(item)
            }
            closeBrackets(from: start)
            return YAMLNode(.sequence(items), at: range(start..<max(start, end)))
        case .mapping(let mapping):
            var fields: [YAMLNode.Field] = []
            fields.reserveCapacity(mapping.count)
            for (key, value) in mapping {
                let keyStart = key.mark.map { cursor.offset(line: $0.line, column: $0.column) } ?? end
                let keyOffset = edited.original(keyStart)
                guard let key = convert(key, depth: depth + 1) else { return nil }
                guard let value = convert(value, depth: depth + 1) else { return nil }
                guard case .scalar(let name) = key.content else {
                    report(notAName: key)
                    continue
                }
                if repeatedKeys.contains(keyOffset) { continue }
                fields.append(
                    YAMLNode.Field(
                        key: Located(name.text, at: key.range),
                        value: isUnreadable.contains(keyOffset) ? YAMLNode(.unreadable, at: value.range) : value))
            }
            closeBrackets(from: start)
            return YAMLNode(.mapping(fields), at: range(start..<max(start, end)))
        case .alias:
            return YAMLNode(.unreadable, at: range(start..<start))
        }
    }

    /// Moves `end` behind the bracket that closes a list or record, if it has brackets.
    private mutating func closeBrackets(from start: Int) {
        let begin = skipProperties(from: start)
        guard begin < edited.bytes.count else { return }
        let closing: UInt8
        switch edited.bytes[begin] {
        case 0x5B: closing = 0x5D
        case 0x7B: closing = 0x7D
        default:
            end = max(start, end)
            return
        }
        var offset = max(begin + 1, end)
        while offset < edited.bytes.count, edited.bytes[offset] != closing {
            if edited.bytes[offset] == 0x23 {
                while offset < edited.bytes.count, edited.bytes[offset] != 0x0A { offset += 1 }
            } else {
                offset += 1
            }
        }
        end = min(offset + 1, edited.bytes.count)
    }

    /// The byte behind `&name` and `!type`.
    private func skipProperties(from start: Int) -> Int {
        var offset = start
        while offset < edited.bytes.count, edited.bytes[offset] == 0x26 || edited.bytes[offset] == 0x21 {
            while offset < edited.bytes.count, edited.bytes[offset] > 0x20 { offset += 1 }
            while offset < edited.bytes.count, edited.bytes[offset] <= 0x20 { offset += 1 }
        }
        return offset
    }

    /// The byte behind a text that begins at `start`.
    private func scalarEnd(from start: Int, _ string: String, style: YAMLNode.Style) -> Int {
        let bytes = edited.bytes
        var offset = start
        switch style {
        case .quoted:
            guard start < bytes.count else { return start }
            let mark = bytes[start]
            offset += 1
            while offset < bytes.count {
                if bytes[offset] == 0x5C, mark == 0x22 {
                    offset += 2
                } else if bytes[offset] != mark {
                    offset += 1
                } else if mark == 0x27, offset + 1 < bytes.count, bytes[offset + 1] == mark {
                    offset += 2
                } else {
                    return offset + 1
                }
            }
            return min(offset, bytes.count)
        case .block:
            while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
            return endOfWords(string, from: offset) ?? offset
        case .plain:
            return endOfWords(string, from: start) ?? start
        }
    }

    /// The byte behind a text whose line ends and spaces may be others in the file.
    private func endOfWords(_ string: String, from start: Int) -> Int? {
        var offset = start
        var last: Int?
        for byte in string.utf8 where byte > 0x20 {
            while offset < edited.bytes.count, edited.bytes[offset] <= 0x20 { offset += 1 }
            guard offset < edited.bytes.count, edited.bytes[offset] == byte else { return last }
            offset += 1
            last = offset
        }
        return last
    }

    /// A text without the control characters that escapes in quotes stand for, which are reported: no author means them, a
    /// terminal obeys them, and no form of output may hold them.
    private mutating func visible(_ string: String, at place: SourceRange) -> String {
        // Those of C0 and C1 and the one between: Unicode has no others, and adds none (its stability policies).
        func isControl(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "\t", "\n": false
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": true
            default: false
            }
        }
        guard let first = string.unicodeScalars.first(where: isControl) else { return string }
        let line = text.lines[max(0, place.start.line - text.firstNumber)]
        findings.append(
            Finding(
                YAMLRules.invisibleCharacter, at: Location(path: path, range: place, excerpt: text.text(line)),
                "an escape in this text stands for an invisible control character (U+"
                    + "\(String(repeating: "0", count: first.value < 0x10 ? 3 : 2))"
                    + "\(String(first.value, radix: 16, uppercase: true)))",
                advice: "take it away; where a backslash is meant, put the text into single quotes"))
        var scalars = string.unicodeScalars
        scalars.removeAll(where: isControl)
        return String(scalars)
    }

    private mutating func report(notAName key: YAMLNode) {
        let line = text.lines[max(0, key.range.start.line - text.firstNumber)]
        findings.append(
            Finding(
                YAMLRules.syntax,
                at: Location(path: path, range: key.range, excerpt: text.text(line)),
                "a list or record stands where the name of a field is expected",
                advice: "put quotes around it if it is a text"))
    }

    private func range(_ range: Range<Int>) -> SourceRange {
        let start = edited.original(range.lowerBound)
        return text.sourceRange(start..<max(start, edited.original(range.upperBound)))
    }
}
