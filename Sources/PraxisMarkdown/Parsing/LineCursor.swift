/// A place in a line and its column, as CommonMark counts them: a tab goes to the next multiple of four.
struct LineCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the line ends, its line end left out.
    let end: Int
    private(set) var index: Int
    /// Where the place is; within a tab of which a part is passed, beyond where the tab begins.
    private(set) var column = 0
    /// The first byte from here on that is no space.
    private(set) var text: Int
    private var textColumn = 0

    /// Starts at the left margin of a line.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
        self.bytes = bytes
        index = line.lowerBound
        text = index
        end = line.upperBound
        findText()
    }

    /// How many columns of space are before the text.
    var indent: Int { textColumn - column }

    /// Whether there is nothing but space from here on.
    var isBlank: Bool { text == end }

    /// The byte that the text begins with; 0 where there is none.
    var first: UInt8 { text < end ? bytes[text] : 0 }

    /// Passes columns of space, or as many as there are.
    mutating func skip(columns count: Int) {
        let target = min(column + count, textColumn)
        while column < target {
            let width = bytes[index] == UInt8(ascii: "\t") ? 4 - column % 4 : 1
            guard column + width <= target else {
                column = target
                return
            }
            column += width
            index += 1
        }
    }

    /// Passes the space before the text, and bytes of the text that are no tabs.
    mutating func skip(bytes count: Int) {
        index = text + count
        column = textColumn + count
        findText()
    }

    private mutating func findText() {
        text = index
        textColumn = column
        while text < end {
            switch bytes[text] {
            case UInt8(ascii: " "): textColumn += 1
            case UInt8(ascii: "\t"): textColumn += 4 - textColumn % 4
            default: return
            }
            text += 1
        }
    }
}
