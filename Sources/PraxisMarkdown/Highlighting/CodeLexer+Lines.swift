// Texts of whole lines: block scalars of YAML and here-documents of shells.

extension CodeLexer {
    /// Takes the text that begins with this line, if the last one has announced one.
    mutating func textOfLines() -> CodeToken? {
        if let indent = blockIndent {
            blockIndent = nil
            return block(deeperThan: indent)
        }
        guard let last = hereDocumentEnds.last else { return nil }
        hereDocumentEnds = []
        // A string may have reached beyond it.
        guard last > index else { return nil }
        index = last
        return .string
    }

    /// Takes the lines that are indented by more than some columns, with blank lines between them.
    private mutating func block(deeperThan indent: Int) -> CodeToken? {
        var last = index
        var line = index
        while line < end {
            var text = line
            while text < end, code[text] == UInt8(ascii: " ") { text += 1 }
            let isBlank = text == end || code[text] == UInt8(ascii: "\n")
            guard isBlank || text - line > indent else { break }
            while text < end, code[text] != UInt8(ascii: "\n") { text += 1 }
            if !isBlank { last = text }
            line = text + 1
        }
        guard last > index else { return nil }
        index = last
        return .string
    }

    /// Where the key or marker stands that the sign before this announces a block for; `nil` where it does not.
    func indentAroundBlock() -> Int? {
        let sign = index - 1
        var before = sign
        while before > start, code[before - 1] == UInt8(ascii: " ") { before -= 1 }
        guard before < sign || before == start, before == start || ":-\n".utf8.contains(code[before - 1]) else {
            return nil
        }
        var next = index
        while next < end, "+-123456789".utf8.contains(code[next]) { next += 1 }
        while next < end, code[next] == UInt8(ascii: " ") { next += 1 }
        guard next == end || code[next] == UInt8(ascii: "\n") || code[next] == UInt8(ascii: "#") else { return nil }
        var line = sign
        while line > start, code[line - 1] != UInt8(ascii: "\n") { line -= 1 }
        var indent = -1
        var text = line
        while text < sign {
            if code[text] == UInt8(ascii: "-"), code[text + 1] == UInt8(ascii: " ") {
                indent = text - line
            } else if code[text] != UInt8(ascii: " ") {
                return text - line
            }
            text += 1
        }
        return indent
    }

    /// Looks for the text that `<<NAME` announces, of which the first `<` has been taken.
    mutating func findHereDocument() {
        guard index < end, code[index] == UInt8(ascii: "<") else { return }
        index += 1
        guard index < end, code[index] != UInt8(ascii: "<") else {
            index = min(end, index + 1)
            return
        }
        let stripsTabs = code[index] == UInt8(ascii: "-")
        if stripsTabs { index += 1 }
        let quote = index < end ? code[index] : 0
        if "'\"\\".utf8.contains(quote) { index += 1 }
        let name = index
        while index < end, isName(code[index]), code[index] != UInt8(ascii: "-") { index += 1 }
        guard index > name, !Self.isDigit(code[name]), missingHereDocuments < 8, hereDocumentEnds.count < 8 else {
            return
        }
        let word = code[name..<index]
        if index < end, code[index] == quote { index += 1 }
        if let close = hereDocumentEnd(word, stripsTabs) {
            hereDocumentEnds.append(close)
        } else {
            missingHereDocuments += 1
        }
    }

    /// Where the line ends that consists of a name, below this one and below the texts before.
    private func hereDocumentEnd(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ stripsTabs: Bool) -> Int? {
        var line = (hereDocumentEnds.last ?? lineEnd()) + 1
        while line < end {
            if stripsTabs { while line < end, code[line] == UInt8(ascii: "\t") { line += 1 } }
            var close = line
            while close < end, code[close] != UInt8(ascii: "\n") { close += 1 }
            if code[line..<close].elementsEqual(name) { return close }
            line = close + 1
        }
        return nil
    }
}
