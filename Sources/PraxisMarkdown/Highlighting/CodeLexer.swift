/// Takes code apart by the rules of its language. Linear in its length: whatever has no end ends with the code.
struct CodeLexer {
    /// By whose rules.
    let language: CodeLanguage
    /// The text that the code is a part of.
    let code: UnsafeBufferPointer<UInt8>
    /// Where the code begins.
    let start: Int
    /// Where the code ends.
    let end: Int
    /// What comes next.
    var index: Int
    /// How many braces are open.
    private var depth = 0
    /// Before this there is no `#` that begins a string, so that a long run of them is looked at once.
    var hashesEnd = 0
    /// Whether nothing but space and list markers stands before on the line.
    private var beginsLine = true
    /// The strings that are open around code that is inserted in them, and how many brackets are open in that.
    var insertions: [OpenString] = []
    /// The column beyond which the next lines are text.
    var blockIndent: Int?
    /// Where the texts end that begin with the next line.
    var hereDocumentEnds: [Int] = []
    /// How many names of such texts have been looked for in vain.
    var missingHereDocuments = 0

    /// Looks at code up to `end`, from `start` on.
    init(_ language: CodeLanguage, _ code: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.language = language
        self.code = code
        start = range.lowerBound
        index = start
        end = range.upperBound
    }

    /// The next stretch that is something; what stands before it is nothing in particular.
    mutating func next() -> (range: Range<Int>, token: CodeToken)? {
        while index < end {
            let start = index
            if let token = token() { return (start..<index, token) }
        }
        return nil
    }

    /// Takes what begins here, one byte at the least.
    private mutating func token() -> CodeToken? {
        if beginsLine, let token = textOfLines() { return token }
        let byte = code[index]
        if byte == UInt8(ascii: "\n") {
            beginsLine = true
            index += 1
            while let open = insertions.last, !open.rule.spansLines { insertions.removeLast() }
            return nil
        }
        if byte <= 0x20 {
            index += 1
            return nil
        }
        let isFirst = beginsLine
        // A list's marker leaves its item at the beginning.
        beginsLine = isFirst && byte == UInt8(ascii: "-") && language.habits.contains(.colonKeys)
        if let open = insertions.last, open.brackets == 0, byte == open.closing {
            insertions.removeLast()
            index += 1
            return finishString(open.rule)
        }
        let mayOpen = language.mayOpen(byte)
        if mayOpen, let comment = comment() { return comment }
        if isFirst, let token = lineStart() { return token }
        if mayOpen, let string = string() { return string }
        if Self.isDigit(byte) { return number() }
        if isName(byte) { return name(isFirst: isFirst) }
        return sign(byte)
    }

    // MARK: Comments

    private mutating func comment() -> CodeToken? {
        for opening in language.lineComments where starts(with: opening) {
            if language.habits.contains(.spacedComments), index > start, code[index - 1] > 0x20 { continue }
            // In what is inserted in one line, the sign means something else.
            if let open = insertions.last, !open.rule.spansLines { continue }
            index = lineEnd()
            return .comment
        }
        for comment in language.blockComments where starts(with: comment.opening) {
            index += comment.opening.utf8CodeUnitCount
            var level = 1
            while index < end, level > 0 {
                if starts(with: comment.closing) {
                    level -= 1
                    index += comment.closing.utf8CodeUnitCount
                } else if comment.nests, starts(with: comment.opening) {
                    level += 1
                    index += comment.opening.utf8CodeUnitCount
                } else {
                    index += 1
                }
            }
            return .comment
        }
        return nil
    }

    // MARK: Words and numbers

    private mutating func number() -> CodeToken {
        while index < end {
            let byte = code[index]
            let isBeforeDigit = index + 1 < end && Self.isDigit(code[index + 1])
            let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            // A sign belongs to an exponent; where names have hyphens, so do dates.
            let isInside =
                isSign
                ? isBeforeDigit && (code[index - 1] | 0x20 == UInt8(ascii: "e") || isName(byte))
                : isName(byte) || byte == UInt8(ascii: ".") && isBeforeDigit
                    || byte == UInt8(ascii: "'") && isBeforeDigit && language.habits.contains(.preprocessor)
            guard isInside else { break }
            index += 1
        }
        if index < end, code[index] == UInt8(ascii: "%"), language.habits.contains(.propertyKeys) { index += 1 }
        return .number
    }

    private mutating func name(isFirst: Bool) -> CodeToken? {
        let start = index
        while index < end, isName(code[index]) { index += 1 }
        if language.habits.contains(.propertyKeys), depth > 0, isFollowed(by: UInt8(ascii: ":")) { return .key }
        let word = code[start..<index]
        if !language.habits.contains(.wordsBeginLines) || isFirst, let token = language.words.token(of: word) {
            return token
        }
        return language.habits.contains(.capitalTypes) && code[start] &- 0x41 < 26 ? .type : nil
    }

    private mutating func sign(_ byte: UInt8) -> CodeToken? {
        index += 1
        if let last = insertions.indices.last { insertions[last].note(byte) }
        switch byte {
        case UInt8(ascii: "|") where language.habits.contains(.blockScalars),
            UInt8(ascii: ">") where language.habits.contains(.blockScalars):
            blockIndent = indentAroundBlock()
        case UInt8(ascii: "<") where language.habits.contains(.hereDocuments): findHereDocument()
        case UInt8(ascii: "#") where language.habits.contains(.hashWords):
            let start = index
            while index < end, isName(code[index]) { index += 1 }
            return index > start ? .meta : nil
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: "@") where language.habits.contains(.decorators) && index < end && isName(code[index]):
            while index < end, isName(code[index]) || code[index] == UInt8(ascii: ".") { index += 1 }
            return .meta
        case UInt8(ascii: "$") where language.habits.contains(.dollarVariables): return variable()
        case UInt8(ascii: "#") where language.habits.contains(.propertyKeys) && depth > 0:
            while index < end, isName(code[index]) { index += 1 }
            return .constant
        default: break
        }
        return nil
    }

    private mutating func variable() -> CodeToken? {
        guard index < end else { return nil }
        if code[index] == UInt8(ascii: "{") {
            while index < end, code[index] != UInt8(ascii: "}"), code[index] != UInt8(ascii: "\n") { index += 1 }
            if index < end, code[index] == UInt8(ascii: "}") { index += 1 }
            return .variable
        }
        let start = index
        while index < end, isName(code[index]), code[index] != UInt8(ascii: "-") { index += 1 }
        if index == start, "?!#@*$".utf8.contains(code[index]) { index += 1 }
        return index > start ? .variable : nil
    }

    // MARK: The start of a line

    private mutating func lineStart() -> CodeToken? {
        let habits = language.habits
        if habits.contains(.preprocessor), code[index] == UInt8(ascii: "#") {
            index += 1
            while index < end, code[index] == UInt8(ascii: " ") { index += 1 }
            while index < end, isName(code[index]) { index += 1 }
            return .meta
        }
        if habits.contains(.colonKeys) { return key(before: UInt8(ascii: ":")) }
        if habits.contains(.equalsKeys) {
            if code[index] == UInt8(ascii: "[") {
                index = lineEnd()
                return .type
            }
            return key(before: UInt8(ascii: "="))
        }
        return nil
    }

    /// A key up to its sign, on one line.
    private mutating func key(before sign: UInt8) -> CodeToken? {
        if starts(with: "---"), sign == UInt8(ascii: ":") {
            index += 3
            return .meta
        }
        guard isName(code[index]) && code[index] != UInt8(ascii: "-") || code[index] == UInt8(ascii: "\"") else {
            return nil
        }
        var close = index
        while close < end, code[close] != sign, code[close] != UInt8(ascii: "\n"), code[close] != UInt8(ascii: "#") {
            close += 1
        }
        guard close < end, code[close] == sign else { return nil }
        if sign == UInt8(ascii: ":"), close + 1 < end, code[close + 1] > 0x20 { return nil }
        while close > index, code[close - 1] == UInt8(ascii: " ") { close -= 1 }
        index = close
        return .key
    }

    // MARK: Bytes

    /// Whether a text stands here.
    @inline(__always)
    func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= end else { return false }
        for offset in 0..<count where code[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// Whether a byte comes next, but for spaces.
    func isFollowed(by sign: UInt8) -> Bool {
        var next = index
        while next < end, code[next] == UInt8(ascii: " ") { next += 1 }
        return next < end && code[next] == sign
    }

    /// Where the line ends.
    func lineEnd() -> Int {
        var next = index
        while next < end, code[next] != UInt8(ascii: "\n") { next += 1 }
        return next
    }

    /// Whether a byte may stand in a name; all beyond ASCII may.
    @inline(__always)
    func isName(_ byte: UInt8) -> Bool {
        if (byte | 0x20) &- 0x61 < 26 || Self.isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80 { return true }
        return language.nameBytes.utf8CodeUnitCount > 0 && byte == language.nameBytes.utf8Start[0]
    }

    /// Whether a byte is one of ten.
    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
