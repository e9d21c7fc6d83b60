extension SiteRenderer {
    /// Writes a code block in the colours of its language, with the lines that its author has marked.
    ///
    /// Code may be wider than the page: it can be reached with the keyboard, to be scrolled.
    mutating func appendCodeBlock(_ node: Node) {
        html.beginLine()
        let code =
            Int(
                node.text.lowerBound)..<(text[Int(node.text.lowerBound)..<Int(node.text.upperBound)]
            .firstIndex(of: 0) ?? Int(node.text.upperBound))
        let info = text[code.upperBound..<Int(node.text.upperBound)].dropFirst()
        let language = info.prefix { $0 > 0x20 && $0 != UInt8(ascii: "{") }
        if language.isEmpty {
            html.append("<pre tabindex=\"0\"><code>")
        } else {
            html.append("<pre tabindex=\"0\"><code class=\"language-")
            html.append(escaping: language)
            html.append("\">")
        }
        var writer = CodeWriter(code: text, range: code, info: info)
        switch CodeGrammar.named(language) {
        case .language(let language):
            var lexer = CodeLexer(language, text, code)
            while let (range, token) = lexer.next() { writer.write(range, token, to: &html) }
        case .markup:
            var lexer = MarkupLexer(text, code)
            while let (range, token) = lexer.next() { writer.write(range, token, to: &html) }
        case .diff, .console:
            var lexer = LineLexer(text, code, isConsole: CodeGrammar.named(language)?.isConsole ?? false)
            while let (range, token) = lexer.next() { writer.write(range, token, to: &html) }
        case nil: break
        }
        writer.finish(to: &html)
        html.append("</code></pre>\n")
    }
}

extension CodeGrammar {
    fileprivate var isConsole: Bool { if case .console = self { true } else { false } }
}

/// Writes code piece by piece; where lines are marked, no element crosses the end of a line.
private struct CodeWriter {
    private let code: UnsafeBufferPointer<UInt8>
    private let range: Range<Int>
    private let marks: LineMarks
    private var position: Int
    private var line = 1
    private var isMarked = false

    init(code: UnsafeBufferPointer<UInt8>, range: Range<Int>, info: Slice<UnsafeBufferPointer<UInt8>>) {
        self.code = code
        self.range = range
        position = range.lowerBound
        marks = LineMarks(info: info, lines: .max)
    }

    /// Writes what stands before a stretch, and the stretch.
    mutating func write(_ stretch: Range<Int>, _ token: CodeToken, to html: inout HTMLBuffer) {
        append(position..<stretch.lowerBound, nil, &html)
        append(stretch, token, &html)
        position = stretch.upperBound
    }

    mutating func finish(to html: inout HTMLBuffer) {
        append(position..<range.upperBound, nil, &html)
        if isMarked { html.append("</mark>") }
    }

    private mutating func append(_ stretch: Range<Int>, _ token: CodeToken?, _ html: inout HTMLBuffer) {
        guard !stretch.isEmpty else { return }
        guard !marks.isEmpty else { return appendPiece(stretch, token, &html) }
        var start = stretch.lowerBound
        while start < stretch.upperBound {
            beginLine(&html)
            let end = code[start..<stretch.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? stretch.upperBound
            appendPiece(start..<end, token, &html)
            guard end < stretch.upperBound else { return }
            if isMarked { html.append("</mark>") }
            isMarked = false
            html.append("\n")
            line += 1
            start = end + 1
        }
    }

    private mutating func beginLine(_ html: inout HTMLBuffer) {
        guard !isMarked, marks.contains(line) else { return }
        html.append("<mark class=\"hl-line\">")
        isMarked = true
    }

    private func appendPiece(_ piece: Range<Int>, _ token: CodeToken?, _ html: inout HTMLBuffer) {
        guard !piece.isEmpty else { return }
        guard let token else { return html.append(escaping: code[piece]) }
        html.append(token.opening)
        html.append(escaping: code[piece])
        html.append("</span>")
    }
}
