/// Lines that were meant as items of a list and that readers see in the middle of a paragraph.
///
/// A hyphen, a number or a star may begin a line for many reasons. So what lacks only its space counts where there are two such
/// lines or where the line goes on in the item of a list.
struct ListSlip {
    /// How a line begins.
    private enum Beginning: Hashable {
        /// `-so`, `*so`, `+so`
        case mark(UInt8)
        /// `1.so`, `2)so`
        case number
        /// A dash, `– so`.
        case dash
        /// `• so`
        case bullet
        /// `[ ] so`, `[] so`
        case box
        /// `-[ ] so`
        case markedBox
    }

    /// A line that may have been meant as an item.
    private struct Line {
        let beginning: Beginning
        /// What stands before the words, and where in the file.
        let mark: String
        let range: Range<Int>
        let words: String
        /// Of a number, which.
        let number: Int?
        /// Whether it follows the mark of an item.
        let beginsItem: Bool
        /// Whether it ends as a sentence does.
        var isSentence = false
        /// Whether the paragraph begins with it, or the line before announces it with a colon.
        var isIntroduced = false
    }

    private typealias Text = Slice<UnsafeBufferPointer<UInt8>>

    /// Whether a paragraph may hold such lines, by its first byte.
    static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "["), 0x30...0x39: true
        // Bullets and dashes, and those of Word's own.
        case 0xC2, 0xE2, 0xEF: true
        default: false
        }
    }

    /// Where bytes are that may begin a later line of that kind.
    @inline(__always)
    static func firstBytes(in bytes: ByteBlock) -> ByteLanes {
        // Digits but for 8 and 9; hyphens, stars and plus signs; bullets and dashes.
        bytes.hits(ByteKind(UInt8(ascii: "0"), mask: 0xF8)) | bytes.hits(ByteKind(UInt8(ascii: "("), mask: 0xF8))
            | bytes.hits(ByteKind(UInt8(ascii: "["))) | bytes.hits(ByteKind(0xE2)) | bytes.hits(ByteKind(0xEF))
            | bytes.hits(ByteKind(0xC2))
    }

    /// Looks at the lines of a paragraph. Linear in its length.
    ///
    /// - Parameter holdsEmphasis: Whether stars in it have a meaning: then none is looked at.
    static func found(
        in text: Slice<UnsafeBufferPointer<UInt8>>, isInItem: Bool, holdsEmphasis: Bool
    ) -> MarkdownSlip? {
        var lines: [Line] = []
        var start = text.startIndex
        var isIntroduced = true
        while start < text.endIndex {
            let end = ByteSearch.first(in: text.base, from: start, to: text.endIndex) {
                $0.hits(ByteKind(UInt8(ascii: "\n")))
            }
            let isFirst = start == text.startIndex
            if var line = line(text[start..<end], isFirst: isFirst, isInItem: isInItem) {
                line.isIntroduced = isIntroduced
                line.isSentence = endsSentence(text[start..<end])
                if !holdsEmphasis || line.beginning != .mark(UInt8(ascii: "*")) { lines.append(line) }
            }
            isIntroduced = text[start..<end].last { $0 > 0x20 } == UInt8(ascii: ":")
            start = end + 1
        }
        let counts = Dictionary(grouping: lines, by: \.beginning).mapValues(\.count)
        let numbers = lines.compactMap(\.number)
        let itemNumber = isInItem ? number(ofItemBefore: text) : nil
        // What people say to each other stands behind dashes, whole sentences all of it.
        let isDialogue = lines.allSatisfy { $0.beginning != .dash || $0.isSentence }
        return lines.first { line in
            let isLater = isInItem && !line.beginsItem
            let isRepeated = counts[line.beginning, default: 0] > 1
            return switch line.beginning {
            case .bullet, .markedBox: true
            case .mark: isLater || isRepeated && !isInItem
            // A date or a name that begins a line has any number; items are counted.
            case .number: isInItem ? isLater && line.number == itemNumber.map { $0 + 1 } : isCounted(line, numbers)
            case .box: isInItem || isRepeated
            // A dash within a sentence may begin a line by chance.
            case .dash: isRepeated && line.isIntroduced && !isDialogue
            }
        }.map(slip)
    }

    /// Whether the number of a line goes on from, or to, that of another.
    private static func isCounted(_ line: Line, _ numbers: [Int]) -> Bool {
        line.number.map { numbers.contains($0 - 1) || numbers.contains($0 + 1) } ?? false
    }

    /// The number of the item that a paragraph begins, which stands before it in its line.
    private static func number(ofItemBefore text: Text) -> Int? {
        var end = text.startIndex
        while end > 0, text.base[end - 1] == 0x20 { end -= 1 }
        guard end > 0, [UInt8(ascii: "."), UInt8(ascii: ")")].contains(text.base[end - 1]) else { return nil }
        var start = end - 1
        while start > 0, 0x30...0x39 ~= text.base[start - 1] { start -= 1 }
        return Int(String(decoding: text.base[start..<(end - 1)], as: UTF8.self))
    }

    /// Whether a line ends with a full stop or the like, perhaps with a quotation mark behind it.
    private static func endsSentence(_ line: Text) -> Bool {
        let end = String(decoding: line.suffix(12), as: UTF8.self).unicodeScalars
        return end.last { !$0.properties.isWhitespace && !quotationMarks.contains($0) }.map(
            ".?!…".unicodeScalars.contains)
            ?? false
    }

    private static let quotationMarks = Set("\"'”“’»«)".unicodeScalars)

    // MARK: Lines

    private static func line(_ text: Text, isFirst: Bool, isInItem: Bool) -> Line? {
        let text = isFirst ? text : text.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
        guard let first = text.first, mayBegin(first) else { return nil }
        func line(_ beginning: Beginning, _ length: Int, number: Int? = nil) -> Line? {
            let rest = text.dropFirst(length)
            let words = String(decoding: rest.prefix(200), as: UTF8.self).split(whereSeparator: \.isWhitespace)
            guard !words.isEmpty else { return nil }
            return Line(
                beginning: beginning, mark: String(decoding: text.prefix(length), as: UTF8.self),
                range: text.startIndex..<text.startIndex + length, words: words.joined(separator: " "),
                number: number, beginsItem: isFirst && isInItem)
        }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            let rest = text.dropFirst()
            if let box = box(rest) { return line(.markedBox, 1 + box) }
            // With a star behind it, the line begins with emphasis.
            guard isWord(rest), first != UInt8(ascii: "*") || !rest.contains(first) else { return nil }
            return line(.mark(first), 1)
        case UInt8(ascii: "["):
            // One of three bytes at the start of an item is one that can be ticked.
            return box(text).flatMap { isInItem && isFirst && $0 == 3 ? nil : line(.box, $0) }
        case 0x30...0x39:
            let digits = text.prefix { 0x30...0x39 ~= $0 }
            let rest = text[digits.endIndex...]
            guard digits.count <= 2, let end = rest.first, end == UInt8(ascii: ".") || end == UInt8(ascii: ")"),
                isWord(rest.dropFirst())
            else { return nil }
            return line(
                .number, digits.count + 1, number: Int(String(decoding: digits, as: UTF8.self)))
        default:
            guard let mark = String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first,
                let next = text.dropFirst(mark.utf8.count).first, next <= 0x20 || next == 0xC2
            else { return nil }
            if mark == "–" || mark == "—" { return line(.dash, mark.utf8.count) }
            return bullets.contains(mark) ? line(.bullet, mark.utf8.count) : nil
        }
    }

    /// What editors put before items, the last two in fonts of their own.
    private static let bullets: Set<Unicode.Scalar> = ["•", "●", "▪", "■", "◦", "‣", "⁃", "\u{F0B7}", "\u{F0A7}"]

    /// The length of a box that stands here with a space behind it: `[ ]`, `[x]`, `[]`, `[x ]`.
    private static func box(_ text: Text) -> Int? {
        let inner = text.dropFirst().prefix(3).prefix { $0 == 0x20 || $0 | 0x20 == UInt8(ascii: "x") }
        let end = inner.endIndex
        guard text.first == UInt8(ascii: "["), end + 1 < text.endIndex, text[end] == UInt8(ascii: "]"),
            text[end + 1] == 0x20, inner.count(where: { $0 != 0x20 }) <= 1
        else { return nil }
        return end + 1 - text.startIndex
    }

    /// Whether a word begins here, of more than one letter: options of programs have one.
    private static func isWord(_ text: Text) -> Bool {
        let start = String(decoding: text.prefix(8), as: UTF8.self).unicodeScalars.prefix(2)
        return start.count == 2 && start.allSatisfy(\.properties.isAlphabetic)
    }

    // MARK: What to say

    private static func slip(_ line: Line) -> MarkdownSlip {
        let box = line.mark.lowercased().contains("x") ? "[x]" : "[ ]"
        let (message, start) =
            switch line.beginning {
            case .mark, .number: ("no space follows \(line.mark), so this is no item of a list", line.mark)
            case .markedBox: ("no space stands before this box, so nobody can tick it", "\(line.mark.prefix(1)) \(box)")
            case .box where line.beginsItem: ("a box to tick is [ ] or [x], so this is none", box)
            case .box: ("no hyphen stands before this box, so nobody can tick it", "- \(box)")
            case .dash, .bullet: ("an item of a list begins with a hyphen, not with \(line.mark)", "-")
            }
        return MarkdownSlip(
            rule: MarkdownSlip.list, range: line.range, message: message, advice: "write \(start) \(line.words)")
    }
}
