// Strings, and code within them.

extension CodeLexer {
    /// Takes the string that begins here.
    mutating func string() -> CodeToken? {
        if language.habits.contains(.hashStrings), let token = hashString() { return token }
        for rule in language.strings where starts(with: rule.opening) {
            if language.habits.contains(.lifetimes), code[index] == UInt8(ascii: "'"), isLifetime { return nil }
            index += rule.opening.utf8CodeUnitCount
            return finishString(rule)
        }
        return nil
    }

    /// Takes the rest of a string, or what of it stands before code that is inserted in it.
    mutating func finishString(_ rule: CodeLanguage.StringRule) -> CodeToken {
        while index < end {
            if let insertion = rule.insertion, starts(with: insertion.opening) {
                index += insertion.opening.utf8CodeUnitCount
                if !insertion.isDoubled || !starts(with: insertion.opening) {
                    insertions.append(OpenString(rule: rule, closing: insertion.closing))
                    return .string
                }
                index += insertion.opening.utf8CodeUnitCount
            } else if code[index] == rule.escape, rule.escape != 0 {
                index = min(end, index + 2)
            } else if starts(with: rule.closing) {
                index += rule.closing.utf8CodeUnitCount
                break
            } else if code[index] == UInt8(ascii: "\n"), !rule.spansLines {
                break
            } else {
                index += 1
            }
        }
        if language.habits.contains(.stringKeys), isFollowed(by: UInt8(ascii: ":")) { return .key }
        return .string
    }

    /// `#"…"#` and `##"…"##`.
    private mutating func hashString() -> CodeToken? {
        guard index >= hashesEnd else { return nil }
        var quote = index
        while quote < end, code[quote] == UInt8(ascii: "#") { quote += 1 }
        let hashes = quote - index
        guard hashes > 0, quote < end, code[quote] == UInt8(ascii: "\"") else {
            hashesEnd = quote
            return nil
        }
        index = quote + 1
        while index < end {
            if code[index] == UInt8(ascii: "\"") {
                var close = index + 1
                while close < end, close - index <= hashes, code[close] == UInt8(ascii: "#") { close += 1 }
                if close - index - 1 >= hashes {
                    index = close
                    return .string
                }
                index = close
            } else {
                index += 1
            }
        }
        return .string
    }

    /// Whether an apostrophe here is Rust's for a lifetime: no second one follows a single character.
    private var isLifetime: Bool {
        guard index + 2 < end, code[index + 1] != UInt8(ascii: "\\") else { return index + 2 >= end }
        var next = index + 2
        while next < end, code[next] & 0xC0 == 0x80 { next += 1 }
        return next >= end || code[next] != UInt8(ascii: "'")
    }
}

/// A string around code that is inserted in it.
struct OpenString {
    /// How the string goes on.
    let rule: CodeLanguage.StringRule
    /// The bracket that ends the code.
    let closing: UInt8
    /// How many brackets are open in the code.
    private(set) var brackets = 0

    init(rule: CodeLanguage.StringRule, closing: UInt8) {
        self.rule = rule
        self.closing = closing
    }

    /// Notes a byte of the code, which may be a bracket.
    mutating func note(_ byte: UInt8) {
        if byte == (closing == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "{")) { brackets += 1 }
        if byte == closing { brackets = max(0, brackets - 1) }
    }
}
