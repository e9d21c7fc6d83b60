/// What one pass over a text finds out before libcmark sees it.
///
/// Linear in the length of the text, and blind to its block structure: what it measures are bounds from above.
struct SourceScan {
    /// Where each line starts, in bytes of the file. As for libcmark, a line ends with LF, CR LF or CR.
    private(set) var lineStarts: [Int32] = []
    /// The lines, counted from 0, that could be the row under a table's head.
    private(set) var delimiterLines: [Int] = []
    /// Where bare addresses could be: their `:` or first `.`, in order.
    private(set) var addressPlaces: [Int32] = []
    private(set) var features: Features = []
    /// What libcmark would have to do for this text.
    private(set) var load = Load()

    /// What occurs in a text, so that nothing else need be looked for.
    struct Features: OptionSet {
        let rawValue: UInt8

        static let tildes = Features(rawValue: 1 << 0)
        static let bareLinks = Features(rawValue: 1 << 1)
        static let blanks = Features(rawValue: 1 << 2)
        static let footnotes = Features(rawValue: 1 << 3)
        static let definitions = Features(rawValue: 1 << 4)
        static let escapes = Features(rawValue: 1 << 5)
        static let abbreviations = Features(rawValue: 1 << 6)
        /// Control characters, or what may stand for one.
        static let controls = Features(rawValue: 1 << 7)
    }

    /// Bounds of the work on which libcmark 0.30.2 is not linear.
    struct Load {
        /// The deepest nesting of quotes and list items, and the byte of the file at which it is reached.
        var depth = 0
        var deepest = 0
        /// Each byte counted as often as blocks are open around it: libcmark walks all of them for a blank line, and
        /// for each emphasis that it inserts.
        var depthSteps = 0
        /// Each `]` counted as often as `![` stand before it in its paragraph: for each link, libcmark walks all
        /// openers of images.
        var imageSteps = 0
        var mostImages = 0
        /// The longest destination with title of a link reference definition, and how many `[` might ask for it.
        var longestDefinition = 0
        var longestDefinitionStart = 0
        var brackets = 0
    }

    /// The line that is being read, and what earlier ones leave behind.
    private struct LineState {
        var lastDepth = 0
        var lastIsBlank = true
        var images = 0
    }

    /// Scans the bytes of a file from where its body begins.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        guard start < bytes.count else { return }
        var ends = QuoteEnds()
        var state = LineState()
        lineStarts.reserveCapacity((bytes.count - start) / 32 + 8)
        var lineStart = start
        // Markers at the start of a line are no text of it.
        var textStart = beginLine(bytes, start, &state)
        NotableBytes.forEach(in: bytes, from: start) { index in
            guard index >= textStart else { return }
            switch bytes[index] {
            case UInt8(ascii: "\r") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n"): break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                load.depthSteps += state.lastDepth * (index - lineStart + 1)
                lineStart = index + 1
                textStart = lineStart < bytes.count ? beginLine(bytes, lineStart, &state) : lineStart
            case let byte: note(byte, at: index, bytes, start, &state, &ends)
            }
        }
        load.depthSteps += state.lastDepth * (bytes.count - lineStart)
    }

    /// Notes where a line starts, and returns where its text does.
    private mutating func beginLine(
        _ bytes: UnsafeBufferPointer<UInt8>, _ lineStart: Int, _ state: inout LineState
    ) -> Int {
        lineStarts.append(Int32(truncatingIfNeeded: lineStart))
        return scanPrefix(bytes, lineStart, &state)
    }

    /// Takes each of some runs of lines, counted from 0 and in order, for one line.
    mutating func join(_ runs: [ClosedRange<Int>]) {
        var joined = 0
        var run = runs.startIndex
        var starts: [Int32] = []
        var delimiters = delimiterLines[...]
        delimiterLines = []
        for (line, start) in lineStarts.enumerated() {
            while run < runs.endIndex, runs[run].upperBound < line { run += 1 }
            let isWithin = run < runs.endIndex && runs[run].contains(line)
            if isWithin, line > runs[run].lowerBound { joined += 1 } else { starts.append(start) }
            if delimiters.first == line {
                delimiters.removeFirst()
                if !isWithin { delimiterLines.append(line - joined) }
            }
        }
        lineStarts = starts
    }

    private mutating func note(
        _ byte: UInt8, at i: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ state: inout LineState,
        _ ends: inout QuoteEnds
    ) {
        let previous = i > start ? bytes[i - 1] : 0
        switch byte {
        case UInt8(ascii: "~"): features.insert(.tildes)
        case UInt8(ascii: "@"): features.insert(.bareLinks)
        case UInt8(ascii: "."):
            if previous | 0x20 == UInt8(ascii: "w") {
                features.insert(.bareLinks)
                addressPlaces.append(Int32(truncatingIfNeeded: i))
            }
        case UInt8(ascii: ":"):
            if i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "/") {
                features.insert(.bareLinks)
                addressPlaces.append(Int32(truncatingIfNeeded: i))
            }
            if previous == UInt8(ascii: "]") {
                features.insert(.definitions)
                let length = ends.definitionLength(bytes, i + 1)
                if length > load.longestDefinition {
                    load.longestDefinition = length
                    load.longestDefinitionStart = i
                }
            }
        case UInt8(ascii: "["):
            load.brackets += 1
            if previous == UInt8(ascii: "!") { state.images += 1 }
            if previous == UInt8(ascii: "*") { features.insert(.abbreviations) }
            if i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "^") { features.insert(.footnotes) }
        case UInt8(ascii: "\\"):
            // What else may be escaped is nothing that we look for.
            let escaped = i + 1 < bytes.count ? bytes[i + 1] : 0
            if "~:.@[".utf8.contains(escaped) { features.insert(.escapes) }
        case UInt8(ascii: "]"):
            load.imageSteps += state.images
            load.mostImages = max(load.mostImages, state.images)
        case UInt8(ascii: "_"):
            if previous == byte, i + 2 < bytes.count, bytes[i + 1] == byte, bytes[i + 2] == byte {
                features.insert(.blanks)
            }
        case UInt8(ascii: "&"):
            if i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "#") { features.insert(.controls) }
        case UInt8(ascii: "\t"): break
        case 0..<0x20, 0x7F: features.insert(.controls)
        default: break
        }
    }

    /// Reads quote and list markers at the start of a line and bounds how deep the line stands. Returns where they end.
    private mutating func scanPrefix(
        _ bytes: UnsafeBufferPointer<UInt8>, _ lineStart: Int, _ state: inout LineState
    ) -> Int {
        let prefix = LinePrefix(bytes, lineStart)
        if prefix.isBlank {
            // The blocks around stay open over a blank line.
            state.lastIsBlank = true
            state.images = 0
            return prefix.end
        }
        // A list item goes on where a line is indented by two columns or more, and there is none to go on with but
        // those of earlier lines.
        let depth = min(load.depth, prefix.columns / 2) + prefix.quotes + prefix.items
        // Without a blank line between, a paragraph goes on lazily, however deep it is.
        state.lastDepth = state.lastIsBlank ? depth : max(depth, state.lastDepth)
        state.lastIsBlank = false
        if depth > load.depth {
            load.depth = depth
            load.deepest = lineStart
        }
        if prefix.couldDelimitTable { delimiterLines.append(lineStarts.count - 1) }
        return prefix.end
    }
}
