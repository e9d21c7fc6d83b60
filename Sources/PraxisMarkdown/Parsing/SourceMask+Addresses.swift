extension SourceMask {
    /// The places of bytes within bare addresses that libcmark would take for marks of emphasis, or change where
    /// punctuation is smart. Linear.
    ///
    /// GitHub's specification takes such an address whole. Where one begins and ends is looked for here without knowing
    /// what is code or a tag, so it ends at what could end those too; what is hidden in them for nothing is restored. The
    /// text of a link keeps an address in it as it is, which GitHub's implementation does not.
    static func marksInAddresses(
        of bytes: UnsafeBufferPointer<UInt8>, _ scan: SourceScan, _ dialect: MarkdownDialect
    ) -> [Int] {
        var places: [Int] = []
        var addresses = AddressScan(bytes: bytes, scan: scan, dialect: dialect)
        let isSmart = dialect.contains(.smartPunctuation)
        for place in scan.addressPlaces {
            guard let address = addresses.address(around: Int(place)) else { continue }
            for index in address {
                switch bytes[index] {
                case UInt8(ascii: "*"), UInt8(ascii: "_"): places.append(index)
                case UInt8(ascii: "'") where isSmart: places.append(index)
                case UInt8(ascii: "-") where isSmart, UInt8(ascii: ".") where isSmart:
                    // One by itself stays as it is.
                    if index + 1 < address.upperBound,
                        bytes[index + 1] == bytes[index] || bytes[index - 1] == bytes[index]
                    {
                        places.append(index)
                    }
                default: break
                }
            }
        }
        return places
    }
}

/// Finds bare addresses in a text of which nothing is parsed yet.
private struct AddressScan {
    let bytes: UnsafeBufferPointer<UInt8>
    let scan: SourceScan
    let mayHoldTables: Bool
    private var line = 0
    /// Where the text of that line begins.
    private var textStart: (line: Int, index: Int) = (-1, 0)
    private var word: (end: Int, holdsMarks: Bool) = (0, false)
    private var lastEnd = 0
    private let isSmart: Bool

    init(bytes: UnsafeBufferPointer<UInt8>, scan: SourceScan, dialect: MarkdownDialect) {
        self.bytes = bytes
        self.scan = scan
        mayHoldTables = dialect.contains(.tables) && !scan.delimiterLines.isEmpty
        isSmart = dialect.contains(.smartPunctuation)
    }

    /// The address with marks in it whose `:` or first `.` is at an index; those are asked for in ascending order.
    mutating func address(around index: Int) -> Range<Int>? {
        guard index >= lastEnd, mayBelong(index) else { return nil }
        if word.end <= index { word = self.word(at: index) }
        guard word.holdsMarks else { return nil }
        let floor = max(lastEnd, lineTextStart(index))
        var start = index
        if bytes[index] == UInt8(ascii: ".") {
            start = index - 3
            // A cell begins an address as a paragraph does.
            guard start >= floor else { return nil }
            if !mayHoldTables || start == floor || bytes[start - 1] != UInt8(ascii: "|") { start = floor }
        } else {
            start = floor
        }
        let text = InlineText(
            bytes: bytes, run: start..<word.end, floor: start,
            edges: RunEdges(before: .space, after: .space, mayBeginAddress: true))
        guard let link = BareLink(in: text, at: index), !isBracketed(link.range.lowerBound) else { return nil }
        lastEnd = link.range.upperBound
        return link.range
    }

    /// Whether what is around an index looks like an address, at a glance.
    private func mayBelong(_ index: Int) -> Bool {
        if bytes[index] == UInt8(ascii: ":") { return index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "/") }
        return index >= 3 && bytes[index - 2] == UInt8(ascii: "w") && bytes[index - 3] == UInt8(ascii: "w")
    }

    private mutating func lineTextStart(_ index: Int) -> Int {
        while line + 1 < scan.lineStarts.count, Int(scan.lineStarts[line + 1]) <= index { line += 1 }
        if textStart.line != line { textStart = (line, LinePrefix(bytes, Int(scan.lineStarts[line])).end) }
        return textStart.index
    }

    /// Where what could be an address ends, and whether anything in it is to be hidden.
    private func word(at index: Int) -> (end: Int, holdsMarks: Bool) {
        var end = index
        var holdsMarks = isSmart
        while end < bytes.count, bytes[end] > 0x20 {
            switch bytes[end] {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "\""): return (end, holdsMarks)
            case UInt8(ascii: "|") where mayHoldTables: return (end, holdsMarks)
            case UInt8(ascii: "(") where bytes[end - 1] == UInt8(ascii: "]"): return (end, holdsMarks)
            case UInt8(ascii: "*"), UInt8(ascii: "_"): holdsMarks = true
            default: break
            }
            end += 1
        }
        return (end, holdsMarks)
    }

    /// Whether an address stands where libcmark looks for one.
    private func isBracketed(_ start: Int) -> Bool {
        guard start > 0 else { return false }
        switch bytes[start - 1] {
        case UInt8(ascii: "<"): return true
        case UInt8(ascii: "("): return start > 1 && bytes[start - 2] == UInt8(ascii: "]")
        default: return false
        }
    }
}
