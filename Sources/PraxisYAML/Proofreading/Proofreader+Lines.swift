import PraxisDiagnostics

extension Proofreader {
    /// What a line is by its looks.
    enum Kind: Equatable {
        /// `- …`
        case item
        /// `name: …`
        case field(key: Range<Int>, colon: Int)
        case text
    }

    /// A line on its way to a place among records and lists.
    struct Placed {
        var index: Int
        var indent: Int
        var start: Int
        var end: Int
        var kind: Kind

        func taken(as kind: Kind) -> Placed {
            var line = self
            line.kind = kind
            return line
        }
    }

    /// What a line, or the part of it from a byte on, is by its looks.
    func kind(ofLineAt start: Int, end: Int) -> Kind {
        guard start < end else { return .text }
        if bytes[start] == 0x2D, start + 1 == end || bytes[start + 1].isBlank { return .item }
        guard let (key, colon) = field(at: start, end: end) else { return .text }
        return .field(key: key, colon: colon)
    }

    /// The key and the colon of a field that begins at a byte.
    func field(at start: Int, end: Int) -> (key: Range<Int>, colon: Int)? {
        var offset = start
        switch bytes[start] {
        case 0x22, 0x27:
            guard let close = quoteEnd(from: start, end: end) else { return nil }
            offset = close
            while offset < end, bytes[offset].isBlank { offset += 1 }
            guard offset < end, bytes[offset] == 0x3A, offset + 1 == end || isSpace(at: offset + 1) else { return nil }
            return (start..<close, offset)
        case 0x5B, 0x7B, 0x5D, 0x7D, 0x2C, 0x23, 0x7C, 0x3E, 0x40, 0x60, 0x25, 0x26, 0x2A, 0x21: return nil
        case 0x2D, 0x3F, 0x3A:
            guard start + 1 < end, !bytes[start + 1].isBlank else { return nil }
        default: break
        }
        while offset < end {
            if bytes[offset] == 0x3A, offset + 1 == end || isSpace(at: offset + 1) {
                var keyEnd = offset
                while keyEnd > start, bytes[keyEnd - 1].isBlank { keyEnd -= 1 }
                return keyEnd > start ? (start..<keyEnd, offset) : nil
            }
            if bytes[offset] == 0x23, offset > start, bytes[offset - 1].isBlank { return nil }
            offset += 1
        }
        return nil
    }

    /// Whether a name is rather the beginning of a sentence.
    func isSentence(_ key: Range<Int>) -> Bool {
        bytes[key].contains { $0 == 0x20 }
    }

    /// A space, a tab or a special space.
    func isSpace(at offset: Int) -> Bool {
        bytes[offset].isBlank || specialSpaceLength(at: offset) != nil
    }

    /// The length of a no-break space or another space that YAML does not know.
    func specialSpaceLength(at offset: Int) -> Int? {
        switch bytes[offset] {
        case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0xA0 ? 2 : nil
        case 0xE2:
            guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return nil }
            return 0x80...0x8B ~= bytes[offset + 2] || bytes[offset + 2] == 0xAF ? 3 : nil
        case 0xE3:
            return offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x80 ? 3 : nil
        default: return nil
        }
    }

    func isBlankOrComment(_ index: Int) -> Bool {
        let line = text.lines[index]
        guard let start = line.first(where: { !bytes[$0].isBlank }) else { return true }
        return bytes[start] == 0x23
    }

    /// Whether something that belongs to a line follows it.
    func hasChildren(_ index: Int, indent: Int) -> Bool {
        guard let next = text.lines.indices.dropFirst(index + 1).first(where: { !isBlankOrComment($0) }) else {
            return false
        }
        let line = text.lines[next]
        let column = text.indent(line)
        return column > indent
            || (column == indent && kind(ofLineAt: line.lowerBound + column, end: line.upperBound) == .item)
    }

    /// The column at which a line's text begins, and its byte. Tabs and special spaces before it are reported and
    /// replaced, a tab by two spaces.
    mutating func indentation(of index: Int) -> (indent: Int, start: Int) {
        let line = text.lines[index]
        if let indent = straightened[index] { return (indent, line.lowerBound + text.indent(line)) }
        var offset = line.lowerBound
        var indent = 0
        while offset < line.upperBound {
            if bytes[offset] == 0x20 {
                indent += 1
                offset += 1
            } else if bytes[offset] == 0x09 {
                replaceTab(at: offset)
                indent += 2
                offset += 1
            } else if let length = specialSpaceLength(at: offset) {
                replaceSpecialSpace(offset..<offset + length)
                indent += 1
                offset += length
            } else {
                break
            }
        }
        return (indent, offset)
    }

    /// Puts the first line where the others begin.
    mutating func straightenFirstLine(_ first: Int) {
        let indents = text.lines.indices.dropFirst(first).filter { !isBlankOrComment($0) }
            .map { text.indent(text.lines[$0]) }
        guard let own = indents.first, let least = indents.min(), own > least else { return }
        let line = text.lines[first]
        let start = line.lowerBound + own
        guard case .field = kind(ofLineAt: start, end: line.upperBound) else { return }
        // A single stray line further down is the one that is wrong.
        guard indents.dropFirst().count(where: { $0 == least }) * 2 > indents.count - 1 || indents.count == 2 else {
            return
        }
        report(
            YAMLRules.indentation, at: line.lowerBound..<start, "this field begins further right than the others",
            advice: "take away the spaces before it")
        edits.replace(line.lowerBound..<start, with: String(repeating: " ", count: least))
        straightened[first] = least
    }
}
