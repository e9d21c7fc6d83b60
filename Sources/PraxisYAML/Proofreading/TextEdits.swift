/// Changes to a stretch of text, with the way back from the changed text to the file.
struct TextEdits {
    /// Bytes to put in the place of others.
    struct Edit {
        var range: Range<Int>
        var replacement: [UInt8]
    }

    private var edits: [Edit] = []

    var isEmpty: Bool { edits.isEmpty }

    mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
        edits.append(Edit(range: range, replacement: replacement))
    }

    mutating func replace(_ range: Range<Int>, with replacement: String) {
        replace(range, with: Array(replacement.utf8))
    }

    mutating func insert(_ text: String, at offset: Int) {
        replace(offset..<offset, with: text)
    }

    /// Forgets what was to change within a stretch, among the edits made last.
    mutating func removeEdits(in range: Range<Int>) {
        var first = edits.endIndex
        while first > 0, edits[first - 1].range.lowerBound >= range.lowerBound { first -= 1 }
        edits[first...].removeAll { $0.range.upperBound <= range.upperBound }
    }

    /// Forgets what was to change within a stretch.
    mutating func removeAllEdits(in range: Range<Int>) {
        edits.removeAll { $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound }
    }

    /// The changed stretch. Of edits that overlap the one that begins first is made.
    func apply(to bytes: [UInt8], in stretch: Range<Int>) -> EditedText {
        guard !edits.isEmpty else {
            return EditedText(bytes: Array(bytes[stretch]), anchors: [(0, stretch.lowerBound)])
        }
        // What is inserted stands before what is put in the place of the bytes that follow.
        let order = edits.enumerated().sorted { left, right in
            let (a, b) = (left.element.range, right.element.range)
            return (a.lowerBound, a.isEmpty ? 0 : 1, left.offset) < (b.lowerBound, b.isEmpty ? 0 : 1, right.offset)
        }
        var result: [UInt8] = []
        result.reserveCapacity(stretch.count + 16 * edits.count)
        var anchors = [(edited: 0, original: stretch.lowerBound)]
        var offset = stretch.lowerBound
        for (_, edit) in order where edit.range.lowerBound >= offset {
            result += bytes[offset..<edit.range.lowerBound]
            anchors.append((result.count, edit.range.lowerBound))
            result += edit.replacement
            offset = edit.range.upperBound
            anchors.append((result.count, offset))
        }
        result += bytes[offset..<stretch.upperBound]
        return EditedText(bytes: result, anchors: anchors)
    }
}

/// A changed text that knows where its bytes come from.
struct EditedText {
    let bytes: [UInt8]
    /// Places in both texts that belong together, in order.
    let anchors: [(edited: Int, original: Int)]

    /// Where in the file a byte comes from; of inserted text, the place where it was inserted. Logarithmic in the
    /// number of edits.
    func original(_ offset: Int) -> Int {
        var low = 0
        var high = anchors.count
        while low < high {
            let middle = (low + high) / 2
            if anchors[middle].edited <= offset { low = middle + 1 } else { high = middle }
        }
        let index = max(0, low - 1)
        let anchor = anchors[index]
        let distance = offset - anchor.edited
        guard index + 1 < anchors.count else { return anchor.original + distance }
        return min(anchor.original + distance, max(anchor.original, anchors[index + 1].original))
    }
}
