/// Text in which something may be found, and what is around it.
struct InlineText {
    let bytes: UnsafeBufferPointer<UInt8>
    /// All the text up to the next nodes on both sides.
    let run: Range<Int>
    /// What is before this has been taken.
    let floor: Int
    let edges: RunEdges

    /// The run of one byte around an index of it.
    func run(of byte: UInt8, at index: Int) -> Range<Int> {
        var end = index + 1
        while end < run.upperBound, bytes[end] == byte { end += 1 }
        return index..<end
    }

    /// One or two tildes with what they may do. More than two are text.
    func tildes(at index: Int) -> InlineMatch? {
        let range = run(of: UInt8(ascii: "~"), at: index)
        let before = kind(before: range.lowerBound)
        let after = kind(after: range.upperBound)
        guard range.count <= 2 else { return .tildes(range, canOpen: false, canClose: false) }
        return .tildes(
            range, canOpen: after != .space && (after == .other || before != .other),
            canClose: before != .space && (before == .other || after != .other))
    }

    /// The brackets, caret and name of what may refer to a footnote.
    func footnoteReference(at index: Int) -> Range<Int>? {
        guard index + 3 < run.upperBound, bytes[index + 1] == UInt8(ascii: "^") else { return nil }
        var end = index + 2
        while end < run.upperBound, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "[") {
            if bytes[end] == UInt8(ascii: "]") { return end > index + 2 ? index..<(end + 1) : nil }
            end += 1
        }
        return nil
    }

    /// What kind of character stands before a byte.
    func kind(before index: Int) -> RunEdges.Kind {
        guard index > run.lowerBound else { return edges.before }
        var start = index - 1
        while start > run.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return RunEdges.Kind(of: bytes[start..<index])
    }

    private func kind(after index: Int) -> RunEdges.Kind {
        guard index < run.upperBound else { return edges.after }
        var end = index + 1
        while end < run.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return RunEdges.Kind(of: bytes[index..<end])
    }
}

/// What stands before and after a run of text.
struct RunEdges {
    let before: Kind
    let after: Kind
    /// Whether an address may stand at its start.
    let mayBeginAddress: Bool

    /// The three kinds of character that CommonMark's rules for emphasis tell apart.
    enum Kind {
        case space, punctuation, other

        init(of character: Slice<UnsafeBufferPointer<UInt8>>) {
            guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else {
                self = .space
                return
            }
            switch scalar.properties.generalCategory {
            case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
            case .control: self = scalar.properties.isWhitespace ? .space : .other
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation:
                self = .punctuation
            // Of symbols, only those of ASCII count as punctuation.
            case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
                self = scalar.isASCII ? .punctuation : .other
            default: self = .other
            }
        }
    }
}

/// Something that a dialect finds in inline text.
enum InlineMatch {
    case link(BareLink)
    case tildes(Range<Int>, canOpen: Bool, canClose: Bool)
    case blank(Range<Int>)
    case footnote(Range<Int>, label: [UInt8])
    /// A hidden backslash, and a hidden caret.
    case escape(Range<Int>)
    case caret(Range<Int>)

    /// The bytes that it takes.
    var range: Range<Int> {
        switch self {
        case .link(let link): link.range
        case .tildes(let range, _, _), .blank(let range), .footnote(let range, _), .escape(let range),
            .caret(let range):
            range
        }
    }
}
